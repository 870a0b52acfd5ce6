"""States that are not a page's best day: forms that come back, errors, and a school in which nothing has happened yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from esafety.assembly import known_pages
from esafety.core import clock
from esafety.curriculum.load import load_directory
from esafety.places import content_directory
from tests.harness.people import Make
from tests.harness.server import Server
from tests.journeys.addresses import SAME_FOR_ALL, addresses_for
from tests.journeys.house import House, Person
from tests.journeys.looking import DESK, Findings, look

pytestmark = pytest.mark.journey
EMPTY_EVERYTHING = """
() => {
  const forms = [...document.querySelectorAll("main form[method=post]")];
  const form = forms.find((one) => new URL(one.action).pathname === location.pathname);
  const typed = form ? [...form.querySelectorAll("input:not([type=hidden]), textarea")] : [];
  if (!typed.some((field) => field.matches("textarea, [type=text], [type=password], [type=radio]"))) return false;
  for (const field of typed) field.matches("[type=radio], [type=checkbox]") ? (field.checked = false) : (field.value = "");
  form.noValidate = true;
  form.requestSubmit(form.querySelector("[type=submit]"));
  return true;
}
"""


@pytest.mark.expects_console("422")
@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_form_that_comes_back_says_so_to_everybody(house: House, open_tab: Callable[..., Page], language: str) -> None:
    with_forms = {page.endpoint for page in known_pages() if set(page.methods) == {"GET", "POST"}}
    findings = Findings()
    came_back: set[str] = set()
    seen: set[str] = set()
    for role in ("parent", "office", "esafety-lead", "pupil-lks2"):
        tab = open_tab(viewport=DESK)
        viewer = house.enter(tab, house.person(role))
        tab.context.add_cookies([{"name": "language", "value": language, "url": house.server.origin}])
        for address in addresses_for(house, viewer, rows=1):
            if address.endpoint not in with_forms - seen:
                continue
            seen.add(address.endpoint)
            if tab.context.request.get(house.url(address.path), max_redirects=0).status != 200:
                continue
            tab.goto(house.url(address.path))
            if _send_empty(tab) == 422:
                came_back.add(address.endpoint)
                look(tab, f"{language} {address.path} sent empty", findings, dark=language == "en")
    assert len(came_back) > 8, came_back
    findings.none()


@pytest.mark.expects_console("status of 4")
@pytest.mark.parametrize("language", ["en", "cy", "ur"])
def test_every_error_page_helps_on(house: House, open_tab: Callable[..., Page], language: str) -> None:
    findings = Findings()
    for role in ("nobody", "parent", "pupil-ks1"):
        tab = open_tab(viewport=DESK)
        tab.context.add_cookies([{"name": "language", "value": language, "url": house.server.origin}])
        if role != "nobody":
            house.enter(tab, house.person(role))
        for path in ("/nothing-is-here", "/attempt/1/1", "/office/pupils/1"):
            tab.goto(house.url(path))
            look(tab, f"{language} {role} at {path}", findings, dark=language == "en" and not role.startswith("pupil"))
        if role == "nobody":
            tab.goto(house.url("/family/code"))
            tab.locator("main input[name=csrf]").first.evaluate("field => { field.value = 'stale'; }")
            tab.locator("main [name=code]").fill("K7M2P9XR4T")
            tab.locator("main form[method=post] [type=submit]").first.click()
            look(tab, f"{language} {role} with a form of yesterday", findings)
    findings.none()


@pytest.fixture
def empty_house(live_server: Server) -> Iterator[House]:
    """A school on its first day: people are entered, nothing else has happened."""
    opened = House(live_server)
    with opened.database.across_schools("a school begins with the lessons") as db:
        load_directory(db, content_directory(), clock.now())
    yield opened
    opened.close()


def test_a_school_without_data_shows_calm_pages(empty_house: House, open_tab: Callable[..., Page]) -> None:
    make, findings = Make(empty_house.database, empty_house.settings), Findings()
    seen: set[str] = set(SAME_FOR_ALL)
    child = make.pupil("Ann")
    mary = make.guardian_of(child)
    staff = {role: make.staff(role, name=f"Sam {role.title()}") for role in ("lead", "office", "teacher", "dsl", "governor")}
    people = [
        Person("pupil", "Ann", "/class", {}, child.school_id, None, child.id),
        Person("parent", "Mary", "/family/sign-in", {}, child.school_id, mary.account.id),
        *(Person(role, role, "/staff/sign-in", {}, child.school_id, adult.account.id) for role, adult in staff.items()),
    ]
    for person in people:
        tab = open_tab(viewport=DESK)
        viewer = empty_house.enter(tab, person)
        for address in addresses_for(empty_house, viewer, rows=1):
            answer = tab.context.request.get(empty_house.url(address.path), max_redirects=0)
            findings.add(address.path, *([f"answers {answer.status} to {person.role}"] if answer.status >= 500 else []))
            is_page = answer.status == 200 and answer.body().lstrip()[:15].lower() == b"<!doctype html>"
            if is_page and address.endpoint not in seen:
                seen.add(address.endpoint)
                tab.goto(empty_house.url(address.path))
                look(tab, f"{address.path} of an empty school", findings)
    assert len(seen) > 30
    findings.none()


def _send_empty(tab: Page) -> int:
    """Send the page's own form with nothing in it; returns the status of the answer, 0 when there is no such form."""
    statuses: list[int] = []
    tab.once("response", lambda answer: statuses.append(answer.status))
    sent = tab.evaluate(EMPTY_EVERYTHING)
    if not sent:
        return 0
    tab.wait_for_load_state("networkidle")
    return statuses[0] if statuses else 0

"""States that are not a page's best day: forms that come back, and a school in which nothing has happened yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from esafety.access.viewer import Viewer
from esafety.assembly import known_pages
from tests.harness.people import Make
from tests.journeys.addresses import SAME_FOR_ALL, addresses_for
from tests.journeys.house import House, Person
from tests.journeys.looking import BOTH_WAYS, DESK, LANGUAGES, Findings, look_in

pytestmark = pytest.mark.journey
FAMILIES = ("nobody", "pupil-lks2", "parent")
STAFF = ("office", "esafety-lead", "teacher")
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
@pytest.mark.parametrize(
    ("roles", "languages", "least"), [(FAMILIES, LANGUAGES, 7), (STAFF, BOTH_WAYS, 12)], ids=["families", "staff"]
)
def test_every_form_that_comes_back_says_so_in_every_language(
    house: House, open_tab: Callable[..., Page], roles: tuple[str, ...], languages: tuple[str, ...], least: int
) -> None:
    answered = {page.rule for page in known_pages() if "POST" in page.methods}
    with_forms = {page.endpoint for page in known_pages() if "GET" in page.methods and page.rule in answered}
    findings = Findings()
    came_back: set[str] = set()
    seen: set[str] = set()
    for role in roles:
        tab = open_tab(viewport=DESK)
        viewer = Viewer() if role == "nobody" else house.enter(tab, house.person(role))
        for address in addresses_for(house, viewer, rows=1):
            if address.endpoint not in with_forms - seen:
                continue
            if tab.context.request.get(house.url(address.path), max_redirects=0).status != 200:
                continue
            tab.goto(house.url(address.path))
            if status := _send_empty(tab):
                seen.add(address.endpoint)  # the first screens of a lesson ask nothing
            if status == 422:
                came_back.add(address.endpoint)
                look_in(tab, languages, f"{address.path} sent empty", findings, dark=viewer.kind != "pupil")
    assert len(came_back) >= least, came_back
    findings.none()


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
                languages = BOTH_WAYS if person.is_staff else LANGUAGES
                look_in(tab, languages, f"{address.path} of an empty school", findings)
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

"""A parent with a telephone: the letter's QR code, a sign-in of one's own, and the office that made the letter."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from esafety.core.db import Database
from tests.harness.axe import assert_accessible
from tests.harness.people import PASSWORD, Make
from tests.harness.server import Server
from tests.people.doors import phone_code

pytestmark = pytest.mark.journey
PHONE = {"viewport": {"width": 320, "height": 640}}
NEW_PASSWORD = "copper teapots whistle"


@pytest.fixture
def people(live_server: Server) -> Iterator[Make]:
    """Enters people in the running server's database."""
    database = Database(live_server.settings.database_url)
    yield Make(database, live_server.settings)
    database.close()


def fits(tab: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_the_qr_code_fills_the_field_and_never_reaches_the_server(
    live_server: Server, people: Make, new_tab: Callable[..., Page]
) -> None:
    code = people.code(people.link(people.guardian("Robert O'Brien-Featherstonehaugh"), people.pupil("Ann")))
    tab, asked = new_tab(**PHONE), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(live_server.url(f"/family/code#{code}"))
    expect(tab.get_by_label("Code from the letter")).to_have_value(code)
    assert code not in tab.url
    assert fits(tab)
    assert_accessible(tab)
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name="Welcome")).to_be_visible()
    assert fits(tab)
    assert_accessible(tab)
    tab.get_by_label("Password").fill(NEW_PASSWORD)
    tab.get_by_role("button", name="Make my sign-in").click()
    tab.locator("summary.menu-button").click()
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()
    assert not any(code in address.partition("#")[0] for address in asked)


@pytest.mark.expects_console("422")
def test_a_wrong_password_is_told_where_the_eyes_are(live_server: Server, people: Make, new_tab: Callable[..., Page]) -> None:
    mary = people.guardian_of(people.pupil())
    tab = new_tab(**PHONE)
    tab.goto(live_server.url("/family/sign-in"))
    assert_accessible(tab)
    for password, seen in (("wrong guess again", "alert"), (PASSWORD, "banner")):
        tab.get_by_label("Sign-in name").fill(mary.sign_in_name)
        tab.get_by_label("Password").fill(password)
        tab.get_by_role("button", name="Sign in").click()
        expect(tab.get_by_role(seen)).to_be_visible()  # type: ignore[arg-type]
    tab.locator("summary.menu-button").click()
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()


def test_the_offices_pages_are_accessible(live_server: Server, people: Make, new_tab: Callable[..., Page]) -> None:
    office, ann = people.staff("office", "dsl"), people.pupil("Ann", initial="S")
    mary = people.guardian_of(ann, people.pupil("Ben"))
    assert mary.guardian is not None
    tab = new_tab()
    tab.goto(live_server.url("/staff/sign-in"))
    tab.get_by_label("Sign-in name").fill(office.sign_in_name)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()
    tab.get_by_label("Code on your phone").fill(phone_code())
    assert_accessible(tab)
    tab.get_by_role("button", name="Go on").click()
    expect(tab.get_by_role("heading", name="People")).to_be_visible()
    link = mary.links[0].id
    for address in (
        "/office",
        "/office/pupils",
        "/office/pupils/new",
        f"/office/pupils/{ann.id}",
        f"/office/pupils/{ann.id}/edit",
        f"/office/pupils/{ann.id}/leave",
        f"/office/pupils/{ann.id}/adults/new",
        "/office/adults",
        "/office/adults/new",
        f"/office/adults/{mary.guardian.id}",
        f"/office/links/{link}",
        f"/office/links/{link}/edit",
        f"/office/links/{link}/restrict",
        f"/office/links/{link}/end",
        "/office/classes",
        f"/office/classes/{ann.class_id}/teachers",
        "/account",
        "/account/password",
        "/switch",
    ):
        tab.goto(live_server.url(address))
        assert_accessible(tab)
    tab.goto(live_server.url(f"/office/links/{link}"))
    tab.get_by_role("button", name="Make a new code").click()
    expect(tab.get_by_role("heading", name="A new code")).to_be_visible()
    assert_accessible(tab)

"""When something cannot be done: every error page, for whoever meets it, in every language."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from playwright.sync_api import Page

from tests.journeys.house import House
from tests.journeys.looking import DESK, LANGUAGES, Findings, look, look_in, speak

pytestmark = [pytest.mark.journey, pytest.mark.expects_console("status of")]
WORDS = "Something in the class chat worries me."
SEND = """
(fields) => {
  const form = document.querySelector("form[method=post]");
  for (const [name, value] of Object.entries(fields)) {
    const field = form.querySelector(`input[name=${name}]`) ?? form.appendChild(document.createElement("input"));
    Object.assign(field, { name, value, type: "hidden" });
  }
  form.submit();
}
"""
VISITORS = ("nobody", "pupil-ks1", "parent")
NOWHERE = "/nothing-is-here"
# What each reads, so that the page fails when it cannot be read.
BROKEN = {"nobody": ("/class/who", "device_count"), "pupil-ks1": ("/path", "badge"), "parent": ("/modules", "module_attempt")}


@pytest.fixture
def come(house: House, open_tab: Callable[..., Page]) -> Callable[[str], Page]:
    """A tab in which this visitor is signed in."""

    def at_the_door(role: str) -> Page:
        tab = open_tab(viewport=DESK)
        if role != "nobody":
            house.enter(tab, house.person(role))
        return tab

    return at_the_door


def read(tab: Page, status: int, where: str, findings: Findings) -> None:
    """Look at an error page in every language, and see that it is the one that was expected."""
    assert f'data-status="{status}"' in tab.content(), f"{where} shows {tab.title()}"
    look_in(tab, LANGUAGES, f"{where} ({status})", findings, dark="pupil" not in where)


@pytest.mark.parametrize("role", VISITORS)
def test_what_is_not_there_and_what_is_broken(house: House, come: Callable[[str], Page], role: str) -> None:
    tab, findings = come(role), Findings()
    tab.goto(house.url(NOWHERE))
    read(tab, 404, f"{role} nowhere", findings)
    tab.goto(house.url("/finished"))
    read(tab, 405, f"{role} at an address that only takes forms", findings)
    path, table = BROKEN[role]
    with without(house, table):
        tab.goto(house.url(path))
        read(tab, 500, f"{role} at a fault", findings)
    findings.none()


@pytest.mark.parametrize("role", VISITORS)
def test_a_form_of_yesterday_and_one_far_too_long(house: House, come: Callable[[str], Page], role: str) -> None:
    tab, findings = come(role), Findings()
    for status, fields in ((400, {"csrf": "stale", "language": "en"}), (413, {"language": "x" * 600_000})):
        tab.goto(house.url("/tell"))
        with tab.expect_navigation():
            tab.evaluate(SEND, fields)
        read(tab, status, f"{role} with a form", findings)
    findings.none()


def test_what_a_parent_wrote_is_not_lost(house: House, come: Callable[[str], Page]) -> None:
    tab, findings = come("parent"), Findings()
    for spoil in (_grow_old, _sign_out):
        write_to_the_school(tab, house)
        spoil(tab)
        with tab.expect_navigation():
            tab.locator("main form[method=post] [type=submit]").click()
        look_in(tab, LANGUAGES, f"what a parent wrote {spoil.__name__}", findings, dark=True)
        assert WORDS in tab.locator("main").inner_text() + tab.locator("main textarea, main dd").first.evaluate(
            "one => one.value ?? ''"
        )
    findings.none()


def test_a_child_whose_lesson_was_ended_meanwhile(house: House, come: Callable[[str], Page]) -> None:
    tab, findings = come("pupil-lks2"), Findings()
    tab.goto(house.url("/path"))
    _sign_out(tab)
    with tab.expect_navigation():
        tab.locator(".bar form [type=submit]").click()
    read(tab, 401, "a pupil who was signed out", findings)
    findings.none()


def test_nobody_can_save_while_the_storage_is_busy(house: House, come: Callable[[str], Page]) -> None:
    findings = Findings()
    tabs = {f"{language} {role}": (come(role), language) for role in ("parent", "pupil-lks2") for language in LANGUAGES}
    for who, (tab, language) in tabs.items():
        tab.goto(house.url("/path"))
        if "parent" in who:
            write_to_the_school(tab, house)
        speak(tab, language)
    with busy(house):
        for who, (tab, _language) in tabs.items():
            tab.locator("main form" if "parent" in who else ".bar form").locator("[type=submit]").click(no_wait_after=True)
        for tab, _language in tabs.values():
            tab.locator("[data-status='503']").wait_for()
    for who, (tab, _language) in tabs.items():
        look(tab, f"{who} while the storage is busy", findings)
    findings.none()


def write_to_the_school(tab: Page, house: House) -> None:
    """A concern, ready to be sent."""
    tab.goto(house.url("/concern"))
    tab.locator("main [name=subject]").first.check(force=True)
    tab.locator("main [name=words]").fill(WORDS)


def _grow_old(tab: Page) -> None:
    tab.locator("main [name=csrf]").evaluate("field => { field.value = 'stale'; }")


def _sign_out(tab: Page) -> None:
    tab.context.clear_cookies(name="session")


@contextmanager
def without(house: House, table: str) -> Iterator[None]:
    """A database in which one table is gone."""
    with closing(connected(house)) as rival:
        rival.execute(f"ALTER TABLE {table} RENAME TO lost")
        try:
            yield
        finally:
            rival.execute(f"ALTER TABLE lost RENAME TO {table}")


@contextmanager
def busy(house: House) -> Iterator[None]:
    """A database in which somebody else writes and does not come to an end."""
    with closing(connected(house)) as rival:
        rival.execute("BEGIN IMMEDIATE")
        yield
        rival.execute("ROLLBACK")


def connected(house: House) -> sqlite3.Connection:
    """A way to the database past the application."""
    path = house.database.engine.url.database
    assert path is not None
    opened = sqlite3.connect(path, isolation_level=None)
    opened.execute("PRAGMA legacy_alter_table=ON")
    return opened

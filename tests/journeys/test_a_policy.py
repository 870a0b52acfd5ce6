"""A policy from the governors' file to what everybody reads, from the keyboard and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.house import House
from tests.journeys.looking import DESK, Findings, look

pytestmark = pytest.mark.journey
DOCUMENTS = Path(__file__).parents[1] / "policies" / "documents"
BOTH = pytest.mark.parametrize(("scripts", "place"), [(True, 0), (False, 1)], ids=["with JavaScript", "without JavaScript"])


def bring(tab: Page, house: House, name: str) -> int:
    """Bring a document of the fixtures; returns how many clauses its draft has."""
    tab.goto(house.url("/lead/policies"))
    tab.get_by_role("link", name="Bring a policy").first.click()
    tab.get_by_label("The file").set_input_files(DOCUMENTS / name)
    tab.get_by_role("button", name="Read it").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Draft")
    return int(tab.locator("[data-progress-shown]").inner_text().split()[2])


def go_on(tab: Page) -> None:
    """To the first open clause, which takes the keyboard."""
    tab.wait_for_load_state()  # the browser itself gives the clause the focus, maybe before the page listens to keys
    tab.get_by_role("link", name="Go on where you stopped").click()
    expect(tab.locator(".desk-clause:focus")).to_have_count(1)


def test_a_lead_confirms_every_clause_from_the_keyboard(house: House, open_tab: Callable[..., Page]) -> None:
    tab, findings = open_tab(viewport=DESK), Findings()
    house.enter(tab, house.person("esafety-lead"))
    clauses = bring(tab, house, "harbour-lane.txt")
    look(tab, "a draft", findings, dark=True)
    go_on(tab)
    tab.keyboard.press("0")
    expect(tab.locator(".desk-clause").first.locator("[data-alone]")).to_be_checked()
    tab.keyboard.press("1")
    expect(tab.locator(".desk-clause").first.locator("[data-alone]")).not_to_be_checked()
    for done in range(1, clauses + 1):
        tab.keyboard.press("Enter")
        expect(tab.locator("[data-progress-shown]")).to_have_text(f"{done} of {clauses} clauses confirmed")
    tab.keyboard.press("ArrowUp")
    expect(tab.locator(".desk-clause").nth(clauses - 2)).to_be_focused()
    tab.reload()
    expect(tab.locator("[data-progress-shown]")).to_have_text(f"{clauses} of {clauses} clauses confirmed")
    look(tab, "a draft that is done", findings)
    findings.none()


def test_the_keyboard_goes_on_to_the_next_page_without_losing_a_clause(house: House, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(viewport=DESK)
    house.enter(tab, house.person("esafety-lead"))
    tab.goto(house.url("/lead/policies/bring"))
    tab.get_by_label("What you call it").fill("A long list")
    rules = "\n".join(f"- Pupils keep rule {number} of our long list." for number in range(1, 56))
    tab.get_by_label(re.compile("Or paste the text")).fill(rules)
    tab.get_by_role("button", name="Read it").click()
    go_on(tab)
    for _clause in range(50):
        tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile("page=2"))
    expect(tab.locator(".desk-clause").first).to_be_focused()
    expect(tab.locator("[data-progress-shown]")).to_have_text("50 of 55 clauses confirmed")
    for done in range(51, 56):
        tab.keyboard.press("Enter")
        expect(tab.locator("[data-progress-shown]")).to_have_text(f"{done} of 55 clauses confirmed")


@pytest.mark.expects_console("net::ERR_FAILED")
def test_a_choice_that_could_not_be_saved_says_so(house: House, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(viewport=DESK)
    house.enter(tab, house.person("esafety-lead", 1))
    bring(tab, house, "meadow-hill.md")
    go_on(tab)
    tab.route("**/lead/policies/clauses/*", lambda route: route.abort())
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-unsaved]").first).to_be_visible()
    tab.unroute("**/lead/policies/clauses/*")
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("Enter")
    expect(tab.locator("[data-progress-shown]")).to_contain_text("1 of ")


@BOTH
def test_a_policy_is_published_changed_and_compared(
    house: House, open_tab: Callable[..., Page], scripts: bool, place: int
) -> None:
    tab = open_tab(viewport=DESK, java_script_enabled=scripts)
    house.enter(tab, house.person("esafety-lead", place))
    tab.goto(house.url("/lead/policies"))
    tab.get_by_role("link", name="Social media and life online").click()
    tab.get_by_role("button", name="Begin a draft from it").click()
    tab.get_by_role("link", name="Mend line 2", exact=True).click()
    text = tab.get_by_label("What it says")
    text.fill(text.input_value() + " We tell families why.")
    tab.get_by_role("button", name="Save").click()
    tab.locator(".desk-clause").nth(1).get_by_role("button", name="Confirm").click()
    if scripts:
        expect(tab.locator(".desk-clause").nth(1).get_by_role("button", name="Change")).to_be_visible()
    tab.get_by_role("link", name="Look at it and publish").click()
    tab.get_by_label("People should read it again").check()
    tab.get_by_label(re.compile("What has changed")).fill("We now say why.")
    reason = tab.get_by_label(re.compile("Why publish it"))
    if reason.count():
        reason.fill("The missing modules come after half-term.")
    tab.get_by_role("button", name="Put it into force").click()
    expect(tab.get_by_role("table")).to_contain_text("We now say why.")
    tab.get_by_role("link", name=re.compile("^Compare")).first.click()
    expect(tab.locator("ins")).to_contain_text("We tell families why.")
    tab.goto(house.url("/lead/policies"))
    tab.get_by_role("link", name="Social media and life online").click()
    tab.get_by_role("link", name="What serves each clause").click()
    expect(tab.get_by_role("table")).to_contain_text("1.1")

"""Before a parent posts: the rules run in the browser alone, and the page ends at the right person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.house import House
from tests.journeys.looking import Findings, look

pytestmark = pytest.mark.journey
PHONE = {"width": 360, "height": 740}
DRAFTS = {
    "Mrs Dunbar shouted at my son again.": {"names"},
    "I spoke to Tom and he would not listen.": {"names"},
    "Olivia is always the one who starts it.": {"names"},
    "Ask @kes.rowan what really happened on Friday.": {"names"},
    "yesterday Zbigniew took it": {"names"},
    "The year 4 teacher never answers.": {"roles"},
    "Their mum should know better.": {"roles"},
    "He lied to us about the trip.": {"claims"},
    "This school is useless and someone should be sacked.": {"claims"},
    "They covered it up.": {"claims"},
    "If it happens again I'll sort him out.": {"threats"},
    "Wait till I see you at the gate.": {"threats"},
    "That boy in her class pushed my daughter.": {"children"},
    "Other people's children are left alone.": {"children"},
    "Here is a photo from sports day.": {"pictures"},
    "WHY WOULD ANYBODY DO THIS!!!": {"loud"},
    "Lovely concert at school on Friday, thank you to everybody who helped.": {"nothing"},
    "Does anyone know when the summer fair begins? We would love to help.": {"nothing"},
    "My son lost a blue water bottle in the playground on Monday.": {"nothing"},
    "Thursday is World Book Day. In Year 3 they read a lot.": None,
    "Mae'r ysgol yn dda ac yn garedig i bawb.": {"nothing"},
    "": set(),
}  # fmt: skip


def remarks(tab: Page) -> set[str]:
    return set(tab.locator("[data-remark]:visible").evaluate_all("all => all.map((one) => one.dataset.remark)"))


def test_drafts_are_looked_at_in_the_browser_and_nowhere_else(house: House, open_tab: Callable[..., Page]) -> None:
    tab, findings = open_tab(viewport=PHONE), Findings()
    house.enter(tab, house.person("parent"))
    tab.goto(house.url("/before-you-post"))
    tab.wait_for_load_state("networkidle")
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    tab.on("request", note)
    wrong = {}
    for text, expected in DRAFTS.items():
        tab.locator("#draft").fill(text)
        tab.locator("[data-look]").click()
        found = remarks(tab)
        if expected is not None and not (expected <= found and ("nothing" in found) == ("nothing" in expected)):
            wrong[text] = found
    assert not wrong
    tab.locator("#draft").fill("Mrs Dunbar lied about that boy.")
    expect(tab.locator("[data-remark=names]")).to_contain_text("Mrs Dunbar")
    assert not asked
    look(tab, "before you post, with remarks", findings, dark=True)
    kept = tab.evaluate("[localStorage.length, sessionStorage.length, document.querySelector('#draft').form === null]")
    assert kept == [0, 0, True]
    assert not [one for one in tab.context.cookies() if "Dunbar" in one["value"]]
    tab.reload()
    expect(tab.locator("#draft")).to_have_value("")
    findings.none()


def test_without_javascript_the_questions_stand_and_lead_to_the_school(house: House, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(viewport=PHONE, java_script_enabled=False)
    house.enter(tab, house.person("parent"))
    tab.goto(house.url("/family"))
    tab.get_by_role("link", name="Before you post").first.click()
    expect(tab.locator(".pauses > li")).to_have_count(4)
    expect(tab.locator("#draft")).to_be_hidden()
    expect(tab.get_by_text("First the class teacher:")).to_be_visible()
    tab.get_by_role("link", name="Tell the school").click()
    expect(tab.get_by_role("heading", name="Tell the school about a concern")).to_be_visible()

"""A lead adapts a lesson, adds a question, sees it as a child will, publishes it; a child does it; ours changes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from esafety.core import clock
from esafety.curriculum.load import load
from esafety.curriculum.shelf import Shelf, put_up
from esafety.learning.follow_ups import woven_into
from esafety.learning.way import way_through
from tests.authoring.conftest import content_with
from tests.journeys.children import Child, Classes
from tests.journeys.desk import Desk
from tests.journeys.house import House, Person
from tests.journeys.looking import DESK, Findings, look

pytestmark = pytest.mark.journey
KEY = "age-limits/lks2"
STEM = "Amir’s club wants a group chat. Amir is too young for it. What could he do?"
ANSWERS = {
    "options.a.text": "Ask his club leader for a note on paper",
    "options.a.explanation": "All of them can read a note. Nobody has to be older for it.",
    "options.b.text": "Join with the name of his big brother",
    "options.b.explanation": "It feels like a quick fix. But then the chat thinks that Amir is older.",
    "options.c.text": "Stay away from the club",
    "options.c.explanation": "He keeps to the age line. But he misses his friends, and there is another way.",
}
SHOWS = {"options.a.grade": "secure", "options.b.grade": "misunderstood", "options.c.grade": "unsure"}


def lead_of(house: House, school_id: int) -> Person:
    """The lead of the school to which a child goes."""
    return next(one for one in (house.person("esafety-lead", place) for place in (0, 1)) if one.school_id == school_id)


def test_a_lesson_is_adapted_published_done_and_brought_up_to_date(house: House, open_tab: Callable[..., Page]) -> None:
    classes, findings = Classes(house), Findings()
    (child,) = classes.children(KEY, 1)
    tab = open_tab(viewport=DESK)
    house.enter(tab, lead_of(house, child.school_id))
    _begin_a_question(tab, house, findings)
    _write_it_while_the_check_looks_on(tab, findings)
    _see_it_as_a_child(tab, findings)
    _change_words_and_a_picture(tab, findings)
    _publish(tab, findings)
    _a_child_does_it(Desk(open_tab(viewport=DESK), house, scripts=True), classes, child)
    _ours_changes_and_both_are_kept(tab, house, findings)
    findings.none()


def _begin_a_question(tab: Page, house: House, findings: Findings) -> None:
    tab.goto(house.url("/lead/lessons?for=lks2"))
    look(tab, "our lessons", findings, dark=True)
    tab.get_by_role("link", name="The app that asked for a birthday", exact=True).click()
    look(tab, "a lesson", findings, dark=True)
    tab.get_by_role("link", name="Add a question").click()
    tab.get_by_label(re.compile("What would you do")).check()
    look(tab, "adding a question", findings)
    tab.get_by_role("button", name="Add it").click()


def _write_it_while_the_check_looks_on(tab: Page, findings: Findings) -> None:
    tab.locator("[name='stem']").fill(STEM)
    expect(tab.locator("p[data-summary]")).to_contain_text("to mend before it can be published")
    expect(tab.locator("[data-findings='options.a.text'] p")).to_contain_text("is empty")
    look(tab, "a question with findings", findings, dark=True)
    for name, words in ANSWERS.items():
        tab.locator(f"[name='{name}']").fill(words)
    for name, grade in SHOWS.items():
        tab.locator(f"select[name='{name}']").select_option(grade)
    expect(tab.locator("p[data-summary]")).to_contain_text("1 thing to mend")
    tab.locator("select[name='options.b.misconception']").select_option("older-persons-account-is-fine")
    expect(tab.locator("p[data-summary]")).to_contain_text("Nothing here keeps it from being published.")
    expect(tab.locator("[data-findings='options.a.text'] p")).to_have_count(0)


def _see_it_as_a_child(tab: Page, findings: Findings) -> None:
    tab.get_by_role("button", name="Save and see it as they will").click()
    expect(tab.get_by_role("note")).to_contain_text("Preview")
    look(tab, "a preview", findings)
    tab.locator("label.option", has_text=ANSWERS["options.b.text"]).click()
    tab.get_by_role("button", name="This is my answer").click()
    expect(tab.locator("#feedback")).to_contain_text("quick fix")
    tab.get_by_role("link", name="Back to the draft").first.click()
    look(tab, "a draft", findings, dark=True)


def _change_words_and_a_picture(tab: Page, findings: Findings) -> None:
    tab.get_by_role("link", name="The words of the lesson").click()
    tab.get_by_label("Questions asked in one go").select_option("all")
    tab.get_by_label("Title").fill("The line in our park")
    tab.get_by_role("button", name="Save and go back to the lesson").click()
    tab.locator("#steps\\.hook a").click()
    tab.get_by_role("button", name="Another picture").click()
    look(tab, "choosing a picture", findings)
    tab.get_by_label("What is to be seen").fill("height line")
    tab.get_by_role("button", name="Look for it").click()
    tab.locator(".picture-tile").first.click()
    expect(tab.get_by_text("Saved.")).to_be_visible()


def _publish(tab: Page, findings: Findings) -> None:
    tab.get_by_role("link", name="The line in our park").click()
    tab.get_by_role("link", name="Publish").click()
    look(tab, "publishing", findings)
    tab.get_by_role("button", name="Publish").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("“The line in our park” is published")


def _a_child_does_it(device: Desk, classes: Classes, child: Child) -> None:
    device.come_in(child)
    device.open_lesson(KEY)
    expect(device.tab.get_by_role("heading", level=1)).to_have_text("The line in our park")
    device.press("Start")
    device.stands_at(0)
    attempt = classes.attempt_of(child, KEY)
    shelf = Shelf(device.house.database)
    put_up(shelf)
    with device.house.database.reading(school_id=child.school_id) as db:
        edition = shelf.edition(db, attempt.version_id)
        facts = shelf.library().facts_on(clock.school_day(clock.now()))
        way = way_through(edition, attempt.seed, facts, woven_into(db, attempt))
    device.walk(way)
    lesson = edition.item
    asked = lesson.quiz.questions[-1]
    assert asked.stem == STEM
    assert asked.id in classes.answers_of(attempt)


def _ours_changes_and_both_are_kept(tab: Page, house: House, findings: Findings) -> None:
    with house.database.across_schools("a journey brings a newer version") as db:
        load(
            db, content_with(KEY, {"title": "The birthday app", "aim": "Children can say why an age line is there."}), clock.now()
        )
    tab.goto(house.url("/lead/lessons?for=lks2"))
    tab.get_by_role("link", name="The line in our park", exact=True).first.click()
    look(tab, "ours has changed", findings, dark=True)
    tab.get_by_role("group", name="Which one stays?").get_by_label("Yours").check()
    tab.get_by_role("button", name="Make one of both").click()
    expect(tab.get_by_text("The library’s changes are in your draft.")).to_be_visible()
    tab.get_by_role("link", name="The words of the lesson").click()
    expect(tab.get_by_label("Title")).to_have_value("The line in our park")
    expect(tab.get_by_label("Aim")).to_have_value("Children can say why an age line is there.")

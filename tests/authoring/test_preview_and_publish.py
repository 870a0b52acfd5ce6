"""A draft is seen as pupils see it without anything being kept, and published once the check lets it through."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, select

from esafety.authoring.rules.showable import showable
from esafety.curriculum.shelf import library
from esafety.curriculum.stored import to_json
from esafety.learning.models import Answer, Attempt, ModuleAttempt
from esafety.learning.way import way_of
from tests.authoring.conftest import KEY, LIST, Desk
from tests.harness.curriculum import our_content
from tests.harness.people import Enter


def _kept(desk: Desk) -> list[int | None]:
    with desk.database.reading(school_id=desk.school.id) as db:
        return [db.scalar(select(func.count()).select_from(model)) for model in (Attempt, Answer, ModuleAttempt)]


@pytest.mark.parametrize(
    "key", [KEY, "tell-an-adult/ks1", "kind-communication/uks2", "age-limits/parents", "incident-response/staff"]
)
def test_every_screen_is_shown_answered_and_forgotten(desk: Desk, key: str) -> None:
    desk.adapt(key)
    screens = len(way_of(showable(desk.body(key)).lesson, 1))
    page = desk.visitor.open(desk.address("preview", "0", key=key))
    for place in range(screens):
        page = desk.visitor.open(desk.address("preview", str(place), key=key))
        assert "Preview Nothing is kept." in page.text
        if "This is my answer" in page.buttons:
            assert "Choose your answer first." in page.press("This is my answer").text or page.find("//select")
    assert page.follow("Back to the draft").heading.startswith("Draft")
    assert desk.visitor.client.get(desk.address("preview", str(screens), key=key)).status_code == 404
    assert _kept(desk) == [0, 0, 0]


def test_an_answer_shows_what_it_shows(desk: Desk) -> None:
    desk.adapt()
    page = desk.visitor.open(desk.address("preview", "0"), query={"part": "quiz.q1"})
    option = desk.lesson().get_question("q1").options[0]  # type: ignore[union-attr]
    answered = page.choose(option.text).press("This is my answer")
    assert option.explanation in answered.text


def test_a_story_is_followed_to_its_end(desk: Desk) -> None:
    key, story = next(
        (one.item.key, question)
        for one in our_content().lessons
        for question in one.item.quiz.questions
        if question.kind == "branching"
    )
    desk.adapt(key)
    page = desk.visitor.open(desk.address("preview", "0", key=key), query={"part": f"quiz.{story.id}"})
    for _turn in range(3):
        if "This is my answer" not in page.buttons:
            break
        way = page.find("//input[@type='radio']/@value")[0]
        page.find("//input[@type='radio']")[0].set("checked", "")
        page = page.press("This is my answer")
        assert way
    assert any(ending.explanation in page.text for ending in story.endings)


def test_what_is_unfinished_is_left_out_and_said(desk: Desk) -> None:
    desk.visitor.open(f"{LIST}/add-question/{KEY}").choose("A story with turns and endings").press("Add it")
    assert "1 unfinished piece is left out." in desk.visitor.open(desk.address("preview", "0")).text


@pytest.mark.parametrize(
    "change", [{"steps": []}, {"quiz": {"draw": 6, "questions": []}}, {"title": ""}, {"minutes": "?"}, {"steps": [], "quiz": {}}]
)
def test_a_draft_with_gaps_breaks_no_page(desk: Desk, change: dict[str, Any]) -> None:
    desk.adapt()
    desk.change_behind(**change)
    for more in ((), ("preview", "0"), ("publish",), ("part", "about")):
        assert desk.visitor.open(desk.address(*more)).status == 200


def test_everything_that_is_whole_can_be_shown() -> None:
    for lesson in our_content().lessons:
        assert showable(to_json(lesson.item)).left_out == (), lesson.file


@pytest.mark.both_databases
def test_a_draft_is_published_and_pupils_get_it(desk: Desk, enter: Enter) -> None:
    desk.adapt()
    desk.visitor.open(desk.address("part", "about")).write("Title", "Lines in our park").press("Save")
    assert desk.lesson().title != "Lines in our park"
    page = desk.visitor.open(desk.address("publish"))
    done = page.press("Publish")
    assert done.heading == "“Lines in our park” is published"
    assert desk.lesson().title == "Lines in our park"
    assert library().lesson(KEY).item.title != "Lines in our park", "other schools keep ours"
    assert page.press("Publish").heading == done.heading, "pressed twice, published once"
    assert "adapted" in desk.visitor.open(LIST, query={"for": "lks2"}).text


def test_mistakes_stop_publishing_and_lead_to_their_place(desk: Desk) -> None:
    desk.adapt()
    button = desk.visitor.open(desk.address("publish"))
    desk.visitor.open(desk.address("part", "quiz.q1")).write("Question", "").press("Save")
    told = button.press("Publish")
    assert told.status == 422
    assert "1 thing to mend first" in told.text
    assert "Publish" not in told.buttons
    assert told.find("//main//a[contains(@href, '/part/quiz.q1')]")
    assert desk.lesson().get_question("q1").stem


def test_what_somebody_else_wrote_meanwhile_is_not_published_unseen(desk: Desk) -> None:
    desk.adapt()
    page = desk.visitor.open(desk.address("publish"))
    desk.change_behind(title="Theirs")
    told = page.press("Publish")
    assert told.status == 422
    assert "Somebody else changed the draft" in told.text
    assert desk.lesson().title != "Theirs"


def test_a_published_version_is_no_draft_any_more(desk: Desk) -> None:
    desk.adapt()
    address = desk.address()
    desk.visitor.open(desk.address("publish")).press("Publish")
    for more in ("", "/part/about", "/preview/0", "/publish", "/picture/steps.hook"):
        assert desk.visitor.client.get(address + more).status_code == 303
    token = desk.visitor.open(LIST).find("//input[@name='csrf']")[0].get("value")
    for more in ("/arrange", "/steps", "/activity", "/check/about"):
        assert desk.visitor.client.post(address + more, data={"csrf": token, "kind": "learn"}).status_code == 404

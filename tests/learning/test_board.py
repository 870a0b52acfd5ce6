"""A lesson at the board: hands are counted for the class, and nothing is kept for a pupil."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from esafety.core import clock
from esafety.curriculum.shapes import Choice, Order, OrderItem, Several, Tick, TrueOrNot
from esafety.curriculum.shelf import library
from esafety.learning.models import Answer, Attempt, ClassLesson, HandsUp, Standing
from esafety.learning.rules.hands import ANOTHER_WAY, LIKE_THIS, countable, read_hands
from esafety.learning.way import Screen, way_through
from tests.harness.curriculum import load_ours
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.learning.conftest import LESSON, Classroom


@pytest.fixture
def teacher(classroom: Classroom, enter: Enter) -> Visitor:
    """The teacher of the class, at the board."""
    classroom.pupil()
    return enter.as_staff(classroom.make.staff("teacher", classes=(classroom.school_class,)))


def begin(classroom: Classroom, teacher: Visitor) -> Page:
    title = library().lesson(LESSON).item.title
    return teacher.open(f"/teach/classes/{classroom.school_class.id}/board").press(f"Start: {title}")


def lesson(classroom: Classroom) -> ClassLesson:
    with classroom.database.reading(school_id=classroom.school_class.school_id) as db:
        return db.scalars(select(ClassLesson)).one()


def way(classroom: Classroom) -> tuple[Screen, ...]:
    facts = library().facts_on(clock.school_day(clock.now()))
    return way_through(library().lesson(LESSON), lesson(classroom).seed, facts)


def hands(classroom: Classroom) -> dict[str, int]:
    with classroom.database.reading(school_id=classroom.school_class.school_id) as db:
        return {row.option_id: row.hands for row in db.scalars(select(HandsUp))}


def question(classroom: Classroom, teacher: Visitor) -> tuple[Screen, Page]:
    """A question of the quiz in which one option is chosen, on the board."""
    begin(classroom, teacher)
    shown = next(screen for screen in way(classroom) if screen.counts and isinstance(screen.question, Choice))
    return shown, teacher.open(f"/board/{lesson(classroom).id}/{shown.place}")


def test_a_lesson_goes_from_first_to_last_screen_and_can_be_left_and_taken_up(classroom: Classroom, teacher: Visitor) -> None:
    page = begin(classroom, teacher)
    assert page.press("On").url.endswith("/1")
    title = library().lesson(LESSON).item.title
    page = teacher.open(f"/teach/classes/{classroom.school_class.id}/board").press(f"Go on: {title}")
    assert page.url.endswith("/1")
    for _screen in range(len(way(classroom)) - 2):
        page = page.press("On")
    assert "done" in page.press("End the lesson").text
    assert lesson(classroom).finished_at is not None


def test_hands_are_counted_shown_and_corrected(classroom: Classroom, teacher: Visitor) -> None:
    shown, page = question(classroom, teacher)
    assert isinstance(shown.question, Choice)
    first, second = shown.question.options[:2]
    page = page.write(f"Hands for: {first.text}", "17").write(f"Hands for: {second.text}", "8").press("Count these hands")
    assert "17" in page.text
    assert "fits" in page.text
    page = page.follow("Count again").write(f"Hands for: {first.text}", "18").press("Count these hands")
    assert hands(classroom) == {first.id: 18, second.id: 8, **{one.id: 0 for one in shown.question.options[2:]}}


def test_they_say_something_about_the_class_and_nothing_about_a_pupil(
    classroom: Classroom, teacher: Visitor, enter: Enter
) -> None:
    shown, page = question(classroom, teacher)
    assert isinstance(shown.question, Choice)
    good = next(option for option in shown.question.options if option.grade == "secure")
    bad = next(option for option in shown.question.options if option.grade != "secure")
    page.write(f"Hands for: {good.text}", "20").write(f"Hands for: {bad.text}", "5").press("Count these hands")
    page = teacher.open(f"/lead/classes/{classroom.school_class.id}")
    assert "20 of 25 hands went up for a secure answer." in page.text
    lead = enter.as_staff(classroom.make.staff("lead", name="Lea Dale"))
    assert "At the board, 20 of 25 hands went up" in lead.open("/lead/expectations/age-limits").text
    with classroom.database.reading(school_id=classroom.school_class.school_id) as db:
        assert [db.scalar(select(func.count()).select_from(model)) for model in (Answer, Attempt, Standing)] == [0, 0, 0]


@pytest.mark.parametrize("typed", ["", "0", "-3", "a lot", "100", "1.5", "²"])
def test_what_is_no_number_of_hands_is_told(classroom: Classroom, teacher: Visitor, typed: str) -> None:
    shown, page = question(classroom, teacher)
    assert isinstance(shown.question, Choice)
    token = page.find("//input[@name='csrf']/@value")[0]
    sent = {"csrf": token, f"hands-{shown.question.options[0].id}": typed}
    assert teacher.client.post(page.url, data=sent).status_code == 422
    assert hands(classroom) == {}


def test_a_question_can_be_shown_without_counting(classroom: Classroom, teacher: Visitor) -> None:
    _shown, page = question(classroom, teacher)
    assert "fits" in page.follow("Show what fits").text
    assert page.press("On").status == 200
    assert hands(classroom) == {}


def test_every_screen_of_every_lesson_can_stand_on_the_board(classroom: Classroom, teacher: Visitor) -> None:
    begin(classroom, teacher)
    for screen in way(classroom):
        for query in ("", "?show=yes"):
            assert teacher.client.get(f"/board/{lesson(classroom).id}/{screen.place}{query}").status_code == 200


def test_the_youngest_see_a_picture_beside_each_answer(make: Make, enter: Enter) -> None:
    load_ours(make.database)
    room = Classroom(make, make.database, make.school_class("1 Elm", year_group=1))
    young = library().lesson("tell-an-adult/ks1")
    page = enter.as_staff(make.staff("teacher", classes=(room.school_class,))).open(
        f"/teach/classes/{room.school_class.id}/board"
    )
    page = page.press(f"Start: {young.item.title}")
    pictures = []
    for screen in way_through(young, lesson(room).seed, library().facts_on(clock.school_day(clock.now())))[:-1]:
        parts = [*getattr(screen.question, "options", ()), *getattr(screen.question, "items", ())]
        seen = [part.picture for part in parts if part.picture]
        assert all(f"/{name}." in page.html for name in seen)
        pictures += seen
        page = page.press("On")
    assert pictures


def test_the_board_says_when_several_answers_fit(classroom: Classroom, teacher: Visitor) -> None:
    begin(classroom, teacher)
    for screen in way(classroom):
        page = teacher.open(f"/board/{lesson(classroom).id}/{screen.place}")
        assert ("Choose all that fit." in page.text) == isinstance(screen.question, Several)


def test_another_teacher_finds_neither_the_class_nor_its_lesson(classroom: Classroom, teacher: Visitor, enter: Enter) -> None:
    begin(classroom, teacher)
    other = enter.as_staff(classroom.make.staff("teacher", name="Kit Lowe"))
    assert other.open(f"/teach/classes/{classroom.school_class.id}/board").status == 404
    assert other.open(f"/board/{lesson(classroom).id}/0").status == 404


def test_hands_go_up_for_each_option_or_for_what_fits() -> None:
    ticks = (Tick(id="a", text="a", right=True, explanation="e"), Tick(id="b", text="b", right=False, explanation="e"))
    several = Several(id="q", kind="several", stem="?", options=ticks, explanations={}, misconception="m")
    statement = TrueOrNot(id="q", kind="true-or-not", stem="?", answer="not", explanations={}, misconception="m")
    order = Order(id="q", kind="order", stem="?", items=(OrderItem(id="a", text="a"),), explanations={})
    assert [(one.id, one.grade, one.misconception) for one in countable(several)] == [
        ("a", "secure", None),
        ("b", "misunderstood", "m"),
    ]
    assert [(one.id, one.grade) for one in countable(statement)] == [("true", "misunderstood"), ("not", "secure")]
    assert [one.id for one in countable(order)] == [LIKE_THIS, ANOTHER_WAY]
    assert read_hands({"a": "3", "b": ""}, countable(several)) == {"a": 3, "b": 0}
    assert read_hands({"a": "", "b": ""}, countable(several)) is None

"""A story that branches: turn by turn, saved as it goes, and weighed only at its end."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from esafety.curriculum.shapes import Branching, Ending, Turn, Way
from esafety.curriculum.shelf import library
from esafety.curriculum.stories import chance_of_a_secure_ending, leads_to_a_secure_ending, ways_through
from esafety.learning.rules import Incomplete, NotAnAnswer, UnknownOption, arrange, mark
from esafety.learning.rules.revealing import revealed_by
from esafety.learning.way import Screen, way_of
from esafety.people.models import Pupil
from tests.harness.people import Enter
from tests.learning.conftest import Classroom
from tests.learning.test_a_pupils_lesson import Desk, sit

__all__ = ["sit"]
LESSON = "kind-communication/lks2"
STORY = Branching(
    id="s",
    kind="branching",
    stem="It happens.",
    turns=(
        Turn(id="first", text="What now?", options=(Way(id="a", text="A", then="second"), Way(id="b", text="B", then="third"))),
        Turn(id="second", text="And now?", options=(Way(id="c", text="C", then="good"), Way(id="d", text="D", then="bad"))),
        Turn(id="third", text="And then?", options=(Way(id="e", text="E", then="half"), Way(id="f", text="F", then="bad"))),
    ),
    endings=(
        Ending(id="good", text="Good.", grade="secure", explanation="Because."),
        Ending(id="half", text="Half.", grade="developing", explanation="Nearly."),
        Ending(id="bad", text="Bad.", grade="misunderstood", misconception="m", explanation="Many do."),
    ),
)


@pytest.mark.parametrize(
    ("taken", "grade", "misconception"),
    [(("a", "c"), "secure", None), (("a", "d"), "misunderstood", "m"), (("b", "e"), "developing", None)],
)
def test_the_ending_says_what_the_way_there_shows(taken: tuple[str, ...], grade: str, misconception: str | None) -> None:
    found = mark(STORY, taken)
    assert (found.grade, found.misconception) == (grade, misconception)


def test_a_story_that_goes_on_is_not_an_answer_yet() -> None:
    with pytest.raises(Incomplete):
        mark(STORY, ("a",))


@pytest.mark.parametrize("taken", [("c",), ("a", "e"), ("a", "c", "a"), ("nothing",)])
def test_what_was_not_offered_there_cannot_be_chosen(taken: tuple[str, ...]) -> None:
    with pytest.raises(UnknownOption):
        mark(STORY, taken)
    with pytest.raises(NotAnAnswer):
        mark(STORY, frozenset(taken))


def test_its_ways_chances_and_misconceptions_are_known() -> None:
    assert {taken for taken, _ending in ways_through(STORY)} == {("a", "c"), ("a", "d"), ("b", "e"), ("b", "f")}
    assert chance_of_a_secure_ending(STORY) == pytest.approx(1 / 4)
    assert [leads_to_a_secure_ending(STORY, one) for one in "abcf"] == [True, False, True, False]
    assert revealed_by(STORY) == {"m"}
    assert {arrange(STORY, seed=seed)[0] for seed in range(20)} == {"a", "b"}


@pytest.fixture
def told(classroom: Classroom) -> tuple[Pupil, int, Screen]:
    """A pupil before the story of a lesson."""
    classroom.set_lesson(LESSON)
    ann = classroom.pupil()
    lesson = library().lesson(LESSON).item
    for _turn in range(60):
        attempt_id = classroom.begin(ann, LESSON, place=99)
        attempt = classroom.attempt(attempt_id)
        for screen in way_of(lesson, attempt.seed):
            if isinstance(screen.question, Branching):
                return ann, attempt_id, screen
        _finish(classroom, attempt_id)
    raise AssertionError("no attempt drew the story")


def _finish(classroom: Classroom, attempt_id: int) -> None:
    with classroom.database.transaction(school_id=classroom.school_class.school_id) as db:
        from esafety.core import clock
        from esafety.learning.models import Attempt

        db.get_one(Attempt, (classroom.school_class.school_id, attempt_id)).finished_at = clock.now()


def way_to(screen: Screen, grade: str) -> tuple[str, ...]:
    assert isinstance(screen.question, Branching)
    return next(taken for taken, ending in ways_through(screen.question) if ending.grade == grade)


def text_of(screen: Screen, option: str) -> str:
    assert isinstance(screen.question, Branching)
    return next(way.text for turn in screen.question.turns for way in turn.options if way.id == option)


def test_a_pupil_goes_turn_by_turn_without_scripts(classroom: Classroom, told: tuple[Pupil, int, Screen], enter: Enter) -> None:
    ann, attempt_id, screen = told
    first, second = way_to(screen, "secure")
    page = enter.as_pupil(ann).open(f"/attempt/{attempt_id}/{screen.place}")
    assert screen.question is not None
    assert screen.question.stem in page.text
    page = page.choose(text_of(screen, first)).press("This is my answer")
    assert "You chose:" in page.text
    assert page.find("//section[@id='story'][@data-focus]")
    (kept,) = classroom.answers(attempt_id)
    assert (json.loads(kept.chosen), kept.counts) == ([first], False)
    page = page.choose(text_of(screen, second)).press("This is my answer")
    assert "Yes, that works!" in page.text
    (kept,) = classroom.answers(attempt_id)
    assert (json.loads(kept.chosen), kept.grade, kept.counts) == ([first, second], "secure", True)
    assert not page.find("//section[@id='story'][@data-focus]")


def test_what_was_chosen_stays_on_another_device_and_after_a_second_press(
    classroom: Classroom, told: tuple[Pupil, int, Screen], sit: Callable[[Pupil], Desk], enter: Enter
) -> None:
    ann, attempt_id, screen = told
    first, second = way_to(screen, "misunderstood")
    other = way_to(screen, "secure")[0]
    address, desk = f"/attempt/{attempt_id}/{screen.place}", sit(ann)
    for turn, choice in (("0", first), ("0", first), ("0", other)):
        assert desk.post(address, turn=turn, choice=choice) == 303
    assert json.loads(classroom.answers(attempt_id)[0].chosen) == [first]
    page = enter.as_pupil(ann).open(address)
    assert text_of(screen, first) in page.text
    for turn, choice in (("1", second), ("1", second), ("2", second)):
        assert desk.post(address, turn=turn, choice=choice) == 303
    (kept,) = classroom.answers(attempt_id)
    assert (json.loads(kept.chosen), kept.grade) == ([first, second], "misunderstood")
    assert kept.misconception


def test_half_a_story_lets_nobody_on_and_counts_for_nothing(
    classroom: Classroom, told: tuple[Pupil, int, Screen], sit: Callable[[Pupil], Desk]
) -> None:
    ann, attempt_id, screen = told
    address, desk = f"/attempt/{attempt_id}/{screen.place}", sit(ann)
    desk.post(address, turn="0", choice=way_to(screen, "secure")[0])
    assert desk.client.post(f"{address}/on", data={"csrf": desk.token}).location == address
    assert not [answer for answer in classroom.answers(attempt_id) if answer.counts]


@pytest.mark.parametrize("sent", [{"choice": "nothing"}, {"choice": "x" * 900, "turn": "0"}, {"choice": "-1", "turn": "0"}])
def test_what_a_turn_does_not_offer_changes_nothing(
    classroom: Classroom, told: tuple[Pupil, int, Screen], sit: Callable[[Pupil], Desk], sent: dict[str, str]
) -> None:
    ann, attempt_id, screen = told
    desk = sit(ann)
    assert desk.post(f"/attempt/{attempt_id}/{screen.place}", **sent) == 404
    assert desk.post(f"/attempt/{attempt_id}/{screen.place}", turn="7", choice="wait") == 303
    assert classroom.answers(attempt_id) == []


def test_an_empty_turn_gets_a_kind_sentence(classroom: Classroom, told: tuple[Pupil, int, Screen], enter: Enter) -> None:
    ann, attempt_id, screen = told
    page = enter.as_pupil(ann).open(f"/attempt/{attempt_id}/{screen.place}").press("This is my answer")
    assert "Choose your answer first." in page.text
    assert page.status == 422

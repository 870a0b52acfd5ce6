"""What was misunderstood comes back two and six weeks later, inside another lesson, with another question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import select

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.learning.evidence import evidence_of
from esafety.learning.follow_ups import woven_into
from esafety.learning.models import FollowUp, HeldMisconception, Standing
from esafety.learning.rules.again import ACTIVITY, MOST_IN_A_LESSON, Wish, askable, days_to_ask, find_questions, name_of
from esafety.learning.rules.revealing import revealed_by
from esafety.learning.way import Screen, way_of
from esafety.people.models import Pupil
from tests.harness.people import Enter
from tests.learning.conftest import Classroom
from tests.learning.sending import all_fields_for, fields_for
from tests.learning.test_a_pupils_lesson import Desk, do_lesson, sit

__all__ = ["sit"]
FIRST, LATER, LAST = "kind-communication/lks2", "age-limits/lks2", "images-of-others/lks2"


@contextmanager
def weeks_later(weeks: int) -> Iterator[None]:
    with time_machine.travel(clock.now() + timedelta(weeks=weeks, hours=1)):
        yield


def way_of_attempt(classroom: Classroom, attempt_id: int) -> tuple[Screen, ...]:
    attempt = classroom.attempt(attempt_id)
    with classroom.database.reading(school_id=attempt.school_id) as db:
        return way_of(library().lesson(attempt.lesson_key).item, attempt.seed, woven_into(db, attempt))


def coming_back(classroom: Classroom, attempt_id: int) -> list[Screen]:
    return [screen for screen in way_of_attempt(classroom, attempt_id) if screen.remembers]


def do_all(classroom: Classroom, desk: Desk, attempt_id: int, *, right: bool = True) -> None:
    """Every screen of the way, what comes back included."""
    for screen in way_of_attempt(classroom, attempt_id):
        address = f"/attempt/{attempt_id}/{screen.place}"
        if screen.question is not None:
            for fields in all_fields_for(screen.question, right=right):
                assert desk.post(address, **fields) == 303
        assert desk.post(f"{address}/on") == 303


def planned(classroom: Classroom, pupil: Pupil) -> list[FollowUp]:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        return list(db.scalars(select(FollowUp).where(FollowUp.pupil_id == pupil.id).order_by(FollowUp.due_on, FollowUp.about)))


def held(classroom: Classroom, pupil: Pupil) -> set[str]:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        mine = (HeldMisconception.pupil_id == pupil.id, HeldMisconception.cleared_at.is_(None))
        return set(db.scalars(select(HeldMisconception.misconception).where(*mine)))


@pytest.fixture
def ann(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> Pupil:
    """A pupil who misunderstood a lesson."""
    pupil = classroom.pupil()
    do_lesson(classroom, sit(pupil), classroom.begin(pupil, FIRST), right=False)
    return pupil


def test_what_was_misunderstood_is_planned_for_two_and_six_weeks_later(classroom: Classroom, ann: Pupil) -> None:
    found = planned(classroom, ann)
    today = clock.school_day(clock.now())
    assert {one.due_on for one in found} == {today + timedelta(weeks=2), today + timedelta(weeks=6)}
    assert {one.about for one in found} == held(classroom, ann)


def test_a_lesson_before_that_day_is_an_ordinary_one(classroom: Classroom, ann: Pupil) -> None:
    assert classroom.attempt(classroom.begin(ann, LATER)).woven == ""


def test_a_later_lesson_asks_again_before_its_quiz(classroom: Classroom, ann: Pupil, enter: Enter) -> None:
    with weeks_later(2):
        attempt_id = classroom.begin(ann, LATER, place=99)
        back = coming_back(classroom, attempt_id)
        assert 1 <= len(back) <= MOST_IN_A_LESSON
        way = way_of_attempt(classroom, attempt_id)
        assert way[back[-1].place + 1].counts
        page = enter.as_pupil(ann).open(f"/attempt/{attempt_id}/{back[0].place}")
        assert "Do you remember?" in page.text
        assert back[0].remembers in page.text


def test_the_answer_counts_where_it_belongs_and_clears_what_was_misunderstood(
    classroom: Classroom, ann: Pupil, sit: Callable[[Pupil], Desk]
) -> None:
    before = held(classroom, ann)
    with weeks_later(2):
        attempt_id = classroom.begin(ann, LATER)
        back = coming_back(classroom, attempt_id)
        do_all(classroom, sit(ann), attempt_id)
        answered = [one for one in planned(classroom, ann) if one.answered_at]
        assert len(answered) == len(back)
        assert {one.grade for one in answered} == {"secure"}
        assert not {one.about for one in answered} & held(classroom, ann)
        assert held(classroom, ann) < before
        with classroom.database.reading(school_id=ann.school_id) as db:
            evidence = evidence_of(db, pupil_id=ann.id, expectation="kind-communication")
            assert len({one.day for one in evidence}) == 2
            taught = set(db.scalars(select(Standing.expectation).where(Standing.pupil_id == ann.id)))
            assert taught == {"kind-communication", "age-limits"}
            # The lesson it stood in is weighed without it.
            assert db.get_one(Standing, (ann.school_id, ann.id, "age-limits")).level == "developing"
        assert classroom.attempt(attempt_id).outcome == "secure"
    with weeks_later(6):
        assert coming_back(classroom, classroom.begin(ann, LAST))


def test_what_is_still_misunderstood_is_put_off_and_comes_back_twice_more(
    classroom: Classroom, ann: Pupil, sit: Callable[[Pupil], Desk]
) -> None:
    with weeks_later(2):
        attempt_id = classroom.begin(ann, LATER)
        do_all(classroom, sit(ann), attempt_id, right=False)
        today = clock.school_day(clock.now())
        wrong = {one.about for one in planned(classroom, ann) if one.answered_at and one.grade == "misunderstood"}
        assert wrong
        for about in wrong & held(classroom, ann):
            waiting = [one.due_on for one in planned(classroom, ann) if one.about == about and not one.answered_at]
            assert waiting == [today + timedelta(weeks=2), today + timedelta(weeks=6)]


def test_a_double_click_and_a_second_device_count_once(classroom: Classroom, ann: Pupil, sit: Callable[[Pupil], Desk]) -> None:
    with weeks_later(2):
        attempt_id = classroom.begin(ann, LATER, place=99)
        first = coming_back(classroom, attempt_id)[0]
        assert first.question is not None
        address, tab = f"/attempt/{attempt_id}/{first.place}", sit(ann)
        for who, right in ((tab, True), (tab, True), (tab, False)):
            assert who.post(address, **fields_for(first.question, right=right)) == 303
        (done,) = [one for one in planned(classroom, ann) if one.answered_at]
        assert done.grade == "secure"


def test_a_lesson_that_was_left_keeps_what_comes_back_in_it(classroom: Classroom, ann: Pupil) -> None:
    with weeks_later(2):
        attempt_id = classroom.begin(ann, LATER)
        before = classroom.attempt(attempt_id).woven
        assert classroom.begin(ann, LATER) == attempt_id
        assert classroom.attempt(attempt_id).woven == before != ""


def test_who_knows_meets_the_same_idea_again_and_becomes_secure(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    bo = classroom.pupil("Bo")
    do_lesson(classroom, sit(bo), classroom.begin(bo, FIRST))
    assert {one.about for one in planned(classroom, bo)} == {"kind-communication"}
    with weeks_later(2):
        do_all(classroom, sit(bo), classroom.begin(bo, LATER))
        with classroom.database.reading(school_id=bo.school_id) as db:
            assert db.get_one(Standing, (bo.school_id, bo.id, "kind-communication")).level == "secure"


DUE = date(2026, 9, 21)


def test_misconceptions_come_first_each_thing_once_and_no_question_twice(classroom: Classroom) -> None:
    lessons = library().lessons_for("lks2")
    names = [name for question in lessons[0].item.quiz.questions for name in sorted(revealed_by(question))]
    wishes = [
        Wish("kind-communication", "kind-communication", DUE - timedelta(weeks=9)),
        *(Wish(name, lessons[0].item.expectation, due) for name in names for due in days_to_ask(DUE)),
    ]
    found = find_questions(wishes, lessons=lessons, met=frozenset(), seed=1)
    assert len(found) == len({one.wish.about for one in found}) == len({name_of(one) for one in found}) == MOST_IN_A_LESSON
    assert all(one.wish.about in revealed_by(one.question) for one in found)


def test_a_question_that_was_not_met_is_preferred(classroom: Classroom) -> None:
    lessons = library().lessons_for("lks2")
    wish = Wish(lessons[0].item.expectation, lessons[0].item.expectation, DUE)
    every = {f"{lessons[0].key}/{question.id}" for question in lessons[0].item.quiz.questions}
    for new in sorted(every):
        (found,) = find_questions([wish], lessons=lessons, met=frozenset(every - {new}), seed=3)
        assert name_of(found) == new


def test_what_was_only_tried_out_comes_before_what_was_answered(classroom: Classroom) -> None:
    lessons = library().lessons_for("lks2")
    name, activity, edition = next(
        (name, f"{one.key}/{ACTIVITY}{activity.id}", one)
        for one in lessons
        for activity in one.item.activities
        for name in sorted(revealed_by(activity))
    )
    every = frozenset(f"{one.key}/{question.id}" for one in lessons for question in one.item.quiz.questions)
    (found,) = find_questions([Wish(name, edition.item.expectation, DUE)], lessons=[edition], met=every, seed=1)
    assert name_of(found).startswith(f"{edition.key}/{ACTIVITY}")
    assert activity in {f"{edition.key}/{one}" for one in askable(edition.item)}

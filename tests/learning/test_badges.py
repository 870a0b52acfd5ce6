"""The badge of a strand is won with the last of its lessons that were set, and never taken away."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.learning.badges import all_won, strands_won, win
from esafety.learning.models import StrandBadge
from esafety.learning.rules.strands import strands_done
from esafety.people.models import Pupil
from tests.harness.people import Enter
from tests.learning.conftest import Classroom

LESSONS = {"a": "one", "b": "one", "c": "two", "d": "three"}


@pytest.mark.parametrize(
    ("lesson_set", "badges", "strands"),
    [
        ("ab", "a", set()),
        ("ab", "ab", {"one"}),
        ("a", "ab", {"one"}),
        ("abc", "ac", {"two"}),
        ("", "abcd", set()),
        ("x", "x", set()),
    ],
)
def test_a_strand_is_done_when_all_its_lessons_that_were_set_have_their_badge(
    lesson_set: str, badges: str, strands: set[str]
) -> None:
    assert strands_done(LESSONS, lesson_set=lesson_set, badges=badges) == strands


def same_strand() -> list[str]:
    """Two lessons of one strand for this class."""
    strands: dict[str, list[str]] = {}
    for one in library().lessons_for("lks2"):
        strands.setdefault(library().expectation(one.item.expectation).strand, []).append(one.key)
    return next(keys for keys in strands.values() if len(keys) > 1)[:2]


def give(classroom: Classroom, pupil: Pupil, key: str) -> None:
    with classroom.database.transaction(school_id=pupil.school_id) as db:
        win(db, pupil_id=pupil.id, lesson_key=key, band="lks2", at=clock.now())


def test_the_last_lesson_of_a_strand_wins_its_badge_once(classroom: Classroom, enter: Enter) -> None:
    first, second = same_strand()
    for key in (first, second):
        classroom.set_lesson(key)
    ann = classroom.pupil()
    give(classroom, ann, first)
    with classroom.database.reading(school_id=ann.school_id) as db:
        assert strands_won(db, pupil_id=ann.id) == ()
    for _press in range(2):
        give(classroom, ann, second)
    strand = library().expectation(library().lesson(first).item.expectation).strand
    with classroom.database.reading(school_id=ann.school_id) as db:
        assert strands_won(db, pupil_id=ann.id) == (strand,)
        assert len(db.scalars(select(StrandBadge)).all()) == 1
        assert len(all_won(db)) == len(all_won(db, pupil_ids=(ann.id,))) == 3
    assert "The whole island!" in enter.as_pupil(ann).open("/path").text


def test_a_lesson_that_is_set_later_takes_no_badge_away(classroom: Classroom) -> None:
    first, second = same_strand()
    classroom.set_lesson(first)
    ann = classroom.pupil()
    give(classroom, ann, first)
    classroom.set_lesson(second, days_ago=0)
    with classroom.database.reading(school_id=ann.school_id) as db:
        assert len(strands_won(db, pupil_id=ann.id)) == 1

"""What a pupil has shown on an expectation so far, and the standing that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from sqlalchemy import CompoundSelect, and_, bindparam, select, union_all

from esafety.core.clock import school_day
from esafety.core.tenancy import SchoolSession, insert_or_change, is_here, run
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import edition
from esafety.learning.models import Answer, Attempt, FollowUp, Standing
from esafety.learning.rules.again import askable
from esafety.learning.rules.chance import chance_of
from esafety.learning.rules.mastery import Evidence, mastery

MOST_LESSONS = 4
"""What a child knew four lessons on the same thing ago says nothing about today."""


def note_standing(db: SchoolSession, *, pupil_id: int, expectation: str, at: datetime) -> str:
    """Weigh everything anew and keep where the pupil stands, so that no report has to. Returns the level."""
    level = mastery(evidence_of(db, pupil_id=pupil_id, expectation=expectation)).level
    insert_or_change(db, Standing, [{"pupil_id": pupil_id, "expectation": expectation, "level": level, "updated_at": at}])
    return level


def evidence_of(db: SchoolSession, *, pupil_id: int, expectation: str) -> tuple[Evidence, ...]:
    """The counted answers of one pupil on an expectation: in finished lessons, and when it came back. One statement."""
    return tuple(_counted(db, pupil_id, expectation))


def _counted(db: SchoolSession, pupil_id: int, expectation: str) -> Iterator[Evidence]:
    for version_id, question_id, answered_at, grade in run(db, _all_that_counts(), pupil=pupil_id, expectation=expectation):
        name = f"{edition(db, version_id).key}/{question_id}"
        yield Evidence(name, school_day(answered_at), grade, chances_in(db, version_id)[question_id])


@cache
def _all_that_counts() -> CompoundSelect[tuple[int, str, datetime, str]]:
    """The counted answers of a pupil's last lessons on an expectation, and the answers to what came back of it."""
    lessons = (
        select(Attempt.school_id, Attempt.id, Attempt.version_id)
        .where(
            is_here(Attempt),
            Attempt.pupil_id == bindparam("pupil"),
            Attempt.expectation == bindparam("expectation"),
            Attempt.finished_at.is_not(None),
        )
        .order_by(Attempt.finished_at.desc())
        .limit(MOST_LESSONS)
        .subquery()
    )
    in_lessons = (
        select(lessons.c.version_id, Answer.question_id, Answer.answered_at, Answer.grade)
        .join(lessons, and_(Answer.school_id == lessons.c.school_id, Answer.attempt_id == lessons.c.id))
        .where(is_here(Answer), Answer.counts.is_(True))
    )
    came_back = select(FollowUp.version_id, FollowUp.question_id, FollowUp.answered_at, FollowUp.grade).where(
        is_here(FollowUp),
        FollowUp.pupil_id == bindparam("pupil"),
        FollowUp.expectation == bindparam("expectation"),
        FollowUp.answered_at.is_not(None),
    )
    return union_all(in_lessons, came_back)


MOST_KEPT = 500
_chances: dict[int, tuple[Lesson, dict[str, float]]] = {}


def chances_in(db: SchoolSession, version_id: int) -> dict[str, float]:
    """The chance of guessing each question of one version of a lesson, worked out once in each process."""
    lesson: Lesson = edition(db, version_id).item
    kept = _chances.get(version_id)
    if kept is None or kept[0] is not lesson:
        if len(_chances) >= MOST_KEPT:
            _chances.clear()
        kept = _chances[version_id] = lesson, {name: chance_of(one) for name, one in askable(lesson).items()}
    return kept[1]

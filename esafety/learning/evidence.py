"""What a pupil has shown on an expectation so far, and the standing that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, CompoundSelect, Row, Text, and_, bindparam, cast, null, or_, select, union_all

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


@dataclass(frozen=True, slots=True)
class Counted:
    """One counted answer: in which attempt (None when it came back in a later lesson), to what, and what it shows."""

    attempt_id: int | None
    question_id: str
    misconception: str | None
    evidence: Evidence


def counted_answers(db: SchoolSession, *, pupil_id: int, expectation: str, ending: int = 0) -> tuple[Counted, ...]:
    """The counted answers of one pupil on an expectation: in finished lessons, and when it came back. One statement.

    ``ending`` is the attempt that ends now, and so counts already.
    """
    rows = run(db, _all_that_counts(), pupil=pupil_id, expectation=expectation, ending=ending)
    return tuple(_counted(db, row) for row in rows)


def evidence_of(db: SchoolSession, *, pupil_id: int, expectation: str) -> tuple[Evidence, ...]:
    """What one pupil has shown on an expectation so far."""
    return tuple(one.evidence for one in counted_answers(db, pupil_id=pupil_id, expectation=expectation))


def note_standing(db: SchoolSession, *, pupil_id: int, expectation: str, evidence: Iterable[Evidence], at: datetime) -> str:
    """Weigh all evidence and keep where the pupil stands, so that no report has to. Returns the level."""
    level = mastery(evidence).level
    insert_or_change(db, Standing, [{"pupil_id": pupil_id, "expectation": expectation, "level": level, "updated_at": at}])
    return level


def _counted(db: SchoolSession, row: Row[*tuple[Any, ...]]) -> Counted:
    name = f"{edition(db, row.version_id).key}/{row.question_id}"
    chance = chances_in(db, row.version_id)[row.question_id]
    evidence = Evidence(name, school_day(row.answered_at), row.grade, chance)
    return Counted(row.attempt_id, row.question_id, row.misconception, evidence)


@cache
def _all_that_counts() -> CompoundSelect[Any]:
    """The counted answers of a pupil's last lessons on an expectation, and the answers to what came back of it."""
    lessons = (
        select(Attempt.school_id, Attempt.id, Attempt.version_id)
        .where(
            is_here(Attempt),
            Attempt.pupil_id == bindparam("pupil"),
            Attempt.expectation == bindparam("expectation"),
            or_(Attempt.finished_at.is_not(None), Attempt.id == bindparam("ending")),
        )
        .order_by(Attempt.finished_at.is_(None).desc(), Attempt.finished_at.desc())
        .limit(MOST_LESSONS)
        .subquery()
    )
    in_lessons = (
        select(
            lessons.c.id.label("attempt_id"),
            lessons.c.version_id,
            Answer.question_id,
            Answer.answered_at,
            Answer.grade,
            Answer.misconception,
        )
        .join(lessons, and_(Answer.school_id == lessons.c.school_id, Answer.attempt_id == lessons.c.id))
        .where(is_here(Answer), Answer.counts.is_(True))
    )
    nothing = cast(null(), BigInteger), cast(null(), Text)
    came_back = select(
        nothing[0], FollowUp.version_id, FollowUp.question_id, FollowUp.answered_at, FollowUp.grade, nothing[1]
    ).where(
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

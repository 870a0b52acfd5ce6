"""One class: its pupils by what is set for them, what they still get wrong, and whether families have answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from esafety.agreements.answered import STATES, last_answers
from esafety.agreements.queries import Asked
from esafety.core.tenancy import SchoolSession
from esafety.learning.models import Assignment, HeldMisconception, Standing
from esafety.people.models import Pupil, SchoolClass


@dataclass(frozen=True, slots=True)
class PupilLine:
    """One pupil: level by expectation, the most willing answer of the adults, never whose it is, and what is still wrong."""

    id: int
    name: str
    levels: dict[str, str]
    agreement: str
    still_wrong: bool


@dataclass(frozen=True, slots=True)
class SetLesson:
    """A lesson that is set for the class."""

    lesson_key: str
    opens_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class OneClass:
    """Everything that the page of a class shows, in four statements. ``held`` counts pupils by misconception."""

    lessons: tuple[SetLesson, ...]
    pupils: tuple[PupilLine, ...]
    held: tuple[tuple[str, int], ...]


def read_class(db: SchoolSession, *, school_class: SchoolClass, asked: Asked | None) -> OneClass:
    """Read one class for its teacher or the lead."""
    here = (Pupil.class_id == school_class.id, Pupil.left_on.is_(None))
    lessons = db.execute(
        select(Assignment.lesson_key, func.min(Assignment.opens_on), func.max(Assignment.due_on))
        .where(Assignment.class_id == school_class.id, Assignment.withdrawn_at.is_(None))
        .group_by(Assignment.lesson_key)
        .order_by(func.min(Assignment.opens_on), Assignment.lesson_key)
    )
    levels: dict[int, dict[str, str]] = {}
    for pupil_id, expectation, level in db.execute(
        select(Standing.pupil_id, Standing.expectation, Standing.level)
        .join(Pupil, (Pupil.school_id == Standing.school_id) & (Pupil.id == Standing.pupil_id))
        .where(*here)
    ):
        levels.setdefault(pupil_id, {})[expectation] = level
    wrong = db.execute(
        select(HeldMisconception.pupil_id, HeldMisconception.misconception)
        .join(Pupil, (Pupil.school_id == HeldMisconception.school_id) & (Pupil.id == HeldMisconception.pupil_id))
        .where(*here, HeldMisconception.cleared_at.is_(None))
    ).all()
    held, still_wrong = Counter(row.misconception for row in wrong), {row.pupil_id for row in wrong}
    answer = last_answers(asked)
    rows = db.execute(
        select(Pupil.id, Pupil.first_name, Pupil.initial, func.max(answer.c.state).label("state"))
        .outerjoin(answer, answer.c.pupil_id == Pupil.id)
        .where(*here)
        .group_by(Pupil.id, Pupil.first_name, Pupil.initial)
        .order_by(Pupil.first_name, Pupil.initial, Pupil.id)
    )
    return OneClass(
        lessons=tuple(SetLesson(*row) for row in lessons),
        pupils=tuple(
            PupilLine(
                row.id,
                f"{row.first_name} {row.initial}".strip(),
                levels.get(row.id, {}),
                STATES[row.state],
                row.id in still_wrong,
            )
            for row in rows
        ),
        held=tuple(sorted(held.items(), key=lambda one: (-one[1], one[0]))),
    )

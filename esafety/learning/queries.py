"""What pupils, adults and teachers ask about lessons begun and finished. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.learning.models import Answer, Assignment, Attempt, Badge, ChosenPupil, ModuleAnswer, ModuleAttempt, Standing


@dataclass(frozen=True, slots=True)
class PathStop:
    """One lesson on a pupil's path. ``open_attempt`` is the one to go on with."""

    lesson_key: str
    due_on: date | None
    done: bool
    badge: bool
    open_attempt: int | None
    place: int


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer as it was given, for marking again and for showing."""

    chosen: str
    grade: str
    misconception: str | None


def path_of(db: SchoolSession, *, pupil_id: int, class_id: int | None, today: date) -> tuple[PathStop, ...]:
    """The lessons that a pupil's class has been set and may begin today, in the order they were set."""
    assigned = db.execute(
        select(Assignment.lesson_key, Assignment.due_on, ChosenPupil.set_at)
        .outerjoin(ChosenPupil, and_(*chosen(pupil_id)))
        .where(*open_for(class_id, today), or_(Assignment.for_all, ChosenPupil.pupil_id.is_not(None)))
        .order_by(Assignment.opens_on, Assignment.lesson_key)
    ).all()
    attempts = db.execute(
        select(Attempt.lesson_key, Attempt.id, Attempt.place, Attempt.finished_at).where(Attempt.pupil_id == pupil_id)
    ).all()
    badges = set(db.scalars(select(Badge.lesson_key).where(Badge.pupil_id == pupil_id)))
    begun = {row.lesson_key: row for row in attempts if row.finished_at is None}
    finished: dict[str, datetime] = {}
    for row in attempts:
        if row.finished_at is not None:
            finished[row.lesson_key] = max(row.finished_at, finished.get(row.lesson_key, row.finished_at))
    anew = {
        row.lesson_key for row in assigned if row.set_at and row.lesson_key in finished and row.set_at > finished[row.lesson_key]
    }
    due = {row.lesson_key: row.due_on for row in assigned}
    return tuple(
        PathStop(
            lesson_key=key,
            due_on=due_on,
            done=key in finished and key not in anew,
            badge=key in badges,
            open_attempt=begun[key].id if key in begun else None,
            place=begun[key].place if key in begun else 0,
        )
        for key, due_on in due.items()
    )


def levels_of(db: SchoolSession, *, pupil_id: int) -> dict[str, str]:
    """How secure a pupil is: level by expectation."""
    mine = db.execute(select(Standing.expectation, Standing.level).where(Standing.pupil_id == pupil_id))
    return {row.expectation: row.level for row in mine}


def find_answer(db: SchoolSession, *, attempt_id: int, question_id: str) -> GivenAnswer | None:
    """The answer that was given to one question of an attempt, if any."""
    row = db.execute(
        select(Answer.chosen, Answer.grade, Answer.misconception).where(
            Answer.attempt_id == attempt_id, Answer.question_id == question_id
        )
    ).one_or_none()
    return GivenAnswer(*row) if row else None


def find_module_answer(db: SchoolSession, *, attempt_id: int, question_id: str) -> GivenAnswer | None:
    """The answer that an adult gave to one question of a module, if any."""
    row = db.execute(
        select(ModuleAnswer.chosen, ModuleAnswer.grade).where(
            ModuleAnswer.attempt_id == attempt_id, ModuleAnswer.question_id == question_id
        )
    ).one_or_none()
    return GivenAnswer(row.chosen, row.grade, None) if row else None


def modules_of(db: SchoolSession, *, account_id: int) -> dict[str, ModuleAttempt]:
    """An adult's latest attempt at each module."""
    rows = db.scalars(select(ModuleAttempt).where(ModuleAttempt.account_id == account_id).order_by(ModuleAttempt.turn))
    return {row.module_key: row for row in rows}


def open_for(class_id: int | None, today: date) -> tuple[ColumnElement[bool], ...]:
    """What holds for the lessons that are set in a class and open by a day."""
    return (Assignment.class_id == class_id, Assignment.opens_on <= today, Assignment.withdrawn_at.is_(None))


def chosen(pupil_id: int | InstrumentedAttribute[int] | None) -> tuple[ColumnElement[bool], ...]:
    """What holds for the rows by which a lesson was set for one pupil by name."""
    return (
        ChosenPupil.school_id == Assignment.school_id,
        ChosenPupil.assignment_id == Assignment.id,
        ChosenPupil.pupil_id == pupil_id,
    )


def get_assignment(db: SchoolSession, *, class_id: int | None, pupil_id: int | None, lesson_key: str, today: date) -> Assignment:
    """How a lesson is set for a pupil. Raises NotFound when it was not set for this pupil or is not open yet."""
    row = db.scalars(
        select(Assignment)
        .where(
            *open_for(class_id, today),
            Assignment.lesson_key == lesson_key,
            or_(Assignment.for_all, select(ChosenPupil.pupil_id).where(*chosen(pupil_id)).exists()),
        )
        .order_by(Assignment.opens_on.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


@dataclass(frozen=True, slots=True)
class SetLesson:
    """A lesson that a class was set, or only some ``pupils`` of it (0 for all)."""

    id: int
    class_id: int
    lesson_key: str
    opens_on: date
    due_on: date | None
    pupils: int


def set_lessons(db: SchoolSession, *, school_year_from: date, class_ids: frozenset[int] | None = None) -> tuple[SetLesson, ...]:
    """The lessons set since a day, for some classes or for all, newest first."""
    wanted = or_(*[Assignment.class_id.in_(class_ids)]) if class_ids is not None else Assignment.class_id.is_not(None)
    some = (
        select(func.count())
        .where(ChosenPupil.school_id == Assignment.school_id, ChosenPupil.assignment_id == Assignment.id)
        .scalar_subquery()
    )
    pupils = case((Assignment.for_all, 0), else_=some)
    rows = db.execute(
        select(Assignment.id, Assignment.class_id, Assignment.lesson_key, Assignment.opens_on, Assignment.due_on, pupils)
        .where(wanted, Assignment.withdrawn_at.is_(None), Assignment.opens_on >= school_year_from)
        .order_by(Assignment.opens_on.desc(), Assignment.lesson_key)
    )
    return tuple(SetLesson(*row) for row in rows)

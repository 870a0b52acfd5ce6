"""What one adult sees of their own children. Nothing about any other adult is ever read here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select

from esafety.core.tenancy import SchoolSession
from esafety.learning.models import Assignment, Attempt, Badge, ChosenPupil
from esafety.learning.queries import chosen
from esafety.people.models import Pupil, SchoolClass


@dataclass(frozen=True, slots=True)
class Child:
    """A child as its family sees it."""

    id: int
    first_name: str
    animal: str
    class_id: int | None
    class_name: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """A lesson that a child has finished. How well is between the child and the school."""

    pupil_id: int
    lesson_key: str
    finished_at: datetime


def children(db: SchoolSession, *, pupil_ids: Iterable[int], today: date) -> tuple[Child, ...]:
    """The children on roll, by name. One statement."""
    rows = db.execute(
        select(Pupil.id, Pupil.first_name, Pupil.animal, Pupil.class_id, SchoolClass.name)
        .outerjoin(SchoolClass, and_(SchoolClass.school_id == Pupil.school_id, SchoolClass.id == Pupil.class_id))
        .where(Pupil.id.in_(tuple(pupil_ids)), Pupil.left_on.is_(None) | (Pupil.left_on > today))
        .order_by(Pupil.first_name, Pupil.initial, Pupil.id)
    )
    return tuple(Child(*row) for row in rows)


def lessons_done(db: SchoolSession, *, pupil_ids: Iterable[int]) -> tuple[Done, ...]:
    """The lessons that some children have finished, newest first, each once. One statement."""
    rows = db.execute(
        select(Attempt.pupil_id, Attempt.lesson_key, Attempt.finished_at)
        .where(Attempt.pupil_id.in_(tuple(pupil_ids)), Attempt.finished_at.is_not(None))
        .order_by(Attempt.finished_at.desc(), Attempt.lesson_key)
    )
    newest: dict[tuple[int, str], Done] = {}
    for pupil_id, lesson_key, finished_at in rows:
        assert finished_at is not None
        newest.setdefault((pupil_id, lesson_key), Done(pupil_id, lesson_key, finished_at))
    return tuple(newest.values())


def lessons_set(db: SchoolSession, *, pupil_ids: Iterable[int], today: date) -> dict[int, tuple[str, ...]]:
    """The lessons that children have been set by today, with their class or by name, in order, by child. One statement."""
    rows = db.execute(
        select(Pupil.id, Assignment.lesson_key)
        .join(Assignment, and_(Assignment.school_id == Pupil.school_id, Assignment.class_id == Pupil.class_id))
        .outerjoin(ChosenPupil, and_(*chosen(Pupil.id)))
        .where(Pupil.id.in_(tuple(pupil_ids)), Assignment.opens_on <= today, Assignment.withdrawn_at.is_(None))
        .where(or_(Assignment.for_all, ChosenPupil.pupil_id.is_not(None)))
        .order_by(Assignment.opens_on, Assignment.lesson_key)
    )
    found: dict[int, list[str]] = {}
    for pupil_id, lesson_key in rows:
        found.setdefault(pupil_id, []).append(lesson_key)
    return {pupil_id: tuple(dict.fromkeys(keys)) for pupil_id, keys in found.items()}


def badges_of(db: SchoolSession, *, pupil_id: int) -> tuple[str, ...]:
    """The lessons for which a child has won a badge, newest first. One statement."""
    return tuple(db.scalars(select(Badge.lesson_key).where(Badge.pupil_id == pupil_id).order_by(Badge.earned_at.desc())))

"""Lessons that are set: for whole classes, for chosen pupils, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import delete, select

from esafety.core import audit
from esafety.core.tenancy import SchoolSession, insert_or_change
from esafety.learning.models import Assignment, ChosenPupil


def assign(
    db: SchoolSession,
    *,
    class_ids: Iterable[int],
    lesson_key_of: dict[int, str],
    opens_on: date,
    due_on: date | None,
    by: int | None,
    actor: str,
    at: datetime,
) -> int:
    """Set a lesson for classes, each in its own age band. Setting the same again only moves the due date. Returns how many."""
    number = 0
    for class_id in class_ids:
        key = lesson_key_of[class_id]
        known = _find(db, class_id=class_id, lesson_key=key, opens_on=opens_on)
        if known is None:
            known = Assignment(class_id=class_id, lesson_key=key, opens_on=opens_on, set_by=by, set_at=at)
            db.add(known)
        known.due_on, known.withdrawn_at, known.for_all = due_on, None, True
        db.flush()
        audit.record(db, at=at, actor=actor, action="lesson.set", about=f"assignment:{known.id}")
        number += 1
    return number


def assign_to_pupils(
    db: SchoolSession,
    *,
    class_id: int,
    pupil_ids: Iterable[int],
    lesson_key: str,
    opens_on: date,
    due_on: date | None,
    by: int | None,
    actor: str,
    at: datetime,
) -> int:
    """Set a lesson for chosen pupils of a class; who has done it does it anew. Returns for how many."""
    known = _find(db, class_id=class_id, lesson_key=lesson_key, opens_on=opens_on)
    if known is None:
        known = Assignment(class_id=class_id, lesson_key=lesson_key, opens_on=opens_on, for_all=False, set_by=by, set_at=at)
        db.add(known)
    elif known.withdrawn_at is not None:
        known.for_all, known.withdrawn_at = False, None
    if not known.for_all:
        known.due_on = due_on
    db.flush()
    rows = [{"assignment_id": known.id, "pupil_id": pupil_id, "set_at": at} for pupil_id in pupil_ids]
    insert_or_change(db, ChosenPupil, rows)
    audit.record(db, at=at, actor=actor, action="lesson.set-for-pupils", about=f"assignment:{known.id}")
    return len(rows)


def withdraw_assignment(db: SchoolSession, *, assignment: Assignment, actor: str, at: datetime) -> None:
    """Take a lesson back from a class and its chosen pupils. What pupils have done stays."""
    assignment.withdrawn_at = at
    db.execute(delete(ChosenPupil).where(ChosenPupil.assignment_id == assignment.id))
    audit.record(db, at=at, actor=actor, action="lesson.taken-back", about=f"assignment:{assignment.id}")


def _find(db: SchoolSession, *, class_id: int, lesson_key: str, opens_on: date) -> Assignment | None:
    """The same lesson, set for the same class from the same day; taken back or not."""
    same = (Assignment.class_id == class_id, Assignment.lesson_key == lesson_key, Assignment.opens_on == opens_on)
    return db.scalars(select(Assignment).where(*same)).one_or_none()

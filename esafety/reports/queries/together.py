"""What a class did together: tasks at home, and lessons at the board. Counts of families and of hands, never of a pupil."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, distinct, func, select

from esafety.core.tenancy import SchoolSession
from esafety.learning.models import ClassLesson, FamilyTask, HandsUp
from esafety.people.models import GuardianLink, Pupil


@dataclass(frozen=True, slots=True)
class AtHome:
    """How many children's families marked the task of a lesson as done, whichever adult it was."""

    lesson_key: str
    families: int


@dataclass(frozen=True, slots=True)
class AtTheBoard:
    """A lesson that the class did at the board: how many hands went up, and how many of them for a secure answer."""

    lesson_key: str
    begun_at: datetime
    hands: int
    secure: int


def tasks_at_home(db: SchoolSession, *, class_id: int) -> tuple[AtHome, ...]:
    """By lesson, most families first. One statement."""
    families = func.count(distinct(GuardianLink.pupil_id))
    rows = db.execute(
        select(FamilyTask.lesson_key, families)
        .join(GuardianLink, and_(GuardianLink.school_id == FamilyTask.school_id, GuardianLink.id == FamilyTask.link_id))
        .join(Pupil, and_(Pupil.school_id == GuardianLink.school_id, Pupil.id == GuardianLink.pupil_id))
        .where(Pupil.class_id == class_id, Pupil.left_on.is_(None))
        .group_by(FamilyTask.lesson_key)
        .order_by(families.desc(), FamilyTask.lesson_key)
    )
    return tuple(AtHome(*row) for row in rows)


def lessons_at_the_board(db: SchoolSession, *, class_id: int) -> tuple[AtTheBoard, ...]:
    """What hands showed in this class, newest first. One statement."""
    secure = func.coalesce(func.sum(case((HandsUp.grade == "secure", HandsUp.hands), else_=0)), 0)
    rows = db.execute(
        select(ClassLesson.lesson_key, ClassLesson.begun_at, func.coalesce(func.sum(HandsUp.hands), 0), secure)
        .outerjoin(HandsUp, and_(HandsUp.school_id == ClassLesson.school_id, HandsUp.class_lesson_id == ClassLesson.id))
        .where(ClassLesson.class_id == class_id)
        .group_by(ClassLesson.id, ClassLesson.lesson_key, ClassLesson.begun_at)
        .order_by(ClassLesson.begun_at.desc())
    )
    return tuple(AtTheBoard(key, begun_at, int(hands), int(good)) for key, begun_at, hands, good in rows)


def hands_on(db: SchoolSession, *, expectation: str) -> tuple[int, int]:
    """How many hands went up at the boards of the school for an expectation, and how many for a secure answer."""
    secure = func.sum(case((HandsUp.grade == "secure", HandsUp.hands), else_=0))
    row = db.execute(
        select(func.coalesce(func.sum(HandsUp.hands), 0), func.coalesce(secure, 0))
        .select_from(ClassLesson)
        .join(HandsUp, and_(HandsUp.school_id == ClassLesson.school_id, HandsUp.class_lesson_id == ClassLesson.id))
        .where(ClassLesson.expectation == expectation)
    ).one()
    return int(row[0]), int(row[1])

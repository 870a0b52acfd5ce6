"""A lesson that a class does together: begun, gone on with, its hands counted. It says nothing about any one pupil."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession, insert_or_change
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson, Question
from esafety.learning.models import ClassLesson, HandsUp
from esafety.learning.rules.hands import countable


def begin(db: SchoolSession, *, class_id: int, edition: Edition[Lesson], at: datetime) -> int:
    """Begin a lesson with a class, or go on with the one that was left open. Returns its id."""
    mine = (ClassLesson.class_id == class_id, ClassLesson.lesson_key == edition.key, ClassLesson.finished_at.is_(None))
    left_open = db.scalar(select(ClassLesson.id).where(*mine))
    if left_open is not None:
        return left_open
    begun = ClassLesson(
        class_id=class_id,
        lesson_key=edition.key,
        expectation=edition.item.expectation,
        version_id=edition.version_id,
        seed=secrets.randbits(31),
        begun_at=at,
    )
    db.add(begun)
    db.flush()
    return begun.id


def lessons_of(db: SchoolSession, *, class_id: int) -> dict[str, ClassLesson]:
    """The latest time that a class did each lesson at the board, by lesson."""
    rows = db.scalars(select(ClassLesson).where(ClassLesson.class_id == class_id).order_by(ClassLesson.begun_at))
    return {row.lesson_key: row for row in rows}


def hands_for(db: SchoolSession, *, lesson_id: int, question_id: str) -> dict[str, int]:
    """The hands counted for each answer of a question; empty before they are counted."""
    rows = db.execute(
        select(HandsUp.option_id, HandsUp.hands).where(HandsUp.class_lesson_id == lesson_id, HandsUp.question_id == question_id)
    )
    return {row.option_id: row.hands for row in rows}


def count_hands(db: SchoolSession, *, lesson_id: int, question_id: str, question: Question, hands: Mapping[str, int]) -> None:
    """Keep the hands of one question. Counting again corrects them."""
    insert_or_change(
        db,
        HandsUp,
        [
            {
                "class_lesson_id": lesson_id,
                "question_id": question_id,
                "option_id": one.id,
                "hands": hands[one.id],
                "grade": one.grade,
                "misconception": one.misconception,
            }
            for one in countable(question)
        ],
    )


def go_on(lesson: ClassLesson, *, place: int, last: bool, at: datetime) -> None:
    """Note how far the class has come; the last screen ends the lesson."""
    lesson.place = max(lesson.place, place)
    if last and lesson.finished_at is None:
        lesson.finished_at = at

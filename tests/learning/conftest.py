"""A class with the real content and a lesson that was set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.shelf import library
from esafety.learning import actions, setting
from esafety.learning.models import Answer, Attempt
from esafety.learning.way import Screen, way_of
from esafety.people.models import Pupil, SchoolClass
from tests.harness.curriculum import load_ours
from tests.harness.people import Make

LESSON = "age-limits/lks2"


@dataclass
class Classroom:
    """A class of Year 3 that was set a lesson."""

    make: Make
    database: Database
    school_class: SchoolClass

    def pupil(self, name: str = "Ann") -> Pupil:
        return self.make.pupil(name, school_class=self.school_class)

    def set_lesson(self, key: str = LESSON, *, days_ago: int = 1) -> None:
        today = clock.school_day(clock.now())
        with self.database.transaction(school_id=self.school_class.school_id) as db:
            setting.assign(
                db,
                class_ids=[self.school_class.id],
                lesson_key_of={self.school_class.id: key},
                opens_on=today - timedelta(days=days_ago),
                due_on=None,
                by=None,
                actor="account:1",
                at=clock.now(),
            )

    def begin(self, pupil: Pupil, key: str = LESSON, *, place: int = 0) -> int:
        with self.database.transaction(school_id=pupil.school_id) as db:
            attempt_id = actions.begin(db, pupil_id=pupil.id, edition=library().lesson(key), at=clock.now())
            db.get_one(Attempt, (pupil.school_id, attempt_id)).place = place
        return attempt_id

    def attempt(self, attempt_id: int) -> Attempt:
        with self.database.reading(school_id=self.school_class.school_id) as db:
            return db.scalars(select(Attempt).where(Attempt.id == attempt_id)).one()

    def answers(self, attempt_id: int) -> list[Answer]:
        with self.database.reading(school_id=self.school_class.school_id) as db:
            return list(db.scalars(select(Answer).where(Answer.attempt_id == attempt_id).order_by(Answer.answered_at)))

    def way(self, attempt_id: int) -> tuple[Screen, ...]:
        attempt = self.attempt(attempt_id)
        return way_of(library().lesson(attempt.lesson_key).item, attempt.seed)


@pytest.fixture
def classroom(make: Make) -> Classroom:
    """A class with the real content."""
    load_ours(make.database)
    made = Classroom(make, make.database, make.school_class())
    made.set_lesson()
    return made

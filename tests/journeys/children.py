"""Children of the demo in front of a lesson that they have not done, and what was kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from esafety.core import clock
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import Shelf
from esafety.learning.models import Answer, Assignment, Attempt, Badge
from esafety.learning.way import Screen, way_of
from esafety.people import openings
from esafety.people.models import Pupil, School, SchoolClass
from esafety.people.pupil_secrets import kind_for, set_pictures
from tests.journeys.house import House

BANDS = {"ks1": (1, 2), "lks2": (3, 4), "uks2": (5, 6)}
EVERY_KIND = frozenset({"single", "what-would-you-do", "true-or-not", "several", "order", "match", "sort"})
_SEEDS_TO_TRY = 3000


@dataclass(frozen=True)
class Child:
    """One child with what is needed at the class door."""

    school_id: int
    pupil_id: int
    class_id: int
    first_name: str
    class_code: str
    pictures: tuple[str, ...]


class Classes:
    """The demo's classes as the journeys need them."""

    def __init__(self, house: House) -> None:
        self.house = house

    def children(self, lesson_key: str, number: int) -> list[Child]:
        """Children of one open class who have this lesson set and have not begun it, each with new pictures."""
        now = clock.now()
        with self.house.database.together() as unit:
            across = unit.across("class codes are unlike each other in all schools")
            db = unit.inside(across.scalars(select(School.id).order_by(School.name).limit(1)).one())
            begun = select(Attempt.pupil_id).where(Attempt.lesson_key == lesson_key)
            free = Pupil.left_on.is_(None) & Pupil.id.not_in(begun)
            years = BANDS[lesson_key.rpartition("/")[2]]
            room = db.scalars(
                select(SchoolClass)
                .join(Pupil, (Pupil.class_id == SchoolClass.id) & (Pupil.school_id == SchoolClass.school_id))
                .where(SchoolClass.year_group.in_(years), free)
                .group_by(SchoolClass.school_id, SchoolClass.id)
                .order_by(func.count().desc())
                .limit(1)
            ).one()
            today = clock.school_day(now)
            if not db.scalar(select(Assignment.id).where(Assignment.class_id == room.id, Assignment.lesson_key == lesson_key)):
                db.add(Assignment(class_id=room.id, lesson_key=lesson_key, opens_on=today - timedelta(days=1), set_at=now))
            opening = openings.find_opening(db, class_id=room.id, now=now) or openings.open_class(
                db, room, across=across, by=None, actor="test", now=now, settings=self.house.settings
            )
            found = []
            for pupil in db.scalars(select(Pupil).where(Pupil.class_id == room.id, free).order_by(Pupil.id).limit(number)):
                kind = kind_for(room.year_group)
                pictures = tuple(kind.keys[: kind.length])
                set_pictures(db, pupil, pictures, self.house.settings)
                found.append(Child(pupil.school_id, pupil.id, room.id, pupil.first_name, opening.code, pictures))
            assert len(found) == number, f"the demo has only {len(found)} children without {lesson_key}"
            return found

    def attempt_of(self, child: Child, lesson_key: str) -> Attempt:
        """The child's one attempt at the lesson."""
        with self.house.database.reading(school_id=child.school_id) as db:
            mine = select(Attempt).where(Attempt.pupil_id == child.pupil_id, Attempt.lesson_key == lesson_key)
            return db.scalars(mine).one()

    def answers_of(self, attempt: Attempt) -> dict[str, str]:
        """What was kept of an attempt: question and what was chosen."""
        with self.house.database.reading(school_id=attempt.school_id) as db:
            kept = db.execute(select(Answer.question_id, Answer.chosen).where(Answer.attempt_id == attempt.id))
            return {row.question_id: row.chosen for row in kept}

    def has_badge(self, child: Child, lesson_key: str) -> bool:
        """Whether the child won the lesson's badge."""
        with self.house.database.reading(school_id=child.school_id) as db:
            mine = select(Badge).where(Badge.pupil_id == child.pupil_id, Badge.lesson_key == lesson_key)
            return db.scalars(mine).first() is not None

    def deal_every_kind(self, attempt: Attempt) -> tuple[Screen, ...]:
        """Deal the questions of a lesson just begun afresh, so that every kind is among them; returns the way."""
        lesson: Lesson = Shelf(self.house.database).library().lesson(attempt.lesson_key).item
        for seed in range(_SEEDS_TO_TRY):
            way = way_of(lesson, seed)
            if {screen.question.kind for screen in way if screen.question} >= EVERY_KIND:
                with self.house.database.transaction(school_id=attempt.school_id) as db:
                    dealt = db.get_one(Attempt, (attempt.school_id, attempt.id))
                    # Nothing comes back from earlier lessons here: tests/learning look at that.
                    dealt.seed, dealt.woven = seed, ""
                return way
        raise AssertionError(f"{attempt.lesson_key} never asks every kind of question")

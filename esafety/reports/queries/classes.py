"""How each class is getting on: lessons done, and families' answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ScalarSelect, Subquery, and_, case, distinct, func, select

from esafety.agreements.answered import DECLINED, SIGNED, TALK, last_answers
from esafety.agreements.queries import Asked
from esafety.core.clock import school_year
from esafety.core.tenancy import SchoolSession
from esafety.learning.models import Assignment, Standing
from esafety.people.models import Pupil, SchoolClass

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ClassCounts:
    """One class, in pupils. Secure: in everything they did. To look at: not so in something. ``lessons`` is how many are set."""

    id: int
    name: str
    year_group: int
    lessons: int
    pupils: int
    finished: int
    secure: int
    to_look_at: int
    not_begun: int
    last_at: datetime | None

    @property
    def on_the_way(self) -> int:
        """Pupils who have begun and have nothing to put right."""
        return self.pupils - self.secure - self.to_look_at - self.not_begun


@dataclass(frozen=True, slots=True)
class AgreementCounts:
    """One class's children by what their adults answered; a signature by one adult is enough to count."""

    signed: int
    talk: int
    declined: int
    signed_this_week: int


NO_AGREEMENTS = AgreementCounts(0, 0, 0, 0)


def count_lessons(db: SchoolSession, *, today: date) -> tuple[ClassCounts, ...]:
    """This year's classes with what their pupils have done since the school set its first lesson for one, youngest first."""
    year = school_year(today)
    lessons, standings = _lessons_set(today), _standings_since(_first_lesson(year, today))
    finished = standings.c.done >= lessons.c.lessons
    counts = (
        select(
            Pupil.class_id,
            func.max(lessons.c.lessons).label("lessons"),
            func.count().label("pupils"),
            func.count(case((finished, 1))).label("finished"),
            func.count(case((and_(finished, standings.c.sure == standings.c.done), 1))).label("secure"),
            func.count(case((standings.c.wrong > 0, 1))).label("to_look_at"),
            func.count(case((standings.c.done.is_(None), 1))).label("not_begun"),
            func.max(standings.c.last_at).label("last_at"),
        )
        .outerjoin(lessons, lessons.c.class_id == Pupil.class_id)
        .outerjoin(standings, standings.c.pupil_id == Pupil.id)
        .where(Pupil.left_on.is_(None))
        .group_by(Pupil.class_id)
        .subquery()
    )
    rows = db.execute(
        select(
            SchoolClass.id, SchoolClass.name, SchoolClass.year_group, func.coalesce(counts.c.lessons, 0),
            func.coalesce(counts.c.pupils, 0), func.coalesce(counts.c.finished, 0), func.coalesce(counts.c.secure, 0),
            func.coalesce(counts.c.to_look_at, 0), func.coalesce(counts.c.not_begun, 0), counts.c.last_at,
        )
        .outerjoin(counts, counts.c.class_id == SchoolClass.id)
        .where(SchoolClass.school_year == year)
        .order_by(SchoolClass.year_group, SchoolClass.name)
    )  # fmt: skip
    return tuple(ClassCounts(*row) for row in rows)


def _lessons_set(today: date) -> Subquery:
    """One row per class: how many lessons are set for all of it by today."""
    return (
        select(Assignment.class_id, func.count(distinct(Assignment.lesson_key)).label("lessons"))
        .where(Assignment.opens_on <= today, Assignment.withdrawn_at.is_(None), Assignment.for_all)
        .group_by(Assignment.class_id)
        .subquery()
    )


def _first_lesson(year: int, today: date) -> ScalarSelect[date]:
    """The day of the first lesson that was set for a class of this year, taken back or not."""
    return (
        select(func.min(Assignment.opens_on))
        .join(SchoolClass, and_(SchoolClass.school_id == Assignment.school_id, SchoolClass.id == Assignment.class_id))
        .where(SchoolClass.school_year == year, Assignment.opens_on <= today)
        .scalar_subquery()
    )


def _standings_since(day: ScalarSelect[date]) -> Subquery:
    """One row per pupil who has done something since a day: on how many expectations they stand where."""
    return (
        select(
            Standing.pupil_id,
            func.count().label("done"),
            func.count(case((Standing.level == "secure", 1))).label("sure"),
            func.count(case((Standing.level == "misunderstood", 1))).label("wrong"),
            func.max(Standing.updated_at).label("last_at"),
        )
        .where(Standing.updated_at >= day)
        .group_by(Standing.pupil_id)
        .subquery()
    )


def count_agreements(db: SchoolSession, *, asked: Asked | None, now: datetime) -> dict[int | None, AgreementCounts]:
    """Children on roll by class and by the most willing answer of their adults in a round."""
    answer = last_answers(asked)
    child = (
        select(
            answer.c.pupil_id,
            func.max(answer.c.state).label("state"),
            func.min(answer.c.signed_at).label("signed_at"),
        )
        .group_by(answer.c.pupil_id)
        .subquery()
    )
    signed = child.c.state == SIGNED
    rows = db.execute(
        select(
            Pupil.class_id,
            func.count(case((signed, 1))),
            func.count(case((child.c.state == TALK, 1))),
            func.count(case((child.c.state == DECLINED, 1))),
            func.count(case((and_(signed, child.c.signed_at >= now - WEEK), 1))),
        )
        .select_from(child)
        .join(Pupil, Pupil.id == child.c.pupil_id)
        .where(Pupil.left_on.is_(None))
        .group_by(Pupil.class_id)
    )
    return {class_id: AgreementCounts(*counts) for class_id, *counts in rows}

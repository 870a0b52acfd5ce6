"""What the school's pupils know and what they still get wrong, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, case, false, func, or_, select

from esafety.core.tenancy import SchoolSession
from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.shelf import library
from esafety.learning.models import Attempt, HeldMisconception, Standing
from esafety.people.models import Pupil

WEEK = timedelta(days=7)
FIRST_LOOK = 6
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class LevelCount:
    """How many pupils are at one level of one expectation."""

    expectation: str
    level: str
    pupils: int


@dataclass(frozen=True, slots=True)
class WidelyHeld:
    """A misconception in a year group: so many of those pupils of the year who did the lesson hold it today."""

    misconception: str
    expectation: str
    year_group: int
    pupils: int
    of: int


@dataclass(frozen=True, slots=True)
class Pace:
    """Lessons finished in the last seven days and in the seven before."""

    this_week: int
    week_before: int


def count_levels(db: SchoolSession) -> tuple[LevelCount, ...]:
    """Pupils by expectation and level."""
    rows = db.execute(
        select(Standing.expectation, Standing.level, func.count())
        .group_by(Standing.expectation, Standing.level)
        .order_by(Standing.expectation, Standing.level)
    )
    return tuple(LevelCount(*row) for row in rows)


def pace(db: SchoolSession, *, now: datetime) -> Pace:
    """How many lessons were finished lately."""
    keys = [edition.key for band in BANDS for edition in library().lessons_for(band)]
    row = db.execute(
        select(func.count(case((Attempt.finished_at >= now - WEEK, 1))), func.count()).where(
            Attempt.lesson_key.in_(keys), Attempt.finished_at >= now - 2 * WEEK
        )
    ).one()
    return Pace(row[0], row[1] - row[0])


def widely_held(db: SchoolSession) -> tuple[WidelyHeld, ...]:
    """The misconceptions that most pupils hold, each in the year group where it is most at home. Three statements."""
    names = db.scalars(
        select(HeldMisconception.misconception)
        .where(HeldMisconception.cleared_at.is_(None))
        .group_by(HeldMisconception.misconception)
        .order_by(func.count().desc(), HeldMisconception.misconception)
        .limit(FIRST_LOOK)
    ).all()
    rows = db.execute(
        select(HeldMisconception.misconception, Pupil.year_group, func.count())
        .join(Pupil, (Pupil.school_id == HeldMisconception.school_id) & (Pupil.id == HeldMisconception.pupil_id))
        .where(HeldMisconception.misconception.in_(names), HeldMisconception.cleared_at.is_(None), Pupil.left_on.is_(None))
        .group_by(HeldMisconception.misconception, Pupil.year_group)
    ).all()
    home: dict[str, tuple[str, int, int]] = {}
    for name, year_group, pupils in sorted(rows, key=lambda row: (-row[2], row[0])):
        home.setdefault(name, (name, year_group, pupils))
    most = list(home.values())[:MOST_SHOWN]
    return _with_those_who_learned(db, most)


def _with_those_who_learned(db: SchoolSession, most: list[tuple[str, int, int]]) -> tuple[WidelyHeld, ...]:
    about = {name: library().misconception(name).expectation for name, _year, _pupils in most}
    pairs = [and_(Pupil.year_group == year, Standing.expectation == about[name]) for name, year, _pupils in most]
    rows = db.execute(
        select(Standing.expectation, Pupil.year_group, func.count())
        .select_from(Pupil)
        .outerjoin(Standing, and_(Standing.school_id == Pupil.school_id, Standing.pupil_id == Pupil.id, or_(false(), *pairs)))
        .where(Pupil.left_on.is_(None), Pupil.year_group.in_({year for _name, year, _pupils in most}))
        .group_by(Pupil.year_group, Standing.expectation)
    )
    learned = {(expectation, year): number for expectation, year, number in rows}
    return tuple(
        WidelyHeld(name, about[name], year, pupils, max(pupils, learned.get((about[name], year), 0)))
        for name, year, pupils in most
    )

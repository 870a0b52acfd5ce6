"""The badges of pupils: one for each lesson, and one for a strand when all of its lessons that were set are done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.curriculum.shelf import library
from esafety.learning.models import Assignment, Badge, StrandBadge
from esafety.learning.rules.strands import strands_done
from esafety.people.models import Pupil


@dataclass(frozen=True, slots=True)
class Won:
    """A badge that was won: for a lesson by its key, or for a strand."""

    pupil_id: int
    lesson_key: str
    strand: str
    school_year: int
    earned_at: datetime


def win(db: SchoolSession, *, pupil_id: int, lesson_key: str, band: str, at: datetime) -> None:
    """Give the badge of a lesson, and with the last lesson of a strand that of the strand. Winning twice changes nothing."""
    if not insert_if_absent(db, Badge, pupil_id=pupil_id, lesson_key=lesson_key, earned_at=at):
        return
    lessons = {one.key: library().expectation(one.item.expectation).strand for one in library().lessons_for(band)}
    lesson_set = db.scalars(
        select(Assignment.lesson_key)
        .join(Pupil, (Pupil.school_id == Assignment.school_id) & (Pupil.class_id == Assignment.class_id))
        .where(Pupil.id == pupil_id, Assignment.for_all, Assignment.withdrawn_at.is_(None))
    ).all()
    badges = db.scalars(select(Badge.lesson_key).where(Badge.pupil_id == pupil_id)).all()
    for strand in sorted(strands_done(lessons, lesson_set={*lesson_set, lesson_key}, badges=badges)):
        insert_if_absent(db, StrandBadge, pupil_id=pupil_id, strand=strand, band=band, earned_at=at)


def strands_won(db: SchoolSession, *, pupil_id: int) -> tuple[str, ...]:
    """The strands whose badge a pupil holds, in the order in which they were won; each once, in whatever age band."""
    rows = db.scalars(select(StrandBadge.strand).where(StrandBadge.pupil_id == pupil_id).order_by(StrandBadge.earned_at))
    return tuple(dict.fromkeys(rows))


def all_won(db: SchoolSession, *, pupil_ids: Iterable[int] | None = None) -> tuple[Won, ...]:
    """Every badge of some pupils, or of the whole school, oldest first. Two statements."""
    lessons = select(Badge.pupil_id, Badge.lesson_key, Badge.earned_at).order_by(Badge.earned_at)
    strands = select(StrandBadge.pupil_id, StrandBadge.strand, StrandBadge.earned_at).order_by(StrandBadge.earned_at)
    if pupil_ids is not None:
        wanted = tuple(pupil_ids)
        lessons, strands = lessons.where(Badge.pupil_id.in_(wanted)), strands.where(StrandBadge.pupil_id.in_(wanted))
    return (
        *(Won(pupil_id, key, "", _year(at), at) for pupil_id, key, at in db.execute(lessons)),
        *(Won(pupil_id, "", strand, _year(at), at) for pupil_id, strand, at in db.execute(strands)),
    )


def _year(moment: datetime) -> int:
    return school_year(school_day(moment))

"""What a teacher sees of an open class: who is in, who is waiting, who may need help. One statement for all seats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, func, select

from esafety.access.sessions import WebSession
from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession
from esafety.people.budget import MOST_FOR_A_NAME, MOST_ON_A_DEVICE
from esafety.people.models import ClassOpening, DeviceCount, Pupil, SchoolClass, Seat
from esafety.people.open_class import is_open, on_roll, tile_names

# The door notes a sign of life once a minute, so less than three minutes says little.
QUIET_AFTER = timedelta(minutes=4)


class State(Enum):
    """How it stands with one child in this lesson."""

    WORKING = "working"
    QUIET = "quiet"
    ASKS = "asks"
    LET_IN = "let in"
    FINISHED = "finished"
    WAITING = "waiting"

    @property
    def needs_teacher(self) -> bool:
        """Whether the teacher should look."""
        return self in {State.QUIET, State.ASKS}


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One child of the class as the teacher sees it."""

    pupil_id: int
    name: str
    animal: str
    state: State
    quiet_minutes: int
    wrong: int
    wrong_on_device: int
    has_pictures: bool
    tried_beside: tuple[str, ...]

    @property
    def is_in(self) -> bool:
        """Whether the child is signed in."""
        return self.state in {State.WORKING, State.QUIET}


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One child of a class, and which ways in there are."""

    pupil_id: int
    name: str
    animal: str
    has_pictures: bool
    has_card: bool


@dataclass(frozen=True, slots=True)
class TaughtClass:
    """One class of this school year, and the opening that is going on."""

    class_id: int
    name: str
    year_group: int
    pupils: int
    opening_id: int | None


def seats_of(db: SchoolSession, opening: ClassOpening, *, now: datetime) -> tuple[SeatRow, ...]:
    """All children of an open class, by name."""
    same_seat = (Seat.school_id == Pupil.school_id) & (Seat.pupil_id == Pupil.id) & (Seat.opening_id == opening.id)
    living = (WebSession.ended_at.is_(None)) & (WebSession.expires_at > now) & (WebSession.opening_id == opening.id)
    theirs = (WebSession.school_id == Pupil.school_id) & (WebSession.pupil_id == Pupil.id) & living
    same_device = (
        (DeviceCount.school_id == Seat.school_id)
        & (DeviceCount.opening_id == Seat.opening_id)
        & (DeviceCount.device == Seat.device)
    )
    rows = db.execute(
        select(
            Pupil.id,
            Pupil.first_name,
            Pupil.initial,
            Pupil.animal,
            Pupil.picture_secret.is_not(None).label("has_pictures"),
            Seat.wrong,
            Seat.let_in_until,
            Seat.finished_at,
            Seat.device,
            WebSession.seen_at,
            DeviceCount.wrong.label("wrong_on_device"),
        )
        .outerjoin(Seat, same_seat)
        .outerjoin(WebSession, theirs)
        .outerjoin(DeviceCount, same_device)
        .where(Pupil.class_id == opening.class_id, on_roll(school_day(now)))
    ).all()
    return _seats(rows, now=now)


def pupils_of(db: SchoolSession, *, class_id: int, today: date) -> tuple[PupilRow, ...]:
    """The children of a class, by name."""
    rows = db.execute(
        select(
            Pupil.id,
            Pupil.first_name,
            Pupil.initial,
            Pupil.animal,
            Pupil.picture_secret.is_not(None).label("has_pictures"),
            Pupil.card_code_hash.is_not(None).label("has_card"),
        ).where(Pupil.class_id == class_id, on_roll(today))
    ).all()
    names = tile_names((row.id, row.first_name, row.initial) for row in rows)
    found = (PupilRow(row.id, names[row.id], row.animal, row.has_pictures, row.has_card) for row in rows)
    return tuple(sorted(found, key=lambda pupil: pupil.name.casefold()))


def classes_taught(db: SchoolSession, *only: ColumnElement[bool], today: date, now: datetime) -> tuple[TaughtClass, ...]:
    """This school year's classes that fit ``only``, youngest first, with their children counted."""
    pupils = (
        select(Pupil.class_id, func.count().label("number"))
        .where(on_roll(today))
        .group_by(Pupil.school_id, Pupil.class_id)
        .subquery()
    )
    going_on = (
        select(ClassOpening.class_id, func.max(ClassOpening.id).label("opening_id"))
        .where(is_open(now))
        .group_by(ClassOpening.school_id, ClassOpening.class_id)
        .subquery()
    )
    rows = db.execute(
        select(SchoolClass.id, SchoolClass.name, SchoolClass.year_group, pupils.c.number, going_on.c.opening_id)
        .outerjoin(pupils, pupils.c.class_id == SchoolClass.id)
        .outerjoin(going_on, going_on.c.class_id == SchoolClass.id)
        .where(SchoolClass.school_year == school_year(today), *only)
        .order_by(SchoolClass.year_group, SchoolClass.name)
    )
    return tuple(TaughtClass(row.id, row.name, row.year_group, row.number or 0, row.opening_id) for row in rows)


def state_of(row: Any, *, now: datetime) -> State:
    """How it stands with one child: signed in first, then what keeps the child out."""
    if row.seen_at is not None:
        return State.QUIET if now - row.seen_at >= QUIET_AFTER else State.WORKING
    if row.let_in_until is not None and row.let_in_until > now:
        return State.LET_IN
    if row.finished_at is not None:
        return State.FINISHED
    wrong, on_device = row.wrong or 0, row.wrong_on_device or 0
    if wrong >= MOST_FOR_A_NAME or (wrong and on_device >= MOST_ON_A_DEVICE):
        return State.ASKS
    return State.WAITING


def _seats(rows: Iterable[Any], *, now: datetime) -> tuple[SeatRow, ...]:
    known = tuple(rows)
    names = tile_names((row.id, row.first_name, row.initial) for row in known)
    sitting: dict[str, list[int]] = {}
    for row in known:
        if row.device and (row.seen_at is not None or row.finished_at is not None):
            sitting.setdefault(row.device, []).append(row.id)

    def seat(row: Any) -> SeatRow:
        beside = [number for number in sitting.get(row.device or "", ()) if number != row.id]
        guessed_here = bool(row.wrong) and row.seen_at is None
        return SeatRow(
            pupil_id=row.id,
            name=names[row.id],
            animal=row.animal,
            state=state_of(row, now=now),
            quiet_minutes=int((now - row.seen_at).total_seconds() // 60) if row.seen_at else 0,
            wrong=row.wrong or 0,
            wrong_on_device=row.wrong_on_device or 0,
            has_pictures=row.has_pictures,
            tried_beside=tuple(names[number] for number in beside) if guessed_here else (),
        )

    return tuple(sorted((seat(row) for row in known), key=lambda seat: seat.name.casefold()))

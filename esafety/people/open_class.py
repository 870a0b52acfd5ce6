"""Which class is open on a device, and who is in it. Names are read only through here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people.models import ClassOpening, DeviceCount, Pupil, School, SchoolClass, Seat


@dataclass(frozen=True, slots=True)
class OpenClass:
    """A class that its teacher opened, as one device sees it."""

    school_id: int
    school_name: str
    opening_id: int
    class_id: int
    class_name: str
    closes_at: datetime
    wrong: int
    wrong_here: int


@dataclass(frozen=True, slots=True)
class Child:
    """A child of an open class, with what proves who it is."""

    pupil_id: int
    name: str
    animal: str
    year_group: int
    settings: tuple[str, ...]
    picture_secret: str | None
    card_code_hash: str | None
    has_seat: bool
    is_here: bool
    wrong: int
    let_in_until: datetime | None


def find_open(across: SchoolSession, *, device: str, now: datetime, to_change: bool = False) -> OpenClass | None:
    """The class open on this device: the one whose code was typed last, while its teacher keeps it open.

    ``to_change`` holds the opening until the transaction ends, so that guesses made at the same moment are all counted.
    """
    wanted = _living(now).where(DeviceCount.device == device).order_by(DeviceCount.entered_at.desc()).limit(1)
    row = across.execute(wanted.with_for_update(of=ClassOpening) if to_change else wanted).one_or_none()
    return _room(row) if row is not None else None


def children_of(db: SchoolSession, room: OpenClass, *, today: date) -> tuple[Child, ...]:
    """The children of an open class, by name; two of one name carry the initial."""
    rows = db.execute(
        select(
            Pupil.id,
            Pupil.first_name,
            Pupil.initial,
            Pupil.animal,
            Pupil.year_group,
            Pupil.settings,
            Pupil.picture_secret,
            Pupil.card_code_hash,
            Seat.pupil_id.label("seated_id"),
            Seat.wrong,
            Seat.let_in_until,
            Seat.signed_in_at,
            Seat.finished_at,
        )
        .outerjoin(Seat, (Seat.school_id == Pupil.school_id) & (Seat.pupil_id == Pupil.id) & (Seat.opening_id == room.opening_id))
        .where(Pupil.class_id == room.class_id, on_roll(today))
    ).all()
    names = tile_names((row.id, row.first_name, row.initial) for row in rows)
    return tuple(sorted((_child(row, names[row.id]) for row in rows), key=lambda child: child.name.casefold()))


def get_child(children: Iterable[Child], pupil_id: int) -> Child:
    """One child of the class. Raises NotFound for a child of another class as for one who never was."""
    for child in children:
        if child.pupil_id == pupil_id:
            return child
    raise NotFound


def on_roll(today: date) -> ColumnElement[bool]:
    """Children who are at the school; the day of leaving is the first without them."""
    return or_(Pupil.left_on.is_(None), Pupil.left_on > today)


def tile_names(pupils: Iterable[tuple[int, str, str]]) -> dict[int, str]:
    """What stands on the tiles: the first name, and the initial where two children share it."""
    known = tuple(pupils)
    often = Counter(first.casefold() for _id, first, _initial in known)
    return {number: f"{first} {initial}".strip() if often[first.casefold()] > 1 else first for number, first, initial in known}


def _living(now: datetime) -> Select[int, str, int, int, str, datetime, int, int]:
    same_opening = (DeviceCount.school_id == ClassOpening.school_id) & (DeviceCount.opening_id == ClassOpening.id)
    same_class = (SchoolClass.school_id == ClassOpening.school_id) & (SchoolClass.id == ClassOpening.class_id)
    return (
        select(
            ClassOpening.school_id,
            School.name,
            ClassOpening.id,
            ClassOpening.class_id,
            SchoolClass.name,
            ClassOpening.closes_at,
            ClassOpening.wrong,
            DeviceCount.wrong,
        )
        .join(DeviceCount, same_opening)
        .join(SchoolClass, same_class)
        .join(School, School.id == ClassOpening.school_id)
        .where(is_open(now))
    )


def is_open(now: datetime) -> ColumnElement[bool]:
    """Openings that neither their teacher nor the clock has ended."""
    return ClassOpening.ended_at.is_(None) & (ClassOpening.closes_at > now)


def _room(row: tuple[int, str, int, int, str, datetime, int, int]) -> OpenClass:
    return OpenClass(*row)


def _child(row: Any, name: str) -> Child:
    return Child(
        pupil_id=row.id,
        name=name,
        animal=row.animal,
        year_group=row.year_group,
        settings=tuple(row.settings.split()),
        picture_secret=row.picture_secret,
        card_code_hash=row.card_code_hash,
        has_seat=row.seated_id is not None,
        is_here=row.signed_in_at is not None and row.finished_at is None,
        wrong=row.wrong or 0,
        let_in_until=row.let_in_until,
    )

"""How a child comes in: the class's code, the own name, and a secret, a card or the teacher's tap.

A name is never the identity, and neither is a picture: only a secret that fits this child in this open class is. Wrong
ones are counted while the opening is held, so that a hundred guesses at one moment are a hundred guesses.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import Enum, auto
from typing import Any

from sqlalchemy import func, select, update

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.people import budget
from esafety.people.codes import understood
from esafety.people.models import ClassOpening, DeviceCount, Seat
from esafety.people.open_class import Child, OpenClass, is_open
from esafety.people.pupil_secrets import CARD_LENGTH, card_hash, matches, picture_hash
from esafety.settings import Settings

CODE_LENGTH = 6


class Tried(Enum):
    """What came of a secret."""

    RIGHT = auto()
    WRONG = auto()
    ASK_TEACHER = auto()


def find_by_code(across: SchoolSession, typed: str, *, now: datetime) -> tuple[int, int] | None:
    """The school and the opening of a code as somebody typed it, held until the transaction ends; None when no class is open."""
    code = understood(typed, CODE_LENGTH)
    if code is None:
        return None
    opened = select(ClassOpening.school_id, ClassOpening.id).where(ClassOpening.code == code, is_open(now))
    row = across.execute(opened.order_by(ClassOpening.opened_at.desc()).limit(1).with_for_update()).one_or_none()
    return (row.school_id, row.id) if row is not None else None


def admit(db: SchoolSession, *, opening_id: int, device: str, now: datetime) -> bool:
    """Open the class on this device; False when forty devices are in it and this would be one more."""
    here = (DeviceCount.opening_id == opening_id, DeviceCount.device == device)
    if db.scalar(select(DeviceCount.device).where(*here)) is None:
        devices = db.scalar(select(func.count()).select_from(DeviceCount).where(DeviceCount.opening_id == opening_id))
        if (devices or 0) >= budget.MOST_DEVICES:
            return False
        return insert_if_absent(db, DeviceCount, opening_id=opening_id, device=device, wrong=0, entered_at=now)
    db.execute(update(DeviceCount).where(*here).values(entered_at=now))
    return True


def needs_teacher(room: OpenClass, child: Child) -> bool:
    """Whether pictures do not help this child on this device: the guesses are used up, or there is no secret yet."""
    used_up = budget.is_used_up(for_name=child.wrong, on_device=room.wrong_here, in_class=room.wrong)
    return used_up or not child.picture_secret


def is_let_in(child: Child, *, now: datetime) -> bool:
    """Whether the teacher has just tapped for this child."""
    return child.let_in_until is not None and child.let_in_until > now


def try_pictures(
    db: SchoolSession, *, room: OpenClass, child: Child, pictures: Sequence[str], device: str, settings: Settings
) -> Tried:
    """Look at a child's pictures and count them when they are wrong. ``room`` must be held to be changed."""
    if needs_teacher(room, child):
        return Tried.ASK_TEACHER
    offered = picture_hash(settings.pepper, school_id=room.school_id, pupil_id=child.pupil_id, pictures=pictures)
    if matches(child.picture_secret, offered):
        return Tried.RIGHT
    _count_in_class(db, room=room)
    _count_on_device(db, room=room, device=device)
    # Where somebody guesses is noted, so that the teacher sees the seat; a child at work keeps the own one.
    _note_seat(db, room=room, child=child, wrong=child.wrong + 1, **({} if child.is_here else {"device": device}))
    return Tried.WRONG


def find_by_card(
    db: SchoolSession, typed: str, *, room: OpenClass, children: Sequence[Child], device: str, settings: Settings
) -> Child | None:
    """The child of this class whose card it is; None when it is nobody's here.

    A card always works, so a mistyped one counts for this device only: it must not use up the whole class's guesses.
    """
    code = understood(typed, CARD_LENGTH) or ""
    found = [child for child in children if code and matches(child.card_code_hash, _card(settings, room, child, code))]
    if len(found) == 1:
        return found[0]
    if code:
        _count_on_device(db, room=room, device=device)
    return None


def come_in(db: SchoolSession, *, room: OpenClass, child: Child, device: str, now: datetime) -> str:
    """Begin the child's session until the class closes, and return its token. What the child had open elsewhere ends."""
    sessions.end(db, WebSession.school_id == room.school_id, WebSession.pupil_id == child.pupil_id, now=now)
    if is_let_in(child, now=now):
        _refill(db, room=room, device=device)
    _note_seat(db, room=room, child=child, signed_in_at=now, finished_at=None, let_in_until=None, device=device)
    return sessions.begin(
        db,
        kind="pupil",
        now=now,
        expires_at=room.closes_at,
        facts=_facts(room, child),
        school_id=room.school_id,
        pupil_id=child.pupil_id,
        opening_id=room.opening_id,
    )


def finish(db: SchoolSession, *, opening_id: int | None, pupil_id: int | None, now: datetime) -> None:
    """The child said so: the seat is free for the next one."""
    db.execute(update(Seat).where(Seat.opening_id == opening_id, Seat.pupil_id == pupil_id).values(finished_at=now))


def leave_seat(db: SchoolSession, *, opening_id: int | None, pupil_id: int | None) -> None:
    """The child went away without saying so; nothing is finished."""
    db.execute(update(Seat).where(Seat.opening_id == opening_id, Seat.pupil_id == pupil_id).values(signed_in_at=None))


def _card(settings: Settings, room: OpenClass, child: Child, code: str) -> str:
    return card_hash(settings.pepper, school_id=room.school_id, pupil_id=child.pupil_id, code=code)


def _facts(room: OpenClass, child: Child) -> dict[str, Any]:
    return {
        "name": child.name,
        "school": room.school_name,
        "class_id": room.class_id,
        "year_group": child.year_group,
        "animal": child.animal,
        "settings": list(child.settings),
    }


def _count_in_class(db: SchoolSession, *, room: OpenClass) -> None:
    opening = update(ClassOpening).where(ClassOpening.id == room.opening_id)
    db.execute(opening.values(wrong=ClassOpening.wrong + 1))


def _count_on_device(db: SchoolSession, *, room: OpenClass, device: str) -> None:
    here = (DeviceCount.opening_id == room.opening_id, DeviceCount.device == device)
    db.execute(update(DeviceCount).where(*here).values(wrong=DeviceCount.wrong + 1))


def _refill(db: SchoolSession, *, room: OpenClass, device: str) -> None:
    here = (DeviceCount.opening_id == room.opening_id, DeviceCount.device == device)
    db.execute(update(DeviceCount).where(*here).values(wrong=0))


def _note_seat(db: SchoolSession, *, room: OpenClass, child: Child, **values: Any) -> None:
    if child.has_seat:
        seat = (Seat.opening_id == room.opening_id, Seat.pupil_id == child.pupil_id)
        db.execute(update(Seat).where(*seat).values(**values))
    else:
        db.add(Seat(opening_id=room.opening_id, pupil_id=child.pupil_id, **values))
        db.flush()

"""What the outbox holds. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select

from esafety.core.tenancy import SchoolSession
from esafety.notices.models import Message
from esafety.notices.rules import Before
from esafety.people.models import Guardian, GuardianLink, Pupil


@dataclass(frozen=True, slots=True)
class MessageRow:
    """One message as the outbox lists it."""

    id: int
    adult: str
    child: str
    channel: str
    language: str
    turn: int
    created_at: datetime
    sent_at: datetime | None
    failure: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that waits to be printed, with its link."""

    message_id: int
    link: GuardianLink
    turn: int
    language: str
    adult: str
    child: str
    has_sign_in: bool


def sent_before(db: SchoolSession, *, kind: str, school_year: int) -> dict[tuple[int, int], Before]:
    """What was written this year about one thing, by adult and child."""
    rows = db.execute(
        select(
            Message.guardian_id,
            Message.pupil_id,
            func.count(),
            func.max(Message.created_at),
            func.count(case((Message.sent_at.is_(None), 1))),
        )
        .where(Message.kind == kind, Message.school_year == school_year)
        .group_by(Message.guardian_id, Message.pupil_id)
    )
    return {(guardian, pupil): Before(number, last_at, waiting > 0) for guardian, pupil, number, last_at, waiting in rows}


def count_waiting(db: SchoolSession) -> dict[str, int]:
    """How many messages wait to leave, by channel."""
    rows = db.execute(select(Message.channel, func.count()).where(Message.sent_at.is_(None)).group_by(Message.channel))
    return {"letter": 0, "email": 0, **dict(rows.all())}


def count_messages(db: SchoolSession) -> int:
    """How many messages there are."""
    return db.scalar(select(func.count(Message.id))) or 0


def messages(db: SchoolSession, *, most: int, after: int = 0) -> tuple[MessageRow, ...]:
    """The outbox, newest first."""
    rows = db.execute(
        select(Message, Guardian.name, Pupil.first_name, Pupil.initial)
        .join(Guardian, (Guardian.school_id == Message.school_id) & (Guardian.id == Message.guardian_id))
        .join(Pupil, (Pupil.school_id == Message.school_id) & (Pupil.id == Message.pupil_id))
        .order_by(Message.created_at.desc(), Message.id)
        .limit(most)
        .offset(after)
    )
    return tuple(
        MessageRow(
            one.id, adult, f"{first_name} {initial}".strip(), one.channel, one.language, one.turn, one.created_at, one.sent_at,
            one.failure,
        )
        for one, adult, first_name, initial in rows
    )  # fmt: skip


def waiting_letters(db: SchoolSession) -> tuple[Waiting, ...]:
    """The letters that wait to be printed, by class, child and adult."""
    rows = db.execute(
        select(Message.id, Message.turn, Message.language, GuardianLink, Guardian.name, Guardian.account_id, Pupil.first_name)
        .join(
            GuardianLink,
            (GuardianLink.school_id == Message.school_id)
            & (GuardianLink.guardian_id == Message.guardian_id)
            & (GuardianLink.pupil_id == Message.pupil_id),
        )
        .join(Guardian, (Guardian.school_id == Message.school_id) & (Guardian.id == Message.guardian_id))
        .join(Pupil, (Pupil.school_id == Message.school_id) & (Pupil.id == Message.pupil_id))
        .where(Message.channel == "letter", Message.sent_at.is_(None))
        .order_by(Pupil.class_id, Pupil.first_name, Pupil.id, Guardian.name)
    )
    return tuple(
        Waiting(row.id, row.GuardianLink, row.turn, row.language, row.name, row.first_name, row.account_id is not None)
        for row in rows
    )

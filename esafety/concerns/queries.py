"""What recipients see of the concerns that were sent to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select

from esafety.concerns.models import Concern, Delivery, Note
from esafety.concerns.rules import Recipient, recipients
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Account, Membership, Pupil, SchoolClass


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One line of an inbox; nothing of what was written."""

    delivery_id: int
    raised_by: str
    subject: str
    at: datetime
    opened: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note with its writer."""

    writer: str
    sealed_words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ConcernView:
    """One concern as its recipient reads it. Words are still sealed."""

    concern_id: int
    raised_by: str
    who: str
    subject: str
    trusted_adult: str
    sealed_words: str
    at: datetime
    closed_at: datetime | None
    opened_by: int
    notes: tuple[NoteRow, ...]


def possible_recipients(db: SchoolSession, today: date) -> tuple[Recipient, ...]:
    """Everyone at the school today who may receive concerns."""
    rows = db.execute(
        select(Membership.id, Membership.roles)
        .where(Membership.from_on <= today, or_(Membership.until_on.is_(None), Membership.until_on >= today))
        .order_by(Membership.id)
    )
    return tuple(Recipient(row.id, frozenset(row.roles.split())) for row in rows)


def somebody_reads(db: SchoolSession, today: date) -> bool:
    """Whether the school has anybody who would receive a child's worry; a new school may not have yet."""
    return bool(recipients("child", possible_recipients(db, today)))


def inbox(db: SchoolSession, *, membership_id: int | None) -> tuple[InboxRow, ...]:
    """What was sent to one member of staff, unopened and newest first."""
    rows = db.execute(
        select(Delivery.id, Concern.raised_by, Concern.subject, Concern.at, Delivery.opened_at, Concern.closed_at)
        .join(Concern, (Concern.school_id == Delivery.school_id) & (Concern.id == Delivery.concern_id))
        .where(Delivery.membership_id == membership_id)
        .order_by(Delivery.opened_at.is_not(None), Concern.closed_at.is_not(None), Concern.at.desc())
    )
    return tuple(InboxRow(row[0], row[1], row[2], row[3], row[4] is not None, row[5] is not None) for row in rows)


def read(db: SchoolSession, concern_id: int) -> ConcernView:
    """One concern with its notes, still sealed."""
    concern = db.scalars(select(Concern).where(Concern.id == concern_id)).one()
    notes = db.execute(
        select(Account.display_name, Note.sealed_words, Note.at)
        .join(Membership, (Membership.school_id == Note.school_id) & (Membership.id == Note.membership_id))
        .join(Account, Account.id == Membership.account_id)
        .where(Note.concern_id == concern_id)
        .order_by(Note.at)
    )
    opened = select(func.count()).where(Delivery.concern_id == concern_id, Delivery.opened_at.is_not(None))
    return ConcernView(
        concern_id=concern.id,
        raised_by=concern.raised_by,
        who=_who(db, concern),
        subject=concern.subject,
        trusted_adult=concern.trusted_adult,
        sealed_words=concern.sealed_words,
        at=concern.at,
        closed_at=concern.closed_at,
        opened_by=db.scalar(opened.select_from(Delivery)) or 0,
        notes=tuple(NoteRow(*row) for row in notes),
    )


def _who(db: SchoolSession, concern: Concern) -> str:
    if concern.pupil_id is not None:
        row = db.execute(
            select(Pupil.first_name, Pupil.initial, SchoolClass.name)
            .outerjoin(SchoolClass, (SchoolClass.school_id == Pupil.school_id) & (SchoolClass.id == Pupil.class_id))
            .where(Pupil.id == concern.pupil_id)
        ).one()
        return f"{row.first_name} {row.initial}, {row.name or ''}".strip(" ,")
    return db.scalar(select(Account.display_name).where(Account.id == concern.account_id)) or ""

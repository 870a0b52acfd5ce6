"""What happens to a concern: it is raised, delivered past whoever it is about, opened, noted on, handed over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from esafety.concerns import queries, rules
from esafety.concerns.models import Concern, Delivery, Note
from esafety.core import audit, jobs
from esafety.core.clock import SCHOOL_TIME, school_day
from esafety.core.sealing import seal
from esafety.core.tenancy import SchoolSession
from esafety.settings import Settings

ESCALATE = "concerns.escalate"


def raise_concern(
    db: SchoolSession,
    settings: Settings,
    *,
    raised_by: str,
    subject: str,
    words: str,
    at: datetime,
    pupil_id: int | None = None,
    account_id: int | None = None,
    trusted_adult: str = "",
) -> Concern:
    """Take a concern in and deliver it. Never refused, never merged: no limit may keep a child from being heard."""
    concern = Concern(
        raised_by=raised_by,
        subject=subject,
        sealed_words=seal(settings, words) if words else "",
        trusted_adult=trusted_adult,
        pupil_id=pupil_id,
        account_id=account_id,
        at=at,
    )
    db.add(concern)
    db.flush()
    people = queries.possible_recipients(db, school_day(at))
    _deliver(db, concern, rules.recipients(subject, people))
    _look_again(db, concern, after=at)
    return concern


def open_delivery(db: SchoolSession, *, delivery: Delivery, actor: str, at: datetime) -> None:
    """A recipient reads a concern for the first time."""
    if delivery.opened_at is None:
        delivery.opened_at = at
    audit.record(db, at=at, actor=actor, action="concern.opened", about=f"concern:{delivery.concern_id}")


def add_note(db: SchoolSession, settings: Settings, *, delivery: Delivery, words: str, actor: str, at: datetime) -> None:
    """Note what was done. Notes are added, never changed."""
    db.add(Note(concern_id=delivery.concern_id, membership_id=delivery.membership_id, sealed_words=seal(settings, words), at=at))
    audit.record(db, at=at, actor=actor, action="concern.noted", about=f"concern:{delivery.concern_id}")


def hand_over(db: SchoolSession, *, delivery: Delivery, actor: str, at: datetime) -> None:
    """The concern stands in the school's own safeguarding record now, which is the record that counts."""
    handed = Concern.id == delivery.concern_id, Concern.closed_at.is_(None)
    db.execute(update(Concern).where(*handed).values(closed_at=at))
    audit.record(db, at=at, actor=actor, action="concern.handed-over", about=f"concern:{delivery.concern_id}")


def escalate(db: SchoolSession, work: jobs.Work) -> None:
    """Nobody opened a concern for a school day: the next in line gets it as well.

    While the school has nobody who could receive it, the search is taken up again each school day: nothing is lost.
    """
    concern = db.scalars(select(Concern).where(Concern.id == work.payload["concern_id"])).one_or_none()
    if concern is None or concern.closed_at is not None:
        return
    deliveries = db.scalars(select(Delivery).where(Delivery.concern_id == concern.id)).all()
    if any(delivery.opened_at for delivery in deliveries):
        return
    already = frozenset(delivery.membership_id for delivery in deliveries)
    people = queries.possible_recipients(db, school_day(work.now))
    if already:
        _deliver(db, concern, rules.next_in_line(concern.subject, people, already=already))
        return
    _deliver(db, concern, rules.recipients(concern.subject, people))
    _look_again(db, concern, after=work.now)


def _look_again(db: SchoolSession, concern: Concern, *, after: datetime) -> None:
    at = rules.next_school_day(after, SCHOOL_TIME)
    key = f"{ESCALATE}:{concern.id}:{school_day(at)}"
    jobs.enqueue(db, school_id=concern.school_id, kind=ESCALATE, key=key, at=at, concern_id=concern.id)


def _deliver(db: SchoolSession, concern: Concern, membership_ids: tuple[int, ...]) -> None:
    rows: list[Any] = [Delivery(concern_id=concern.id, membership_id=one) for one in membership_ids]
    db.add_all(rows)
    db.flush()

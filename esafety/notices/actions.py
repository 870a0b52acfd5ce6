"""What changes in the outbox: reminders are put in, letters are printed, e-mails leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from esafety.agreements.families import FamilyRow
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.jobs import enqueue
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.notices.models import Message
from esafety.notices.queries import Waiting, sent_before
from esafety.notices.rules import AGREEMENT, NOTHING, Why, channel_of, why_not
from esafety.notices.wording import Occasion, said
from esafety.people.models import GuardianLink

SEND = "notices.send"


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom a reminder would go to, and why not to the others. Nothing is written yet."""

    to: tuple[tuple[FamilyRow, int, str], ...]
    left_out: dict[Why, int]

    def by(self, channel: str) -> int:
        """How many would go this way."""
        return sum(way == channel for _row, _turn, way in self.to)


def plan(db: SchoolSession, *, rows: Iterable[FamilyRow], school_year: int, mail_works: bool, now: datetime) -> Plan:
    """Decide for each adult and child whether and how to remind."""
    before = sent_before(db, kind=AGREEMENT, school_year=school_year)
    to: list[tuple[FamilyRow, int, str]] = []
    left_out: dict[Why, int] = {}
    for row in rows:
        had = before.get((row.guardian_id, row.pupil_id), NOTHING)
        why = why_not(can_be_asked=row.can_be_asked, answered=row.state != "open", before=had, now=now)
        if why is None:
            to.append((row, had.number + 1, channel_of(email=row.email, has_sign_in=row.has_sign_in, mail_works=mail_works)))
        else:
            left_out[why] = left_out.get(why, 0) + 1
    return Plan(tuple(to), left_out)


def remind(
    db: SchoolSession,
    *,
    planned: Plan,
    school: str,
    address: Callable[[bool], str],
    school_year: int,
    by: int | None,
    actor: str,
    at: datetime,
) -> int:
    """Put the planned reminders into the outbox. A second press finds them there. Returns how many were new.

    ``address`` says where somebody goes who has a sign-in, or has none.
    """
    new = 0
    for row, turn, channel in planned.to:
        occasion = Occasion(school, row.first_name, address(row.has_sign_in), turn=turn, has_sign_in=row.has_sign_in)
        words = said(occasion, row.language)
        added = insert_if_absent(
            db,
            Message,
            guardian_id=row.guardian_id,
            pupil_id=row.pupil_id,
            kind=AGREEMENT,
            school_year=school_year,
            turn=turn,
            channel=channel,
            language=words.language,
            subject=words.heading,
            body=words.as_text,
            asked_by=by,
            created_at=at,
        )
        if added:
            new += 1
            audit.record(db, at=at, actor=actor, action="family.reminded", about=f"guardian_link:{row.link_id}", reason=channel)
    if planned.by("email") and db.school_id is not None:
        enqueue(db, school_id=db.school_id, kind=SEND, key=f"{SEND}:{db.school_id}:{at.isoformat()}", at=at)
    return new


def may_still_leave(link: GuardianLink, now: datetime) -> bool:
    """Whether the school lets a message go to this adult about this child today, whatever was decided when it was written."""
    today = school_day(now)
    open_today = link.from_on <= today and (link.until_on is None or link.until_on >= today)
    return link.restriction != "barred" and link.may_receive and open_today


def printed(db: SchoolSession, *, letters: Iterable[Waiting], actor: str, at: datetime) -> None:
    """Note that letters were printed."""
    for letter in letters:
        db.execute(update(Message).where(Message.id == letter.message_id).values(sent_at=at))
        audit.record(db, at=at, actor=actor, action="letter.printed", about=f"guardian_link:{letter.link.id}")


def drop_forbidden(db: SchoolSession, *, now: datetime) -> int:
    """Take messages out of the outbox that the school has since decided not to send. Returns how many."""
    rows = db.execute(
        select(Message, GuardianLink)
        .join(
            GuardianLink,
            (GuardianLink.school_id == Message.school_id)
            & (GuardianLink.guardian_id == Message.guardian_id)
            & (GuardianLink.pupil_id == Message.pupil_id),
        )
        .where(Message.sent_at.is_(None))
    ).all()
    gone = [message for message, link in rows if not may_still_leave(link, now)]
    for message in gone:
        db.delete(message)
    db.flush()
    return len(gone)

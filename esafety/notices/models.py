"""The outbox: every message to an adult is a row before it leaves."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class Message(SchoolOwned, Numbered, Base):
    """A reminder to one adult about one child, by letter or e-mail."""

    __tablename__ = "message"
    __table_args__ = (
        within_school("guardian_id", "guardian"),
        within_school("pupil_id", "pupil"),
        UniqueConstraint("school_id", "guardian_id", "pupil_id", "kind", "school_year", "turn"),
        Index("ix_message__queue", "school_id", "channel", "sent_at"),
        CheckConstraint("channel in ('letter', 'email')", name="channel"),
    )

    guardian_id: Mapped[int] = kept("to whom", Keep.LINK)
    pupil_id: Mapped[int] = kept("about which child", Keep.LINK)
    kind: Mapped[str] = kept("what it reminds of", Keep.LINK)
    school_year: Mapped[int] = kept("2026 stands for 2026/27", Keep.LINK)
    turn: Mapped[int] = kept("first, second or third and last", Keep.LINK)
    channel: Mapped[str] = kept("letter or email", Keep.LINK)
    language: Mapped[str] = kept("the language it is written in", Keep.LINK)
    subject: Mapped[str] = kept("the line above the message", Keep.LINK)
    body: Mapped[str] = kept("the message", Keep.LINK)
    asked_by: Mapped[int | None] = kept("the member of staff, by membership", Keep.LINK)
    created_at: Mapped[datetime] = kept("when it was put into the outbox", Keep.LINK)
    sent_at: Mapped[datetime | None] = kept("when it left or was printed", Keep.LINK)
    failure: Mapped[str] = kept("the kind of the last failure", Keep.LINK, default="")


class PolicyReminder(SchoolOwned, Numbered, Base):
    """A reminder to a member of staff that a policy is due for review. Once for each person, date and stage."""

    __tablename__ = "policy_reminder"
    __table_args__ = (
        within_school("membership_id", "membership"),
        within_school("policy_id", "policy"),
        UniqueConstraint("school_id", "policy_id", "membership_id", "review_on", "days"),
        CheckConstraint("days between 0 and 90", name="days"),
    )

    membership_id: Mapped[int] = kept("to whom", Keep.EMPLOYED)
    policy_id: Mapped[int] = kept("about which policy", Keep.EMPLOYED)
    review_on: Mapped[date] = kept("the date that it reminds of", Keep.EMPLOYED)
    days: Mapped[int] = kept("how many days before it", Keep.EMPLOYED)
    created_at: Mapped[datetime] = kept("when it was made", Keep.EMPLOYED)
    sent_at: Mapped[datetime | None] = kept("when the e-mail left, for those who gave an address", Keep.EMPLOYED)

"""Concerns, the people they were sent to, and what was done. Words are sealed with the server's key."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class Concern(SchoolOwned, Numbered, Base):
    """Something that somebody told the school."""

    __tablename__ = "concern"
    __table_args__ = (
        CheckConstraint("raised_by in ('pupil', 'parent', 'staff')", name="raised_by"),
        CheckConstraint("subject in ('child', 'staff', 'head', 'other')", name="subject"),
        within_school("pupil_id", "pupil"),
    )

    raised_by: Mapped[str] = kept("pupil, parent or staff", Keep.CASE)
    pupil_id: Mapped[int | None] = kept("the pupil who told", Keep.CASE)
    account_id: Mapped[int | None] = kept("the adult who told", Keep.CASE)
    subject: Mapped[str] = kept("whom it is about, to route it past that person", Keep.CASE)
    trusted_adult: Mapped[str] = kept("the grown-up a young child chose", Keep.CASE, default="")
    sealed_words: Mapped[str] = kept("what was written, sealed", Keep.CASE, default="")
    at: Mapped[datetime] = kept("when", Keep.CASE)
    closed_at: Mapped[datetime | None] = kept("when it was handed to the school's own record", Keep.CASE)


class Delivery(SchoolOwned, Numbered, Base):
    """A concern in the inbox of one member of staff."""

    __tablename__ = "concern_delivery"
    __table_args__ = (
        within_school("concern_id", "concern"),
        within_school("membership_id", "membership"),
        Index("ix_concern_delivery__inbox", "school_id", "membership_id"),
    )

    concern_id: Mapped[int] = kept("which concern", Keep.CASE)
    membership_id: Mapped[int] = kept("to whom", Keep.CASE)
    opened_at: Mapped[datetime | None] = kept("when it was first read", Keep.CASE)


class Note(SchoolOwned, Numbered, Base):
    """What a recipient did about a concern. Notes are added, never changed."""

    __tablename__ = "concern_note"
    __table_args__ = (within_school("concern_id", "concern"), within_school("membership_id", "membership"))

    concern_id: Mapped[int] = kept("about which concern", Keep.CASE)
    membership_id: Mapped[int] = kept("who noted it", Keep.CASE)
    sealed_words: Mapped[str] = kept("what was noted, sealed", Keep.CASE)
    at: Mapped[datetime] = kept("when", Keep.CASE)

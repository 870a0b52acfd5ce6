"""The record of who changed what and who looked at what is sensitive. Append-only; never holds what somebody wrote."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, SchoolSession


class AuditEntry(SchoolOwned, Numbered, Base):
    """One thing that somebody did or looked at."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry__school_id_at", "school_id", "at"),)

    at: Mapped[datetime] = kept("when it happened", Keep.SECURITY)
    actor: Mapped[str] = kept("who did it: the kind of person and a row's number, never a name", Keep.SECURITY)
    action: Mapped[str] = kept("what was done", Keep.SECURITY)
    about: Mapped[str] = kept("what it was done to: the kind of row and its number", Keep.SECURITY)
    outcome: Mapped[str] = kept("done or refused", Keep.SECURITY, default="done")
    reason: Mapped[str] = kept("why, chosen from fixed words", Keep.SECURITY, default="")


def record(
    db: SchoolSession, *, at: datetime, actor: str, action: str, about: str, outcome: str = "done", reason: str = ""
) -> None:
    """Write one line of the record, in the caller's transaction."""
    db.add(AuditEntry(at=at, actor=actor, action=action, about=about, outcome=outcome, reason=reason))


def is_recorded(db: SchoolSession, *, action: str, about: str) -> bool:
    """Whether this was ever done to a row, as far back as the record goes."""
    return db.scalar(select(AuditEntry.id).where(AuditEntry.action == action, AuditEntry.about == about).limit(1)) is not None

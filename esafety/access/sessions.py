"""Who is signed in on which device: one row per session, so that each can be listed and ended at once."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Index, bindparam, delete, insert, or_, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, Session

from esafety.core.base import Base, Keep, kept


class WebSession(Base):
    """One signed-in device. Shared by all schools, because the cookie is read before the school is known."""

    __tablename__ = "web_session"
    __table_args__ = (
        Index("ix_web_session__account", "account_id"),
        Index("ix_web_session__pupil", "school_id", "pupil_id"),
        Index("ix_web_session__opening", "school_id", "opening_id"),
    )

    token_hash: Mapped[str] = kept("finds the session; the token is only in the cookie", Keep.SESSION, primary_key=True)
    kind: Mapped[str] = kept("pupil or adult", Keep.SESSION)
    school_id: Mapped[int | None] = kept("the school in front of this person", Keep.SESSION)
    account_id: Mapped[int | None] = kept("the adult's account", Keep.SESSION)
    pupil_id: Mapped[int | None] = kept("the pupil", Keep.SESSION)
    opening_id: Mapped[int | None] = kept("the open class that the pupil came in by", Keep.SESSION)
    facts: Mapped[str] = kept("a pupil's tile and class as JSON, so that an answer needs no look-up", Keep.SESSION, default="{}")
    data: Mapped[str] = kept("Flask-Login's marks as JSON", Keep.SESSION, default="{}")
    language: Mapped[str | None] = kept("language chosen on this device", Keep.SESSION)
    created_at: Mapped[datetime] = kept("when the person signed in", Keep.SESSION)
    seen_at: Mapped[datetime] = kept("ends idle sessions", Keep.SESSION)
    expires_at: Mapped[datetime] = kept("ends the session in any case", Keep.SESSION)
    ended_at: Mapped[datetime | None] = kept("when it was ended", Keep.SESSION)
    second_factor_at: Mapped[datetime | None] = kept("when a member of staff proved a second factor", Keep.SESSION)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A living session as the door sees it."""

    token_hash: str
    kind: str
    school_id: int | None
    account_id: int | None
    pupil_id: int | None
    opening_id: int | None
    facts: Mapping[str, Any]
    data: Mapping[str, Any]
    language: str | None
    seen_at: datetime
    expires_at: datetime
    second_factor_at: datetime | None


_COLUMNS = (
    WebSession.token_hash,
    WebSession.kind,
    WebSession.school_id,
    WebSession.account_id,
    WebSession.pupil_id,
    WebSession.opening_id,
    WebSession.facts,
    WebSession.data,
    WebSession.language,
    WebSession.seen_at,
    WebSession.expires_at,
    WebSession.second_factor_at,
    WebSession.ended_at,
)
# Built once: every request of every child asks it.
_FIND = select(*_COLUMNS).where(WebSession.token_hash == bindparam("hashed"))


def token_hash(token: str) -> str:
    """What the database keeps of a session's token: nobody who reads the table can sign in with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(db: Session | Connection, token: str, *, now: datetime) -> SignedIn | None:
    """The living session of a token, or None when it is unknown, ended or over."""
    row = db.execute(_FIND, {"hashed": token_hash(token)}).one_or_none()
    if row is None or row.ended_at is not None or row.expires_at <= now:
        return None
    return SignedIn(
        token_hash=row.token_hash,
        kind=row.kind,
        school_id=row.school_id,
        account_id=row.account_id,
        pupil_id=row.pupil_id,
        opening_id=row.opening_id,
        facts=json.loads(row.facts),
        data=json.loads(row.data),
        language=row.language,
        seen_at=row.seen_at,
        expires_at=row.expires_at,
        second_factor_at=row.second_factor_at,
    )


def begin(
    db: Session | Connection, *, kind: str, now: datetime, expires_at: datetime, facts: Mapping[str, Any], **whose: Any
) -> str:
    """Begin a session and return its token. Every sign-in gets a new token, so none can be planted beforehand."""
    token = secrets.token_urlsafe(32)
    actor = f"pupil:{whose['pupil_id']}" if kind == "pupil" else f"account:{whose['account_id']}"
    db.execute(
        insert(WebSession).values(
            token_hash=token_hash(token),
            kind=kind,
            created_at=now,
            seen_at=now,
            expires_at=expires_at,
            facts=json.dumps(facts),
            data=json.dumps({"_user_id": actor, "_fresh": True}),
            **whose,
        )
    )
    return token


def end(db: Session | Connection, *whose: ColumnElement[bool], now: datetime) -> None:
    """End all living sessions that match, at once and for good."""
    db.execute(update(WebSession).where(WebSession.ended_at.is_(None), *whose).values(ended_at=now))


def let_go(db: Session, now: datetime) -> None:
    """Forget sessions thirty days after they ended."""
    over = now - timedelta(days=30)
    db.execute(delete(WebSession).where(or_(WebSession.ended_at < over, WebSession.expires_at < over)))


def change(db: Session | Connection, hashed: str, **values: Any) -> None:
    """Note something on one session: that it was seen, a language, a second factor."""
    db.execute(update(WebSession).where(WebSession.token_hash == hashed).values(**values))

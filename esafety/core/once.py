"""Forms that were already done: a second press, a retry or a second tab finds where the first one led."""

from __future__ import annotations

import hashlib
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept


class DoneOnce(Base):
    """One form that was carried out. Shared, because the key already names the session."""

    __tablename__ = "done_once"

    key: Mapped[str] = kept("hash of the session and the form's token", Keep.SHORT, primary_key=True)
    location: Mapped[str] = kept("where the first press led", Keep.SHORT)
    at: Mapped[datetime] = kept("so that it can be cleared", Keep.SHORT)


def key_of(session_token: str, form_token: str) -> str:
    """The key of one form in one session."""
    return hashlib.sha256(f"{session_token}\n{form_token}".encode()).hexdigest()


def find(connection: Connection, key: str) -> str | None:
    """Where the first press of this form led, if there was one."""
    return connection.scalar(select(DoneOnce.location).where(DoneOnce.key == key))


def remember(connection: Connection, key: str, location: str, *, at: datetime) -> bool:
    """Remember, in the caller's transaction, that this form was carried out. False when another press was first.

    PostgreSQL lets two presses of one moment work side by side: the second waits here until the first is saved.
    """
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert
    statement = insert(DoneOnce).values(key=key, location=location, at=at).on_conflict_do_nothing()
    return bool(connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount == 1)

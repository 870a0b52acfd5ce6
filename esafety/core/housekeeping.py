"""Letting go of what has been kept long enough. Each room says what it lets go of; the worker does it once a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete

from esafety.core.audit import AuditEntry
from esafety.core.db import Database
from esafety.core.jobs import Job
from esafety.core.once import DoneOnce
from esafety.core.tenancy import SchoolSession

SHORT = timedelta(days=90)
SECURITY = timedelta(days=365)
LetGo = Callable[[SchoolSession, datetime], None]


def let_go(database: Database, rooms: Iterable[LetGo], *, now: datetime) -> None:
    """Let every room let go of what is over, each in a transaction of its own."""
    for room in rooms:
        with database.across_schools("what was kept long enough is let go of in all schools") as db:
            room(db, now)


def of_core(db: SchoolSession, now: datetime) -> None:
    """Finished work and forms after 90 days, the record of who did what after a year."""
    db.execute(delete(Job).where(Job.finished_at < now - SHORT))
    db.execute(delete(DoneOnce).where(DoneOnce.at < now - SHORT))
    db.execute(delete(AuditEntry).where(AuditEntry.at < now - SECURITY))

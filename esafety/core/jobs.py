"""Work to be done later, queued in the caller's transaction and leased to one worker at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, or_, select, update
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept, new_id
from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession

LEASE = timedelta(minutes=5)
MOST_TRIES = 5


class Job(Base):
    """One piece of work. It belongs to a school, but workers look at all schools' queues."""

    __tablename__ = "job"
    __table_args__ = (Index("ix_job__due", "finished_at", "run_at"),)

    id: Mapped[int] = kept("names the job", Keep.SHORT, primary_key=True, autoincrement=False, default=new_id)
    school_id: Mapped[int] = kept("whose work it is", Keep.SHORT)
    kind: Mapped[str] = kept("which handler does it", Keep.SHORT)
    key: Mapped[str] = kept("asking twice for the same work queues it once", Keep.SHORT, unique=True)
    payload: Mapped[str] = kept("row numbers the handler needs, as JSON", Keep.SHORT)
    run_at: Mapped[datetime] = kept("not before", Keep.SHORT)
    leased_until: Mapped[datetime | None] = kept("a worker has it until then", Keep.SHORT)
    tries: Mapped[int] = kept("how often it was begun", Keep.SHORT, default=0)
    finished_at: Mapped[datetime | None] = kept("when it was done or given up", Keep.SHORT)
    failure: Mapped[str] = kept("the kind of the last failure, without personal data", Keep.SHORT, default="")


@dataclass(frozen=True, slots=True)
class Work:
    """A job as its handler sees it."""

    school_id: int
    payload: Mapping[str, Any]
    now: datetime


@dataclass(frozen=True, slots=True)
class Outside:
    """A handler that waits for something outside, such as a mail server, and therefore opens its own short transactions.

    Inside a transaction it would keep every writer of a SQLite database waiting. It may run again after a failure.
    """

    work: Callable[[Database, Work], None]


Handler = Callable[[SchoolSession, Work], None] | Outside


def enqueue(db: SchoolSession, *, school_id: int, kind: str, key: str, at: datetime, **payload: Any) -> None:
    """Queue work in the caller's transaction; the same key twice is the same work."""
    if db.scalar(select(Job.id).where(Job.key == key)) is None:
        db.add(Job(school_id=school_id, kind=kind, key=key, payload=json.dumps(payload, sort_keys=True), run_at=at))


def run_due(database: Database, handlers: Mapping[str, Handler], *, now: datetime, most: int = 100) -> int:
    """Do what is due, each job in its own transaction. Returns how many were finished. A killed worker's lease runs out."""
    finished = 0
    for _ in range(most):
        job = _lease(database, now=now)
        if job is None:
            break
        try:
            handler, work = handlers[job.kind], Work(job.school_id, json.loads(job.payload), now)
            if isinstance(handler, Outside):
                handler.work(database, work)
            with database.transaction(school_id=job.school_id) as db:
                if not isinstance(handler, Outside):
                    handler(db, work)
                db.execute(update(Job).where(Job.id == job.id).values(finished_at=now, failure=""))
            finished += 1
        except Exception as failure:  # noqa: BLE001 - one broken job must not stop the others; the kind of failure is kept
            _note_failure(database, job, failure, now=now)
    return finished


def _lease(database: Database, *, now: datetime) -> Job | None:
    with database.across_schools("a worker takes the next job of any school") as db:
        free = or_(Job.leased_until.is_(None), Job.leased_until < now)
        job = db.scalar(
            select(Job)
            .where(Job.finished_at.is_(None), Job.run_at <= now, free)
            .order_by(Job.run_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        if job is not None:
            job.leased_until = now + LEASE
            job.tries += 1
        return job


def _note_failure(database: Database, job: Job, failure: Exception, *, now: datetime) -> None:
    with database.across_schools("a worker notes that a job failed") as db:
        given_up = job.tries >= MOST_TRIES
        wait = timedelta(minutes=2**job.tries)
        db.execute(
            update(Job)
            .where(Job.id == job.id)
            .values(failure=type(failure).__name__, leased_until=now + wait, finished_at=now if given_up else None)
        )

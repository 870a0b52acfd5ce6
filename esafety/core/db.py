"""The engine, the transaction, and the only commit of the application."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

from esafety.core.tenancy import SchoolSession

WAIT_FOR_A_LOCK_SECONDS = 8
TROUBLE = (
    "locked", "deadlock", "could not serialize", "full", "no space", "readonly", "read-only", "disk i/o",
    "connection", "unable to open",
)  # fmt: skip
"""Words by which SQLite and PostgreSQL say that the fault lies with the disk, a lock or the way to the server."""


class Database:
    """One database. On SQLite, writers queue in this process before they queue at the file, which is fairer and faster."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite_engine(url) if self.is_sqlite else _postgresql_engine(url)
        self._writers = threading.Lock()

    def unit(self, *, write: bool) -> UnitOfWork:
        """Begin one transaction: a snapshot to read from, or the right to write."""
        return UnitOfWork(self, write=write)

    @contextmanager
    def transaction(self, *, school_id: int) -> Iterator[SchoolSession]:
        """Write inside one school and commit, or leave nothing behind."""
        with self.unit(write=True) as unit:
            yield unit.inside(school_id)
            unit.commit()

    @contextmanager
    def across_schools(self, reason: str) -> Iterator[SchoolSession]:
        """Write across schools, for a stated reason, and commit, or leave nothing behind."""
        with self.unit(write=True) as unit:
            yield unit.across(reason)
            unit.commit()

    @contextmanager
    def together(self) -> Iterator[UnitOfWork]:
        """Write across and inside schools in one transaction and commit, or leave nothing behind."""
        with self.unit(write=True) as unit:
            yield unit
            unit.commit()

    @contextmanager
    def reading(self, *, school_id: int | None = None, across: str | None = None) -> Iterator[SchoolSession]:
        """Read one school, or across schools for a stated reason. Nothing is written."""
        with self.unit(write=False) as unit:
            yield unit.inside(school_id) if school_id is not None else unit.across(across or "")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


class UnitOfWork:
    """One transaction on one connection, and the sessions that look at it."""

    def __init__(self, database: Database, *, write: bool) -> None:
        self._database = database
        self._holds_queue = False
        self._sessions: list[SchoolSession] = []
        self.write = write
        if write and database.is_sqlite:
            if not database._writers.acquire(timeout=WAIT_FOR_A_LOCK_SECONDS):
                raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))
            self._holds_queue = True
        try:
            self.connection: Connection | None = database.engine.connect()
            if write and database.is_sqlite:
                self.connection.execution_options(begin_immediate=True)
            self.connection.begin()
        except BaseException:
            self.close()
            raise

    def inside(self, school_id: int) -> SchoolSession:
        """A session on this transaction that sees one school."""
        return self._session(school_id=school_id, across=None)

    def across(self, reason: str) -> SchoolSession:
        """A session on this transaction that works across schools; the reason says why it must."""
        return self._session(school_id=None, across=reason)

    def _session(self, *, school_id: int | None, across: str | None) -> SchoolSession:
        session = SchoolSession(
            self.connection,
            school_id=school_id,
            across=across,
            expire_on_commit=False,
            join_transaction_mode="control_fully",
        )
        self._sessions.append(session)
        return session

    def commit(self) -> None:
        """Write everything down for good. A reply that says "saved" comes after this."""
        assert self.connection is not None
        for session in self._sessions:
            session.flush()
        self.connection.commit()
        self.close()

    def close(self) -> None:
        """Give the connection back; what was not committed is gone."""
        connection, self.connection = getattr(self, "connection", None), None
        try:
            if connection is not None:
                connection.close()
        finally:
            if self._holds_queue:
                self._holds_queue = False
                self._database._writers.release()

    def __enter__(self) -> UnitOfWork:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def make_private(file: Path) -> None:
    """Make a file that only the server's user can read, unless it is there: SQLite itself would let everybody read it."""
    if not file.exists():
        with suppress(OSError):  # opening it says what is wrong
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url, pool_size=12, max_overflow=40, connect_args={"timeout": WAIT_FOR_A_LOCK_SECONDS, "check_same_thread": False}
    )

    @event.listens_for(engine, "do_connect")
    def keep_private(*_arguments: object) -> None:
        if engine.url.database:
            make_private(Path(engine.url.database))

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # We say BEGIN ourselves: the driver's own mode lets two readers deadlock when both turn into writers.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY", "cache_size=-16000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("begin_immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _postgresql_engine(url: str) -> Engine:
    # prepare_threshold=None keeps a pooler in transaction mode working; see docs/decisions.
    return create_engine(url, pool_size=12, max_overflow=20, pool_pre_ping=False, connect_args={"prepare_threshold": None})


def is_busy_or_full(error: DBAPIError) -> bool:
    """Whether the database is locked, full, read-only or away: the page says so and nothing was saved."""
    text = str(error.orig).lower()
    return any(sign in text for sign in TROUBLE)

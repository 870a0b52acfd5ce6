"""Where the running application finds its curriculum: one library per process, read from the database once."""

from __future__ import annotations

import json
from threading import Lock
from typing import Any

from sqlalchemy import select

from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.kinds import SHAPE_OF, Kind
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.load import FILES
from esafety.curriculum.models import ContentVersion
from esafety.curriculum.stored import from_json

LARGEST_ARCHIVE = 500
"""How many retired versions stay in memory."""


class Shelf:
    """The library of one database, and retired editions that somebody asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._library = Library()
        self._by_version: dict[int, Edition[Any]] = {}
        self._archive: dict[int, Edition[Any]] = {}
        self._lock = Lock()

    def library(self) -> Library:
        """The current versions. They are read when first asked for; an empty database is asked again."""
        if self._library.is_empty:
            with self._lock:
                if self._library.is_empty:
                    self._read()
        return self._library

    def edition(self, db: SchoolSession, version_id: int) -> Edition[Any]:
        """One version, current or retired. Raises KeyError when there never was one of that id."""
        self.library()
        if found := self._by_version.get(version_id) or self._archive.get(version_id):
            return found
        row = db.get(ContentVersion, version_id)
        if row is None:
            raise KeyError(version_id)
        if len(self._archive) >= LARGEST_ARCHIVE:
            self._archive.clear()
        self._archive[version_id] = _edition(row.id, row.kind, row.key, row.number, row.body)
        return self._archive[version_id]

    def _read(self) -> None:
        with self._database.reading(across="content belongs to no school") as db:
            read = read_library(db)
        self._by_version = {edition.version_id: edition for edition in read.editions.values()}
        self._library = read


def read_library(db: SchoolSession) -> Library:
    """The library of the current versions in a database."""
    rows = db.execute(
        select(ContentVersion.id, ContentVersion.kind, ContentVersion.key, ContentVersion.number, ContentVersion.body)
        .where(ContentVersion.retired_at.is_(None), ContentVersion.kind != FILES)
        .order_by(ContentVersion.kind, ContentVersion.key)
    )
    return Library.of(_edition(*row) for row in rows)


def _edition(version_id: int, kind: str, key: str, number: int, body: str) -> Edition[Any]:
    return Edition(version_id, Kind(kind), key, number, from_json(SHAPE_OF[Kind(kind)], json.loads(body)))


_shelves: list[Shelf] = []


def put_up(shelf: Shelf) -> None:
    """Make this the shelf of the process. The application that was made last is the one that runs."""
    _shelves[:] = [shelf]


def library() -> Library:
    """The curriculum of this process; empty before anything was loaded."""
    return _shelves[0].library() if _shelves else Library()


def edition(db: SchoolSession, version_id: int) -> Edition[Any]:
    """One version, current or retired, for example the one that an attempt is pinned to. Raises KeyError."""
    return _shelves[0].edition(db, version_id)

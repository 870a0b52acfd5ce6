"""Where the running application finds its curriculum: one library per process, read from the database once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any

from sqlalchemy import select

from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession, school_here
from esafety.curriculum.kinds import SHAPE_OF, Kind
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.load import FILES
from esafety.curriculum.models import ContentVersion
from esafety.curriculum.own.overlay import Stamp, library_with, read_own, stamp_of
from esafety.curriculum.stored import from_json

LARGEST_ARCHIVE = 500
"""How many retired versions stay in memory."""


LOOK_EVERY_SECONDS = 5.0
MOST_SCHOOLS = 200
MOST_READ = 4000
MOST_BUILT = 4


@dataclass(frozen=True, slots=True)
class OfSchool:
    """One school's library as it was found last."""

    base: Library
    library: Library
    stamp: Stamp
    looked_at: float


class Shelf:
    """The library of one database, and retired editions that somebody asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._library = Library()
        self._by_version: dict[int, Edition[Any]] = {}
        self._archive: dict[int, Edition[Any]] = {}
        self._lock = Lock()
        self._of_schools: dict[int, OfSchool] = {}

    def library(self) -> Library:
        """The current versions. They are read when first asked for; an empty database is asked again."""
        if self._library.is_empty:
            with self._lock:
                if self._library.is_empty:
                    self._read()
        return self._library

    def of_school(self, school_id: int) -> Library:
        """The library as one school has it: with its own and adapted lessons, without those that it switched off.

        It is looked at anew every few seconds, so that all workers agree soon after something was published.
        """
        base, kept, now = self.library(), self._of_schools.get(school_id), monotonic()
        if kept is not None and kept.base is base and now - kept.looked_at < LOOK_EVERY_SECONDS:
            return kept.library
        with self._database.reading(school_id=school_id) as db:
            stamp = stamp_of(db)
            if kept is not None and kept.base is base and kept.stamp == stamp:
                found = kept.library
            else:
                found = library_with(base, read_own(db)) if stamp.is_anything else base
        if len(self._of_schools) >= MOST_SCHOOLS:
            self._of_schools.clear()
        self._of_schools[school_id] = OfSchool(base, found, stamp, now)
        return found

    def look_again(self, school_id: int) -> None:
        """Something of the school's own changed: look at it at the next request."""
        self._of_schools.pop(school_id, None)

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
    """The library of the current versions in a database. The same versions always make the same library."""
    current = (ContentVersion.retired_at.is_(None), ContentVersion.kind.not_in((FILES, Kind.OWN_LESSON)))
    ids = frozenset(db.scalars(select(ContentVersion.id).where(*current)))
    if ids in _built:
        return _built[ids]
    rows = db.execute(
        select(ContentVersion.id, ContentVersion.kind, ContentVersion.key, ContentVersion.number, ContentVersion.body)
        .where(*current)
        .order_by(ContentVersion.kind, ContentVersion.key)
    )
    made = Library.of(_edition(*row) for row in rows)
    if len(_built) >= MOST_BUILT:
        _built.clear()
    _built[ids] = made
    return made


_built: dict[frozenset[int], Library] = {}


def _edition(version_id: int, kind: str, key: str, number: int, body: str) -> Edition[Any]:
    """A stored version as an edition. Versions never change, so one that was read is not read again."""
    found = _read_before.get(version_id)
    if found is None:
        if len(_read_before) >= MOST_READ:
            _read_before.clear()
        item = from_json(SHAPE_OF[Kind(kind)], json.loads(body))
        if kind == Kind.OWN_LESSON:
            # Stored under its school; for everybody who asks it is the lesson of its name.
            kind, key = Kind.LESSON, item.key
        found = Edition(version_id, Kind(kind), key, number, item)
        _read_before[version_id] = found
    return found


_read_before: dict[int, Edition[Any]] = {}


_shelves: list[Shelf] = []


def put_up(shelf: Shelf) -> None:
    """Make this the shelf of the process. The application that was made last is the one that runs."""
    _shelves[:] = [shelf]


def library() -> Library:
    """The curriculum of this process as the school of this request has it; empty before anything was loaded."""
    if not _shelves:
        return Library()
    school_id = school_here()
    return _shelves[0].library() if school_id is None else _shelves[0].of_school(school_id)


def look_again(school_id: int) -> None:
    """A school's own lessons changed."""
    if _shelves:
        _shelves[0].look_again(school_id)


def edition(db: SchoolSession, version_id: int) -> Edition[Any]:
    """One version, current or retired, for example the one that an attempt is pinned to. Raises KeyError."""
    return _shelves[0].edition(db, version_id)

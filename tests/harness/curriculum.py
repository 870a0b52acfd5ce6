"""Our content in a test's database: read, checked and made into rows once in a run, because every second test needs it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import select

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.tenancy import insert_rows
from esafety.curriculum.content import Content, read_directory
from esafety.curriculum.load import load
from esafety.curriculum.models import ContentVersion
from esafety.curriculum.shelf import Shelf, put_up
from esafety.places import content_directory


@cache
def our_content() -> Content:
    """The content as it is shipped, read once."""
    return read_directory(content_directory())


def load_ours(database: Database) -> None:
    """Load our content into an empty database and put it on the shelf."""
    with database.across_schools("a test loads content") as db:
        insert_rows(db, ContentVersion, _rows())
    put_up(Shelf(database))


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    """What the real loading writes, kept to be written again."""
    columns = ContentVersion.__table__.columns
    with TemporaryDirectory() as folder:
        scratch = Database(f"sqlite+pysqlite:///{Path(folder) / 'content.sqlite3'}")
        try:
            ContentVersion.__table__.create(scratch.engine)  # type: ignore[attr-defined]
            with scratch.across_schools("a test loads content") as db:
                load(db, our_content(), clock.now())
            with scratch.reading(across="a test reads what was loaded") as db:
                return tuple(dict(row._mapping) for row in db.execute(select(*columns)))
        finally:
            scratch.close()

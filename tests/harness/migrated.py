"""Bringing a database to the newest migration, as `esafety db upgrade` does."""

from esafety.core.db import Database
from esafety.core.migration import upgrade


def migrate(url: str) -> None:
    """Apply all migrations and close every connection."""
    database = Database(url)
    try:
        upgrade(database)
    finally:
        database.close()

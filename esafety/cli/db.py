"""``esafety db``: the tables of the database."""

from __future__ import annotations

import click

from esafety.cli.content import load_into
from esafety.core import migration
from esafety.core.db import Database
from esafety.curriculum.shelf import read_library
from esafety.places import content_directory
from esafety.settings import Settings


@click.group()
def db() -> None:
    """Bring the database up to date, or take it back."""


@db.command()
@click.option("--to", "revision", default="head", help="Where to stop; the newest when not given.")
def upgrade(revision: str) -> None:
    """Bring the tables up to date: all steps or none. New tables get the lessons that came with esafety."""
    database = Database(Settings.from_environment().database_url)
    migration.upgrade(database, revision)
    click.echo(f"The database is at {migration.current(database)}.")
    if migration.current(database) == migration.newest() and _has_no_lessons(database):
        load_into(database, content_directory())


def _has_no_lessons(database: Database) -> bool:
    with database.reading(across="content belongs to no school") as reading:
        return read_library(reading).is_empty


@db.command()
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Take the tables back to REVISION: all steps or none."""
    database = Database(Settings.from_environment().database_url)
    migration.downgrade(database, revision)
    click.echo(f"The database is at {migration.current(database) or 'nothing'}.")


@db.command()
def current() -> None:
    """Say where the database stands."""
    click.echo(migration.current(Database(Settings.from_environment().database_url)) or "empty")

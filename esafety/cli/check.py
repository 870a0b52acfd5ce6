"""``esafety check``: everything that can be checked without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from esafety import models
from esafety.agreements import chain
from esafety.assembly import known_pages
from esafety.core import i18n, migration
from esafety.core.db import Database
from esafety.curriculum.check import check as check_content
from esafety.curriculum.check import errors_of
from esafety.curriculum.content import read_directory
from esafety.people import schools
from esafety.places import content_directory, translations_directory
from esafety.settings import Settings, sqlite_url


def content_problems() -> Iterable[str]:
    """Problems of the curriculum's files."""
    return (str(problem) for problem in errors_of(check_content(read_directory(content_directory()))))


def table_problems() -> Iterable[str]:
    """Differences between the models and what the migrations make."""
    with TemporaryDirectory() as folder:
        database = Database(sqlite_url(Path(folder)))
        migration.upgrade(database)
        found = [f"The migrations do not make what the models say: {difference}" for difference in differences(database)]
        database.close()
    return found


def differences(database: Database) -> list[object]:
    """What the models have that the tables have not, and the reverse."""
    return migration.differences(database, models.Base.metadata)


def privacy_problems() -> Iterable[str]:
    """Stored columns that do not say why they are kept and for how long."""
    for table in models.Base.metadata.sorted_tables:
        for column in table.columns:
            if not {"purpose", "keep"} <= column.info.keys():
                yield f"{table.name}.{column.name} does not say why it is kept and for how long."


def page_problems() -> Iterable[str]:
    """Pages whose view says nothing about itself."""
    return (f"{page.endpoint} has no sentence that says what it is." for page in known_pages() if not page.summary)


def translation_problems() -> Iterable[str]:
    """Catalogues that are missing."""
    for code, _name in i18n.languages():
        if code != i18n.SOURCE and not (translations_directory() / code / "LC_MESSAGES" / "messages.po").exists():
            yield f"There is no catalogue for {code}."


def settings_problems() -> Iterable[str]:
    """Settings of this machine that make no sense."""
    try:
        Settings.from_environment()
    except Exception as error:  # noqa: BLE001 - shown to the person who runs the check
        yield str(error)


def evidence_problems() -> Iterable[str]:
    """Places where this installation's chains of signatures do not hold. Says where each chain ends, to be noted elsewhere."""
    try:
        database = _installed()
    except Exception:  # noqa: BLE001 - settings that make no sense are told by their own check
        return
    if database is None:
        return
    try:
        with database.reading(across="the technician checks every school's evidence") as db:
            keys = {school.id: school.key for school in schools.all_schools(db)}
            for school_id, (sequence, last) in chain.newest(db).items():
                click.echo(f"{keys.get(school_id)}: {sequence} entries of evidence, the last one is {last}")
            for found in chain.verify(db):
                yield f"{keys.get(found.school_id)}, entry {found.sequence}: {found.what}."
    except DBAPIError as error:
        yield f"The database of this installation cannot be read ({type(error.orig).__name__})."
    finally:
        database.close()


def _installed() -> Database | None:
    """The installation's database, when there is one with the tables of today."""
    settings = Settings.from_environment()
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return None
    database = Database(settings.database_url)
    try:
        return database if migration.current(database) == migration.newest() else None
    except DBAPIError:
        return database


CHECKS: tuple[tuple[str, Callable[[], Iterable[str]]], ...] = (
    ("settings", settings_problems),
    ("content", content_problems),
    ("tables", table_problems),
    ("privacy", privacy_problems),
    ("pages", page_problems),
    ("translations", translation_problems),
    ("evidence", evidence_problems),
)


@click.command()
def check() -> None:
    """Run every check that needs no server, and list all problems at once."""
    failed = False
    for name, find in CHECKS:
        problems = list(find())
        failed = failed or bool(problems)
        click.echo(f"{name}: {'good' if not problems else f'{len(problems)} problems'}")
        for problem in problems:
            click.echo(f"  {problem}")
    if failed:
        raise SystemExit(1)

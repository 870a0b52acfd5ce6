"""``esafety backup`` and ``esafety restore``: one file, taken and put back while the server runs."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from sqlalchemy.engine import make_url

from esafety.access import sessions
from esafety.core import clock, migration
from esafety.core.db import Database, make_private
from esafety.settings import Settings

PAGES_AT_ONCE = 512


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write everything that is stored into FILE, while the server goes on."""
    settings = Settings.from_environment()
    if file.exists():
        raise click.ClickException(f"{file} is there already; nothing was overwritten. Choose another name.")
    _refuse_nothing(settings)
    half = file.with_name(f"{file.name}.part")
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if settings.database_url.startswith("sqlite"):
            _copy_sqlite(_sqlite_file(settings), half, "Backing up")
        else:
            _run(["pg_dump", "--format=custom", "--no-owner", f"--file={half}"], settings)
        half.rename(file)
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"Everything is in {file}. Keep the file secrets.json of the data folder in another place.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--yes", is_flag=True, help="Do not ask before what is stored now is replaced.")
def restore(file: Path, yes: bool) -> None:
    """Put back what FILE holds, in place of what is stored now."""
    settings = Settings.from_environment()
    is_sqlite = settings.database_url.startswith("sqlite")
    if is_sqlite:
        _refuse_damaged(file)
    if not yes:
        click.confirm("This replaces everything that is stored now. Go on?", abort=True)
    if is_sqlite:
        make_private(_sqlite_file(settings))
        _copy_sqlite(file, _sqlite_file(settings), "Restoring")
    else:
        _run(["pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--dbname", "", str(file)], settings)
    database = Database(settings.database_url)
    migration.upgrade(database)
    with database.across_schools("nobody stays signed in to what was put back") as db:
        sessions.end(db, now=clock.now())
    database.close()
    click.echo("Restored, and the tables are up to date. Everyone signs in again.")


def _refuse_nothing(settings: Settings) -> None:
    """A file without tables would be taken for a backup. Raises ClickException."""
    database = Database(settings.database_url)
    stands = migration.current(database)
    database.close()
    if stands is None:
        raise click.ClickException("Nothing is stored yet, so there is nothing to back up. Is ESAFETY_DATA the right folder?")


def _sqlite_file(settings: Settings) -> Path:
    return Path(make_url(settings.database_url).database or "")


def _copy_sqlite(source: Path, target: Path, label: str) -> None:
    """Copy page by page with SQLite's own backup, which gives one consistent moment under readers and writers."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target, timeout=30)) as new, _progress(label) as show:
        old.backup(new, pages=PAGES_AT_ONCE, progress=lambda _status, remaining, total: show(total - remaining, total))
        new.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _refuse_damaged(file: Path) -> None:
    """A file that is not a whole database of ours changes nothing. Raises ClickException."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as probe:
            whole = probe.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = probe.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('school', 'alembic_version')").fetchone() == (
                2,
            )
    except sqlite3.DatabaseError:
        whole = ours = False
    if not (whole and ours):
        raise click.ClickException(f"{file} is not a whole backup of this application; nothing was changed.")


def _run(command: list[str], settings: Settings) -> None:
    """Run PostgreSQL's own tool; the password goes by the environment, never by the command line."""
    url = make_url(settings.database_url)
    environment = {
        **os.environ,
        "PGHOST": url.host or str(url.query.get("host", "")),
        "PGPORT": str(url.port or 5432),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
        "PGDATABASE": url.database or "",
    }
    words = [url.database or "" if word == "" else word for word in command]
    try:
        done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise click.ClickException(f"{command[0]} is not installed. Install PostgreSQL's client programs.") from error
    if done.returncode != 0:
        raise click.ClickException(f"{command[0]} did not finish; nothing was changed. It said: {done.stderr.strip()[:400]}")


@contextmanager
def _progress(label: str) -> Iterator[Callable[[int, int], None]]:
    with click.progressbar(length=1, label=label) as bar:

        def show(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.pos = done
            bar.render_progress()

        yield show

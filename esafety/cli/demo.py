"""``esafety demo``: two living schools on this machine, to look at and to try."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import click
from sqlalchemy import select

from esafety.cli.server import refuse_taken_port, run_server
from esafety.core import clock, migration
from esafety.core.db import Database
from esafety.curriculum.load import load_directory
from esafety.demo.listing import FILE, open_doors, read_accounts
from esafety.people.models import School
from esafety.places import content_directory
from esafety.settings import Settings, default_data_directory, from_mapping

DATABASE = "esafety.sqlite3"
MARK = "this-is-a-demo"
DEMO_OPENING_MINUTES = 600
DEMO_PORT = 8000


@click.command()
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Where to keep the demo's data.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: 8000]")
@click.option("--reset", is_flag=True, help="Throw the demo's data away and start afresh.")
@click.option("--accounts", is_flag=True, help="Print who can sign in as JSON, and stop.")
@click.option("--no-serve", is_flag=True, hidden=True, help="Prepare everything, and stop.")
def demo(data: Path | None, port: int | None, reset: bool, accounts: bool, no_serve: bool) -> None:
    """Fill two fictional schools and serve them on this machine."""
    folder = data or default_folder()
    port = port or (_last_port(folder) if accounts else DEMO_PORT)
    if not accounts and not no_serve:
        refuse_taken_port("127.0.0.1", port)
    settings = _settings(folder, port, reset=reset)
    database = Database(settings.database_url)
    quiet = accounts
    _prepare(database, settings, quiet=quiet)
    if accounts:
        click.echo(json.dumps(read_accounts(database, settings, now=clock.now()), ensure_ascii=False, indent=2))
        return
    open_doors(database, settings, now=clock.now())
    _print_accounts(read_accounts(database, settings, now=clock.now()), settings)
    database.close()
    if not no_serve:
        (folder / MARK).write_text(str(port), "ascii")
        run_server(settings, host="127.0.0.1", port=port)


def _last_port(folder: Path) -> int:
    """Where this folder's demo was served last, so that the list of accounts gives addresses that answer."""
    mark = folder / MARK
    noted = mark.read_text("ascii").strip() if mark.is_file() else ""
    return int(noted) if noted.isdigit() else DEMO_PORT


def default_folder() -> Path:
    """Where the demo keeps its data when nobody said otherwise."""
    return default_data_directory(os.environ).with_name("esafety-demo")


def _settings(folder: Path, port: int, *, reset: bool) -> Settings:
    """The demo's settings. A folder that holds something else is never touched. Raises ClickException."""
    stored, mark = folder / DATABASE, folder / MARK
    if stored.exists() and not mark.exists():
        raise click.ClickException(f"{folder} holds an installation that is not a demo. Choose another folder with --data.")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        mark.touch()
    except OSError as error:
        raise click.ClickException(
            f"{folder} cannot be written to ({error.strerror}). Choose another folder with --data."
        ) from error
    if reset:
        for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "demo.json"):
            (folder / name).unlink(missing_ok=True)
    return from_mapping(
        {
            "ESAFETY_DATA": str(folder),
            "ESAFETY_DEMO": "yes",
            "ESAFETY_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "ESAFETY_OPENING_MINUTES": str(DEMO_OPENING_MINUTES),
        }
    )


def _prepare(database: Database, settings: Settings, *, quiet: bool) -> None:
    """Tables, content and schools: whatever is missing, and nothing twice."""
    begun = time.monotonic()

    def tell(what: str) -> None:
        click.echo(f"{time.monotonic() - begun:6.1f} s  {what}", err=quiet)

    if migration.current(database) != migration.newest():
        migration.upgrade(database)
        tell("tables are ready")
    now = clock.now()
    with database.across_schools("content belongs to no school") as db:
        load_directory(db, content_directory(), now)
    with database.reading(across="the demo looks whether it was filled") as db:
        filled = db.scalar(select(School.id).limit(1)) is not None
    if filled and (settings.data_directory / FILE).exists():
        return
    if filled:
        raise click.ClickException("The demo was not finished. Start it afresh with --reset.")
    # Filling needs every room; a second start does not.
    from esafety.curriculum.shelf import Shelf, library, put_up
    from esafety.demo.accounts import note_accounts
    from esafety.demo.fill import fill

    # What pupils know is weighed by the versions that they did, which are found on the shelf of the process.
    put_up(Shelf(database))
    shelf = library()
    made = fill(database, settings, shelf=shelf, now=now, step=tell)
    note_accounts(database, settings, made=made, shelf=shelf, now=now)
    tell("two schools are filled")


def _print_accounts(listed: list[dict[str, object]], settings: Settings) -> None:
    """A short list for people; everything is in ``--accounts``."""
    click.echo(f"\nOpen {settings.public_url} in a browser. Some of the people you can be:\n")
    shown: set[str] = set()
    for one in listed:
        role = str(one["role"])
        if role in shown:
            continue
        shown.add(role)
        typed = one["type"]
        assert isinstance(typed, dict)
        words = ", ".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in typed.items() if name != "totp_secret")
        click.echo(f"  {role:36} {str(one['where']).removeprefix(settings.public_url):16} {words}")
    where = f" --data {settings.data_directory}" if settings.data_directory != default_folder() else ""
    click.echo(f"\nAll of them, with secrets for an authenticator app: python3 -m esafety demo --accounts{where}")
    click.echo("Stop with Ctrl+C.\n")


def _plain(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)

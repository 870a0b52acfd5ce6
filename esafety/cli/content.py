"""``esafety content``: check what writers wrote, load it, and print what translators need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esafety.cli.packs import pack, unpack
from esafety.cli.pictures import pictures
from esafety.cli.questions import export, import_
from esafety.curriculum.report import check_directory
from esafety.places import content_directory

if TYPE_CHECKING:
    from esafety.core.db import Database

DIRECTORY = click.option(
    "--directory",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The content directory; the one that came with esafety when not given.",
)


@click.group()
def content() -> None:
    """Check, load and measure the curriculum's files."""


content.add_command(pictures)
content.add_command(import_)
content.add_command(export)
content.add_command(pack)
content.add_command(unpack)


@content.command()
@DIRECTORY
@click.option("--json", "as_json", is_flag=True, help="Print the whole report as JSON.")
def check(directory: Path | None, *, as_json: bool) -> None:
    """Name every problem of all content files, with file, line and what to do. Exits with 1 when there are some."""
    report = check_directory(_shown(directory or content_directory()))
    click.echo(json.dumps(report.as_json(), indent=2, ensure_ascii=False) if as_json else report.as_text())
    if not report.passed:
        raise SystemExit(1)


@content.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--scope", type=click.Choice(["all", "family"]), default="all", help="All texts, or what families see.")
@DIRECTORY
def digest(file: Path, scope: str, directory: Path | None) -> None:
    """Print every translatable text of FILE with its name, and the source_version of this wording."""
    from esafety.curriculum.report import wording_of

    try:
        texts, version = wording_of(directory or content_directory(), file, "family" if scope == "family" else "all")
    except (LookupError, ValueError) as reason:
        raise click.ClickException(str(reason)) from None
    for place, text in texts.items():
        click.echo(f"{place}: {text}")
    click.echo(f'source_version: "{version}"')


@content.command()
@DIRECTORY
def load(directory: Path | None) -> None:
    """Load the files as new versions; the same files again change nothing. A running server shows them once restarted."""
    from esafety.core.db import Database
    from esafety.settings import Settings

    database = Database(Settings.from_environment().database_url)
    try:
        load_into(database, directory or content_directory())
    finally:
        database.close()


def load_into(database: Database, directory: Path) -> None:
    """Load a directory into a database and say what changed. Raises ClickException when the files have problems."""
    from esafety.core import clock
    from esafety.curriculum.load import ContentRefused, load_directory

    try:
        with database.across_schools("content belongs to no school") as db:
            done = load_directory(db, directory, clock.now())
    except ContentRefused as refused:
        raise click.ClickException(f"Nothing was loaded.\n{refused}") from None
    click.echo(f"Lessons and documents: {len(done.new)} new, {done.unchanged} unchanged, {len(done.retired)} retired.")


def _shown(directory: Path) -> Path:
    """The directory as short as it can be written from here."""
    here = Path.cwd()
    return directory.relative_to(here) if directory.is_relative_to(here) else directory

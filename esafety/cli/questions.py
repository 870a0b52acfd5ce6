"""``esafety content import`` and ``export``: questions from and for other systems."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS, EXPECTATIONS
from esafety.places import content_directory

if TYPE_CHECKING:
    from esafety.core.tenancy import SchoolSession
    from esafety.curriculum.interchange.entry import Entry, Imported

FORMAT = click.option(
    "--format", "form", required=True, type=click.Choice(["moodle-xml", "gift", "qti"]), help="What other systems call it."
)
SCHOOL = click.option("--school", "key", default="", help="A school's short name (or full name): its own questions.")
BY = "command line"


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FORMAT
@click.option("--check", "only_check", is_flag=True, help="Keep nothing, only say what would be kept.")
@click.option("--json", "as_json", is_flag=True, help="Print every question and every problem as JSON.")
@SCHOOL
@click.option("--output", type=click.Path(path_type=Path), help="A new YAML file, or the folder for one.")
@click.option("--expectation", type=click.Choice(list(EXPECTATIONS)), help="What the questions are about, where they do not say.")
@click.option("--readers", type=click.Choice([*BANDS, *ADULT_AUDIENCES]), help="Whom they are for, where they do not say.")
def import_(
    *, file: Path, form: str, only_check: bool, as_json: bool, key: str, output: Path | None, expectation: str | None,
    readers: str | None,
) -> None:  # fmt: skip
    """Read the questions of FILE and keep them as a school's drafts or as a file. Exits with 1 when FILE is broken."""
    from esafety.curriculum.interchange.formats import read_as

    if not only_check and not key and not output:
        raise click.UsageError("Say where to keep the questions: --school NAME or --output FILE; or only look: --check.")
    found = read_as(form, file.name, _bytes(file))
    entries = tuple(_placed(entry, expectation, readers) for entry in found.entries)
    found = replace(found, entries=entries)
    kept = {} if only_check or not found.is_sound else _keep(found, form, key, output, file)
    whole = {**found.as_json(file.name, form), **kept}
    click.echo(json.dumps(whole, indent=2, ensure_ascii=False) if as_json else _told(found, kept))
    if not found.is_sound:
        raise SystemExit(1)


@click.command()
@FORMAT
@SCHOOL
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; otherwise standard output.")
@click.option("--directory", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another content directory.")
def export(*, form: str, key: str, output: Path | None, directory: Path | None) -> None:
    """Write our questions, or a school's own, for another system. What a format cannot hold is listed with the reason."""
    from esafety.core import clock
    from esafety.curriculum.content import read_directory
    from esafety.curriculum.dates import facts_on
    from esafety.curriculum.interchange.entry import entries_of
    from esafety.curriculum.interchange.formats import write_as
    from esafety.curriculum.interchange.saying import said_on

    content = read_directory(directory or content_directory())
    facts = facts_on((located.item for located in content.facts), clock.school_day(clock.now()))
    written = write_as(form, own_entries(key) if key else tuple(entries_of(content)), said_on(facts))
    for finding in written.findings:
        click.echo(str(finding), err=True)
    if output:
        output.write_bytes(written.data)
        click.echo(f"{written.number} questions in {output}.", err=True)
    else:
        sys.stdout.buffer.write(written.data)


def _bytes(file: Path) -> bytes:
    from esafety.curriculum.interchange.decoding import LARGEST_FILE

    with file.open("rb") as opened:
        # One byte more than is read tells that there is too much; the rest need not be fetched.
        data = opened.read(LARGEST_FILE + 1)
    return data if len(data) <= LARGEST_FILE else data + b" " * min(file.stat().st_size - len(data), LARGEST_FILE)


def _placed(entry: Entry, expectation: str | None, readers: str | None) -> Entry:
    return replace(entry, expectation=entry.expectation or expectation or "", readers=entry.readers or readers or "")


def _keep(found: Imported, form: str, key: str, output: Path | None, file: Path) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if key:
        from esafety.core import clock
        from esafety.curriculum.own.actions import keep_questions

        with school_session(key, write=True) as db:
            done = keep_questions(db, entries=found.entries, source=form, by=BY, now=clock.now())
        kept["school"] = {"name": key, **asdict(done)}
    if output:
        kept["output"] = str(_write(found, output, file))
    return kept


def _write(found: Imported, output: Path, file: Path) -> Path:
    from esafety.curriculum.interchange.bank import bank_text
    from esafety.curriculum.interchange.making import key_of

    path = output if output.suffix in (".yaml", ".yml") else output / f"{key_of(file.stem, 1)}.yaml"
    text = bank_text(found.entries)
    if path.exists() and path.read_text("utf-8") != text:
        raise click.ClickException(f"{path} is there already and says something else. Nothing was written.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _told(found: Imported, kept: dict[str, Any]) -> str:
    lines = [str(finding) for finding in found.findings]
    left = sum(finding.severity == "left out" for finding in found.findings)
    if not found.is_sound:
        return "\n".join([*lines, "Nothing was kept."])
    lines.append(f"{len(found.entries)} questions, {left} left out.")
    if "school" in kept:
        done = kept["school"]
        lines.append(f"{done['name']}: {done['new']} new, {done['changed']} changed, {done['unchanged']} unchanged, all drafts.")
    if "output" in kept:
        lines.append(f"Written to {kept['output']}.")
    return "\n".join(lines)


def own_entries(key: str) -> tuple[Entry, ...]:
    """The current questions of a school's own."""
    from esafety.curriculum.own.queries import own_questions

    with school_session(key, write=False) as db:
        return tuple(row.entry for row in own_questions(db))


@contextmanager
def school_session(key: str, *, write: bool) -> Iterator[SchoolSession]:
    """A session inside the school of a short name or a full one; committed in the end when it writes."""
    from esafety.core.db import Database
    from esafety.people.schools import all_schools
    from esafety.settings import Settings

    database = Database(Settings.from_environment().database_url)
    try:
        with database.reading(across="the command line names the school") as everywhere:
            school_id = next((one.id for one in all_schools(everywhere) if key in (one.key, one.name)), None)
        if school_id is None:
            raise click.ClickException(f'There is no school "{key}". See: esafety school list')
        with database.transaction(school_id=school_id) if write else database.reading(school_id=school_id) as db:
            yield db
    finally:
        database.close()

"""``esafety content pack`` and ``unpack``: content to share between schools."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from esafety.cli.questions import BY, SCHOOL, own_entries, school_session
from esafety.places import content_directory

if TYPE_CHECKING:
    from esafety.curriculum.packs.opening import Opened
    from esafety.curriculum.problems import Problem

DIRECTORY = click.option(
    "--directory", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The content beside which it stands."
)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The pack to write.")
@DIRECTORY
@SCHOOL
@click.option("--title", default="", help="What others shall call it; the name of the file when not given.")
@click.option("--made-by", default="", help="Who made it, such as a school's name.")
@click.option("--licence", default="", help="What others may do with it, such as CC BY 4.0.")
def pack(
    *, paths: tuple[Path, ...], output: Path, directory: Path | None, key: str, title: str, made_by: str, licence: str
) -> None:
    """Pack files and folders of the content, or a school's own questions, with all pictures that they show."""
    from esafety.curriculum.interchange.making import key_of
    from esafety.curriculum.packs.making import files_below, pack_of, with_pictures, with_questions
    from esafety.curriculum.packs.manifest import manifest_of
    from esafety.curriculum.packs.opening import problems_of

    beside, name = directory or content_directory(), key_of(output.stem, 1)
    try:
        files = files_below(beside, paths or ([] if key else [beside]))
    except ValueError as reason:
        raise click.ClickException(str(reason)) from None
    files = with_questions(files, own_entries(key), name) if key else files
    files = with_pictures(files, beside, name)
    if not files:
        raise click.ClickException("There is nothing to pack.")
    _refuse_faults(tuple(problems_of(files, beside)))
    made = pack_of(files, manifest_of(files, title=title or output.stem, made_by=made_by, licence=licence))
    output.write_bytes(made)
    click.echo(f"{len(files)} files in {output}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Only look it over.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help="The folder to write its files into.")
@SCHOOL
@DIRECTORY
def unpack(*, file: Path, only_check: bool, as_json: bool, into: Path | None, key: str, directory: Path | None) -> None:
    """Look a pack over wholly, then write its files or keep its questions as a school's drafts. A bad one changes nothing."""
    from esafety.curriculum.packs.opening import open_pack

    if not only_check and not into and not key:
        raise click.UsageError("Say where it shall go: --into FOLDER or --school NAME; or only look: --check.")
    with file.open("rb") as opened:
        found = open_pack(opened.read(64_000_000), directory or content_directory())
    done = {} if only_check or not found.is_sound else _take(found, into, key)
    click.echo(json.dumps(_as_json(found, done), indent=2, ensure_ascii=False) if as_json else _told(found, done))
    if not found.is_sound:
        raise SystemExit(1)


def _take(found: Opened, into: Path | None, key: str) -> dict[str, Any]:
    done: dict[str, Any] = {}
    if into:
        _write(found.files, into)
        done["into"] = str(into)
    if key:
        done["school"] = {"name": key, **_keep(found.files, key)}
    return done


def _write(files: Mapping[str, bytes], into: Path) -> None:
    """All files, or none when one of them would take the place of another."""
    there = [path for path, data in files.items() if (into / path).exists() and (into / path).read_bytes() != data]
    outside = [path for path in files if not (into / path).resolve().is_relative_to(into.resolve())]
    if there or outside:
        raise click.ClickException(f"Nothing was written: {', '.join(sorted((*there, *outside)))} would change what is there.")
    for path, data in files.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(data)


def _keep(files: Mapping[str, bytes], key: str) -> dict[str, int]:
    from esafety.core import clock
    from esafety.curriculum.content import read_files
    from esafety.curriculum.interchange.bank import entries_in
    from esafety.curriculum.own.actions import keep_questions
    from esafety.curriculum.read import ContentFile

    banks = [ContentFile(path, data) for path, data in sorted(files.items()) if path.startswith("questions/")]
    entries = [entry for bank in read_files(content_directory(), banks).banks for entry in entries_in(bank.item)]
    if not entries:
        raise click.ClickException("The pack holds no questions for a school; lessons go --into a folder.")
    with school_session(key, write=True) as db:
        return asdict(keep_questions(db, entries=entries, source="pack", by=BY, now=clock.now()))


def _refuse_faults(problems: tuple[Problem, ...]) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise click.ClickException("\n".join(["Nothing was packed.", *map(str, errors)]))


def _as_json(found: Opened, done: dict[str, Any]) -> dict[str, Any]:
    about = asdict(found.manifest) if found.manifest else {}
    return {
        **about,
        "files": sorted(found.files),
        "problems": [asdict(one) for one in found.problems],
        "sound": found.is_sound,
        **done,
    }


def _told(found: Opened, done: dict[str, Any]) -> str:
    lines = [str(problem) for problem in found.problems]
    if not found.is_sound:
        return "\n".join([*lines, "The pack is refused. Nothing was changed."])
    assert found.manifest is not None
    lines.append(f"{found.manifest.title}: {len(found.files)} files, nothing wrong.")
    if "into" in done:
        lines.append(f"Written into {done['into']}.")
    if "school" in done:
        kept = done["school"]
        lines.append(f"{kept['name']}: {kept['new']} new, {kept['changed']} changed, {kept['unchanged']} unchanged, all drafts.")
    return "\n".join(lines)

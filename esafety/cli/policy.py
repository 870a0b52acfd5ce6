"""``esafety policy``: read a policy, propose expectations for its clauses, and say what a careful reader would notice."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datetime import datetime

    from esafety.policies.reading.document import Document

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def policy() -> None:
    """Read a school's policy, match its clauses and look it over."""


@policy.command()
@click.option("--clauses", type=FILE, required=True, help='JSON lines of {"doc", "n", "text"}.')
def match(clauses: Path) -> None:
    """Write {"doc", "n", "ranked"} for each clause: expectations best first, `none` where nothing fits."""
    from esafety.policies.matching.lines import NotAClause, answers

    try:
        with clauses.open(encoding="utf-8-sig", errors="replace") as lines:
            for answer in answers(lines):
                click.echo(json.dumps(answer, ensure_ascii=False))
    except NotAClause as reason:
        raise click.ClickException(str(reason)) from None


@policy.command()
def learn() -> None:
    """Learn the matcher's weights anew from the clause examples of all expectations. Takes about a minute."""
    from esafety.curriculum.content import read_directory
    from esafety.places import content_directory
    from esafety.policies.matching.examples import examples_of
    from esafety.policies.matching.learn import learn as learn_from
    from esafety.policies.matching.model import WEIGHTS, write

    content = read_directory(content_directory())
    examples = examples_of(located.item for located in content.expectations)
    click.echo(f"Learning from {len(examples)} clauses.", file=sys.stderr)
    write(learn_from(examples))
    click.echo(f"Wrote {WEIGHTS.name}, {WEIGHTS.stat().st_size // 1024} kB.")


@policy.command("read")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the clauses as JSON.")
def read_policy(file: Path, *, as_json: bool) -> None:
    """Print the clauses of FILE: Word, PDF, HTML, Markdown or plain text."""
    from esafety.policies.reading.outline import titles_of

    document = _document(file)
    clauses = document.clauses
    titles = titles_of(document.blocks)
    if len(titles) > 1:
        click.echo(f"Several policies seem to be in this file: {', '.join(titles)}. Better send each by itself.", err=True)
    if as_json:
        click.echo(json.dumps([clause.as_json() for clause in clauses], indent=2, ensure_ascii=False))
        return
    for clause in clauses:
        click.echo(f"{clause.label:8} {clause.audience}, {clause.strength}: {clause.text}")


def _document(file: Path) -> Document:
    from esafety.policies.reading.blocks import Refused
    from esafety.policies.reading.reader import read_file

    try:
        return read_file(file.read_bytes(), file.name)
    except Refused as reason:
        raise click.ClickException(str(reason)) from None


@policy.command("lint")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--with", "linked", type=FILE, multiple=True, help="A linked policy to compare with; may be given several times.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to judge review dates by; the present one when not given."
)
def lint_policy(file: Path, linked: tuple[Path, ...], today: datetime | None, *, as_json: bool) -> None:
    """Say what a careful reader of FILE would notice: dates, numbers, old names, clashes, promises without a clause."""
    from esafety.core import clock
    from esafety.curriculum.content import read_directory
    from esafety.places import content_directory
    from esafety.policies.linting.lint import lint
    from esafety.policies.linting.standards import agreement_of, edition_in_force
    from esafety.policies.matching.matcher import Matcher

    day = today.date() if today else clock.school_day(clock.now())
    content = read_directory(content_directory())
    findings = lint(
        _document(file),
        today=day,
        edition=edition_in_force(content, day),
        agreement=agreement_of(content),
        matcher=Matcher(),
        linked=[(other.name, _document(other)) for other in linked],
    )
    if as_json:
        click.echo(json.dumps([finding.as_json() for finding in findings], indent=2, ensure_ascii=False))
        return
    for finding in findings:
        click.echo(f"{finding.kind} {finding.label}".rstrip() + f" ({finding.place}): {finding.message}")

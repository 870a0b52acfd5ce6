"""``esafety policy``: read a policy, propose expectations for its clauses, and say what a careful reader would notice."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

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

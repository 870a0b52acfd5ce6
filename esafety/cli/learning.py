"""``esafety learning``: what the model of mastery calls pupils who know, who know half, and who guess."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esafety.places import content_directory

if TYPE_CHECKING:
    from esafety.learning.simulation import Row


@click.group()
def learning() -> None:
    """Look at how learning is measured."""


@learning.command()
@click.option("--pupils", default=1000, show_default=True, type=click.IntRange(1, 100_000), help="Pupils in each row.")
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same table.")
@click.option("--directory", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another content directory.")
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON.")
def simulate(pupils: int, seed: int, directory: Path | None, *, as_json: bool) -> None:
    """Let simulated pupils do the real lessons, and print how many are called secure. Exits with 1 beyond the limits."""
    from esafety.curriculum.content import read_directory
    from esafety.learning import simulation

    lessons = [located.item for located in read_directory(directory or content_directory()).lessons]
    rows = simulation.simulate(lessons, pupils=pupils, seed=seed)
    beyond = simulation.beyond_limits(rows)
    if as_json:
        click.echo(json.dumps({"rows": simulation.as_json(rows), "beyond": simulation.as_json(beyond)}, indent=2))
    else:
        click.echo(_table(rows))
        click.echo(f"\nBeyond the limits: {len(beyond)}. Called secure, of those who guess under {simulation.MOST_GUESSERS:.0%};")
        click.echo(f"of those who know over {simulation.FEWEST_KNOWERS:.0%} after {simulation.LESSONS_NEEDED} lessons.")
    if beyond:
        raise SystemExit(1)


@learning.command()
@click.option("--pupils", default=1000, show_default=True, type=click.IntRange(1, 20_000), help="How many to print.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Keep the PDF.")
@click.option("--json", "as_json", is_flag=True, help="Print the measure as JSON.")
def certificates(pupils: int, output: Path | None, *, as_json: bool) -> None:
    """Measure how long certificates for many pupils take. The pupils are made up."""
    from time import perf_counter

    from esafety.core import clock
    from esafety.notices import certificates as paper

    names = ("Maya B", "Kofi A", "Aisha Rahman-Oyelaran O", "Leo N", "Zofia W")
    badges = tuple(f"A badge with a title of its own, {number}" for number in range(1, 9))
    rows = [
        paper.Winner(
            names[number % len(names)],
            f"{number // 30 + 1} Oak",
            badges[: number % 8 + 1],
            ("Feeling well",),
            ("tell-badge-ks1",) * (number % 8 + 1),
        )
        for number in range(pupils)
    ]
    now = clock.now()
    begun = perf_counter()
    document = paper.certificates(rows, school="Harbour Primary", year=clock.school_year(clock.school_day(now)), at=now)
    seconds = perf_counter() - begun
    if output:
        output.write_bytes(document)
    if as_json:
        click.echo(json.dumps({"pupils": pupils, "seconds": round(seconds, 2), "bytes": len(document)}))
    else:
        click.echo(f"{pupils} certificates in {seconds:.2f} s, {len(document) / 1e6:.1f} MB.")


def _table(rows: Iterable[Row]) -> str:
    head = f"{'a pupil who':18} {'band':5} {'lessons':>7} {'secure':>8} {'to look at':>11}"
    lines = (f"{row.mind:18} {row.band:5} {row.lessons:7} {row.secure:8.1%} {row.to_look_at:11.1%}" for row in rows)
    return "\n".join((head, *lines))

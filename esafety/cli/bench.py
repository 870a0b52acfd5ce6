"""``esafety bench``: measure the application beside a hand-written floor."""

from __future__ import annotations

import os

import click

from esafety.bootstrap.start import hand_over
from esafety.bootstrap.testing import ready_for_tests
from esafety.bootstrap.voice import NotReady


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option("--quick", is_flag=True, help="One small round: shows that everything runs, measures nothing.")
@click.option("--server", default="granian", show_default=True, help="Serve under another server: gunicorn or waitress.")
def bench(as_json: bool, quick: bool, server: str) -> None:
    """Measure answers, a class of thirty, the overview, pages and the start. Takes some minutes."""
    try:
        # A real PostgreSQL and a browser come with what the tests need.
        python, project = ready_for_tests()
    except NotReady as reason:
        raise click.ClickException(str(reason)) from reason
    os.chdir(project)
    chosen = [name for name, wanted in (("--json", as_json), ("--quick", quick)) if wanted]
    hand_over([str(python), "-m", "benchmarks", *chosen, "--server", server])

"""`python3 -m benchmarks`: measure, tell the progress to stderr and the numbers to stdout."""

from __future__ import annotations

import json
import signal
import sys
import time

import click

from benchmarks.amounts import FULL, QUICK
from benchmarks.databases import databases
from benchmarks.run import run
from benchmarks.serving import SERVERS
from benchmarks.telling import told


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else.")
@click.option("--quick", is_flag=True, help="One small round: shows that everything runs, measures nothing.")
@click.option(
    "--server", type=click.Choice(list(SERVERS)), default="granian", show_default=True, help="Serve under another server."
)
def main(as_json: bool, quick: bool, server: str) -> None:
    """Measure the application beside the floor."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # leaving in order stops what was started
    begun = time.monotonic()

    def say(what: str) -> None:
        click.echo(f"{time.monotonic() - begun:5.0f} s  {what} ...", err=True)

    with databases() as made:
        found = run(made, QUICK if quick else FULL, server=server, say=say)
    click.echo(json.dumps(found, indent=2) if as_json else told(found))


if __name__ == "__main__":
    main(prog_name="esafety bench")

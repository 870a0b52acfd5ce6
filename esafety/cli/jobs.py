"""``esafety jobs``: do the work that pages have queued, such as sending e-mail."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

import click
import structlog

from esafety import create_app
from esafety.core import clock
from esafety.core.db import Database
from esafety.core.housekeeping import LetGo, let_go
from esafety.core.jobs import Handler, run_due
from esafety.settings import Settings

log = structlog.get_logger("esafety")
PAUSE_SECONDS = 5.0
A_DAY = timedelta(days=1)


@click.group()
def jobs() -> None:
    """Do what pages have queued."""


@jobs.command()
@click.option("--once", is_flag=True, help="Do what is due now, and stop.")
def work(once: bool) -> None:
    """Do queued work until interrupted. Several workers never do the same piece."""
    app = create_app(Settings.from_environment())
    database: Database = app.extensions["database"]
    handlers: dict[str, Handler] = app.extensions.get("jobs", {})
    if once:
        let_go(database, app.extensions["housekeeping"], now=clock.now())
        click.echo(f"{run_due(database, handlers, now=clock.now())} done.")
        return
    rooms: list[LetGo] = app.extensions["housekeeping"]
    stop, tidied = threading.Event(), clock.now() - A_DAY
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.is_set():
        if clock.now() - tidied >= A_DAY:
            tidied = clock.now()
            _tidy(database, rooms, now=tidied)
        if not run_due(database, handlers, now=clock.now()):
            stop.wait(PAUSE_SECONDS)
    database.close()


def _tidy(database: Database, rooms: Iterable[LetGo], *, now: datetime) -> None:
    """Let each room let go. One that fails keeps what it has until tomorrow: worries and letters must go on meanwhile."""
    for room in rooms:
        try:
            let_go(database, [room], now=now)
        except Exception as failure:  # noqa: BLE001 - only the kind is kept: a message may quote what somebody wrote
            log.error("housekeeping", room=room.__module__, kind=type(failure).__name__)

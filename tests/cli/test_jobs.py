"""The worker goes on when one room cannot let go of something."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from esafety.cli.jobs import _tidy
from esafety.core import clock
from esafety.core.tenancy import SchoolSession


def test_a_room_that_fails_keeps_no_other_from_letting_go(app: Flask) -> None:
    done: list[datetime] = []

    def fails(_db: SchoolSession, _now: datetime) -> None:
        raise RuntimeError("a row hangs on another")

    def works(_db: SchoolSession, now: datetime) -> None:
        done.append(now)

    _tidy(app.extensions["database"], [fails, works], now=clock.now())
    assert len(done) == 1

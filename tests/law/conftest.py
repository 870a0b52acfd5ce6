"""A school on either side of the day on which the minimum age for social media rises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from flask import Flask

from esafety.core import clock
from esafety.core.housekeeping import let_go
from esafety.core.jobs import run_due
from esafety.curriculum.content import Content
from esafety.curriculum.load import load
from esafety.curriculum.shapes import Fact, FactValue
from esafety.curriculum.shelf import Shelf, put_up
from esafety.law.introduction import wind_up
from tests.agreements.evening import Evening
from tests.harness.curriculum import our_content
from tests.harness.people import Make

SOCIAL_MEDIA = "minimum_age.social_media"
BEFORE = datetime(2027, 2, 10, 12, tzinfo=UTC)
THE_DAY = date(2027, 3, 1)


@cache
def content_with(fact: str, value: str, from_on: date) -> Content:
    """The content as it is shipped, but for one fact that gets another value on a day."""
    ours = our_content()
    return replace(
        ours, facts=[replace(one, item=_with(one.item, value, from_on)) if one.item.id == fact else one for one in ours.facts]
    )


def _with(fact: Fact, value: str, from_on: date) -> Fact:
    known = [one for one in fact.values if one.status == "in-force"]
    source = known[-1].source
    return replace(fact, values=(*known, FactValue(value=value, from_=from_on, source=source, checked=date(2027, 2, 1))))


@dataclass
class Turning:
    """A school, the clock's hands, and the worker that ticks."""

    evening: Evening
    app: Flask
    move_to: Callable[[datetime], None]

    def law(self, fact: str, value: str, from_on: date = THE_DAY) -> None:
        """Parliament decides: a fact gets a value from a day on."""
        with self.evening.database.across_schools("a test loads content") as db:
            load(db, content_with(fact, value, from_on), clock.now())
        put_up(Shelf(self.evening.database))

    def work(self) -> None:
        """The worker's round: once a day it winds up, then does what is due."""
        let_go(self.evening.database, [wind_up], now=clock.now())
        run_due(self.evening.database, self.app.extensions["jobs"], now=clock.now())


@pytest.fixture
def turning(app: Flask, make: Make, monkeypatch: pytest.MonkeyPatch) -> Turning:
    """A school that has signed before the change, on 10 February 2027."""

    def move_to(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    move_to(BEFORE)
    return Turning(Evening.begin(make), app, move_to)

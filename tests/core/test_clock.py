"""Days and school years as schools count them, and moments that are always in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from esafety.core import clock
from esafety.core.db import Database
from esafety.people.models import School


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),  # summer time: midnight is at eleven
        (datetime(2026, 1, 1, 23, 59, tzinfo=UTC), date(2026, 1, 1)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),  # the night in which an hour comes twice
    ],
)
def test_a_day_at_school_is_a_day_on_its_own_clock(moment: datetime, day: date) -> None:
    assert clock.school_day(moment) == day


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026), (date(2028, 2, 29), 2027)]
)
def test_a_school_year_begins_in_september(day: date, year: int) -> None:
    assert clock.school_year(day) == year


def test_now_knows_its_zone() -> None:
    assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.both_databases
def test_a_moment_comes_back_as_it_was_in_utc(database: Database) -> None:
    moment = datetime(2026, 9, 3, 21, 42, 1, 500, tzinfo=timezone(timedelta(hours=2)))
    with database.across_schools("a test stores a moment") as db:
        db.add(School(key="k", name="n", created_at=moment))
    with database.reading(across="a test reads a moment") as db:
        kept = db.scalar(select(School.created_at))
    assert kept == moment
    assert kept is not None
    assert kept.utcoffset() == timedelta(0)


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="time zone"), database.across_schools("a test stores a moment") as db:
        db.add(School(key="k", name="n", created_at=datetime(2026, 9, 3)))  # noqa: DTZ001 - refused, as it should be

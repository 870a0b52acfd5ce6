"""Which school days the demo's half year has, counted back from today."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from esafety.core.clock import SCHOOL_TIME

SUMMER = ((7, 22), (9, 3))
CHRISTMAS = ((12, 20), (1, 4))
SATURDAY = 5


def is_school_day(day: date) -> bool:
    """Whether children are at school: no weekend, no summer, no Christmas."""
    if day.weekday() >= SATURDAY:
        return False
    short = (day.month, day.day)
    return not (SUMMER[0] <= short < SUMMER[1] or short >= CHRISTMAS[0] or short <= CHRISTMAS[1])


def school_day_before(today: date, *, weeks: int, shift: int = 0) -> date:
    """The nearest school day on or before some weeks ago."""
    day = today - timedelta(weeks=weeks) + timedelta(days=shift)
    day = min(day, today - timedelta(days=1))
    while not is_school_day(day):
        day -= timedelta(days=1)
    return day


def at_school(day: date, *, minutes: int) -> datetime:
    """A moment of a school day, some minutes after nine."""
    begin = datetime.combine(day, time(9), SCHOOL_TIME)
    return (begin + timedelta(minutes=minutes)).astimezone(UTC)


def in_the_evening(day: date, *, minutes: int) -> datetime:
    """A moment of an evening, some minutes after six."""
    begin = datetime.combine(day, time(18), SCHOOL_TIME)
    return (begin + timedelta(minutes=minutes)).astimezone(UTC)

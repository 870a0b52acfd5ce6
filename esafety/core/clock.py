"""What time it is, in one place."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SCHOOL_TIME = ZoneInfo("Europe/London")
FIRST_MONTH = 9


def now() -> datetime:
    """The present moment in UTC."""
    return datetime.now(UTC)


def school_day(moment: datetime) -> date:
    """The calendar day at school for a moment."""
    return moment.astimezone(SCHOOL_TIME).date()


def school_year(day: date) -> int:
    """The school year that a day belongs to, named by the calendar year of its September: 2026 stands for 2026/27."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def school_year_name(year: int) -> str:
    """How people write a school year: 2026/27."""
    return f"{year}/{(year + 1) % 100:02d}"

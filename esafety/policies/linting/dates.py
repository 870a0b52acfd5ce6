"""Dates as policies write them: 14/03/2023, March 2022, Autumn 2018, 2025."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
TERM_ENDS = {"autumn": 12, "winter": 12, "spring": 4, "summer": 7}
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-](?P<year1>(?:20)?\d{{2}})\b|"
    rf"\b(?:(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year2>20\d{{2}})\b|"
    rf"\b(?P<term>autumn|winter|spring|summer)(?:\s+term)?,?\s+(?P<year3>20\d{{2}})\b|\b(?P<year4>20[0-4]\d)\b",
    re.IGNORECASE,
)


def date_in(text: str) -> date | None:
    """The first date in a text, as its last day: "March 2022" is 31 March 2022."""
    for match in _DATE.finditer(text):
        found = _date_of(match)
        if found:
            return found
    return None


def _date_of(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["year1"]:
        return _day(int(part["year1"]) % 100 + 2000, int(part["number"]), int(part["day"]))
    if part["year2"]:
        month = next(place for place, name in enumerate(MONTHS, 1) if part["month"].lower().startswith(name[:3]))
        return _day(int(part["year2"]), month, int(part["day2"]) if part["day2"] else None)
    if part["year3"]:
        return _day(int(part["year3"]), TERM_ENDS[part["term"].lower()], None)
    return _day(int(part["year4"]), 12, None)


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def said(day: date) -> str:
    """A day as people say it."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"

"""Facts as they are shown on a day, in a reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from babel.dates import format_date, format_skeleton

from esafety.curriculum.shapes import Fact

BRITISH = {"en": "en_GB"}
"""Babel's plain English puts the month before the day."""


def facts_on(facts: Iterable[Fact], day: date, language: str = "en") -> Mapping[str, str]:
    """The value in force of each fact that has one, as it is shown; announced values are left out.

    The value before it stands under "before:" and the fact's id.
    """
    shown = {}
    for fact in facts:
        if value := fact.value_on(day):
            shown[fact.id] = as_shown(value.value, fact.unit, language)
        if before := fact.value_before(day):
            shown[f"before:{fact.id}"] = as_shown(before.value, fact.unit, language)
    return MappingProxyType(shown)


def as_shown(value: str, unit: str, language: str) -> str:
    """A value as people write it: dates and months in the reader's language, everything else as it stands."""
    locale = BRITISH.get(language, language)
    if unit == "date":
        return format_date(date.fromisoformat(value), "long", locale=locale)
    if unit == "month":
        return format_skeleton("yMMMM", date.fromisoformat(f"{value}-01"), locale=locale)
    return value

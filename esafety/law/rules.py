"""Which facts change when. Pure decisions on the facts with dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from esafety.curriculum.shapes import Fact, FactValue

CAUGHT_UP = timedelta(days=60)
"""A server that was off on the day still acts within two months; later it would only confuse."""
SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Change:
    """A fact gets another value on a day."""

    fact: str
    title: str
    before: str
    now: str
    from_on: date


def changes_in(facts: Iterable[Fact], *, first: date, last: date) -> tuple[Change, ...]:
    """The changes of values whose day lies between two days, both counted, in the order of their days."""
    found = [
        change for fact in facts for value in fact.values if (change := _change(fact, value)) and first <= change.from_on <= last
    ]
    return tuple(sorted(found, key=lambda change: (change.from_on, change.fact)))


def due(facts: Iterable[Fact], *, today: date, since: date) -> tuple[Change, ...]:
    """The changes that a school which has been here since a day has to be taken through by today."""
    return changes_in(facts, first=max(today - CAUGHT_UP, since + timedelta(days=1)), last=today)


def coming(facts: Iterable[Fact], *, today: date) -> tuple[Change, ...]:
    """The dated changes of the next three months."""
    return changes_in(facts, first=today + timedelta(days=1), last=today + SOON)


def _change(fact: Fact, value: FactValue) -> Change | None:
    """None for the first value of a fact, and for one that is only announced."""
    if value.status != "in-force" or value.from_ is None:
        return None
    before = fact.value_on(value.from_ - timedelta(days=1))
    return Change(fact.id, fact.title, before.value, value.value, value.from_) if before and before.value != value.value else None

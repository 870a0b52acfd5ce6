"""Facts with a date: minimum ages, phone numbers, names of services and guidance."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact can be looked up, and when somebody last did."""

    title: str
    url: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactValue:
    """One value of a fact, in force from a day on; an announced value is kept but never shown."""

    value: str
    status: Literal["in-force", "announced"] = "in-force"
    from_: date | None = None
    source: Source
    checked: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that a law, a service or a date can change; content only names it by id."""

    id: str
    title: Words
    unit: str = ""
    values: tuple[FactValue, ...]

    def value_on(self, day: date) -> FactValue | None:
        """The value in force on a day, which is the one that began last; None before the first."""
        begun = [one for one in self.values if one.status == "in-force" and (one.from_ or date.min) <= day]
        return max(begun, key=lambda one: one.from_ or date.min, default=None)

    def value_before(self, day: date) -> FactValue | None:
        """The value that was in force before the one of a day; None when that one is the first."""
        now = self.value_on(day)
        return self.value_on(now.from_ - timedelta(days=1)) if now and now.from_ else None

    def next_after(self, day: date) -> FactValue | None:
        """The value that will come into force next after a day, if its date is known."""
        coming = [one for one in self.values if one.status == "in-force" and (one.from_ or date.min) > day]
        return min(coming, key=lambda one: one.from_ or date.max, default=None)

    @property
    def announced(self) -> tuple[FactValue, ...]:
        """Values that were announced and wait for their date."""
        return tuple(one for one in self.values if one.status == "announced")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The file of facts."""

    facts: tuple[Fact, ...]

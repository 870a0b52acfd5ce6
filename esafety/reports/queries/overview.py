"""The numbers of the lead's first page. They are grouped in SQL: the same few statements for 300 pupils and for 30,000."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from esafety.agreements.queries import Asked, find_asked
from esafety.concerns.queries import somebody_reads
from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession
from esafety.policies.queries import PolicyRow, published
from esafety.reports.queries.adults import AdultCounts, count_adults, count_module_learners
from esafety.reports.queries.classes import AgreementCounts, ClassCounts, count_agreements, count_lessons
from esafety.reports.queries.learning import LevelCount, Pace, WidelyHeld, count_levels, pace, widely_held


@dataclass(frozen=True, slots=True)
class OverviewRows:
    """Everything that the overview is made of. ``classes`` and ``agreements`` are in the order of the school."""

    asked: Asked | None
    classes: tuple[ClassCounts, ...]
    agreements: dict[int | None, AgreementCounts]
    adults: AdultCounts
    module_learners: tuple[int, int]
    levels: tuple[LevelCount, ...]
    held: tuple[WidelyHeld, ...]
    pace: Pace
    policies: tuple[PolicyRow, ...]
    worries_are_read: bool


def ask(db: SchoolSession, *, now: datetime) -> OverviewRows:
    """Ask everything at once: twelve statements. The benchmark times exactly this as the page's bare SQL."""
    today: date = school_day(now)
    asked = find_asked(db, school_year=school_year(today))
    return OverviewRows(
        asked=asked,
        classes=count_lessons(db, today=today),
        agreements=count_agreements(db, asked=asked, now=now),
        adults=count_adults(db, asked=asked, today=today),
        module_learners=count_module_learners(db, now=now),
        levels=count_levels(db),
        held=widely_held(db),
        pace=pace(db, now=now),
        policies=published(db),
        worries_are_read=somebody_reads(db, today),
    )

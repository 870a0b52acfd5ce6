"""What the law clock shows of a school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.law.models import LawChange
from esafety.policies.queries import ClauseRow, clauses_of
from esafety.policies.queries import published as policies_in_force


@dataclass(frozen=True, slots=True)
class DoneChange:
    """What was done for a school when a fact changed."""

    fact: str
    from_on: date
    acted_at: datetime
    classes: int
    published: tuple[str, ...]
    waiting: tuple[str, ...]


def done(db: SchoolSession) -> tuple[DoneChange, ...]:
    """The changes that the school was taken through, newest first. One statement."""
    rows = db.scalars(select(LawChange).order_by(LawChange.from_on.desc(), LawChange.fact))
    return tuple(
        DoneChange(row.fact, row.from_on, row.acted_at, row.classes, tuple(row.published.split()), tuple(row.waiting.split()))
        for row in rows
    )


def clauses_naming(db: SchoolSession, fact: str) -> tuple[tuple[str, ClauseRow], ...]:
    """The school's own clauses in force that name a fact, each with its policy's title."""
    name = f"{{fact:{fact}}}"
    return tuple(
        (policy.title, clause)
        for policy in policies_in_force(db)
        for clause in clauses_of(db, policy.version_id)
        if name in clause.text
    )

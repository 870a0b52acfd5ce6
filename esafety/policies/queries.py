"""What people ask about the school's policy. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.policies.models import Clause, ClauseExpectation, Policy, PolicyVersion


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause with the expectations that it asks for, best first."""

    id: int
    label: str
    section: str
    text: str
    audience: str
    strength: str
    expectations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One policy of the school with its dates."""

    id: int
    key: str
    title: str
    approved_on: date | None
    review_on: date | None
    version_id: int


def published(db: SchoolSession) -> tuple[PolicyRow, ...]:
    """The policies in force, by title."""
    rows = db.execute(
        select(Policy.id, Policy.key, Policy.title, Policy.approved_on, Policy.review_on, PolicyVersion.id)
        .join(PolicyVersion, (PolicyVersion.school_id == Policy.school_id) & (PolicyVersion.policy_id == Policy.id))
        .where(PolicyVersion.state == "published")
        .order_by(Policy.title)
    )
    return tuple(PolicyRow(*row) for row in rows)


def clauses_of(db: SchoolSession, version_id: int) -> tuple[ClauseRow, ...]:
    """The clauses of a version in reading order."""
    clauses = db.scalars(select(Clause).where(Clause.version_id == version_id).order_by(Clause.position)).all()
    links: dict[int, list[str]] = {}
    for clause_id, expectation in db.execute(
        select(ClauseExpectation.clause_id, ClauseExpectation.expectation)
        .join(Clause, (Clause.school_id == ClauseExpectation.school_id) & (Clause.id == ClauseExpectation.clause_id))
        .where(Clause.version_id == version_id)
        .order_by(ClauseExpectation.rank)
    ):
        links.setdefault(clause_id, []).append(expectation)
    return tuple(
        ClauseRow(row.id, row.label, row.section, row.text, row.audience, row.strength, tuple(links.get(row.id, ())))
        for row in clauses
    )


def clauses_for(db: SchoolSession, expectation: str, *, audience: str | None = None) -> tuple[ClauseRow, ...]:
    """The clauses in force that ask for an expectation, best match and the reader's own audience first."""
    rows = db.execute(
        select(Clause, ClauseExpectation.rank)
        .join(ClauseExpectation, (ClauseExpectation.school_id == Clause.school_id) & (ClauseExpectation.clause_id == Clause.id))
        .join(PolicyVersion, (PolicyVersion.school_id == Clause.school_id) & (PolicyVersion.id == Clause.version_id))
        .where(ClauseExpectation.expectation == expectation, PolicyVersion.state == "published")
        .order_by(ClauseExpectation.rank, Clause.position)
    ).all()
    found = sorted(rows, key=lambda row: row.Clause.audience != audience) if audience else rows
    return tuple(
        ClauseRow(row.id, row.label, row.section, row.text, row.audience, row.strength, (expectation,)) for row, _rank in found
    )

"""Policies of a school in versions, cut into clauses that are matched to expectations."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class Policy(SchoolOwned, Numbered, Base):
    """One document of the school, whatever its version."""

    __tablename__ = "policy"
    __table_args__ = (UniqueConstraint("school_id", "key"),)

    key: Mapped[str] = kept("short name", Keep.SCHOOL)
    title: Mapped[str] = kept("as the school calls it", Keep.SCHOOL)
    owner_role: Mapped[str] = kept("who looks after it", Keep.SCHOOL, default="lead")
    review_on: Mapped[date | None] = kept("when it is due for review", Keep.SCHOOL)
    approved_on: Mapped[date | None] = kept("when the governors approved it", Keep.SCHOOL)


class PolicyVersion(SchoolOwned, Numbered, Base):
    """One wording of a policy. A published one never changes."""

    __tablename__ = "policy_version"
    __table_args__ = (
        within_school("policy_id", "policy"),
        UniqueConstraint("school_id", "policy_id", "number"),
        CheckConstraint("state in ('draft', 'published', 'archived')", name="state"),
    )

    policy_id: Mapped[int] = kept("which policy", Keep.SCHOOL)
    number: Mapped[int] = kept("counts up", Keep.SCHOOL)
    state: Mapped[str] = kept("draft, published or archived", Keep.SCHOOL)
    published_at: Mapped[datetime | None] = kept("when it came into force", Keep.SCHOOL)


class Clause(SchoolOwned, Numbered, Base):
    """One numbered sentence or paragraph of a policy version."""

    __tablename__ = "clause"
    __table_args__ = (
        within_school("version_id", "policy_version"),
        UniqueConstraint("school_id", "version_id", "position"),
        CheckConstraint("audience in ('pupils', 'parents', 'staff', 'governors', 'school')", name="audience"),
        CheckConstraint("strength in ('must', 'must-not', 'should', 'may', 'statement')", name="strength"),
    )

    version_id: Mapped[int] = kept("which version", Keep.SCHOOL)
    position: Mapped[int] = kept("reading order", Keep.SCHOOL)
    label: Mapped[str] = kept("the printed number", Keep.SCHOOL)
    section: Mapped[str] = kept("the heading above it", Keep.SCHOOL, default="")
    text: Mapped[str] = kept("what it says", Keep.SCHOOL)
    audience: Mapped[str] = kept("whom it binds", Keep.SCHOOL)
    strength: Mapped[str] = kept("how strongly", Keep.SCHOOL)


class ClauseExpectation(SchoolOwned, Base):
    """An expectation that a clause asks for; rank 1 fits best."""

    __tablename__ = "clause_expectation"
    __table_args__ = (within_school("clause_id", "clause"),)

    clause_id: Mapped[int] = kept("which clause", Keep.SCHOOL, primary_key=True, autoincrement=False)
    expectation: Mapped[str] = kept("id of the catalogue", Keep.SCHOOL, primary_key=True)
    rank: Mapped[int] = kept("1 fits best", Keep.SCHOOL)

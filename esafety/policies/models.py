"""Policies of a school in versions, cut into clauses that are matched to expectations."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped

from esafety.core.base import Base, Keep, kept
from esafety.core.tenancy import Numbered, SchoolOwned, within_school


class Policy(SchoolOwned, Numbered, Base):
    """One document of the school, whatever its version."""

    __tablename__ = "policy"
    __table_args__ = (UniqueConstraint("school_id", "key"),)

    key: Mapped[str] = kept("short name", Keep.SCHOOL)
    title: Mapped[str] = kept("as the school calls it", Keep.SCHOOL)
    owner_role: Mapped[str] = kept("who looks after it, by hat", Keep.SCHOOL, default="lead")
    kept_where: Mapped[str] = kept("where the school keeps a policy that is not read in here", Keep.SCHOOL, default="")
    review_on: Mapped[date | None] = kept("when it is due for review", Keep.SCHOOL)
    approved_on: Mapped[date | None] = kept("when the governors approved it", Keep.SCHOOL)


class PolicyVersion(SchoolOwned, Numbered, Base):
    """One wording of a policy. A published one never changes."""

    __tablename__ = "policy_version"
    __table_args__ = (
        within_school("policy_id", "policy"),
        UniqueConstraint("school_id", "policy_id", "number"),
        CheckConstraint("state in ('draft', 'published', 'archived')", name="state"),
        CheckConstraint("change in ('first', 'minor', 'read-again')", name="change"),
    )

    policy_id: Mapped[int] = kept("which policy", Keep.SCHOOL)
    number: Mapped[int] = kept("counts up", Keep.SCHOOL)
    state: Mapped[str] = kept("draft, published or archived", Keep.SCHOOL)
    published_at: Mapped[datetime | None] = kept("when it came into force", Keep.SCHOOL)
    archived_at: Mapped[datetime | None] = kept("when a newer one took its place", Keep.SCHOOL)
    begun_at: Mapped[datetime | None] = kept("when the draft was begun", Keep.SCHOOL)
    change: Mapped[str] = kept("first wording, a minor change, or one to read again", Keep.SCHOOL, default="first")
    change_note: Mapped[str] = kept("what changed, said to readers", Keep.SCHOOL, default="")
    gaps_reason: Mapped[str] = kept("why it was published although something is not taught yet", Keep.SCHOOL, default="")
    frame: Mapped[str] = kept("headings, dates and page furniture around the clauses, as JSON", Keep.SCHOOL, default="[]")


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
    context: Mapped[str] = kept("the lead-in of its list", Keep.SCHOOL, default="")
    anchor: Mapped[str] = kept("names the clause through all versions", Keep.SCHOOL, default="")
    confirmed_at: Mapped[datetime | None] = kept("when somebody said what it asks for", Keep.SCHOOL)


class ClauseExpectation(SchoolOwned, Base):
    """An expectation that a clause asks for; rank 1 fits best."""

    __tablename__ = "clause_expectation"
    __table_args__ = (within_school("clause_id", "clause"),)

    clause_id: Mapped[int] = kept("which clause", Keep.SCHOOL, primary_key=True, autoincrement=False)
    expectation: Mapped[str] = kept("id of the catalogue", Keep.SCHOOL, primary_key=True)
    rank: Mapped[int] = kept("1 fits best", Keep.SCHOOL)


class ClauseProposal(SchoolOwned, Base):
    """An expectation that the matcher proposes for a clause of a draft; rank 1 fits best."""

    __tablename__ = "clause_proposal"
    __table_args__ = (within_school("clause_id", "clause"),)

    clause_id: Mapped[int] = kept("which clause", Keep.SCHOOL, primary_key=True, autoincrement=False)
    rank: Mapped[int] = kept("1 fits best", Keep.SCHOOL, primary_key=True, autoincrement=False)
    expectation: Mapped[str] = kept("id of the catalogue", Keep.SCHOOL)
    percent: Mapped[int] = kept("how sure the matcher is", Keep.SCHOOL)


class PolicyOwner(SchoolOwned, Base):
    """The member of staff who looks after a policy; without one it is everybody with the hat."""

    __tablename__ = "policy_owner"
    __table_args__ = (within_school("policy_id", "policy"), within_school("membership_id", "membership"))

    policy_id: Mapped[int] = kept("which policy", Keep.EMPLOYED, primary_key=True, autoincrement=False)
    membership_id: Mapped[int] = kept("who looks after it", Keep.EMPLOYED)


class PolicyLink(SchoolOwned, Base):
    """One policy names another."""

    __tablename__ = "policy_link"
    __table_args__ = (within_school("policy_id", "policy"), within_school("linked_id", "policy"))

    policy_id: Mapped[int] = kept("which policy", Keep.SCHOOL, primary_key=True, autoincrement=False)
    linked_id: Mapped[int] = kept("the policy that it names", Keep.SCHOOL, primary_key=True, autoincrement=False)


class PolicyReading(SchoolOwned, Base):
    """An adult said that they have read a version."""

    __tablename__ = "policy_reading"
    __table_args__ = (within_school("version_id", "policy_version"),)

    version_id: Mapped[int] = kept("which version", Keep.LINK, primary_key=True, autoincrement=False)
    account_id: Mapped[int] = kept("who", Keep.LINK, ForeignKey("account.id"), primary_key=True)
    at: Mapped[datetime] = kept("when", Keep.LINK)

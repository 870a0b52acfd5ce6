"""What people ask about the school's policy. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, or_, select

from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.policies.matching.examples import Example
from esafety.policies.models import Clause, ClauseExpectation, ClauseProposal, Policy, PolicyLink, PolicyReading, PolicyVersion
from esafety.policies.rules.comparing import Line
from esafety.policies.rules.drafting import Proposed

FIRST_WORDS = 6
MOST_LEARNT = 2000
"""So many confirmed clauses of a school are learnt from, the newest first."""


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
    position: int = 0
    context: str = ""
    anchor: str = ""
    confirmed: bool = False

    @property
    def printed(self) -> str:
        """The number that is printed before it; empty where there is none."""
        return self.as_line.printed

    @property
    def called(self) -> str:
        """How a sentence speaks of it: by its printed number, else by its first words."""
        words = self.text.split()
        return self.printed or f"“{' '.join(words[:FIRST_WORDS])}{' …' if len(words) > FIRST_WORDS else ''}”"

    @property
    def as_line(self) -> Line:
        """The clause as it is compared with another version."""
        return Line(self.id, self.anchor or f"c{self.id:x}", self.label, self.text, self.expectations)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a policy, with the policy that it belongs to."""

    id: int
    policy_id: int
    key: str
    title: str
    number: int
    state: str
    change: str
    change_note: str
    gaps_reason: str
    begun_at: datetime | None
    published_at: datetime | None
    archived_at: datetime | None


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


def titles(db: SchoolSession) -> dict[int, str]:
    """Every policy in the register with its title, in the order of titles."""
    return {row.id: row.title for row in db.execute(select(Policy.id, Policy.title).order_by(Policy.title, Policy.id))}


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
    return tuple(_row(clause, tuple(links.get(clause.id, ()))) for clause in clauses)


def clause_row(db: SchoolSession, clause: Clause) -> ClauseRow:
    """One clause with the expectations that it asks for."""
    asked = select(ClauseExpectation.expectation).where(ClauseExpectation.clause_id == clause.id)
    return _row(clause, tuple(db.scalars(asked.order_by(ClauseExpectation.rank))))


def get_version(db: SchoolSession, version_id: int) -> VersionRow:
    """One version. Raises NotFound."""
    found = db.execute(_VERSION.where(PolicyVersion.id == version_id)).one_or_none()
    if found is None:
        raise NotFound
    return _version(*found)


def versions_of(db: SchoolSession, policy_id: int) -> tuple[VersionRow, ...]:
    """All versions of a policy, the newest first."""
    mine = _VERSION.where(PolicyVersion.policy_id == policy_id).order_by(PolicyVersion.number.desc())
    return tuple(_version(*row) for row in db.execute(mine))


def find_in_force(db: SchoolSession, policy_id: int) -> VersionRow | None:
    """The published version of a policy, if there is one."""
    mine = (PolicyVersion.policy_id == policy_id, PolicyVersion.state == "published")
    found = db.execute(_VERSION.where(*mine)).one_or_none()
    return _version(*found) if found else None


def find_version_before(db: SchoolSession, version: VersionRow) -> VersionRow | None:
    """The wording that was in force before a version: for a draft, the one that is in force now."""
    earlier = [one for one in versions_of(db, version.policy_id) if one.number < version.number and one.published_at is not None]
    return earlier[0] if earlier else None


def version_row(db: SchoolSession, version_id: int) -> PolicyVersion:
    """A version to go on from. Raises NotFound."""
    found = db.scalars(select(PolicyVersion).where(PolicyVersion.id == version_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def readers_of(db: SchoolSession, version_id: int) -> int:
    """How many adults said that they have read a version."""
    return db.scalar(select(func.count()).select_from(PolicyReading).where(PolicyReading.version_id == version_id)) or 0


def to_read(db: SchoolSession, policy_ids: Iterable[int], account_id: int) -> dict[int, VersionRow]:
    """By policy in force, the newest wording that people are asked to read again and that this adult has not read."""
    asked = _VERSION.where(
        PolicyVersion.policy_id.in_(policy_ids), PolicyVersion.change == "read-again", PolicyVersion.published_at.is_not(None)
    )
    newest = {row[0].policy_id: _version(*row) for row in db.execute(asked.order_by(PolicyVersion.number))}
    numbers = db.execute(
        select(PolicyVersion.policy_id, func.max(PolicyVersion.number))
        .join(
            PolicyReading,
            (PolicyReading.school_id == PolicyVersion.school_id) & (PolicyReading.version_id == PolicyVersion.id),
        )
        .where(PolicyReading.account_id == account_id)
        .group_by(PolicyVersion.policy_id)
    )
    read = {row[0]: row[1] for row in numbers}
    return {policy_id: row for policy_id, row in newest.items() if read.get(policy_id, 0) < row.number}


def proposals_of(db: SchoolSession, version_id: int) -> dict[int, tuple[Proposed, ...]]:
    """What the matcher proposed for each clause of a version, best first."""
    found: dict[int, tuple[Proposed, ...]] = {}
    rows = db.execute(
        select(ClauseProposal.clause_id, ClauseProposal.expectation, ClauseProposal.percent)
        .join(Clause, (Clause.school_id == ClauseProposal.school_id) & (Clause.id == ClauseProposal.clause_id))
        .where(Clause.version_id == version_id)
        .order_by(ClauseProposal.clause_id, ClauseProposal.rank)
    )
    for clause_id, expectation, percent in rows:
        found[clause_id] = (*found.get(clause_id, ()), Proposed(expectation, percent))
    return found


def confirmed_choices(db: SchoolSession) -> list[Example]:
    """What people of this school said that clauses ask for, the newest: later proposals learn from it."""
    newest = (
        select(Clause.id, Clause.text)
        .where(Clause.confirmed_at.is_not(None))
        .order_by(Clause.confirmed_at.desc())
        .limit(MOST_LEARNT)
    )
    texts = {row.id: row.text for row in db.execute(newest)}
    asked: dict[int, list[str]] = {}
    confirmed = (
        select(ClauseExpectation.clause_id, ClauseExpectation.expectation)
        .join(Clause, (Clause.school_id == ClauseExpectation.school_id) & (Clause.id == ClauseExpectation.clause_id))
        .where(Clause.confirmed_at.is_not(None))
        .order_by(ClauseExpectation.rank)
    )
    for clause_id, expectation in db.execute(confirmed):
        asked.setdefault(clause_id, []).append(expectation)
    examples = {text: tuple(asked[clause_id]) for clause_id, text in reversed(texts.items()) if clause_id in asked}
    return [Example(text, ids) for text, ids in examples.items()]


def asked_in_force(db: SchoolSession) -> frozenset[str]:
    """Every expectation that some clause in force asks for."""
    rows = (
        select(ClauseExpectation.expectation)
        .join(Clause, (Clause.school_id == ClauseExpectation.school_id) & (Clause.id == ClauseExpectation.clause_id))
        .join(PolicyVersion, (PolicyVersion.school_id == Clause.school_id) & (PolicyVersion.id == Clause.version_id))
        .where(PolicyVersion.state == "published")
        .distinct()
    )
    return frozenset(db.scalars(rows))


def linked_clauses(db: SchoolSession, policy_id: int) -> list[tuple[str, tuple[ClauseRow, ...]]]:
    """The clauses in force of the policies that this one names, or that name it, by title."""
    names = or_(
        PolicyLink.policy_id == policy_id,
        PolicyLink.linked_id == policy_id,
    )
    pairs = db.execute(select(PolicyLink.policy_id, PolicyLink.linked_id).where(names))
    others = {one for pair in pairs for one in pair} - {policy_id}
    rows = db.execute(
        select(Clause, Policy.title)
        .join(PolicyVersion, (PolicyVersion.school_id == Clause.school_id) & (PolicyVersion.id == Clause.version_id))
        .join(Policy, (Policy.school_id == PolicyVersion.school_id) & (Policy.id == PolicyVersion.policy_id))
        .where(PolicyVersion.state == "published", Policy.id.in_(others))
        .order_by(Policy.title, Clause.position)
    )
    found: dict[str, list[ClauseRow]] = {}
    for clause, title in rows:
        found.setdefault(title, []).append(_row(clause, ()))
    return [(title, tuple(clauses)) for title, clauses in found.items()]


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
    return tuple(_row(row, (expectation,)) for row, _rank in found)


def _row(clause: Clause, expectations: tuple[str, ...]) -> ClauseRow:
    return ClauseRow(
        id=clause.id,
        label=clause.label,
        section=clause.section,
        text=clause.text,
        audience=clause.audience,
        strength=clause.strength,
        expectations=expectations,
        position=clause.position,
        context=clause.context,
        anchor=clause.anchor,
        confirmed=clause.confirmed_at is not None,
    )


def _version(version: PolicyVersion, key: str, title: str) -> VersionRow:
    return VersionRow(
        id=version.id,
        policy_id=version.policy_id,
        key=key,
        title=title,
        number=version.number,
        state=version.state,
        change=version.change,
        change_note=version.change_note,
        gaps_reason=version.gaps_reason,
        begun_at=version.begun_at,
        published_at=version.published_at,
        archived_at=version.archived_at,
    )


_VERSION = select(PolicyVersion, Policy.key, Policy.title).join(
    Policy, (Policy.school_id == PolicyVersion.school_id) & (Policy.id == PolicyVersion.policy_id)
)

"""The register: every policy of the school with owner, dates and links, whether it is read in here or kept elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, or_, select

from esafety.core import audit
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession, insert_if_absent, insert_or_change
from esafety.people.models import Account, Membership
from esafety.policies.drafts import By
from esafety.policies.models import Policy, PolicyLink, PolicyOwner, PolicyVersion
from esafety.policies.rules.drafting import key_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One policy in the register."""

    id: int
    title: str
    owner_role: str
    owner_id: int | None
    owner: str
    approved_on: date | None
    review_on: date | None
    kept_where: str
    in_force: int | None
    """The version in force, by its row."""
    number: int
    """The version in force, as it counts; 0 for none."""
    draft: int | None
    linked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff who can look after a policy."""

    membership_id: int
    name: str
    job: str


def entries(db: SchoolSession) -> tuple[Entry, ...]:
    """Every policy, by title."""
    policies = db.scalars(select(Policy).order_by(Policy.title, Policy.id)).all()
    versions: dict[tuple[int, str], tuple[int, int]] = {}
    standing = PolicyVersion.state.in_(("published", "draft"))
    for row in db.execute(
        select(PolicyVersion.policy_id, PolicyVersion.state, PolicyVersion.id, PolicyVersion.number).where(standing)
    ):
        versions[row.policy_id, row.state] = (row.id, row.number)
    owners = _owners(db)
    links: dict[int, set[int]] = {}
    for one, other in db.execute(select(PolicyLink.policy_id, PolicyLink.linked_id)):
        links.setdefault(one, set()).add(other)
        links.setdefault(other, set()).add(one)
    nothing = (None, 0)
    return tuple(
        Entry(
            id=one.id,
            title=one.title,
            owner_role=one.owner_role,
            owner_id=owners.get(one.id, (None, ""))[0],
            owner=owners.get(one.id, (None, ""))[1],
            approved_on=one.approved_on,
            review_on=one.review_on,
            kept_where=one.kept_where,
            in_force=versions.get((one.id, "published"), nothing)[0],
            number=versions.get((one.id, "published"), nothing)[1],
            draft=versions.get((one.id, "draft"), nothing)[0],
            linked=tuple(sorted(links.get(one.id, ()))),
        )
        for one in policies
    )


def get_entry(db: SchoolSession, policy_id: int) -> Entry:
    """One policy. Raises NotFound."""
    for entry in entries(db):
        if entry.id == policy_id:
            return entry
    raise NotFound


def staff(db: SchoolSession, *, today: date) -> tuple[Person, ...]:
    """Everybody who works for the school today, by name."""
    rows = db.execute(
        select(Membership.id, Account.display_name, Membership.job_title)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.from_on <= today, or_(Membership.until_on.is_(None), Membership.until_on >= today))
        .order_by(Account.display_name, Membership.id)
    )
    return tuple(Person(*row) for row in rows)


def enter(db: SchoolSession, *, values: dict[str, Any], by: By) -> int:
    """Enter a policy that is kept elsewhere. The same title again leads to the one that is there."""
    there = db.scalar(select(Policy.id).where(Policy.title == values["title"]).limit(1))
    if there is not None:
        return there
    policy = Policy(key=key_of(values["title"], db.scalars(select(Policy.key)).all()), title=values["title"])
    db.add(policy)
    db.flush()
    change(db, policy=policy, values=values, by=by)
    return policy.id


def change(db: SchoolSession, *, policy: Policy, values: dict[str, Any], by: By) -> None:
    """Change what the register says of a policy: title, dates, where it is kept, and who looks after it."""
    for name in ("title", "approved_on", "review_on", "kept_where"):
        setattr(policy, name, values[name])
    db.execute(delete(PolicyOwner).where(PolicyOwner.policy_id == policy.id))
    role, _, number = values["owner"].partition(":")
    if role == "membership":
        insert_or_change(db, PolicyOwner, [{"policy_id": policy.id, "membership_id": int(number)}])
    else:
        policy.owner_role = number
    db.flush()
    audit.record(db, at=by.at, actor=by.actor, action="policy.register.changed", about=f"policy:{policy.id}")


def link(db: SchoolSession, *, policy_id: int, linked_id: int, by: By) -> None:
    """Note that two policies name each other."""
    both = (policy_id, linked_id)
    if len(db.scalars(select(Policy.id).where(Policy.id.in_(both))).all()) < 2:
        raise NotFound
    one, other = sorted(both)
    if insert_if_absent(db, PolicyLink, policy_id=one, linked_id=other):
        audit.record(db, at=by.at, actor=by.actor, action="policy.linked", about=f"policy:{policy_id}")


def unlink(db: SchoolSession, *, policy_id: int, linked_id: int, by: By) -> None:
    """Take a link away."""
    one, other = sorted((policy_id, linked_id))
    db.execute(delete(PolicyLink).where(PolicyLink.policy_id == one, PolicyLink.linked_id == other))
    audit.record(db, at=by.at, actor=by.actor, action="policy.unlinked", about=f"policy:{policy_id}")


def _owners(db: SchoolSession) -> dict[int, tuple[int | None, str]]:
    rows = db.execute(
        select(PolicyOwner.policy_id, PolicyOwner.membership_id, Account.display_name)
        .join(Membership, (Membership.school_id == PolicyOwner.school_id) & (Membership.id == PolicyOwner.membership_id))
        .join(Account, Account.id == Membership.account_id)
    )
    return {row.policy_id: (row.membership_id, row.display_name) for row in rows}

"""A draft of a policy: whether there is one, who changes it, and how it is let go of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, or_, select

from esafety.core import audit
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.policies.models import Clause, ClauseExpectation, ClauseProposal, Policy, PolicyLink, PolicyOwner, PolicyVersion

DRAFT, PUBLISHED, ARCHIVED = "draft", "published", "archived"


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, and when."""

    actor: str
    at: datetime


def find_draft(db: SchoolSession, policy_id: int) -> PolicyVersion | None:
    """The draft of a policy that was begun, if there is one."""
    mine = (PolicyVersion.policy_id == policy_id, PolicyVersion.state == DRAFT)
    return db.scalars(select(PolicyVersion).where(*mine).order_by(PolicyVersion.number.desc()).limit(1)).one_or_none()


def version_for_writing(db: SchoolSession, version_id: int) -> PolicyVersion:
    """A draft, kept from being published by somebody else until the transaction ends. Raises Refused for other versions."""
    found = db.scalars(
        select(PolicyVersion).where(PolicyVersion.id == version_id).with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound
    if found.state != DRAFT:
        raise Refused(_("This version is published and stays as it is. Begin a new draft to change the policy."))
    return found


def discard(db: SchoolSession, *, version: PolicyVersion, by: By) -> None:
    """Let go of a draft, and of a policy that never had another version and that nothing names."""
    version_for_writing(db, version.id)
    mine = select(Clause.id).where(Clause.version_id == version.id)
    for model in (ClauseExpectation, ClauseProposal):
        db.execute(delete(model).where(model.clause_id.in_(mine)).execution_options(synchronize_session=False))
    db.execute(delete(Clause).where(Clause.version_id == version.id))
    policy_id = version.policy_id
    db.delete(version)
    db.flush()
    policy = db.scalars(select(Policy).where(Policy.id == policy_id)).one()
    others = select(PolicyVersion.id).where(PolicyVersion.policy_id == policy_id).limit(1)
    named = select(PolicyLink.policy_id).where(or_(PolicyLink.policy_id == policy_id, PolicyLink.linked_id == policy_id)).limit(1)
    if policy.approved_on is None and db.scalar(others) is None and db.scalar(named) is None:
        db.execute(delete(PolicyOwner).where(PolicyOwner.policy_id == policy_id))
        db.delete(policy)
        db.flush()
    record(db, by, "policy.draft.discarded", f"policy:{policy_id}")


def record(db: SchoolSession, by: By, action: str, about: str) -> None:
    """Write down who did what to which part of a draft."""
    audit.record(db, at=by.at, actor=by.actor, action=action, about=about)

"""A draft comes into force, and the wording before it becomes a thing of the archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update

from esafety.core import audit
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.policies.drafts import ARCHIVED, PUBLISHED, By, version_for_writing
from esafety.policies.models import Policy, PolicyReading, PolicyVersion

FIRST = "first"
"""The change that the first version is; the others are what `forms` offers."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided when they put a version into force."""

    change: str
    note: str
    gaps_reason: str
    approved_on: date
    review_on: date


def publish(db: SchoolSession, *, version_id: int, decided: Decision, by: By) -> PolicyVersion:
    """Put a draft into force. Raises Refused when it is none any more: a second press changes nothing."""
    version = version_for_writing(db, version_id)
    older = (PolicyVersion.policy_id == version.policy_id, PolicyVersion.state == PUBLISHED)
    earlier = db.scalars(select(PolicyVersion.id).where(*older)).all()
    db.execute(update(PolicyVersion).where(*older).values(state=ARCHIVED, archived_at=by.at))
    version.state, version.published_at = PUBLISHED, by.at
    version.change = decided.change if earlier else FIRST
    version.change_note, version.gaps_reason = decided.note, decided.gaps_reason
    policy = db.scalars(select(Policy).where(Policy.id == version.policy_id)).one()
    policy.approved_on, policy.review_on = decided.approved_on, decided.review_on
    db.flush()
    reason = "with gaps" if decided.gaps_reason else version.change
    audit.record(db, at=by.at, actor=by.actor, action="policy.published", about=f"policy_version:{version.id}", reason=reason)
    return version


def note_reading(db: SchoolSession, *, version_id: int, account_id: int, by: By) -> bool:
    """Note that an adult has read a version. Returns whether it was new."""
    return insert_if_absent(db, PolicyReading, version_id=version_id, account_id=account_id, at=by.at)

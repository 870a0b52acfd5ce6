"""What this room lets go of: that somebody who left looked after a policy, and their reading of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select

from esafety.core.clock import school_day
from esafety.core.erasure import delete_all
from esafety.core.tenancy import SchoolSession
from esafety.people.leaving import AFTER_LEAVING
from esafety.people.models import Membership
from esafety.policies.models import PolicyOwner


def let_go(db: SchoolSession, now: datetime) -> None:
    """Thirty days after an owner's last day the hat alone looks after the policy. Readings go with the account."""
    whose = (Membership.school_id == PolicyOwner.school_id, Membership.id == PolicyOwner.membership_id)
    left = exists(select(1).where(*whose, Membership.until_on < school_day(now) - AFTER_LEAVING))
    delete_all(db, PolicyOwner, left)

"""What this room lets go of: messages about a child who left, and reminders to staff who left."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import exists, select

from esafety.core.clock import school_day
from esafety.core.erasure import delete_all
from esafety.core.tenancy import SchoolSession
from esafety.notices.models import Message, PolicyReminder
from esafety.people.leaving import AFTER_LEAVING, long_gone
from esafety.people.models import Membership


def let_go(db: SchoolSession, now: datetime) -> None:
    """Messages about a child who is long gone, and reminders thirty days after a member of staff's last day."""
    today = school_day(now)
    delete_all(db, Message, long_gone(Message, today))
    whose = (Membership.school_id == PolicyReminder.school_id, Membership.id == PolicyReminder.membership_id)
    delete_all(db, PolicyReminder, exists(select(1).where(*whose, Membership.until_on < today - AFTER_LEAVING)))

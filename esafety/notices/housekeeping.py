"""What this room lets go of: messages about a child, a year after the child left."""

from __future__ import annotations

from datetime import datetime

from esafety.core.clock import school_day
from esafety.core.erasure import delete_all
from esafety.core.tenancy import SchoolSession
from esafety.notices.models import Message
from esafety.people.leaving import long_gone


def let_go(db: SchoolSession, now: datetime) -> None:
    """Messages that were sent, or never were, about a child who is long gone."""
    delete_all(db, Message, Message.pupil_id.in_(long_gone(school_day(now))))

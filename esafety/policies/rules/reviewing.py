"""When a policy is due for review, and when somebody is told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

STAGES = (90, 30, 0)
"""So many days before the date, owner and head are reminded."""
State = Literal["none", "later", "soon", "overdue"]


def state_of(review_on: date | None, today: date) -> State:
    """Where a review stands: soon is within the first reminder's time, overdue is after the day itself."""
    if review_on is None:
        return "none"
    if review_on < today:
        return "overdue"
    return "soon" if review_on - today <= timedelta(days=STAGES[0]) else "later"


def stage_due(review_on: date | None, today: date, told: Collection[int]) -> int | None:
    """Which reminder is due today, if any. Who comes late gets one, not all that were missed."""
    if review_on is None:
        return None
    reached = [days for days in STAGES if today >= review_on - timedelta(days=days)]
    last = reached[-1] if reached else None
    return last if last is not None and last not in told else None

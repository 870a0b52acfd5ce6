"""When an adult may be reminded, and how. Pure decisions on plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

AGREEMENT = "agreement"
MOST_REMINDERS = 3
"""Never more than three for one adult, child and school year: nobody is pressed to sign."""
PAUSE = timedelta(days=7)


class Why(StrEnum):
    """Why an adult is not reminded now."""

    ANSWERED = "answered"
    NOT_ALLOWED = "not-allowed"
    ENOUGH = "enough"
    WAITING = "waiting"
    LATELY = "lately"


@dataclass(frozen=True, slots=True)
class Before:
    """What one adult was sent about one child this year: how many, when last, and whether one still waits to leave."""

    number: int = 0
    last_at: datetime | None = None
    waiting: bool = False


NOTHING = Before()


def why_not(*, can_be_asked: bool, answered: bool, before: Before, now: datetime) -> Why | None:
    """Why somebody may not be reminded now, or None when they may."""
    if answered:
        return Why.ANSWERED
    if not can_be_asked:
        return Why.NOT_ALLOWED
    if before.waiting:
        return Why.WAITING
    if before.number >= MOST_REMINDERS:
        return Why.ENOUGH
    if before.last_at is not None and now - before.last_at < PAUSE:
        return Why.LATELY
    return None


def channel_of(*, email: str | None, has_sign_in: bool, mail_works: bool) -> str:
    """By e-mail where the adult gave an address and can sign in already; else by letter, because a code travels on paper."""
    return "email" if email and has_sign_in and mail_works else "letter"

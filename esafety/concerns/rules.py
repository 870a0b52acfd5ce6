"""Who gets a concern. Pure: whoever it is about never receives it, and nothing is undeliverable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

SUBJECTS = ("child", "staff", "head", "other")
SATURDAY = 5
LAST_RESORT = {"head": ("dsl",)}


@dataclass(frozen=True, slots=True)
class Recipient:
    """A member of staff or governor who may receive concerns, with their hats."""

    membership_id: int
    roles: frozenset[str]


def recipients(subject: str, people: Iterable[Recipient]) -> tuple[int, ...]:
    """Whom a concern goes to, by whom it is about.

    A child or something else: the safeguarding leads. Staff: the head alone, because a lead may be the person meant.
    The head: the governors. Where nobody of that kind is left, the next in line gets it, and what is about the head of
    a school without governors a safeguarding lead who is not the head. Source: England's safeguarding guidance for
    schools, which sends concerns about staff to the head and about the head to the chair.
    """
    left = [person for person in people if not is_conflicted(subject, person)]
    for role in (*_line_of(subject), *LAST_RESORT.get(subject, ())):
        if found := tuple(person.membership_id for person in left if role in person.roles):
            return found
    return ()


def next_in_line(subject: str, people: Iterable[Recipient], *, already: frozenset[int]) -> tuple[int, ...]:
    """Whom an unopened concern goes to as well after a school day."""
    left = [person for person in people if person.membership_id not in already and not is_conflicted(subject, person)]
    for role in _line_of(subject):
        if found := tuple(person.membership_id for person in left if role in person.roles):
            return found
    return ()


def is_conflicted(subject: str, person: Recipient) -> bool:
    """Whether this person could be the one it is about."""
    if subject == "head":
        return "head" in person.roles
    return subject == "staff" and not person.roles & {"head", "governor"}


def _line_of(subject: str) -> tuple[str, ...]:
    return {"staff": ("head", "governor"), "head": ("governor",)}.get(subject, ("dsl", "head", "governor"))


def next_school_day(moment: datetime, zone: ZoneInfo) -> datetime:
    """The same time one school day later; weekends do not count. Holidays do, because a concern must not wait for weeks."""
    local = moment.astimezone(zone) + timedelta(days=1)
    while local.weekday() >= SATURDAY:
        local += timedelta(days=1)
    return local

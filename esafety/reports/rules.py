"""What the numbers mean: which classes stopped, what is weakest, which groups are too small to show. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SMALLEST_GROUP = 5
"""Smaller groups are not shown to people who do not teach them, because a number would point at a child."""
QUIET_AFTER = timedelta(days=14)
REVIEW_SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Reached:
    """How many pupils are secure on an expectation, of those who did its lesson."""

    expectation: str
    secure: int
    developing: int
    misunderstood: int

    @property
    def pupils(self) -> int:
        """Everybody who did the lesson."""
        return self.secure + self.developing + self.misunderstood

    @property
    def share(self) -> float:
        """The secure ones, from 0 to 1."""
        return self.secure / self.pupils if self.pupils else 0.0


def by_expectation(levels: Iterable[tuple[str, str, int]]) -> tuple[Reached, ...]:
    """Counts of (expectation, level, pupils) gathered by expectation, weakest first."""
    gathered: dict[str, dict[str, int]] = {}
    for expectation, level, pupils in levels:
        gathered.setdefault(expectation, {})[level] = pupils
    found = (
        Reached(name, one.get("secure", 0), one.get("developing", 0), one.get("misunderstood", 0))
        for name, one in gathered.items()
    )
    return tuple(sorted(found, key=lambda one: (one.share, one.expectation)))


def has_stopped(*, lessons: int, pupils: int, finished: int, last_at: datetime | None, now: datetime) -> bool:
    """Whether a class has lessons left but nobody in it has finished one for two weeks."""
    if not lessons or finished >= pupils:
        return False
    return last_at is None or last_at < now - QUIET_AFTER


def review_is_near(review_on: date | None, *, today: date) -> bool:
    """Whether a document is due for review within three months, or overdue."""
    return review_on is not None and review_on <= today + REVIEW_SOON


def may_be_shown(group: int) -> bool:
    """Whether a group is large enough for its numbers to point at nobody."""
    return group == 0 or group >= SMALLEST_GROUP


def percent(part: int, whole: int) -> int:
    """A share in whole hundredths; nothing of nothing is 0."""
    return round(100 * part / whole) if whole else 0

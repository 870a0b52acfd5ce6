"""What a finished quiz says about a pupil. Pure decisions on plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SECURE_SHARE = 0.8
TOO_MANY_MISUNDERSTOOD = 2


@dataclass(frozen=True, slots=True)
class Given:
    """One counted answer: its grade, the misconception it showed, and those that its question would have shown."""

    grade: str
    misconception: str | None
    tests: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is kept of a finished lesson."""

    level: str
    earns_badge: bool
    shown: frozenset[str]
    cleared: frozenset[str]


def outcome(answers: Iterable[Given]) -> Outcome:
    """Weigh the answers of one quiz.

    Secure: four of five answers are secure and none shows a misconception. Misunderstood: two answers or more show one.
    A misconception is cleared by a secure answer to a question that would have shown it, unless it was shown as well.
    """
    given = tuple(answers)
    shown = frozenset(answer.misconception for answer in given if answer.misconception)
    cleared = frozenset().union(*(answer.tests for answer in given if answer.grade == "secure")) - shown
    misunderstood = sum(answer.grade == "misunderstood" for answer in given)
    secure = sum(answer.grade == "secure" for answer in given)
    if misunderstood >= TOO_MANY_MISUNDERSTOOD:
        level = "misunderstood"
    elif given and secure >= SECURE_SHARE * len(given) and not shown:
        level = "secure"
    else:
        level = "developing"
    return Outcome(level=level, earns_badge=level != "misunderstood", shown=shown, cleared=cleared)


def next_lesson(order: Iterable[str], done: Mapping[str, bool]) -> str | None:
    """The first lesson of the path that is not done; None when all are."""
    return next((key for key in order if not done.get(key)), None)


def worth_another_go(order: Iterable[str], levels: Mapping[str, str]) -> str | None:
    """When all lessons are done: the first one that was misunderstood, else the first not yet secure; None when all are."""
    lessons = tuple(order)
    weak_ones = (key for level in ("misunderstood", "developing") for key in lessons if levels.get(key) == level)
    return next(weak_ones, None)

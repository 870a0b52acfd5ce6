"""How sure the school can be that a pupil knows what an expectation asks: Bayesian knowledge tracing.

A pupil knows it or does not. Each answer moves the likelihood that they do, by Bayes' rule: somebody who knows may slip,
somebody who does not may guess. Source: A. T. Corbett and J. R. Anderson, "Knowledge tracing: modeling the acquisition of
procedural knowledge", User Modeling and User-Adapted Interaction 4 (1994), 253-278. They stop at 0.95; we ask for more, because
a lesson has few questions and half of the knowledge must not pass for the whole.
Answers that are partly right count partly, as in Y. Wang and N. Heffernan, "Extending knowledge tracing to allow partial
credit", AIED 2013. The numbers below are ours; `python3 -m esafety learning simulate` shows what they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Level = Literal["secure", "developing", "misunderstood"]

KNEW_BEFORE = 0.5
"""The likelihood, before the first answer, that a pupil knows it."""
SLIP = 0.1
"""How often somebody who knows gives another answer than the secure one."""
LEARNED_BETWEEN = 0.1
"""The likelihood that somebody who did not know has learned it by the next day of answers."""
CREDIT = {"secure": 1.0, "developing": 0.5, "unsure": 0.0, "misunderstood": 0.0}
"""What each grade counts."""
ASKED_BEFORE = 0.75
"""What an answer weighs when the pupil has met the question, and its explanation, on an earlier day."""
SECURE = 0.98
DAYS = 2
"""Different days that answers have to come from: one good morning is not enough."""
TO_LOOK_AT = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """One counted answer. ``chance`` is that of a secure answer by guessing, from 0 to 1."""

    question: str
    day: date
    grade: str
    chance: float


@dataclass(frozen=True, slots=True)
class Mastery:
    """What the answers say together. ``known`` is the likelihood, from 0 to 1, that the pupil knows it."""

    known: float
    days: int

    @property
    def level(self) -> Level:
        """Secure needs a high likelihood and answers from different days."""
        if self.known >= SECURE and self.days >= DAYS:
            return "secure"
        return "misunderstood" if self.known < TO_LOOK_AT else "developing"


def mastery(answers: Iterable[Evidence]) -> Mastery:
    """Weigh all answers of one pupil on one expectation, day by day. Their order within a day makes no difference."""
    known, met, last = KNEW_BEFORE, set[str](), None
    days = 0
    for one in sorted(answers, key=lambda answer: (answer.day, answer.question)):
        if one.day != last:
            known += (1 - known) * LEARNED_BETWEEN if last else 0
            days, last = days + 1, one.day
        known = _moved(known, one, ASKED_BEFORE if one.question in met else 1.0)
        met.add(one.question)
    return Mastery(known, days)


def _moved(known: float, one: Evidence, weight: float) -> float:
    """Bayes' rule for one answer."""
    credit = CREDIT[one.grade]
    if_known: float = ((1 - SLIP) ** credit * SLIP ** (1 - credit)) ** weight
    if_not: float = (one.chance**credit * (1 - one.chance) ** (1 - credit)) ** weight
    return known * if_known / (known * if_known + (1 - known) * if_not)

"""How likely a right answer is for somebody who does not know: by the kind of question and what it offers."""

from __future__ import annotations

from math import factorial

from esafety.curriculum.shapes import Branching, Choice, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.stories import chance_of_a_secure_ending

NEVER_LESS = 0.15
"""Nobody guesses quite blindly: some wrong answers of a hard question are struck out by common sense."""


def chance_of(question: Question) -> float:
    """The chance of a secure answer by guessing, from 0 to 1, and never less than `NEVER_LESS`."""
    return max(_blind(question), NEVER_LESS)


def _blind(question: Question) -> float:
    match question:
        case Choice():
            return sum(option.grade == "secure" for option in question.options) / len(question.options)
        case TrueOrNot():
            return 1 / 2
        case Several():
            return 1.0 / float(2 ** len(question.options) - 1)
        case Order() | Match():
            return 1 / factorial(len(question.items if isinstance(question, Order) else question.pairs))
        case Branching():
            return chance_of_a_secure_ending(question)
        case Sort():
            return 1.0 / float(len(question.groups) ** len(question.items))

"""Which misconceptions a question can bring to light."""

from __future__ import annotations

from esafety.curriculum.shapes import Branching, Choice, Question, Several


def revealed_by(question: Question) -> frozenset[str]:
    """The misconceptions that some answer to this question shows."""
    if isinstance(question, Branching):
        return frozenset(ending.misconception for ending in question.endings) - {""}
    named = {question.misconception} if not isinstance(question, Choice) else set()
    if isinstance(question, Choice | Several):
        named |= {option.misconception for option in question.options}
    return frozenset(named - {""})

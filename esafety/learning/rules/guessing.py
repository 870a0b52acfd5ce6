"""Each guesses what the other will answer: a game for two on one phone. Only who guessed right is ever told."""

from __future__ import annotations

from typing import Literal

Outcome = Literal["both", "child", "adult", "neither"]
"""Who guessed what the other would do."""


def who_guessed(*, child: str, child_guess: str, adult: str, adult_guess: str) -> Outcome:
    """Compare two answers with two guesses. What the answers were makes no difference."""
    by_child, by_adult = child_guess == adult, adult_guess == child
    if by_child and by_adult:
        return "both"
    return "child" if by_child else "adult" if by_adult else "neither"

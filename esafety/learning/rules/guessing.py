"""Each guesses what the other will answer: a game for two on one phone. Only who guessed right is ever told."""

from __future__ import annotations

from typing import Literal

from esafety.curriculum.shapes import Choice, Lesson

Outcome = Literal["both", "child", "adult", "neither"]
"""Who guessed what the other would do."""


def question_for_two(lesson: Lesson) -> Choice | None:
    """The situation that both answer: the first of the lesson's quiz in which one option is chosen; None if there is none."""
    choices = (question for question in lesson.quiz.questions if isinstance(question, Choice))
    return next((question for question in choices if question.scenario or question.kind == "what-would-you-do"), None)


def who_guessed(*, child: str, child_guess: str, adult: str, adult_guess: str) -> Outcome:
    """Compare two answers with two guesses. What the answers were makes no difference."""
    by_child, by_adult = child_guess == adult, adult_guess == child
    if by_child and by_adult:
        return "both"
    return "child" if by_child else "adult" if by_adult else "neither"

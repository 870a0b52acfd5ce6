"""The screens of one attempt in order: steps, the questions drawn for it, and last of all whom to tell."""

from __future__ import annotations

from dataclasses import dataclass

from esafety.curriculum.shapes import Choice, Lesson, Question, Several, Step
from esafety.learning.rules import draw

LAST = "tell"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: a step, perhaps with an activity, or a question of the quiz."""

    place: int
    step: Step | None
    question: Question | None
    question_id: str
    counts: bool


def way_of(lesson: Lesson, seed: int) -> tuple[Screen, ...]:
    """The way through a lesson, the same for the same seed."""
    before = [step for step in lesson.steps if step.kind != LAST]
    after = [step for step in lesson.steps if step.kind == LAST]
    drawn = draw(lesson.quiz.questions, seed=seed, number=lesson.quiz.drawn)
    parts: list[tuple[Step | None, Question | None, str, bool]] = [
        *((step, step.activity, f"step:{step.id}", False) for step in before),
        *((None, question, question.id, True) for question in drawn),
        *((step, step.activity, f"step:{step.id}", False) for step in after),
    ]
    return tuple(Screen(place, *part) for place, part in enumerate(parts))


def questions_that_count(way: tuple[Screen, ...]) -> tuple[Screen, ...]:
    """The screens of the quiz, in order."""
    return tuple(screen for screen in way if screen.counts)


def tested_by(screen: Screen) -> frozenset[str]:
    """The misconceptions that an answer on this screen could show."""
    question = screen.question
    if question is None:
        return frozenset()
    named = {question.misconception} if not isinstance(question, Choice) else set()
    if isinstance(question, Choice | Several):
        named |= {option.misconception for option in question.options}
    return frozenset(named - {""})

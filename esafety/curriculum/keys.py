"""Which answer is right on a day: some keys turn with a fact, such as a minimum age."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from esafety.curriculum.shapes import Choice, Lesson, Option, OptionKey, Question, StatementKey, TrueOrNot

Ruling = tuple[tuple[str, int], ...]
"""The facts that a lesson's keys depend on, with their numbers."""


def facts_of_keys(lesson: Lesson) -> frozenset[str]:
    """The ids of the facts that turn a key of the lesson."""
    questions = (*lesson.quiz.questions, *lesson.activities)
    return frozenset(key.fact for question in questions for key in keys_of(question))


def keys_of(question: Question) -> tuple[OptionKey | StatementKey, ...]:
    """The keys of a question that turn with a fact."""
    if isinstance(question, TrueOrNot):
        return question.keys
    return tuple(key for option in question.options for key in option.keys) if isinstance(question, Choice) else ()


def ruling_of(names: Iterable[str], facts: Mapping[str, str]) -> Ruling:
    """What the facts of a day say about the facts that a lesson's keys depend on; empty for nearly every lesson."""
    numbers = ((name, facts.get(name, "")) for name in sorted(names))
    return tuple((name, int(value)) for name, value in numbers if value.isascii() and value.isdigit())


def under(lesson: Lesson, ruling: Ruling) -> Lesson:
    """The lesson with the keys that hold under a ruling."""
    if not ruling:
        return lesson
    steps = tuple(
        replace(step, activity=question_under(step.activity, ruling)) if step.activity else step for step in lesson.steps
    )
    questions = tuple(question_under(question, ruling) for question in lesson.quiz.questions)
    return replace(lesson, steps=steps, quiz=replace(lesson.quiz, questions=questions))


def question_under(question: Question, ruling: Ruling) -> Question:
    """A question with the key that holds under a ruling; without one that applies, its own."""
    values = dict(ruling)
    if isinstance(question, TrueOrNot):
        statement = _holding(question.keys, values)
        if isinstance(statement, StatementKey):
            texts, misconception = statement.explanations, statement.misconception
            return replace(question, answer=statement.answer, explanations=texts, misconception=misconception)
        return question
    if isinstance(question, Choice) and any(option.keys for option in question.options):
        return replace(question, options=tuple(_option_under(option, values) for option in question.options))
    return question


def _option_under(option: Option, values: Mapping[str, int]) -> Option:
    key = _holding(option.keys, values)
    if isinstance(key, OptionKey):
        return replace(option, grade=key.grade, misconception=key.misconception, explanation=key.explanation)
    return option


def _holding(
    keys: tuple[OptionKey, ...] | tuple[StatementKey, ...], values: Mapping[str, int]
) -> OptionKey | StatementKey | None:
    """The key with the highest bound that is reached."""
    reached = [key for key in keys if values.get(key.fact, -1) >= key.at_least]
    return max(reached, key=lambda key: key.at_least, default=None)

"""The screens of one attempt in order: steps, the questions drawn for it, and last of all whom to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from esafety.curriculum.keys import Ruling, facts_of_keys, keys_of, question_under, ruling_of, under
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson, Question, Step
from esafety.learning.rules import draw
from esafety.learning.rules.revealing import revealed_by

LAST = "tell"
MOST_KEPT = 2000
"""Ways kept in memory, about as many as there are children at work in sixty classes."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: a step, an activity to try out, or a question of the quiz. For adults a step may carry its activity."""

    place: int
    step: Step | None
    question: Question | None
    question_id: str
    counts: bool
    picture: str
    remembers: str = ""


@dataclass(frozen=True, slots=True)
class Woven:
    """A question of an earlier lesson that is asked again in this one.

    ``source`` is its lesson's version and its name there; ``remembers`` is the earlier lesson's title.
    """

    name: str
    source: str
    question: Question
    remembers: str


def way_of(lesson: Lesson, seed: int, woven: tuple[Woven, ...] = ()) -> tuple[Screen, ...]:
    """The way through a lesson, the same for the same seed. What comes back from earlier lessons stands before the quiz."""
    before = [step for step in lesson.steps if step.kind != LAST]
    after = [step for step in lesson.steps if step.kind == LAST]
    drawn = draw(lesson.quiz.questions, seed=seed, number=lesson.quiz.drawn)
    apart = lesson.band is not None
    parts = [
        *(part for step in before for part in _of_step(step, apart=apart)),
        *(Part(None, one.question, one.name, False, one.question.picture, one.remembers) for one in woven),
        *(Part(None, question, question.id, True, question.picture) for question in drawn),
        *(part for step in after for part in _of_step(step, apart=apart)),
    ]
    return tuple(Screen(place, *part) for place, part in enumerate(parts))


class Part(NamedTuple):
    """A screen before it has its place."""

    step: Step | None
    question: Question | None
    question_id: str
    counts: bool
    picture: str
    remembers: str = ""


def _of_step(step: Step, *, apart: bool) -> tuple[Part, ...]:
    """A step as its screens: children read first and try it out on a screen of its own, one decision at a time."""
    name = f"step:{step.id}"
    if step.activity is None or not apart:
        return (Part(step, step.activity, name, False, step.picture),)
    trying = Part(None, step.activity, name, False, step.activity.picture or step.picture)
    return Part(step, None, name, False, step.picture), trying


_kept: dict[tuple[int, int, Ruling, tuple[tuple[str, str, Ruling], ...]], tuple[Screen, ...]] = {}
_turned_by: dict[int, frozenset[str]] = {}


def way_through(
    edition: Edition[Lesson], seed: int, facts: Mapping[str, str], woven: tuple[Woven, ...] = ()
) -> tuple[Screen, ...]:
    """The same way, kept for the next screen: a child asks for it with every press of a button.

    ``facts`` are those of the day: some keys turn with them.
    """
    names = _turned_by.get(edition.version_id)
    if names is None:
        names = _turned_by[edition.version_id] = facts_of_keys(edition.item)
    ruling = ruling_of(names, facts)
    again = tuple((one, _ruling_of(one, facts)) for one in woven)
    key = (edition.version_id, seed, ruling, tuple((one.name, one.source, turned) for one, turned in again))
    way = _kept.get(key)
    if way is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        turned = tuple(replace(one, question=question_under(one.question, held)) for one, held in again)
        way = _kept[key] = way_of(under(edition.item, ruling), seed, turned)
    return way


def _ruling_of(woven: Woven, facts: Mapping[str, str]) -> Ruling:
    """Which keys of a question of an earlier lesson hold today."""
    return ruling_of({key.fact for key in keys_of(woven.question)}, facts)


def questions_that_count(way: tuple[Screen, ...]) -> tuple[Screen, ...]:
    """The screens of the quiz, in order."""
    return tuple(screen for screen in way if screen.counts)


def tested_by(screen: Screen) -> frozenset[str]:
    """The misconceptions that an answer on this screen could show."""
    return revealed_by(screen.question) if screen.question else frozenset()

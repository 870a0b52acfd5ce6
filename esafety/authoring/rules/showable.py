"""What of a draft can already be shown: pieces with gaps that no page could hold are left out and named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from esafety.authoring.rules.pieces import ACTIVITY, questions_of, steps_of
from esafety.curriculum.parse import parse
from esafety.curriculum.shapes import Branching, Ending, Lesson
from esafety.curriculum.shapes.lessons import Quiz, Step

PARTS = {"options": 2, "items": 2, "pairs": 2, "groups": 2, "turns": 1, "endings": 1}


@dataclass(frozen=True, slots=True)
class Showable:
    """A lesson with everything that can be shown, and the places of what cannot."""

    lesson: Lesson
    left_out: tuple[str, ...]


def showable(body: Mapping[str, Any]) -> Showable:
    """The lesson of a draft as far as it can be shown, with its whole quiz instead of a draw."""
    left: list[str] = []
    steps = []
    for stored in steps_of(body):
        step = dict(stored)
        if step.get(ACTIVITY) and not _holds(step[ACTIVITY]):
            left.append(f"steps.{step['id']}.{ACTIVITY}")
            del step[ACTIVITY]
        item, misfits = parse(Step, step)
        if item is None or not item.text:
            left.append(f"steps.{step['id']}")
        else:
            steps.append(item)
    questions = [one for one in questions_of(body) if _holds(one) or left.append(f"quiz.{one['id']}")]  # type: ignore[func-returns-value]
    quiz, misfits = parse(Quiz, {"draw": "all", "questions": questions})
    assert quiz is not None, misfits
    return Showable(_lesson(body, tuple(steps), quiz), tuple(left))


def _lesson(body: Mapping[str, Any], steps: tuple[Step, ...], quiz: Quiz) -> Lesson:
    return Lesson(
        expectation=body["expectation"],
        own=body.get("own", ""),
        band=body.get("band"),
        audience=body.get("audience"),
        title=body.get("title", ""),
        minutes=0,
        aim="",
        because="",
        steps=steps,
        quiz=quiz,
    )


def _holds(question: Mapping[str, Any]) -> bool:
    """Whether a question has what a page of it needs."""
    item, _misfits = parse(Quiz, {"questions": [question]})
    if item is None or not item.questions[0].stem:
        return False
    enough = all(len(question[name]) >= least for name, least in PARTS.items() if name in question)
    one = item.questions[0]
    return enough and (not isinstance(one, Branching) or _ends(one))


def _ends(story: Branching) -> bool:
    """Whether every way through a story leads to an ending, and none goes round in circles."""

    def follow(taken: tuple[str, ...]) -> bool:
        here = story.after(taken)
        if isinstance(here, Ending):
            return True
        return len(taken) < len(story.turns) and bool(here.options) and all(follow((*taken, way.id)) for way in here.options)

    try:
        return follow(())
    except KeyError:
        return False

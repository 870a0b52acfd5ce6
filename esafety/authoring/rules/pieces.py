"""The pieces of a lesson, each small enough for one form: its words, a step, a step's activity, a question of the quiz.

A piece is named by its place: "about", "steps.hook", "steps.hook.activity", "quiz.q1". Lessons are in their stored form.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

ABOUT = "about"
ACTIVITY = "activity"
MOST_STEPS, MOST_QUESTIONS = 12, 40
LAST = "tell"
"""The kind of the step that stands last: whom to tell."""

Body = Mapping[str, Any]
Piece = dict[str, Any]


def steps_of(body: Body) -> list[Piece]:
    """The steps in order."""
    found: list[Piece] = body.get("steps", [])
    return found


def questions_of(body: Body) -> list[Piece]:
    """The questions of the quiz in order."""
    found: list[Piece] = body.get("quiz", {}).get("questions", [])
    return found


def places_of(body: Body) -> tuple[str, ...]:
    """Every piece in the order in which a reader meets it."""
    found = [ABOUT]
    for step in steps_of(body):
        found.append(f"steps.{step['id']}")
        if step.get(ACTIVITY):
            found.append(f"steps.{step['id']}.{ACTIVITY}")
    return (*found, *(f"quiz.{question['id']}" for question in questions_of(body)))


def find(body: Body, place: str) -> Piece | None:
    """One piece, or None; "about" is the lesson itself."""
    if place == ABOUT:
        return dict(body)
    part, _dot, rest = place.partition(".")
    name, _dot, activity = rest.partition(".")
    if activity and (activity != ACTIVITY or part != "steps"):
        return None
    entry = next((one for one in _list(body, part) if one["id"] == name), None)
    return entry.get(ACTIVITY) if entry is not None and activity else entry


def is_question(place: str) -> bool:
    """Whether the piece at a place is a question, in the quiz or on a step."""
    return place.startswith("quiz.") or place.endswith(f".{ACTIVITY}")


def with_piece(body: Body, place: str, piece: Body) -> dict[str, Any]:
    """The lesson with another wording of one piece. Raises KeyError when it is not there any more."""
    if place == ABOUT:
        return deepcopy(dict(piece))
    new = deepcopy(dict(body))
    part, _dot, rest = place.partition(".")
    name, _dot, activity = rest.partition(".")
    entry = next((one for one in _list(new, part) if one["id"] == name), None)
    if entry is None or (activity and ACTIVITY not in entry):
        raise KeyError(place)
    if activity:
        entry[ACTIVITY] = deepcopy(dict(piece))
    else:
        entry.clear()
        entry.update(deepcopy(dict(piece)))
    return new


def without(body: Body, place: str) -> dict[str, Any]:
    """The lesson without one piece; what is not there is no loss."""
    new = deepcopy(dict(body))
    part, _dot, rest = place.partition(".")
    name, _dot, activity = rest.partition(".")
    entries = _list(new, part)
    if activity:
        for entry in entries:
            if entry["id"] == name:
                entry.pop(ACTIVITY, None)
    else:
        entries[:] = [entry for entry in entries if entry["id"] != name]
    return new


def moved(body: Body, place: str, by: int) -> dict[str, Any]:
    """The lesson with a step or question one place further up (-1) or down (1), as far as there is room."""
    new = deepcopy(dict(body))
    part, _dot, name = place.partition(".")
    entries = _list(new, part)
    at = next((number for number, entry in enumerate(entries) if entry["id"] == name), None)
    if at is not None and 0 <= at + by < len(entries):
        entries[at], entries[at + by] = entries[at + by], entries[at]
    return new


def with_step(body: Body, step: Piece) -> dict[str, Any]:
    """The lesson with one step more, before the one that says whom to tell."""
    new = deepcopy(dict(body))
    steps = new.setdefault("steps", [])
    steps.insert(len(steps) - 1 if steps and steps[-1].get("kind") == LAST else len(steps), deepcopy(step))
    return new


def with_question(body: Body, question: Piece) -> dict[str, Any]:
    """The lesson with one question more at the end of its quiz."""
    new = deepcopy(dict(body))
    new.setdefault("quiz", {}).setdefault("questions", []).append(deepcopy(question))
    return new


def with_activity(body: Body, step: str, question: Piece) -> dict[str, Any]:
    """The lesson with something to try out on a step that has nothing yet."""
    new = deepcopy(dict(body))
    for entry in steps_of(new):
        if entry["id"] == step:
            entry.setdefault(ACTIVITY, deepcopy(question))
    return new


def is_blank(piece: Body) -> bool:
    """Whether nobody has written a word into it yet."""
    return not any(_texts(value) for name, value in piece.items() if name not in ("id", "kind", "answer"))


def _texts(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value)
    if isinstance(value, Mapping):
        return any(_texts(inside) for name, inside in value.items() if name not in ("id", "group", "then"))
    return isinstance(value, list) and any(_texts(inside) for inside in value)


def _list(body: Body, part: str) -> list[Piece]:
    return steps_of(body) if part == "steps" else questions_of(body) if part == "quiz" else []

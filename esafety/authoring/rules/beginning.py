"""What a new lesson, step or question begins with: the right number of gaps to fill."""

from __future__ import annotations

from typing import Any

from esafety.authoring.rules.layouts import QUESTIONS, Rows
from esafety.authoring.rules.rows import empty_row, free_name

PUPIL_STEPS = ("hook", "learn", "learn", "learn", "talk", "tell")
STEPS_FOR = {
    "parents": ("promise", "why", "tonight", "scenario", "together", "tell"),
    "staff": ("promise", "why", "scenario", "tell"),
    "governors": ("promise", "why", "scenario", "tell"),
}
BEGIN_WITH = {"options": 3, "items": 4, "pairs": 3, "groups": 2, "turns": 2, "endings": 3}
WAYS_AT_A_TURN = 2
DRAWN = 6


def steps_for(readers: str, tell: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The steps that a lesson for these readers needs, empty, but for whom to tell: that is taken from ours."""
    found: list[dict[str, Any]] = []
    for kind in STEPS_FOR.get(readers, PUPIL_STEPS):
        number = sum(step["kind"] == kind for step in found)
        found.append(tell if kind == "tell" and tell else empty_step(kind, f"own-{kind}-{number + 1}"))
    return found


def empty_step(kind: str, name: str) -> dict[str, Any]:
    """A step without words."""
    return {"id": name, "kind": kind, "text": ""}


def empty_question(kind: str, name: str) -> dict[str, Any]:
    """A question of a kind with as many empty rows as such a question usually has. Raises KeyError for an unknown kind."""
    layout = QUESTIONS[kind]
    question: dict[str, Any] = {"id": name, "kind": kind, "stem": ""}
    for some in layout.rows:
        question[some.name] = _rows(some, question, BEGIN_WITH[some.name])
        for row in question[some.name]:
            for inner in some.rows:
                row[inner.name] = _rows(inner, question, WAYS_AT_A_TURN)
    for field in layout.after:
        group, _dot, name_in_group = field.name.rpartition(".")
        if field.needed:
            (question.setdefault(group, {}) if group else question)[name_in_group] = ""
    return question


def _rows(some: Rows, question: dict[str, Any], number: int) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for _one in range(number):
        made.append(empty_row(some, free_name({**question, "made": made})))
    return made

"""Which finding of the check stands beside which field of a form, and how many a piece has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from esafety.authoring.rules.pieces import ABOUT, ACTIVITY


class Placed(Protocol):
    """What the check says about a place."""

    @property
    def place(self) -> str:
        """Such as "quiz.q1.options.a.text"."""

    @property
    def message(self) -> str:
        """What is wrong; a word in quotes may be the name of what is missing there."""


P = TypeVar("P", bound=Placed)
QUOTED = re.compile(r'"([a-z-]+)"')
NOT_ITS_WORDS = ("steps", "quiz")


def of_piece(findings: Iterable[P], place: str) -> tuple[P, ...]:
    """The findings inside a piece. An activity has its own; the lesson's words have what is in no step and no question."""
    return tuple(one for one in findings if piece_of(one.place) == place)


def piece_of(place: str) -> str:
    """The piece that a place belongs to; empty for the lesson as a whole."""
    steps = place.split(".")
    if steps[0] not in NOT_ITS_WORDS or (steps[0] == "quiz" and steps[1:2] in (["draw"], ["pass_note"])):
        return ABOUT
    if len(steps) == 1:
        return ""
    return ".".join(steps[:3] if steps[0] == "steps" and steps[2:3] == [ACTIVITY] else steps[:2])


def of_all(findings: Iterable[P]) -> tuple[P, ...]:
    """The findings about the lesson as a whole: its steps together, its quiz together."""
    return tuple(one for one in findings if not piece_of(one.place))


def beside(findings: Iterable[P], piece: str, names: Iterable[str]) -> Mapping[str, tuple[P, ...]]:
    """The findings of a piece by the field or row that is nearest; "" has those that belong to none."""
    known = frozenset(names)
    found: dict[str, list[P]] = {}
    for one in findings:
        inside = one.place if piece == ABOUT else one.place.removeprefix(piece).removeprefix(".")
        missing = (f"{inside}.{word}" for word in QUOTED.findall(one.message))
        inside = next((name for name in missing if name in known), inside)
        while inside and inside not in known:
            inside = inside.rpartition(".")[0]
        found.setdefault(inside, []).append(one)
    return {name: tuple(some) for name, some in found.items()}

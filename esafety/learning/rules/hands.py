"""What hands can go up for at the board, and what they show about a class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.shapes import Choice, Grade, Question, Several, TrueOrNot

LIKE_THIS, ANOTHER_WAY = "like-this", "another-way"
"""Where things are ordered, matched, sorted or decided turn by turn: hands for what fits, and for everything else."""


@dataclass(frozen=True, slots=True)
class Countable:
    """One answer that hands can go up for, and what it shows."""

    id: str
    grade: Grade
    misconception: str | None


def countable(question: Question) -> tuple[Countable, ...]:
    """The answers of a question for which hands are counted."""
    match question:
        case Choice():
            return tuple(Countable(one.id, one.grade, one.misconception or None) for one in question.options)
        case TrueOrNot():
            return tuple(_statement(question, said) for said in ("true", "not"))
        case Several():
            return tuple(
                Countable(one.id, "secure", None)
                if one.right
                else Countable(one.id, "misunderstood", one.misconception or question.misconception or None)
                for one in question.options
            )
        case _:
            return (Countable(LIKE_THIS, "secure", None), Countable(ANOTHER_WAY, "unsure", None))


def _statement(question: TrueOrNot, said: str) -> Countable:
    right = said == question.answer
    return Countable(said, "secure" if right else "misunderstood", None if right else question.misconception or None)


def read_hands(sent: Mapping[str, str], offered: tuple[Countable, ...]) -> dict[str, int] | None:
    """The numbers that were typed, nothing as nought. None when one of them is no number of hands, or all are nought."""
    hands = {one.id: sent.get(one.id, "").strip() or "0" for one in offered}
    if not all(number.isascii() and number.isdigit() and len(number) <= 2 for number in hands.values()):
        return None
    counted = {name: int(number) for name, number in hands.items()}
    return counted if any(counted.values()) else None

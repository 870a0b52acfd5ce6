"""Which questions an attempt asks and in what order things are shown: the same for the same seed, on every device.

The order comes from hashes of seed and id, not from a random generator, so that it outlives every Python version.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from esafety.curriculum.shapes import Branching, Choice, Match, Order, Question, Several, Sort, TrueOrNot, Turn, Way


def draw(questions: Sequence[Question], *, seed: int, number: int) -> tuple[Question, ...]:
    """Draw some of a bank's questions; at least half of them are real situations where the bank has enough."""
    shuffled = sorted(questions, key=lambda question: _rank(seed, question.id))
    first = [question for question in shuffled if is_scenario(question)][: (number + 1) // 2]
    rest = [question for question in shuffled if question not in first]
    drawn = {question.id for question in (*first, *rest)[:number]}
    return tuple(question for question in shuffled if question.id in drawn)


def is_scenario(question: Question) -> bool:
    """Whether a question puts its reader into a real situation."""
    return question.scenario or question.kind in ("what-would-you-do", "branching")


def arrange(question: Question, *, seed: int) -> tuple[str, ...]:
    """The ids of what is shown to choose from, in the order for this attempt.

    Options turn round from the file's order. Items to order and the right sides to match never begin in the right order.
    """
    match question:
        case Choice() | Several():
            return _turned([option.id for option in question.options], _rank(seed, question.id))
        case Order():
            return _shuffled([item.id for item in question.items], seed, question.id)
        case Match():
            return _shuffled([pair.id for pair in question.pairs], seed, question.id)
        case Sort():
            return tuple(sorted((item.id for item in question.items), key=lambda name: _rank(seed, question.id, name)))
        case Branching():
            return tuple(way.id for turn in question.turns for way in _turned_ways(turn, seed, question.id))
        case TrueOrNot():
            return ("true", "not")


def _turned_ways(turn: Turn, seed: int, question_id: str) -> tuple[Way, ...]:
    start = _rank(seed, question_id, turn.id) % len(turn.options)
    return (*turn.options[start:], *turn.options[:start])


def _turned(ids: list[str], rank: int) -> tuple[str, ...]:
    start = rank % len(ids)
    return (*ids[start:], *ids[:start])


def _shuffled(ids: list[str], seed: int, question_id: str) -> tuple[str, ...]:
    shuffled = sorted(ids, key=lambda name: _rank(seed, question_id, name))
    # A shuffle that happens to be the solution would give it away.
    return _turned(shuffled, 1) if shuffled == ids else tuple(shuffled)


def _rank(seed: int, *names: str) -> int:
    return int.from_bytes(sha256("/".join((str(seed), *names)).encode()).digest()[:8])

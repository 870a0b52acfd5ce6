"""How a draft is worked on: what is taken over at once, how a text is split, what is shown as a proposal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NOTHING_TO_TEACH = "none"
SHOWN = 3
"""So many expectations are proposed beside "nothing to teach"."""
SURE = 70
"""Percent from which proposals may be taken over at once: of the yardstick's part held out, 95 in 100 of these are right."""
MOST_EXPECTATIONS = 3
MOST_CLAUSES = 1000
MOST_PARTS = 10
SPACE = 1024
"""Between the places of two clauses, so that a split finds room without moving all that follow."""
_EMPTY_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One expectation that the matcher proposes, with the percent by which it is sure and the words that speak for it."""

    expectation: str
    percent: int
    reason: str = ""


def worth_showing(ranked: Sequence[tuple[str, float]]) -> tuple[Proposed, ...]:
    """The three best expectations and `none`, best first, from all that the matcher ranked."""
    best = [name for name, _ in ranked if name != NOTHING_TO_TEACH][:SHOWN]
    return tuple(Proposed(name, round(score * 100)) for name, score in ranked if name in best or name == NOTHING_TO_TEACH)


def is_sure(proposed: Sequence[Proposed]) -> bool:
    """Whether the best proposal may be taken over without a look at each."""
    return bool(proposed) and proposed[0].percent >= SURE


def chosen(ticked: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """What somebody chose for a clause, best first: one to three expectations, or `none` alone; empty for nonsense."""
    names = tuple(dict.fromkeys(name for name in ticked if name))
    if any(name not in known and name != NOTHING_TO_TEACH for name in names):
        return ()
    if NOTHING_TO_TEACH in names:
        return (NOTHING_TO_TEACH,) if len(names) == 1 else ()
    return names if len(names) <= MOST_EXPECTATIONS else ()


def parts(text: str) -> tuple[str, ...]:
    """The clauses in a text: an empty line parts two. Lines within a part are joined."""
    found = (" ".join(part.split()) for part in _EMPTY_LINE.split(text))
    return tuple(part for part in found if part)


def places_between(first: int, following: int | None, number: int) -> tuple[int, ...]:
    """Places for so many clauses, the first of which stays where it is; empty when there is no room."""
    end = first + SPACE * (number + 1) if following is None else following
    step = (end - first) // number
    return tuple(first + step * place for place in range(number)) if step else ()


def key_of(title: str, taken: Sequence[str]) -> str:
    """A short name for a policy, unlike those that are taken."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40].strip("-") or "policy"
    others = frozenset(taken)
    return next(one for number in range(1, len(others) + 2) if (one := name if number == 1 else f"{name}-{number}") not in others)

"""What differs between two versions of a policy, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "moved", "changed", "added", "removed"]

ALIKE = 0.55
"""From this share of common words on, a clause counts as the same one in other words."""
_WORD = re.compile(r"\S+\s*")

UNNUMBERED = "¶"
"""With this and its place in reading order a clause without a printed number is labelled."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clause as it is compared: its row, its name through all versions, and what it says."""

    id: int
    anchor: str
    label: str
    text: str
    expectations: tuple[str, ...] = ()

    @property
    def printed(self) -> str:
        """The number that is printed before it; empty where there is none."""
        return "" if self.label.startswith(UNNUMBERED) else self.label


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words that stayed, went or came."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one clause. ``before`` is missing for an added one, ``after`` for a removed one."""

    kind: Kind
    before: Line | None
    after: Line | None

    @property
    def expectations(self) -> tuple[str, ...]:
        """What the clause asks for, before or now."""
        found = [name for line in (self.after, self.before) if line is not None for name in line.expectations]
        return tuple(dict.fromkeys(found))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of a changed clause, marked by what became of them."""
        if self.before is None or self.after is None or self.kind != "changed":
            return ()
        return tuple(_pieces(self.before.text, self.after.text))


def compare(before: Sequence[Line], after: Sequence[Line]) -> tuple[Difference, ...]:
    """Every clause of both versions once, in the order of the new one; what was removed stands where it was."""
    partner = _partners(before, after)
    in_place = _longest_in_order([old for place in range(len(after)) if (old := partner[place]) is not None])
    found: list[Difference] = []
    shown = 0
    taken = {old for old in partner.values() if old is not None}
    for place, line in enumerate(after):
        old = partner[place]
        if old is None:
            found.append(Difference("added", None, line))
            continue
        if old in in_place:
            found += [Difference("removed", before[gone], None) for gone in range(shown, old) if gone not in taken]
            shown = max(shown, old + 1)
        found.append(Difference(_kind(before[old], line, stays=old in in_place), before[old], line))
    found += [Difference("removed", before[gone], None) for gone in range(shown, len(before)) if gone not in taken]
    return tuple(found)


def plain(text: str) -> str:
    """A text without what does not change its meaning: letter case, spaces, kinds of quotes and dashes."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())


def _kind(old: Line, new: Line, *, stays: bool) -> Kind:
    if plain(old.text) != plain(new.text):
        return "changed"
    return "same" if stays else "moved"


def _partners(before: Sequence[Line], after: Sequence[Line]) -> dict[int, int | None]:
    """Which old clause each new one goes on: the same words first, then the same name, then the most alike."""
    partner: dict[int, int | None] = dict.fromkeys(range(len(after)))
    free = dict.fromkeys(range(len(before)))
    for same in (lambda one: plain(one.text), lambda one: one.anchor):
        waiting: dict[str, list[int]] = {}
        for old in free:
            waiting.setdefault(same(before[old]), []).append(old)
        for new, line in enumerate(after):
            if partner[new] is None and same(line) and waiting.get(same(line)):
                partner[new] = old = waiting[same(line)].pop(0)
                del free[old]
    pairs = sorted(_alike(before, after, free, [new for new, old in partner.items() if old is None]), reverse=True)
    for _likeness, old, new in pairs:
        if old in free and partner[new] is None:
            partner[new] = old
            del free[old]
    return partner


def _alike(
    before: Sequence[Line], after: Sequence[Line], old_places: Iterable[int], new_places: Sequence[int]
) -> Iterable[tuple[float, int, int]]:
    words = {("new", new): frozenset(plain(after[new].text).split()) for new in new_places}
    for old in old_places:
        here = frozenset(plain(before[old].text).split())
        for new in new_places:
            there = words["new", new]
            likeness = 2 * len(here & there) / (len(here) + len(there)) if here or there else 0.0
            if likeness >= ALIKE or (before[old].label == after[new].label and likeness >= ALIKE / 2):
                yield likeness, old, new


def _longest_in_order(places: Sequence[int]) -> frozenset[int]:
    """The most clauses that stand in the same order in both versions; the others were moved."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    found: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _pieces(before: str, after: str) -> Iterable[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        a=[word.strip() for word in old], b=[word.strip() for word in new], autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield Piece("same", "".join(new[new_from:new_to]))
            continue
        if old_from < old_to:
            yield Piece("gone", "".join(old[old_from:old_to]))
        if new_from < new_to:
            yield Piece("new", "".join(new[new_from:new_to]))

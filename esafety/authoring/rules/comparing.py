"""A part of a lesson as lines that people can compare: what both wordings share, and what only one of them says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from esafety.curriculum.own.merging import ORDER, Difference

UNSAID = frozenset({"id", "checked"})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part, and whether it is not as it was before."""

    text: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One part on both sides. None means that the part is not there."""

    difference: Difference
    before: tuple[Line, ...] | None
    ours: tuple[Line, ...] | None
    theirs: tuple[Line, ...] | None

    @property
    def about(self) -> tuple[str, str]:
        """What kind of part it is, and its name: ("question", "q1"), ("order", "steps"), ("title", "")."""
        if self.difference.part.startswith(ORDER):
            return "order", self.difference.part.removeprefix(ORDER)
        kind, _space, name = self.difference.part.partition(" ")
        return kind, name


def compared(difference: Difference) -> Compared:
    """A difference with its three wordings in lines."""
    before = lines_of(difference.before)
    return Compared(
        difference,
        None if difference.before is None else tuple(Line(line, False) for line in before),
        _against(before, difference.ours),
        _against(before, difference.theirs),
    )


def _against(before: list[str], value: Any) -> tuple[Line, ...] | None:
    """The lines of a wording; what did not stand there before is marked."""
    if value is None:
        return None
    lines = lines_of(value)
    blocks = SequenceMatcher(a=before, b=lines, autojunk=False).get_matching_blocks()
    same = {at for block in blocks for at in range(block.b, block.b + block.size)}
    return tuple(Line(line, number not in same) for number, line in enumerate(lines))


def lines_of(value: Any) -> list[str]:
    """Everything that a part says, line by line."""
    return list(_said(value)) if value is not None else []


def _said(value: Any, name: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for inside, entry in value.items():
            if inside not in UNSAID:
                yield from _said(entry, inside)
    elif isinstance(value, list):
        for entry in value:
            yield from _said(entry, name)
    elif isinstance(value, bool):
        yield f"{name}: {'yes' if value else 'no'}"
    elif value not in (None, ""):
        yield from (line for line in str(value).splitlines() if line)

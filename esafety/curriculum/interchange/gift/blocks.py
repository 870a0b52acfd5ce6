"""A GIFT file cut into its blocks: empty lines part the questions, comments and categories stand between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from esafety.curriculum.interchange.gift.escapes import hidden, shown

CATEGORY = re.compile(r"\s*\$CATEGORY:(.*)")
CARRIED = re.compile(r"//\s*esafety:\s*(\{.*\})\s*$")
ANNOTATION = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")


@dataclass(frozen=True, slots=True)
class Block:
    """One question's text, comments blanked out, and where it stands in the file."""

    text: str
    start: int
    category: str
    carried: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Source:
    """A whole file with the way back from offsets to lines."""

    text: str
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [0, *(at + 1 for at, sign in enumerate(self.text) if sign == "\n")]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def blocks(self) -> Iterator[Block]:
        """The questions, in order. Escaped signs are hidden already."""
        category, gathered = "", _Gathered()
        for start, line in self._lines():
            if not line.strip():
                yield from gathered.block(category)
                gathered = _Gathered()
            elif found := CATEGORY.fullmatch(line):
                yield from gathered.block(category)
                category, gathered = category_path(found[1]), _Gathered()
            else:
                gathered.add(start, line)
        yield from gathered.block(category)

    def _lines(self) -> Iterator[tuple[int, str]]:
        for at, start in enumerate(self.starts):
            end = self.starts[at + 1] - 1 if at + 1 < len(self.starts) else len(self.text)
            yield start, self.text[start:end]


@dataclass(slots=True)
class _Gathered:
    """The lines of one block so far."""

    start: int = -1
    lines: list[str] = field(default_factory=list)
    carried: str = ""
    tags: tuple[str, ...] = ()

    def add(self, start: int, line: str) -> None:
        if self.start < 0:
            self.start = start
        if line.lstrip().startswith("//"):
            self._remember(line.strip())
            line = " " * len(line)
        self.lines.append(line)

    def block(self, category: str) -> Iterator[Block]:
        text = "\n".join(self.lines)
        if text.strip():
            yield Block(hidden(text), self.start, category, self.carried, self.tags)

    def _remember(self, comment: str) -> None:
        if found := CARRIED.match(comment):
            self.carried = found[1]
        self.tags += tuple(shown(hidden(text)).strip() for kind, text in ANNOTATION.findall(comment) if kind == "tag")


def category_path(written: str) -> str:
    """A category without the words that only say where Moodle keeps it: "$course$/top/Online" is "Online"."""
    path = shown(hidden(written)).strip()
    path = re.sub(r"\A\$\w+\$(?:/|\Z)", "", path)
    return re.sub(r"\Atop(?:/|\Z)", "", path)

"""What every reader makes of a file: blocks of text in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "row", "furniture"]


class Refused(Exception):
    """The file is not read. The message says why and what to do, in words for the person who sent it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One heading, paragraph, list item or table row, as it stands in the file."""

    kind: BlockKind
    text: str
    label: str = ""
    """The printed number, such as "2.4.6" or "(a)"; empty where there is none."""
    depth: int = 0
    """How far a list item is indented."""
    page: int = 0
    line: int = 0
    """Counted from one; zero where the file has none."""

    @property
    def where(self) -> str:
        """The place in the file, as far as it is known."""
        parts = [f"page {self.page}"] if self.page else []
        parts += [f"line {self.line}"] if self.line else []
        return ", ".join(parts)

"""What the look of a printed page says: lines that stand apart, and lines in bold or large letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pypdf import PageObject

_BOLD = re.compile(r"bold|black|heavy|semib", re.IGNORECASE)
_APART = 1.35
"""A gap of so many usual line heights parts two paragraphs."""
_LARGE = 1.12
_LONGEST_HEADING = 11


@dataclass(slots=True)
class PrintedLine:
    """One line as it stands on the page: how high, in which size, and whether all of it is bold."""

    text: str = ""
    height: float | None = None
    sizes: list[float] = field(default_factory=list)
    bold: bool = True


def lines_of(page: PageObject) -> list[str]:
    """The lines of a page with an empty one before each that stands apart, and stars around what looks like a heading."""
    found = [line for line in _read(page) if line.text.strip()]
    usual, size = _usual_gap(found), _usual_size(found)
    lines: list[str] = []
    for number, line in enumerate(found):
        gap = _gap(found[number - 1], line) if number else 0.0
        if usual and gap > usual * _APART:
            lines.append("")
        lines.append(f"**{line.text.strip()}**" if _stands_out(line, size) else line.text)
    return lines


def _read(page: PageObject) -> list[PrintedLine]:
    lines = [PrintedLine()]

    def visit(text: str, _place: Sequence[float], matrix: Sequence[float], font: object, size: float) -> None:
        bold = bool(_BOLD.search(str(font.get("/BaseFont", "")))) if isinstance(font, dict) else False
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append(PrintedLine())
            lines[-1].text += part
            if part.strip():
                _note(lines[-1], matrix, bold=bold, size=size)

    page.extract_text(visitor_text=visit)
    return lines


def _note(line: PrintedLine, matrix: Sequence[float], *, bold: bool, size: float) -> None:
    line.height = matrix[5] if line.height is None else line.height
    line.sizes.append(abs(size * (matrix[3] or 1.0)))
    line.bold = line.bold and bold


def _gap(upper: PrintedLine, lower: PrintedLine) -> float:
    return upper.height - lower.height if upper.height is not None and lower.height is not None else 0.0


def _usual_gap(lines: Sequence[PrintedLine]) -> float:
    """The smallest gap that a third of all lines keep, as lines within a paragraph do; none where there is no such."""
    gaps = Counter(round(gap, 1) for gap in _gaps(lines) if gap > 1)
    often = [gap for gap, times in gaps.items() if times * 5 >= sum(gaps.values())]
    return min(often, default=0.0)


def _gaps(lines: Sequence[PrintedLine]) -> Iterator[float]:
    return (_gap(upper, lower) for upper, lower in pairwise(lines))


def _usual_size(lines: Sequence[PrintedLine]) -> float:
    sizes = Counter(round(size, 1) for line in lines for size in line.sizes[:1] for _ in line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _stands_out(line: PrintedLine, usual: float) -> bool:
    words = line.text.split()
    large = bool(line.sizes) and bool(usual) and min(line.sizes) > usual * _LARGE
    short = len(words) <= _LONGEST_HEADING and not line.text.rstrip().endswith((".", ";", ","))
    return (line.bold or large) and short and (words[0][:1].isupper() or words[0][:1].isdigit())

"""The numbers that Word prints by itself: 1, 1.1, (a), iv."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the lists of one document while it is read."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    styled: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, numbering: ElementTree.Element | None, styles: ElementTree.Element | None) -> Numbering:
        """The numbering that a document defines; none where it has no lists."""
        made = cls()
        if numbering is not None:
            abstract = {one.get(f"{_W}abstractNumId", ""): _levels(one) for one in numbering.iter(f"{_W}abstractNum")}
            for number in numbering.iter(f"{_W}num"):
                refers = number.find(f"{_W}abstractNumId")
                name = refers.get(f"{_W}val", "") if refers is not None else ""
                made.levels[number.get(f"{_W}numId", "")] = abstract.get(name, {})
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            found = _number_of(style)
            if found:
                made.styled[style.get(f"{_W}styleId", "")] = found
        return made

    def next(self, paragraph: ElementTree.Element, style: str) -> tuple[str, int, bool]:
        """The printed number of the next paragraph, its depth, and whether it is in a list at all."""
        found = _number_of(paragraph) or self.styled.get(style)
        if not found or found[0] == "0":
            return "", 0, False
        number, depth = found
        level = self.levels.get(number, {}).get(depth)
        if level is None or level.kind in ("bullet", "none"):
            return "", depth, True
        counts = self.counts[number]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return self._printed(number, level).strip(" ."), depth, True

    def _printed(self, number: str, level: _Level) -> str:
        levels, counts = self.levels[number], self.counts[number]

        def figure(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            known = levels.get(depth, level)
            return _figure(counts.get(depth, known.start), known.kind)

        return re.sub(r"%(\d)", figure, level.pattern)


def _levels(abstract: ElementTree.Element) -> dict[int, _Level]:
    found = {}
    for one in abstract.iter(f"{_W}lvl"):
        start = _whole(_child(one, "start"), 1)
        found[_whole(one.get(f"{_W}ilvl", "0"), 0)] = _Level(_child(one, "numFmt") or "decimal", _child(one, "lvlText"), start)
    return found


def _child(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _number_of(element: ElementTree.Element) -> tuple[str, int] | None:
    properties = element.find(f"{_W}pPr/{_W}numPr")
    if properties is None or not _child(properties, "numId"):
        return None
    return _child(properties, "numId"), min(_whole(_child(properties, "ilvl"), 0), _DEEPEST)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _figure(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        written, left = "", min(count, 399)
        for value, figure in _ROMAN:
            written += figure * (left // value)
            left %= value
        return written if kind == "lowerRoman" else written.upper()
    return str(count)

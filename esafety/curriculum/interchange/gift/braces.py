"""Where the answers of a GIFT question begin and end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A brace that is not where it should be."""

    at: int
    reason: str
    advice: str


def braces_of(text: str) -> tuple[int, int] | Fault | None:
    """The offsets of the two braces; None when the text asks nothing. Escaped braces are hidden already."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        return None
    if start < 0 or -1 < end < start:
        return Fault(end, "A } closes nothing.", "Write { before the answers, or \\} for the sign itself.")
    if end < 0:
        return Fault(start, "The answers begin with { and have no } before the next empty line.", "Close them.")
    return _more(text, start, end) or (start, end)


def _more(text: str, start: int, end: int) -> Fault | None:
    if -1 < (again := text.find("{", start + 1)) < end:
        return Fault(again, "A second { stands inside the answers.", "Write \\{ for the sign itself.")
    if (again := text.find("{", end)) >= 0:
        return Fault(again, "A second group of answers begins here.", "Part two questions by an empty line.")
    if (again := text.find("}", end + 1)) >= 0:
        return Fault(again, "A second } closes nothing.", "Write \\} for the sign itself.")
    return None

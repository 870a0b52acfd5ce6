"""Running prose cut into sentences that can stand alone."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")
_SHORT_FORMS = re.compile(r"(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|no|cf|vs|approx|inc|ltd|p|pp)|\b[A-Z])\.$", re.IGNORECASE)
_LEANS_BACK = re.compile(r"^(?:this|these|those|that|it|they|such|for example|e\.g\.|however|in addition|to be)\b", re.IGNORECASE)
_TOO_SHORT = 4


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; one that leans on the sentence before it ("These must ...") stays with it."""
    joined: list[str] = []
    for sentence in cut(text):
        if joined and (_LEANS_BACK.match(sentence) or len(sentence.split()) < _TOO_SHORT):
            joined[-1] = f"{joined[-1]} {sentence}"
        else:
            joined.append(sentence)
    return joined


def cut(text: str) -> list[str]:
    """The sentences of a paragraph one by one; "e.g." ends none."""
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.start()]
        if not _SHORT_FORMS.search(piece):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    if rest:
        found.append(rest)
    return found

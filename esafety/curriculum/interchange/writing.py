"""What was written, and what could not be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.interchange.draft import Draft, NotShown, draft_of, texts_in, with_texts
from esafety.curriculum.interchange.entry import Entry, Finding
from esafety.curriculum.interchange.saying import fill, today

NO_FORMAT_HOLDS = re.compile("[\x00-\x08\x0b-\x1f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A whole file, and the questions that it does not hold with the reason."""

    data: bytes
    number: int
    findings: tuple[Finding, ...] = ()


def drafted(entry: Entry, said: Mapping[str, str]) -> Draft:
    """What others are shown of a question. Raises NotShown with the reason when nothing can hold it."""
    draft = with_texts(draft_of(today(entry.question, said)), lambda text: fill(text, said))
    for text in texts_in(draft):
        if found := NO_FORMAT_HOLDS.search(text):
            raise NotShown(f"A text holds a character that the format has no place for (U+{ord(found[0]):04X}).")
    return draft


def cannot_hold(entry: Entry, reason: NotShown) -> Finding:
    """A question that a format has no way to say."""
    return Finding(file=entry.key, line=entry.line or 1, name=entry.name, reason=str(reason), severity="left out")


def weight_text(weight: float) -> str:
    """A weight in per cent as Moodle writes it: "100", "33.33333"."""
    return f"{weight:.5f}".rstrip("0").rstrip(".") or "0"

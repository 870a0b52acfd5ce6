"""A part of a lesson as sentences that people can compare: what both wordings share, and what only one of them says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from esafety.curriculum.own.merging import ORDER, Difference

UNSAID = frozenset({"id", "checked"})
CODED = frozenset({"answer", "draw", "fact", "grade", "group", "kind", "misconception", "picture", "right", "scenario", "then"})
"""What stands in a lesson as a name or a yes, and is told in words."""
UNQUOTED = str.maketrans("", "", "“”*")
FIRST_WORDS = 6
END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")

InWords = Callable[[str, str], str]
"""Tells a coded value: its key, its value; an empty answer leaves it out."""
Paragraph = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a part, and whether it is not as it was before."""

    text: str
    is_new: bool


Wording = tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One part on both sides, in paragraphs. None means that the part is not there."""

    difference: Difference
    before: Wording | None
    ours: Wording | None
    theirs: Wording | None

    @property
    def about(self) -> tuple[str, str]:
        """What kind of part it is, and its name: ("question", "q1"), ("order", "steps"), ("title", "")."""
        if self.difference.part.startswith(ORDER):
            return "order", self.difference.part.removeprefix(ORDER)
        kind, _space, name = self.difference.part.partition(" ")
        return kind, name

    @property
    def opening(self) -> str:
        """The first words of a step or a question, by which people know it; its name where it has no words."""
        value = self.difference.theirs or self.difference.ours or self.difference.before
        said = str(value.get("stem") or value.get("text") or "") if isinstance(value, dict) else ""
        words = said.translate(UNQUOTED).split()
        return " ".join(words[:FIRST_WORDS]) + (" …" if len(words) > FIRST_WORDS else "") or self.about[1]


def compared(difference: Difference, in_words: InWords) -> Compared:
    """A difference with its three wordings."""
    before = _sentences(paragraphs_of(difference.before, in_words))
    sides = (difference.before, difference.ours, difference.theirs)
    return Compared(difference, *(_against(before, side, in_words) for side in sides))


def _against(before: list[str], value: Any, in_words: InWords) -> Wording | None:
    """The sentences of a wording; what did not stand there before is marked."""
    if value is None:
        return None
    paragraphs = paragraphs_of(value, in_words)
    blocks = SequenceMatcher(a=before, b=_sentences(paragraphs), autojunk=False).get_matching_blocks()
    same = {at for block in blocks for at in range(block.b, block.b + block.size)}
    found, at = [], 0
    for paragraph in paragraphs:
        found.append(tuple(Sentence(text, number not in same) for number, text in enumerate(paragraph, at)))
        at += len(paragraph)
    return tuple(found)


def paragraphs_of(value: Any, in_words: InWords) -> list[Paragraph]:
    """Everything that a part says, in paragraphs of sentences."""
    return [tuple(END_OF_SENTENCE.split(line)) for line in _said(value, "", in_words)] if value is not None else []


def _sentences(paragraphs: list[Paragraph]) -> list[str]:
    return [sentence for paragraph in paragraphs for sentence in paragraph]


def _said(value: Any, name: str, in_words: InWords) -> Iterator[str]:
    if isinstance(value, dict):
        for inside, entry in value.items():
            if inside not in UNSAID:
                yield from _said(entry, inside, in_words)
    elif isinstance(value, list):
        for entry in value:
            yield from _said(entry, name, in_words)
    elif name in CODED:
        yield from filter(None, [in_words(name, str(value))])
    elif value not in (None, ""):
        yield from (line.strip() for line in str(value).splitlines() if line.strip())

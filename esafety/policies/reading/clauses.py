"""Blocks cut into clauses: what a lead can match, teach and point at."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from esafety.policies.reading.audience import audience_of, binds, names_somebody
from esafety.policies.reading.blocks import Block
from esafety.policies.reading.sentences import sentences
from esafety.policies.reading.strength import strength_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClause:
    """One clause of a document as it was read."""

    label: str
    """As printed, such as "2.4.6"; or ¶ and its place in reading order where nothing is printed."""
    id: str
    """Stays the same as long as its words and its lead-in do."""
    text: str
    context: str
    """The lead-in of its list ("Parents should not:"), else the heading above it."""
    audience: str
    strength: str
    place: str
    heading: str = ""
    """The heading above it; its context says the same where no list is led in."""

    def as_json(self) -> dict[str, str]:
        """For `policy read --json`."""
        return {name: value for name, value in asdict(self).items() if name != "heading"}

    @property
    def lead_in(self) -> str:
        """The lead-in of its list; empty where it stands in none."""
        return "" if self.context == self.heading else self.context


def clauses_of(blocks: Sequence[Block]) -> list[ReadClause]:
    """The clauses of outlined blocks in reading order."""
    return _Cutter(blocks).cut()


_OPENS = re.compile(r"\b(?:policy|agreement|code|procedures?|part|section)\b", re.IGNORECASE)
"""Headings that hold for the headings after them, such as "Social media policy: staff and volunteers"."""
_ABOUT_ITSELF = re.compile(r"(?:this|the) (?:policy|document|guidance|code)\b", re.IGNORECASE)
_TABLE_HEAD_WORDS = 8
_POINTS_ON = re.compile(r"\b(?:following|below|examples?|these are)\b", re.IGNORECASE)


def _heads_a_table(block: Block, before: Block | None, following: Block | None) -> bool:
    """The first row of a table, such as "Who | What"."""
    begins = (
        block.kind == "row" and (before is None or before.kind != "row") and following is not None and following.kind == "row"
    )
    return begins and len(block.text.split()) <= _TABLE_HEAD_WORDS


class _Cutter:
    """Walks through the blocks with the heading and the lead-in that are in force."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.title = next((block.text for block in blocks if block.kind == "heading"), "")
        self.scope = next((whom for block in blocks if _ABOUT_ITSELF.match(block.text) and (whom := binds(block.text))), "")
        """Whom the document as a whole is said to bind, as "This code applies to every adult employed by us"."""
        self.heading = ""
        self.section = ""
        self.lead_in = ""
        self.led_by = ""
        """The printed number of the lead-in itself."""
        self.numbered: bool | None = None
        """Whether the list that the lead-in opened has printed numbers; None before its first item."""
        self.parent = ""
        self.found: list[ReadClause] = []
        self.ids: Counter[str] = Counter()

    def cut(self) -> list[ReadClause]:
        for number, block in enumerate(self.blocks):
            following = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
            if block.kind == "heading":
                self.heading, self.parent = block.text, block.label
                self._lead_in(block.text if block.text.endswith(":") else "")
                if names_somebody(block.text) and _OPENS.search(block.text):
                    self.section = block.text
            elif block.kind != "furniture" and not _heads_a_table(block, self.blocks[number - 1] if number else None, following):
                self._take(block, following)
        return self.found

    def _take(self, block: Block, following: Block | None) -> None:
        is_item = (block.kind == "item" and not block.label) or block.label.startswith("(")
        leads = block.text.endswith(":") and following is not None and (following.kind == "item" or bool(following.label))
        if not is_item and not (block.label and not leads and self.lead_in and self._goes_on(block)):
            self._lead_in("")
        if leads and not block.label and not re.search(r"[.!?]\s", block.text):
            self._lead_in(block.text)
            return
        if self.lead_in and self.numbered is None:
            self.numbered = not is_item
        label = self._label(block)
        for text in [block.text] if block.label or is_item or block.kind == "row" else sentences(block.text):
            self._add(block, label, text)
        if block.text.endswith(":") or (
            following is not None and following.kind == "item" and not is_item and _POINTS_ON.search(block.text)
        ):
            self._lead_in(block.text, block.label)
        if block.label and not block.label.startswith("("):
            self.parent = block.label

    def _lead_in(self, text: str, label: str = "") -> None:
        self.lead_in, self.led_by, self.numbered = text, label, None

    def _goes_on(self, block: Block) -> bool:
        """Whether a numbered clause is in the list that was led in; after bullets a number ends the list."""
        below = not self.led_by or block.label.startswith(f"{self.led_by}.")
        return below and self.numbered is not False and self._under(block)

    def _under(self, block: Block) -> bool:
        """Whether a numbered clause stands in a list that a lead-in opened, like "Adults should:" before 2.4.1."""
        return bool(self.parent) and block.label.rpartition(".")[0] in (self.parent, self.parent.rpartition(".")[0])

    def _label(self, block: Block) -> str:
        if block.label.startswith("(") and self.parent:
            return f"{self.parent}{block.label}"
        return block.label

    def _add(self, block: Block, label: str, text: str) -> None:
        strength = strength_of(text, self.lead_in)
        context = self.lead_in or self.heading.rstrip(" :.")
        key = hashlib.sha256(f"{self.lead_in}\n{text}".lower().encode("utf-8", "replace")).hexdigest()[:10]
        self.ids[key] += 1
        under = f"under “{self.heading}”" if self.heading else ""
        self.found.append(
            ReadClause(
                label=label or f"¶{len(self.found) + 1}",
                id=f"c{key}" if self.ids[key] == 1 else f"c{key}-{self.ids[key]}",
                text=text,
                context=context,
                audience=audience_of(
                    text, self.lead_in, self.heading, self.section, self.title, self.scope if strength != "statement" else ""
                ),
                strength=strength,
                place=", ".join(part for part in (block.where, under) if part) or "the text",
                heading=self.heading.rstrip(" :."),
            )
        )

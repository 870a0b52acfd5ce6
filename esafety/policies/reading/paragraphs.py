"""Paragraphs of Word and HTML files as people type them: numbers and bullets by hand, headings that are only bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from esafety.policies.reading.blocks import Block
from esafety.policies.reading.furniture import is_furniture, looks_like_heading
from esafety.policies.reading.plain import labelled, without_bullet

_LONGEST_HEADING = 11
_NAMES_A_POLICY = re.compile(r"\b(?:policy|agreement|code of conduct)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block as its file calls it, and whether all of it is bold."""

    block: Block
    strong: bool = False


def blocks_of_paragraphs(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """The blocks, each known for what it is although its file calls it a paragraph."""
    typed = [replace(one, block=_typed(one.block)) for one in paragraphs]
    found: list[Block] = []
    in_row = False
    for number, one in enumerate(typed):
        following = typed[number + 1] if number + 1 < len(typed) else None
        listed = in_row or (bool(found) and found[-1].text.endswith(":"))
        block = _known(one, following, listed=listed)
        found.append(block)
        in_row = block.kind != "heading" and _could_be_heading(one)
    return found


def _typed(block: Block) -> Block:
    """A block whose number, bullet or date was typed and not made by the program."""
    if block.kind not in ("paragraph", "item") or block.label:
        return block
    rest = without_bullet(block.text)
    label, words = labelled(rest)
    empty = not any(character.isalnum() for character in block.text)
    if empty or (block.kind == "paragraph" and (is_furniture(block.text) or is_furniture(rest))):
        return replace(block, kind="furniture")
    return replace(
        block, kind="paragraph" if rest == block.text and block.kind == "paragraph" else "item", text=words, label=label
    )


def _known(one: Paragraph, following: Paragraph | None, *, listed: bool) -> Block:
    """A short line that opens a text is a heading; short lines in a row are a list, and a last line opens nothing."""
    if not _could_be_heading(one) or following is None:
        return one.block
    if listed and not one.strong:
        return replace(one.block, kind="item")
    opens = one.strong or following.strong or one.block.text.endswith(":") or bool(_NAMES_A_POLICY.search(one.block.text))
    return replace(one.block, kind="heading") if opens or not _could_be_heading(following) else one.block


def _could_be_heading(one: Paragraph) -> bool:
    block = one.block
    if block.kind != "paragraph" or block.label:
        return False
    if one.strong:
        return len(block.text.split()) <= _LONGEST_HEADING and not block.text.endswith((".", ";", ","))
    return looks_like_heading(block.text, alone=True)

"""Which blocks are headings, which are a table of contents, and what stands before the title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from esafety.policies.reading.blocks import Block

_TITLE = re.compile(r"\b(?:policy|policies|agreement|code of conduct|procedures?|guidelines)(?:\s+[\w/]+){0,3}$", re.IGNORECASE)
_NAME_OF_POLICY = re.compile(
    r"^(?!linked|related|other|review|this\b|our\b|links?\b)[A-Z][\w ,&'’/-]{2,60}\bpolicy$", re.IGNORECASE
)
_DOES = re.compile(
    r"\b(?:will|must|should|may|is|are|not|has|have|can|i|never)\b|^(?:keep|use|do|tell|ask|download|"
    r"understand|report|take|make|ensure|set|support|educate|provide|only|always|"
    r"check|think|be|follow|respect|contact|avoid)\b",
    re.IGNORECASE,
)
_FRONT = 15
_SHORT = 12
_HEADING_WORDS = 9
_CONTENTS_LEAST = 3


def outlined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with front page, table of contents and numbered headings known as such."""
    return _opening_lines(_numbered_headings(_without_contents(_front_page(list(blocks)))))


def titles_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The titles of the policies in outlined blocks; more than one means that several policies are in one file."""
    found: list[str] = []
    for block, following in pairwise(blocks):
        is_title = (
            block.kind == "heading" and not block.label and _NAME_OF_POLICY.match(block.text) and following.kind != "heading"
        )
        if is_title and not any(_same_policy(block.text, title) for title in found):
            found.append(block.text)
    return tuple(found)


def _same_policy(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _front_page(blocks: list[Block]) -> list[Block]:
    """Names and mottos before the title are furniture; the title is a heading."""
    for number, block in enumerate(blocks[:_FRONT]):
        if len(block.text.split()) > _SHORT:
            break
        if (
            block.kind != "furniture"
            and not block.label
            and _TITLE.search(block.text)
            and len(block.text.split()) <= _HEADING_WORDS
        ):
            before = [replace(one, kind="furniture") for one in blocks[:number]]
            return [*before, replace(block, kind="heading"), *blocks[number + 1 :]]
    return blocks


def _without_contents(blocks: list[Block]) -> list[Block]:
    """A run of short numbered lines whose numbers come again is a table of contents."""
    labels = Counter(block.label for block in blocks if block.label)
    last = {block.text.lower(): number for number, block in enumerate(blocks)}
    marked = list(blocks)
    start = 0
    while start < len(blocks):
        end = start
        listed: set[tuple[str, str]] = set()
        while end < len(blocks) and _could_be_contents(blocks[end]) and (line := _line(blocks[end])) not in listed:
            listed.add(line)
            end += 1
        again = sum(labels[block.label] > 1 or last[block.text.lower()] >= end for block in blocks[start:end])
        if (
            end - start >= _CONTENTS_LEAST
            and again * 10 >= (end - start) * 6
            and not _comes_before(blocks[start:end], blocks[:start])
        ):
            marked[start:end] = [replace(block, kind="furniture") for block in blocks[start:end]]
        start = max(end, start + 1)
    return marked


def _line(block: Block) -> tuple[str, str]:
    """A line as it comes again after the contents."""
    return block.label, block.text.lower()


def _could_be_contents(block: Block) -> bool:
    return bool(block.label) and len(block.text.split()) <= _HEADING_WORDS and not block.text.endswith((".", ";"))


def _comes_before(run: Sequence[Block], earlier: Sequence[Block]) -> bool:
    """Whether the same lines stood earlier already: then this is the text, and those were the contents."""
    said = {_line(block) for block in earlier if block.label}
    return sum(_line(block) in said for block in run) * 2 > len(run)


def _numbered_headings(blocks: list[Block]) -> list[Block]:
    return [
        replace(block, kind="heading")
        if _is_numbered_heading(block, blocks[number + 1] if number + 1 < len(blocks) else None)
        else block
        for number, block in enumerate(blocks)
    ]


def _is_numbered_heading(block: Block, following: Block | None) -> bool:
    short = (
        len(block.text.split()) <= _HEADING_WORDS and block.text[:1].isupper() and not block.text.endswith((".", ";", ",", ":"))
    )
    if block.kind not in ("paragraph", "item") or not block.label or not short or following is None:
        return False
    if block.label.lower().startswith(("section", "part", "appendix")) or following.label.startswith(block.label + "."):
        return True
    return (
        not _DOES.search(block.text)
        and following.kind in ("paragraph", "item")
        and block.label.count(".") < 2
        and not _sibling(block, following)
    )


def _opening_lines(blocks: list[Block]) -> list[Block]:
    """A line that ends in a colon and opens a paragraph, such as "What happens if it goes on:", is a heading."""
    return [
        replace(block, kind="heading") if _opens_a_paragraph(block, following) else block
        for block, following in pairwise([*blocks, Block(kind="furniture", text="")])
    ]


def _opens_a_paragraph(block: Block, following: Block) -> bool:
    return (
        block.kind == "paragraph"
        and not block.label
        and block.text.endswith(":")
        and len(block.text.split()) <= _HEADING_WORDS
        and following.kind == "paragraph"
        and not following.label
        and len(following.text.split()) > _SHORT
    )


def _sibling(block: Block, following: Block) -> bool:
    return bool(following.label) and following.label.count(".") == block.label.count(".")

"""Plain text and Markdown, also the lines of a PDF: wrapped lines joined, lists and headings found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from esafety.policies.reading.blocks import Block, BlockKind
from esafety.policies.reading.characters import clean
from esafety.policies.reading.furniture import is_furniture, looks_like_heading
from esafety.policies.reading.limits import BLOCKS

Line = tuple[str, int, int, bool]
"""Text, page, line, and whether it is known to be furniture."""

_BULLET = re.compile(r"^(\s*)(?:[-•*–▪▫●○◦·o✓➢❖§]|\uf0b7)\s+(?=\S)")
_RULE = re.compile(r"^[\s|:=_*-]{3,}$")
_NUMBER = re.compile(
    r"^((?:section|part|appendix)\s+[0-9A-Z]{1,2}|\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?=[.):]))[.):]*\s+(?=\S)", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"^(\d{1,2})\s+(?=[A-Z])")
_TITLE_WORDS = 8
_LETTER = re.compile(r"^\(?([a-z]|[ivx]{2,4})[).]\s+(?=[A-Za-z])")
_ENDS = (".", ":", ";", "?", "!", ",")
_WIDE = 60


def read_plain(text: str) -> list[Block]:
    """The blocks of a plain text or Markdown file."""
    return blocks_of_lines((line, 0, number, False) for number, line in enumerate(text.splitlines(), 1))


def without_bullet(text: str) -> str:
    """A text without the bullet that is typed before it."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


def labelled(text: str) -> tuple[str, str]:
    """The printed number at the start of a text, and the rest."""
    number = _NUMBER.match(text)
    if number:
        return number.group(1), text[number.end() :]
    bare = _BARE_NUMBER.match(text)
    if bare and len(text.split()) <= _TITLE_WORDS and not text.endswith(_ENDS):
        return bare.group(1), text[bare.end() :]
    letter = _LETTER.match(text)
    if letter:
        return f"({letter.group(1)})", text[letter.end() :]
    return "", text


def blocks_of_lines(lines: Iterable[Line]) -> list[Block]:
    """Blocks from lines: a blank line, a bullet, a number or a heading begins a new one."""
    listed = list(lines)
    found: list[Block] = []
    broken = True
    for place, (raw, page, number, furniture) in enumerate(listed[: BLOCKS * 5]):
        if not raw.strip() or _RULE.match(raw):
            broken = True
            continue
        block = _block_of(raw, page, number, found, broken=broken, alone=_blank_after(listed, place))
        if block is None:
            continue
        if furniture:
            found.append(replace(block, kind="furniture"))
        elif found and _goes_on(found[-1], block, raw, listed[place - 1][0], broken=broken):
            found[-1] = replace(found[-1], text=_joined(found[-1].text, block.text))
        elif (cut := _cut_by_a_page(found, block)) is not None:
            before = found.pop(cut)
            found.append(replace(before, text=_joined(before.text, block.text)))
        else:
            found.append(block)
        broken = furniture and broken
        if len(found) >= BLOCKS:
            break
    return found


def _block_of(raw: str, page: int, number: int, before: list[Block], *, broken: bool, alone: bool) -> Block | None:
    bullet = _BULLET.match(raw)
    text = raw[bullet.end() :] if bullet else raw.strip()
    hashes = len(text) - len(text.lstrip("#"))
    strong = text.startswith(("**", "__")) and text.rstrip(" :.").endswith(("**", "__"))
    row = text.startswith("|") and text.endswith("|")
    text = clean(_without_marks(text.lstrip("# ") if hashes else text))
    if not text:
        return None
    label, rest = labelled(text)
    if (hashes or strong) and not label.strip("()").isdigit() and "." not in label:
        single = _BARE_NUMBER.match(text)
        label, rest = (single.group(1), text[single.end() :]) if single else (label, rest)
    kind: BlockKind = "item" if bullet else "paragraph"
    if row:
        kind, rest = "row", " | ".join(cell.strip() for cell in rest.strip("|").split("|") if cell.strip())
    elif is_furniture(text) or is_furniture(raw.strip()):
        kind = "furniture"
    elif not bullet and (
        hashes or (strong and len(rest) < 100) or (not label and looks_like_heading(rest, alone=alone and broken))
    ):
        kind = "heading"
    elif not bullet and not broken and before and (before[-1].text.endswith(":") or _loose_item(before[-1])):
        kind, rest = ("item", rest) if len(rest) < 90 else (kind, rest)
    depth = len(bullet.group(1).expandtabs(2)) // 2 if bullet else 0
    return Block(kind=kind, text=rest, label=label, depth=depth, page=page, line=number)


def _without_marks(text: str) -> str:
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"(\*{1,3}|_{2,3}|`+)(?=\S)|(?<=\S)(\*{1,3}|_{2,3}|`+)", "", text).strip("*")


def _blank_after(lines: Sequence[Line], place: int) -> bool:
    return place + 1 >= len(lines) or not lines[place + 1][0].strip() or bool(_RULE.match(lines[place + 1][0]))


def _loose_item(block: Block) -> bool:
    """An item of a list without bullets: short, and put there by the lead-in before it."""
    return block.kind == "item" and not block.label and not block.text.endswith(".") and len(block.text) < 60 and block.depth == 0


def _goes_on(before: Block, block: Block, raw: str, raw_before: str, *, broken: bool) -> bool:
    """Whether a line belongs to the block before it."""
    if block.label or block.kind in ("heading", "row") or before.kind in ("heading", "row", "furniture") or _BULLET.match(raw):
        return False
    small = block.text[0].islower() or block.text[0] in "(,;"
    if broken:
        # A page break in the middle of a sentence leaves a blank line behind.
        return small and block.kind == "paragraph" and not before.text.endswith(_ENDS)
    if small:
        return True
    return (
        len(raw_before.strip()) >= _WIDE
        and not before.text.endswith((":", ";"))
        and not (before.text.endswith(".") and not block.page)
    )


def _cut_by_a_page(found: Sequence[Block], block: Block) -> int | None:
    """Where the sentence stands that a line goes on with after the foot of a page and the head of the next."""
    if block.kind != "paragraph" or block.label or not block.text[0].islower() or not found or found[-1].kind != "furniture":
        return None
    place = next((number for number in range(len(found) - 1, -1, -1) if found[number].kind != "furniture"), None)
    if place is None or found[place].kind not in ("paragraph", "item") or found[place].page + 1 != block.page:
        return None
    return None if found[place].text.endswith(_ENDS) else place


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and before[-2:-1].islower() and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}"

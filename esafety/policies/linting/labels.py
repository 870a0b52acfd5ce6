"""Printed numbers: twice, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esafety.policies.linting.findings import Finding
from esafety.policies.reading.blocks import Block
from esafety.policies.reading.document import Document

_NUMBER = re.compile(r"^\d+(?:\.\d+)*$")


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: tuple[int, ...]
    block: Block

    @property
    def label(self) -> str:
        return ".".join(map(str, self.number))


def label_findings(document: Document) -> Iterator[Finding]:
    """Numbers printed twice and numbers missing between two others, within one list."""
    previous: dict[tuple[int, ...], _Numbered] = {}
    for one in _numbered(document):
        parent = one.number[:-1]
        before = previous.get(parent)
        previous = {known: value for known, value in previous.items() if len(known) <= len(parent)}
        previous[parent] = one
        if before is None:
            continue
        step = one.number[-1] - before.number[-1]
        if step == 0:
            yield Finding(
                "duplicate-label",
                one.label,
                one.block.where,
                f"The number {one.label} is printed twice ({before.block.where} and {one.block.where}). A "
                f"reference to it could mean either.",
            )
        elif 1 < step < 6:
            missing = [".".join(map(str, (*parent, number))) for number in range(before.number[-1] + 1, one.number[-1])]
            named = missing[0] if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
            yield Finding(
                "missing-label",
                missing[0],
                one.block.where,
                f"After {before.label} comes {one.label}: {named} is missing. Was a clause left out, or only the number?",
            )


def _numbered(document: Document) -> Sequence[_Numbered]:
    """Blocks with plain numbers in reading order, without the table of contents."""
    blocks = [block for block in document.blocks if block.kind != "furniture" and _NUMBER.match(block.label.rstrip("."))]
    return [_Numbered(tuple(int(part) for part in block.label.rstrip(".").split(".")), block) for block in blocks]

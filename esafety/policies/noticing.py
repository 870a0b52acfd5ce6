"""What a careful reader would notice about a draft, beside the clause that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from esafety.curriculum.library import Library
from esafety.policies.linting.findings import Finding
from esafety.policies.linting.lint import lint
from esafety.policies.queries import ClauseRow
from esafety.policies.reading.blocks import Block, BlockKind
from esafety.policies.reading.clauses import ReadClause
from esafety.policies.reading.document import Document
from esafety.policies.rules.drafting import SPACE

GUIDANCE = "guidance.safeguarding"


@dataclass(frozen=True, slots=True)
class Framed:
    """A heading, date or page furniture, and the place before which it stands."""

    before: int
    kind: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Noticed:
    """All findings: those about the whole document, and those about a clause, by its row."""

    about_all: tuple[Finding, ...]
    by_clause: dict[int, tuple[Finding, ...]]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.about_all) + sum(map(len, self.by_clause.values()))


def frame_of(document: Document) -> tuple[Framed, ...]:
    """What stands around the clauses of a document, for clauses at places that are a space apart."""
    found: list[Framed] = []
    waiting = list(document.clauses)
    for block in document.blocks:
        taken = 0
        if block.kind not in ("heading", "furniture"):
            while taken < len(waiting) and waiting[taken].text in block.text:
                taken += 1
        del waiting[:taken]
        if not taken:
            before = (len(document.clauses) - len(waiting) + 1) * SPACE
            found.append(Framed(before, block.kind, block.text, block.label))
    return tuple(found)


def as_json(frame: Iterable[Framed]) -> str:
    """A frame as it is kept."""
    return json.dumps([asdict(one) for one in frame], ensure_ascii=False)


def from_json(kept: str) -> tuple[Framed, ...]:
    """A frame as it was kept."""
    return tuple(Framed(**one) for one in json.loads(kept))


def document_of(clauses: Sequence[ClauseRow], frame: Sequence[Framed]) -> Document:
    """The document as it stands after mending. Every clause stands on a line of its own, counted from one."""
    blocks: list[Block] = []
    read: list[ReadClause] = []
    left = list(frame)
    for line, row in enumerate(clauses, 1):
        while left and left[0].before <= row.position:
            blocks.append(_block(left.pop(0)))
        kind: BlockKind = "item" if row.context.endswith(":") else "paragraph"
        blocks.append(Block(kind=kind, text=row.text, label=row.printed, line=line))
        read.append(
            ReadClause(
                label=row.label,
                id=row.anchor,
                text=row.text,
                context=row.context or row.section,
                audience=row.audience,
                strength=row.strength,
                place=place_of(line),
            )
        )
    return Document([*blocks, *map(_block, left)], read)


def place_of(line: int) -> str:
    """How the linter names the place of a clause."""
    return f"line {line}"


def notice(
    clauses: Sequence[ClauseRow],
    frame: Sequence[Framed],
    *,
    linked: Sequence[tuple[str, Sequence[ClauseRow]]],
    shelf: Library,
    today: date,
) -> Noticed:
    """Look over a version, alone and against the policies that it is linked with."""
    found = lint(
        document_of(clauses, frame),
        today=today,
        edition=edition_in_force(shelf, today),
        linked=[(title, document_of(rows, ())) for title, rows in linked],
    )
    lines = {place_of(line): row.id for line, row in enumerate(clauses, 1)}
    by_clause: dict[int, tuple[Finding, ...]] = {}
    about_all: list[Finding] = []
    for finding in found:
        row_id = lines.get(finding.place)
        if row_id is None:
            about_all.append(finding)
        else:
            by_clause[row_id] = (*by_clause.get(row_id, ()), finding)
    return Noticed(tuple(about_all), by_clause)


def edition_in_force(shelf: Library, today: date) -> int:
    """The year of the safeguarding guidance in force on a day; 0 when the facts do not say."""
    words = shelf.facts_on(today).get(GUIDANCE, "")
    years = [int(word) for word in words.replace(",", " ").split() if word.isdigit() and len(word) == 4]
    return years[-1] if years else 0


def _block(framed: Framed) -> Block:
    kinds: dict[str, BlockKind] = {"heading": "heading", "furniture": "furniture"}
    return Block(kind=kinds.get(framed.kind, "paragraph"), text=framed.text, label=framed.label)

"""A file read in this process: bytes in, blocks and clauses out. Outside callers use the reader, which adds the walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from esafety.policies.reading.blocks import Block, Refused
from esafety.policies.reading.characters import decode
from esafety.policies.reading.clauses import ReadClause, clauses_of
from esafety.policies.reading.limits import BLOCKS, CHARACTERS
from esafety.policies.reading.outline import outlined
from esafety.policies.reading.sniff import kind_of


@dataclass(frozen=True, slots=True)
class Document:
    """A policy as it was read; its blocks know which are headings, contents and furniture."""

    blocks: Sequence[Block]
    clauses: Sequence[ReadClause]


def read_document(data: bytes, name: str = "") -> Document:
    """The document in a file. Raises Refused with a sentence for the sender."""
    kind = kind_of(data, name)
    blocks = _blocks(kind, data)
    if not any(character.isalpha() for block in blocks for character in block.text):
        raise Refused("There is no text in the file. If it is a scan, please paste the text instead.")
    if len(blocks) >= BLOCKS or sum(len(block.text) for block in blocks) > CHARACTERS:
        raise Refused("The file holds far more text than a policy. Send the policy only, or paste its text.")
    return document_of(blocks)


def document_of(blocks: Sequence[Block]) -> Document:
    """Blocks as they stand in the file, made into a document."""
    marked = outlined(blocks)
    return Document(marked, clauses_of(marked))


def _blocks(kind: str, data: bytes) -> list[Block]:
    if kind == "word":
        from esafety.policies.reading.word import read_word

        return read_word(data)
    if kind == "pdf":
        from esafety.policies.reading.pdf import read_pdf

        return read_pdf(data)
    text = decode(data)
    if len(text) > CHARACTERS:
        raise Refused("The file holds far more text than a policy. Send the policy only, or paste its text.")
    if kind == "html":
        from esafety.policies.reading.page import read_page

        return read_page(text)
    from esafety.policies.reading.plain import read_plain

    return read_plain(text)

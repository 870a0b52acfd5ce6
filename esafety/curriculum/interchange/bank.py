"""Questions as a file of our own format, to be kept, edited and put into lessons."""

from __future__ import annotations

from collections.abc import Iterable

import yaml  # type: ignore[import-untyped]

from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.parse import Misfit, parse
from esafety.curriculum.read import SCHEMA, Mapping
from esafety.curriculum.shapes.banks import Bank, BankQuestion
from esafety.curriculum.stored import to_json

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def bank_of(entries: Iterable[Entry]) -> Bank:
    """The bank of some entries."""
    return Bank(questions=tuple(_stored(entry) for entry in entries))


def entries_in(bank: Bank) -> tuple[Entry, ...]:
    """The entries of a bank."""
    return tuple(
        Entry(
            key=one.id, name=one.name, question=one.question, expectation=one.expectation, readers=one.readers,
            category=one.category, tags=one.tags,
        )
        for one in bank.questions
    )  # fmt: skip


def bank_text(entries: Iterable[Entry]) -> str:
    """A bank as YAML, as our files are written."""
    tree = {"schema": int(SCHEMA), **to_json(bank_of(entries))}
    text: str = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    return text


def bank_in(tree: Mapping) -> tuple[Bank | None, tuple[Misfit, ...]]:
    """The bank of a file that was read, and what does not fit; an explanation may still be missing."""
    return parse(Bank, tree)


def _stored(entry: Entry) -> BankQuestion:
    return BankQuestion(
        id=entry.key, name=entry.name, expectation=entry.expectation, readers=entry.readers, category=entry.category,
        tags=entry.tags, question=entry.question,
    )  # fmt: skip

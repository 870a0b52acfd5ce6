"""The clauses that the matcher learns from: our own, in the files of the expectations."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from esafety.curriculum.shapes import Expectation


@dataclass(frozen=True, slots=True)
class Example:
    """One clause with the expectations that it asks for."""

    text: str
    ids: tuple[str, ...]


def examples_of(expectations: Iterable[Expectation]) -> tuple[Example, ...]:
    """The examples of all expectations. A clause that stands in several files asks for all of them."""
    found: dict[str, list[str]] = {}
    for expectation in sorted(expectations, key=lambda one: one.id):
        for text in expectation.clause_examples:
            ids = found.setdefault(text, [])
            if expectation.id not in ids:
                ids.append(expectation.id)
    return tuple(Example(text, tuple(ids)) for text, ids in found.items())


def digest_of(examples: Iterable[Example]) -> str:
    """A short fingerprint of the examples: a model is fresh as long as it carries the same."""
    listed = sorted((example.text, *sorted(example.ids)) for example in examples)
    return hashlib.sha256(json.dumps(listed, ensure_ascii=False).encode("utf-8")).hexdigest()[:16]

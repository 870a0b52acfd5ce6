"""What loading would change: new versions, and what is retired. Nothing is ever deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from esafety.curriculum.checks.translations import source_of
from esafety.curriculum.content import Content
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import translation_key
from esafety.curriculum.stored import digest_of, to_json

Name = tuple[Kind, str]
"""What a version is a version of: "lesson", "age-limits/ks1"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One item as it would be stored: its JSON text and the digest of it."""

    kind: Kind
    key: str
    digest: str
    body: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What changes when content is loaded."""

    new: tuple[Wording, ...] = ()
    unchanged: int = 0
    retired: tuple[Name, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is loaded already."""
        return not self.new and not self.retired


def plan(wordings: Iterable[Wording], loaded: Mapping[Name, str]) -> Plan:
    """Compare content with what is loaded (digest by name). What a newer wording replaces is not named as retired."""
    wanted = {(wording.kind, wording.key): wording for wording in wordings}
    new = tuple(wording for name, wording in wanted.items() if loaded.get(name) != wording.digest)
    return Plan(new, len(wanted) - len(new), tuple(sorted(name for name in loaded if name not in wanted)))


def wordings_of(content: Content) -> Iterator[Wording]:
    """Everything of a content directory that is kept in versions."""
    for kind, key, item in _items(content):
        stored = to_json(item)
        yield Wording(kind, key, digest_of(stored), json.dumps(stored, ensure_ascii=False))


def _items(content: Content) -> Iterator[tuple[Kind, str, Any]]:
    for fact in content.facts:
        yield Kind.FACT, fact.item.id, fact.item
    for misconception in content.misconceptions:
        yield Kind.MISCONCEPTION, misconception.item.id, misconception.item
    names = dict(_documents(content))
    for file, (kind, key) in names.items():
        yield kind, key, content.documents[file].item
    for translation in content.translations:
        if source := names.get(source_of(translation.file)):
            yield Kind.TRANSLATION, translation_key(*source, translation.item.language), translation.item


def _documents(content: Content) -> Iterator[tuple[str, Name]]:
    for expectation in content.expectations:
        yield expectation.file, (Kind.EXPECTATION, expectation.item.id)
    for lesson in content.lessons:
        yield lesson.file, (Kind.LESSON, lesson.item.key)
    for agreement in content.agreements:
        yield agreement.file, (Kind.AGREEMENT, agreement.item.id)
    for policy in content.policies:
        yield policy.file, (Kind.POLICY, policy.item.id)
    for pictures in content.pictures:
        yield pictures.file, (Kind.PICTURES, pictures.file.rsplit("/")[-1].removesuffix(".yaml"))

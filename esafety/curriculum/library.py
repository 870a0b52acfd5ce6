"""The loaded curriculum: immutable, held in memory, asked by key. Nothing here reads a file or a database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from esafety.curriculum.catalogue import BANDS, EXPECTATIONS
from esafety.curriculum.dates import facts_on
from esafety.curriculum.kinds import Kind
from esafety.curriculum.shapes import (
    Agreement,
    Expectation,
    Fact,
    FactValue,
    Lesson,
    Misconception,
    Pictures,
    Policy,
    Translation,
)
from esafety.curriculum.shapes.lessons import Band
from esafety.curriculum.texts import digest_of_texts, texts_of, translated

Item = TypeVar("Item")
PLACEHOLDER = re.compile(r"\{(?:(?:fact:|(?=before:))([a-z0-9_.:-]+)|school|trusted_adult)\}")
TRUSTED_ADULT = "a grown-up you trust"
DAYS_KEPT = 32
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Edition(Generic[Item]):
    """One immutable version of an item, as attempts and signatures point to it."""

    version_id: int
    kind: Kind
    key: str
    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Shown:
    """An item in one language: whether a speaker has still to approve it, and what had to stay in English."""

    item: Any
    is_draft: bool
    left_in_english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that can be taught and signed, current versions only."""

    editions: Mapping[tuple[Kind, str], Edition[Any]] = field(default_factory=dict)
    translations: Mapping[tuple[Kind, str, str], Shown] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    _facts: tuple[Fact, ...] = ()
    _picture_texts: Mapping[str, Edition[Pictures]] = field(default_factory=dict)
    _facts_by_day: dict[tuple[date, str], Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, editions: Iterable[Edition[Any]]) -> Library:
        """A library of editions; their translations are put in once and for all."""
        found = {(edition.kind, edition.key): edition for edition in editions}
        shown = {}
        for edition in found.values():
            if edition.kind is Kind.TRANSLATION:
                kind, key, language = translates(edition.key)
                if source := found.get((kind, key)):
                    shown[kind, key, language] = _put_in(source.item, edition.item)
        return cls(
            editions=MappingProxyType(found),
            translations=MappingProxyType(shown),
            _facts=tuple(edition.item for edition in found.values() if edition.kind is Kind.FACT),
            _picture_texts={
                name: edition for edition in found.values() if edition.kind is Kind.PICTURES for name in edition.item.pictures
            },
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been loaded yet."""
        return not self.editions

    def get(self, kind: Kind, key: str) -> Edition[Any]:
        """The current version of anything. Raises KeyError."""
        return self.editions[kind, key]

    def lesson(self, key: str) -> Edition[Lesson]:
        """A lesson ("age-limits/ks1") or module ("age-limits/parents"). Raises KeyError."""
        return self.editions[Kind.LESSON, key]

    def has_lesson(self, key: str) -> bool:
        """Whether there is a lesson or module of that key that the school has not switched off."""
        return (Kind.LESSON, key) in self.editions and key not in self.off

    def lessons_for(self, band: str) -> tuple[Edition[Lesson], ...]:
        """The lessons of an age band in the catalogue's order."""
        return self._lessons(band)

    def modules_for(self, audience: str) -> tuple[Edition[Lesson], ...]:
        """The modules for an adult audience in the catalogue's order."""
        return self._lessons(audience)

    def _lessons(self, readers: str) -> tuple[Edition[Lesson], ...]:
        ours = (self.editions.get((Kind.LESSON, f"{name}/{readers}")) for name in EXPECTATIONS)
        own = (edition for edition in self.own_lessons() if edition.item.readers == readers)
        return tuple(edition for edition in (*ours, *own) if edition and edition.key not in self.off)

    def own_lessons(self) -> tuple[Edition[Lesson], ...]:
        """The lessons that the school wrote beside ours, by title."""
        found = (one for (kind, _key), one in self.editions.items() if kind is Kind.LESSON and one.item.own)
        return tuple(sorted(found, key=lambda edition: (edition.item.title, edition.key)))

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """All expectations in the catalogue's order."""
        found = (self.editions.get((Kind.EXPECTATION, name)) for name in EXPECTATIONS)
        return tuple(edition.item for edition in found if edition)

    def changes_for(self, readers: str, day: date) -> tuple[Edition[Lesson], ...]:
        """What an age band or an adult audience is told about facts that changed within the last year, newest first."""
        found = [
            (changed.from_, edition)
            for (kind, _key), edition in self.editions.items()
            if kind is Kind.LESSON and edition.item.change_of and edition.item.readers == readers
            if (changed := self.changed_lately(edition.item.change_of, day))
        ]
        return tuple(edition for _day, edition in sorted(found, key=lambda one: (one[0], one[1].key), reverse=True))

    def changed_lately(self, fact: str, day: date) -> FactValue | None:
        """The value that a fact got within the year before a day in place of another; None when it got none."""
        if (Kind.FACT, fact) not in self.editions:
            return None
        item = self.fact(fact)
        value = item.value_on(day)
        if value is None or value.from_ is None or item.value_before(day) is None or day - value.from_ > A_YEAR:
            return None
        return value

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts with a date."""
        return self._facts

    def expectation(self, name: str) -> Expectation:
        """One expectation. Raises KeyError."""
        item: Expectation = self.editions[Kind.EXPECTATION, name].item
        return item

    def misconception(self, name: str) -> Misconception:
        """One misconception. Raises KeyError."""
        item: Misconception = self.editions[Kind.MISCONCEPTION, name].item
        return item

    def agreement(self, name: str) -> Edition[Agreement]:
        """One agreement. Raises KeyError."""
        return self.editions[Kind.AGREEMENT, name]

    def policy(self, name: str) -> Edition[Policy]:
        """One policy. Raises KeyError."""
        return self.editions[Kind.POLICY, name]

    def fact(self, name: str) -> Fact:
        """One fact with all its values. Raises KeyError."""
        item: Fact = self.editions[Kind.FACT, name].item
        return item

    def facts_on(self, day: date, language: str = "en") -> Mapping[str, str]:
        """The value of each fact on a day, as it is shown; announced values are not in force and left out."""
        if (day, language) not in self._facts_by_day:
            if len(self._facts_by_day) > DAYS_KEPT:
                self._facts_by_day.clear()
            self._facts_by_day[day, language] = facts_on(self._facts, day, language)
        return self._facts_by_day[day, language]

    def say(self, text: str, *, facts: Mapping[str, str], school: str, trusted_adult: str = TRUSTED_ADULT) -> str:
        """A text with facts, the school's name and who to trust put in."""
        return say(text, facts=facts, school=school, trusted_adult=trusted_adult)

    def alt(self, picture: str, language: str = "en") -> str:
        """What a picture shows, for those who do not see it; empty when it is unknown."""
        edition = self._picture_texts.get(picture)
        return self.in_language(edition, language).pictures[picture].alt if edition else ""

    def shown(self, edition: Edition[Any], language: str) -> Shown:
        """An item in a language, with what it lacks; English is never a draft."""
        if found := self.translations.get((edition.kind, edition.key, language)):
            current = self.editions.get((edition.kind, edition.key))
            if current and current.version_id == edition.version_id:
                return found
        return Shown(edition.item, is_draft=False, left_in_english=())

    def in_language(self, edition: Edition[Item], language: str) -> Item:
        """An item with its texts in a language; where there is no translation they stay in English."""
        item: Item = self.shown(edition, language).item
        return item

    def is_translated(self, edition: Edition[Any], language: str) -> bool:
        """Whether there is anything of it in that language."""
        return (edition.kind, edition.key, language) in self.translations

    def is_draft(self, edition: Edition[Any], language: str) -> bool:
        """Whether what is shown in that language still waits for a speaker's approval."""
        return self.shown(edition, language).is_draft

    @staticmethod
    def band_of(year_group: int) -> Band:
        """The age band of a year group: Reception (0) to Year 2, Years 3 and 4, Years 5 and 6."""
        if year_group <= 2:
            return BANDS[0]
        return BANDS[1] if year_group <= 4 else BANDS[2]


def say(text: str, *, facts: Mapping[str, str], school: str, trusted_adult: str = TRUSTED_ADULT) -> str:
    """A text with its placeholders filled; an unknown fact stays visible as its id rather than vanish."""
    if "{" not in text:
        return text
    others = {"{school}": school, "{trusted_adult}": trusted_adult}
    return PLACEHOLDER.sub(lambda found: facts.get(found[1], found[1]) if found[1] else others[found[0]], text)


def translation_key(kind: Kind, key: str, language: str) -> str:
    """The key under which a translation is kept: "lesson:age-limits/parents:cy"."""
    return f"{kind}:{key}:{language}"


def translates(key: str) -> tuple[Kind, str, str]:
    """What a translation belongs to, and its language."""
    kind, source, language = key.split(":")
    return Kind(kind), source, language


def _put_in(item: Any, translation: Translation) -> Shown:
    """A translation of an older wording is shown as a draft: nobody approved it for what the English says now."""
    current = digest_of_texts(texts_of(item, translation.scope))
    found = translated(item, translation.texts, translation.scope)
    return Shown(found.item, translation.is_draft or translation.source_version != current, found.left_in_english)

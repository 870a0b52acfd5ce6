"""Everything that depends on a fact: lessons, questions, clauses, promises, translations, and the keys that turn with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from esafety.curriculum.keys import keys_of
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Library, translates
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.texts import texts_of

What = Literal["lesson", "module", "question", "key", "clause", "promise", "agreement", "change", "translation"]
WHATS: tuple[What, ...] = ("lesson", "module", "question", "key", "clause", "promise", "agreement", "change", "translation")


@dataclass(frozen=True, slots=True)
class Dependent:
    """One place that changes with a fact. ``document`` is its lasting name, ``place`` where in it, ``text`` what stands there.

    ``language`` is that of a translation, else empty.
    """

    what: What
    document: str
    title: str
    place: str
    text: str
    language: str = ""


def dependents_of(library: Library, fact: str) -> tuple[Dependent, ...]:
    """Every place of the library that names a fact or whose key turns with it, by kind and document."""
    found = [*_texts(library, fact), *_keys(library, fact), *_lessons_on_the_change(library, fact)]
    return tuple(sorted(found, key=lambda one: (WHATS.index(one.what), one.document, one.place)))


def _texts(library: Library, fact: str) -> Iterator[Dependent]:
    names = (f"{{fact:{fact}}}", f"{{before:{fact}}}")
    for (kind, key), edition in library.editions.items():
        language = ""
        if kind is Kind.TRANSLATION:
            source_kind, source, language = translates(key)
            known = library.editions.get((source_kind, source))
            texts, title = edition.item.texts, known.item.title if known else source
        elif kind in (Kind.LESSON, Kind.AGREEMENT, Kind.POLICY):
            texts, title = texts_of(edition.item), edition.item.title
        else:
            continue
        for place, text in texts.items():
            if any(name in text for name in names):
                yield Dependent(_what(kind, edition.item, place), _document(kind, key), title, place, text, language)


def _document(kind: Kind, key: str) -> str:
    if kind is not Kind.TRANSLATION:
        return key
    _source_kind, source, language = translates(key)
    return f"{source} ({language})"


def _what(kind: Kind, item: Any, place: str) -> What:
    if kind is Kind.TRANSLATION:
        return "translation"
    if kind is Kind.POLICY:
        return "clause"
    if kind is Kind.AGREEMENT:
        return "promise" if place.startswith("promises.") else "agreement"
    if place.startswith("quiz.") or ".activity." in place:
        return "question"
    return "lesson" if item.band else "module"


def _keys(library: Library, fact: str) -> Iterator[Dependent]:
    for lesson in _lessons(library):
        for question in lesson.quiz.questions:
            if any(key.fact == fact for key in keys_of(question)):
                yield Dependent("key", lesson.key, lesson.title, f"quiz.{question.id}", question.stem)


def _lessons_on_the_change(library: Library, fact: str) -> Iterator[Dependent]:
    for lesson in _lessons(library):
        if lesson.change_of == fact:
            yield Dependent("change", lesson.key, lesson.title, "", lesson.aim)


def _lessons(library: Library) -> Iterator[Lesson]:
    return (edition.item for (kind, _key), edition in library.editions.items() if kind is Kind.LESSON)

"""The one place that knows which texts can be translated, names them, digests them and puts translations in.

A text is named by the ids on the way to it: "title", "steps.hook.text", "quiz.q1.options.a.explanation".
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any, Literal, TypeVar, get_args, get_origin

from esafety.curriculum.parse import names_of
from esafety.curriculum.read import name_of
from esafety.curriculum.shapes import Expectation, Lesson, Words

Scope = Literal["all", "family"]

T = TypeVar("T")


def texts_of(item: Any, scope: Scope = "all") -> dict[str, str]:
    """Every translatable text of a document in the scope, by its name, in the order of the file."""
    found: dict[str, str] = {}
    belongs = in_scope(item, scope)

    def note(place: str, text: str) -> str:
        if text and belongs(place):
            found[place] = text
        return text

    _rewritten(item, "", note)
    return found


def in_scope(item: Any, scope: Scope) -> Callable[[str], bool]:
    """Whether a text of a document, by its name, belongs to a scope."""
    seen = None if scope == "all" else _seen_by_families(item)
    return lambda place: seen is None or place in seen or place.startswith("family.")


def _seen_by_families(item: Any) -> frozenset[str] | None:
    """What parents see of a document that is written for others; None: they see everything of it."""
    if isinstance(item, Expectation):
        return frozenset({"title", "statements.parents"})
    if isinstance(item, Lesson):
        return frozenset({"title", "badge.title", *_situation_for_two(item)})
    return None


def _situation_for_two(lesson: Lesson) -> Iterator[str]:
    if question := lesson.for_two:
        yield f"quiz.{question.id}.stem"
        yield from (f"quiz.{question.id}.options.{option.id}.text" for option in question.options)


def digest_of_texts(texts: Mapping[str, str]) -> str:
    """The version of a wording: SHA-256 over its sorted lines "name<tab>text", first 12 hex digits."""
    lines = "\n".join(f"{place}\t{text}" for place, text in sorted(texts.items()))
    return sha256(lines.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Translated:
    """A document in another language, and the names of the texts that had to stay in English."""

    item: Any
    left_in_english: tuple[str, ...]


def translated(item: Any, texts: Mapping[str, str], scope: Scope = "all") -> Translated:
    """A document with a translation put in; a text that the translation lacks stays in English."""
    left: list[str] = []
    belongs = in_scope(item, scope)

    def put_in(place: str, text: str) -> str:
        if not text or not belongs(place):
            return text
        if translation := texts.get(place):
            return translation
        left.append(place)
        return text

    return Translated(_rewritten(item, "", put_in), tuple(left))


def with_texts(item: T, change: Callable[[str, str], str]) -> T:
    """A document in which each translatable text went through `change(name, text)`."""
    rewritten: T = _rewritten(item, "", change)
    return rewritten


def _rewritten(item: Any, place: str, change: Callable[[str, str], str]) -> Any:
    """The item with every text changed; parts in which nothing changed are shared, not copied."""
    prefix = f"{place}." if place else ""
    changes = {}
    shape: Any = type(item)
    for name, attribute, is_words in _parts_with_texts(shape):
        value = getattr(item, attribute)
        changed = change(prefix + name, value) if is_words else _rewritten_part(value, prefix, name, change)
        if changed is not value:
            changes[attribute] = changed
    return replace(item, **changes) if changes else item


def _rewritten_part(value: Any, prefix: str, name: str, change: Callable[[str, str], str]) -> Any:
    if isinstance(value, tuple):
        # The questions of a quiz are named directly under it: "quiz.q1", not "quiz.questions.q1".
        inside = prefix if name == "questions" else f"{prefix}{name}."
        entries = tuple(_rewritten(entry, inside + _entry_name(entry, number), change) for number, entry in enumerate(value))
        return value if all(old is new for old, new in zip(value, entries, strict=True)) else entries
    if isinstance(value, dict):
        texts = {key: _rewritten_value(entry, f"{prefix}{name}.{key}", change) for key, entry in value.items()}
        return value if texts == value else texts
    return _rewritten(value, prefix + name, change) if is_dataclass(value) else value


def _rewritten_value(value: Any, place: str, change: Callable[[str, str], str]) -> Any:
    return change(place, value) if isinstance(value, str) else _rewritten(value, place, change)


def _entry_name(entry: Any, number: int) -> str:
    return name_of({"id": getattr(entry, "id", None), "number": getattr(entry, "number", None)}, number)


@cache
def _parts_with_texts(shape: Any) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a shape that are texts or hold some: name, attribute, whether it is a text itself."""
    return tuple(_find_parts_with_texts(shape))


def _find_parts_with_texts(shape: Any) -> Iterator[tuple[str, str, bool]]:
    for name, (one, kind) in names_of(shape).items():
        if kind == Words:
            yield name, one.name, True
        elif _holds_texts(kind):
            yield name, one.name, False


@cache
def _holds_texts(kind: Any) -> bool:
    shape: Any = kind
    if is_dataclass(kind):
        return bool(_parts_with_texts(shape))
    return kind == Words or (get_origin(kind) is not Literal and any(_holds_texts(one) for one in get_args(kind)))

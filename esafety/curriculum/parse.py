"""Turn a plain tree (from YAML or from stored JSON) into its shape, naming every place that does not fit.

The shapes' own field types are the schema: a field without default is required, `Literal` lists what is
allowed, and a union of shapes is told apart by its `kind`.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from esafety.curriculum.read import name_of


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place in a tree that does not fit the shape. A fatal one leaves no value to go on with."""

    place: str
    message: str
    advice: str
    fatal: bool = True
    line: int | None = None


class Parse:
    """The misfits of one tree while it is being parsed."""

    __slots__ = ("misfits",)

    def __init__(self) -> None:
        self.misfits: list[Misfit] = []

    def misfit(self, place: str, message: str, advice: str, *, fatal: bool = True, line: int | None = None) -> None:
        """Remember one place that does not fit."""
        self.misfits.append(Misfit(place, message, advice, fatal, line))


Reader = Callable[[Any, str, Parse], Any]
T = TypeVar("T")


def parse(shape: type[T], tree: object) -> tuple[T | None, tuple[Misfit, ...]]:
    """The value of a tree, or None where something is so wrong that there is none, and all misfits."""
    parsing = Parse()
    kind: Any = shape
    value = reader_of(kind)(tree, "", parsing)
    broken = any(misfit.fatal for misfit in parsing.misfits)
    return (None if broken else value), tuple(parsing.misfits)


@cache
def reader_of(kind: Any) -> Reader:
    """The function that reads one type. Raises TypeError for a type that content does not use."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if kind in PLAIN:
        return PLAIN[kind]
    if is_dataclass(kind):
        return _shape_reader(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _literal_reader(arguments)
    if origin is tuple:
        return _list_reader(reader_of(arguments[0]))
    if origin is Mapping:
        return _mapping_reader(reader_of(arguments[1]))
    if origin in (Union, UnionType):
        return _union_reader(tuple(one for one in arguments if one is not NoneType))
    raise TypeError(f"content has no values of type {kind}")


def _words(value: Any, place: str, parsing: Parse) -> str:
    if isinstance(value, str):
        return value.strip()
    parsing.misfit(
        place,
        "Here stands a list or keys instead of a text.",
        "Write a plain text (in quotes if it has a colon).",
    )
    return ""


def _whole_number(value: Any, place: str, parsing: Parse) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        parsing.misfit(place, f'"{value}" is not a whole number.', "Write digits only.")
        return 0


def _day(value: Any, place: str, parsing: Parse) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        parsing.misfit(place, f'"{value}" is not a date.', "Write it as year-month-day, such as 2026-11-01.")
        return date.min


YES_AND_NO = {"yes": True, "true": True, "no": False, "false": False}


def _yes_or_no(value: Any, place: str, parsing: Parse) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in YES_AND_NO:
        return YES_AND_NO[value]
    parsing.misfit(place, f'"{value}" is neither yes nor no.', 'Write "yes" or "no".')
    return False


PLAIN: dict[Any, Reader] = {str: _words, int: _whole_number, date: _day, bool: _yes_or_no}


def _literal_reader(allowed: tuple[str, ...]) -> Reader:
    def read(value: Any, place: str, parsing: Parse) -> Any:
        if value in allowed:
            return value
        parsing.misfit(place, f'"{value}" is not known here.', f"Write one of: {', '.join(allowed)}.")
        return allowed[0]

    return read


def _list_reader(read_entry: Reader) -> Reader:
    def read(value: Any, place: str, parsing: Parse) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            parsing.misfit(place, "Here a list is needed.", 'Begin each entry with "- ".')
            return ()
        _refuse_doubles(value, place, parsing)
        prefix = _prefix(place)
        return tuple(read_entry(entry, prefix + name_of(entry, number), parsing) for number, entry in enumerate(value))

    return read


def _prefix(place: str) -> str:
    """The questions of a quiz are named directly under it: "quiz.q1", not "quiz.questions.q1"."""
    return f"{place.removesuffix('.questions')}." if place else ""


def _refuse_doubles(entries: Any, place: str, parsing: Parse) -> None:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        name = name_of(entry, number)
        if name in seen:
            line = entries.lines[number] if hasattr(entries, "lines") else None
            message = f'The id "{name}" stands twice in this list.'
            parsing.misfit(f"{place}.{name}", message, "Give each its own.", fatal=False, line=line)
        seen.add(name)


def _mapping_reader(read_value: Reader) -> Reader:
    def read(value: Any, place: str, parsing: Parse) -> dict[str, Any]:
        if not isinstance(value, dict):
            parsing.misfit(place, "Here keys with values are needed.", 'Write "key: value" lines.')
            return {}
        return {key: read_value(entry, f"{place}.{key}", parsing) for key, entry in value.items()}

    return read


def _union_reader(shapes: tuple[Any, ...]) -> Reader:
    if len(shapes) == 1:
        return reader_of(shapes[0])
    if shapes[0] is int:
        return _number_or_word_reader(get_args(shapes[1]))
    readers = {kind: reader_of(shape) for shape in shapes for kind in get_args(get_type_hints(shape)["kind"])}

    def read(value: Any, place: str, parsing: Parse) -> Any:
        kind = value.get("kind") if isinstance(value, dict) else None
        if kind in readers:
            return readers[kind](value, place, parsing)
        parsing.misfit(f"{place}.kind", f'The kind "{kind}" is not known.', f"Write one of: {', '.join(readers)}.")
        return None

    return read


def _number_or_word_reader(words: tuple[str, ...]) -> Reader:
    def read(value: Any, place: str, parsing: Parse) -> Any:
        return value if value in words else _whole_number(value, place, parsing)

    return read


@cache
def names_of(shape: Any) -> dict[str, tuple[Field[Any], Any]]:
    """How the fields of a shape are called in files (`from` is `from_` in Python), with their types."""
    hints = get_type_hints(shape, include_extras=True)
    return {one.name.removesuffix("_"): (one, hints[one.name]) for one in fields(shape)}


def _shape_reader(shape: Any) -> Reader:
    entries = [
        (name, one.name, reader_of(kind), one.default is MISSING, one.default is MISSING and _is_text(kind))
        for name, (one, kind) in names_of(shape).items()
    ]
    known = set(names_of(shape))

    def read(value: Any, place: str, parsing: Parse) -> Any:
        if not isinstance(value, dict):
            parsing.misfit(place, "Here keys with values are needed.", f"Write: {', '.join(names_of(shape))}.")
            return None
        prefix = f"{place}." if place else ""
        if not known.issuperset(value):
            _name_the_unknown(value, known, prefix, parsing)
        values = {}
        for name, attribute, read_field, required, text in entries:
            if name in value:
                values[attribute] = found = read_field(value[name], prefix + name, parsing)
                if text and found == "":
                    parsing.misfit(prefix + name, f'"{name}" is empty.', "Write it.", fatal=False)
            elif required:
                parsing.misfit(prefix + name, f'"{name}" is missing.', "Write it.", fatal=not text)
                values[attribute] = ""
        return shape(**values)

    return read


def _is_text(kind: Any) -> bool:
    return kind is str or (get_origin(kind) is Annotated and get_args(kind)[0] is str)


def _name_the_unknown(value: dict[str, Any], known: set[str], prefix: str, parsing: Parse) -> None:
    for key in value:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            advice = f'Did you mean "{near[0]}"?' if near else f"Known here: {', '.join(sorted(known))}."
            parsing.misfit(prefix + key, f'"{key}" is not known here.', advice, fatal=False)

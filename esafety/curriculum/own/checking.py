"""The check of one lesson that is being written: the same that our own content has to pass, with places instead of lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml  # type: ignore[import-untyped]

from esafety.curriculum.check import check
from esafety.curriculum.content import Content, Located, read_files
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Library
from esafety.curriculum.problems import Severity
from esafety.curriculum.read import ContentFile, name_of, read
from esafety.curriculum.read import Mapping as Tree
from esafety.curriculum.read import Sequence as Trees
from esafety.curriculum.shapes import lesson_key
from esafety.places import content_directory

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a place such as "quiz.q1.options.a.text", and what to do about it."""

    place: str
    message: str
    advice: str
    severity: Severity


def findings_of(lesson: Mapping[str, Any], library: Library) -> tuple[Finding, ...]:
    """Everything that the check says about a lesson in its stored form, in the order of the lesson, errors and warnings."""
    file = as_file(lesson)
    content = _with_library(read_files(content_directory(), [file]), library)
    places = _places(file)
    found = sorted({(one.line, one) for one in check(content) if one.file == file.path})
    return tuple(Finding(places.get(line, ""), one.message, one.advice, one.severity) for line, one in found)


def as_file(lesson: Mapping[str, Any]) -> ContentFile:
    """A lesson as the file that it would be among ours."""
    readers = lesson.get("band") or lesson.get("audience") or "lks2"
    own, change = str(lesson.get("own", "")), str(lesson.get("change_of", ""))
    key = lesson_key(str(lesson.get("expectation", "")), str(readers), change_of=change, own=own)
    folder = "modules" if lesson.get("audience") else "lessons"
    text = yaml.dump({"schema": "1", **lesson}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return ContentFile(f"{folder}/{key}.yaml", text.encode())


def _with_library(content: Content, library: Library) -> Content:
    nowhere = Tree(1)
    shelves: dict[Kind, list[Any]] = {
        Kind.FACT: content.facts,
        Kind.MISCONCEPTION: content.misconceptions,
        Kind.EXPECTATION: content.expectations,
        Kind.PICTURES: content.pictures,
    }
    for (kind, key), edition in library.editions.items():
        if kind in shelves:
            shelves[kind].append(Located(edition.item, f"{kind}/{key}.yaml", nowhere))
    content.is_whole = False
    return content


def _places(file: ContentFile) -> dict[int, str]:
    """The deepest place that begins on each line."""
    tree, _problems = read(file)
    return dict(_walk(tree, "")) if tree is not None else {}


def _walk(here: Any, place: str) -> Iterator[tuple[int, str]]:
    prefix = f"{place}." if place else ""
    if isinstance(here, Tree):
        for key, value in here.items():
            # The questions of a quiz are named directly under it.
            inside = place if key == "questions" else prefix + key
            yield here.lines[key], inside
            yield from _walk(value, inside)
    if isinstance(here, Trees):
        for number, value in enumerate(here):
            inside = prefix + name_of(value, number)
            yield here.lines[number], inside
            yield from _walk(value, inside)

"""Each picture that is named is there, is safe, and can be told in words."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from esafety.curriculum.content import Content, Located
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Branching, Question
from esafety.curriculum.svg import faults_of

TELLING_NOTHING = ("picture of", "image of", "a picture of", "an image of")
SHOWN_BY_PAGES = ("island-",)
"""The islands of the path belong to strands, not to lessons."""

SHORTEST_TEXT = 3
LONGEST_TEXT = 200


def check_pictures(content: Content) -> Iterator[Problem]:
    """Names, files, safety and text alternatives of pictures."""
    files = {path.stem: path for path in sorted(content.directory.glob("pictures/*.svg"))}
    texts = content.picture_texts()
    named = set()
    for located, place, name in _named(content):
        named.add(name)
        if name not in files:
            yield located.problem(place, f'There is no picture "{name}".', f"Draw pictures/{name}.svg.")
    for name, path in files.items():
        file = f"pictures/{path.name}"
        for line, message, advice in _faults(path, path.stat().st_mtime_ns):
            yield Problem(file, line, message, advice)
        if name not in texts:
            yield Problem(file, 1, "The picture has no text alternative.", "Give it an alt where it is described.")
    for shelf in content.pictures:
        yield from _texts(shelf, set(files), named if content.is_whole else set(files))


@lru_cache(maxsize=2048)
def _faults(path: Path, _changed_at: int) -> tuple[tuple[int, str, str], ...]:
    """What is wrong with a file, looked at once as long as it stays the same: the lead's lessons are checked while they type."""
    return tuple(faults_of(path.read_bytes()))


def _texts(shelf: Located[Any], files: set[str], named: set[str]) -> Iterator[Problem]:
    for name, picture in shelf.item.pictures.items():
        text = picture.alt
        place = f"pictures.{name}"
        if name not in files:
            yield shelf.warning(place, f"pictures/{name}.svg is not there.", "Draw it or take its text away.")
        elif name not in named and not name.startswith(SHOWN_BY_PAGES):
            yield shelf.warning(place, f'Nothing shows the picture "{name}".', "Use it or take it away.")
        if not SHORTEST_TEXT <= len(text) <= LONGEST_TEXT:
            message = f"The text alternative has {len(text)} characters."
            yield shelf.problem(place, message, "Say in one sentence what a child would see.")
        if text.lower().startswith(TELLING_NOTHING):
            yield shelf.problem(place, f'The text alternative begins "{text[:12]}".', "Say what is to be seen.")


def _named(content: Content) -> Iterator[tuple[Located[Any], str, str]]:
    for lesson in content.lessons:
        for step in lesson.item.steps:
            if step.picture:
                yield lesson, f"steps.{step.id}.picture", step.picture
        if lesson.item.badge:
            yield lesson, "badge.picture", lesson.item.badge.picture
    for agreement in content.agreements:
        for promise in agreement.item.promises:
            if promise.picture:
                yield agreement, f"promises.{promise.id}.picture", promise.picture
    for asked in content.asked():
        if asked.question.picture:
            yield asked.located, f"{asked.place}.picture", asked.question.picture
        yield from ((asked.located, f"{place}.picture", name) for place, name in _in_parts(asked.question, asked.place) if name)


def _in_parts(question: Question, place: str) -> Iterator[tuple[str, str]]:
    """The pictures of a question's options, items, pairs, groups and turns, empty ones too, each with its place."""
    for part in ("options", "items", "pairs", "groups", "turns"):
        for entry in getattr(question, part, ()):
            yield f"{place}.{part}.{entry.id}", entry.picture
    if isinstance(question, Branching):
        for turn in question.turns:
            yield from ((f"{place}.turns.{turn.id}.options.{way.id}", way.picture) for way in turn.options)

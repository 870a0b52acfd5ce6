"""Find content files and read them as plain trees that remember their lines.

Scalars stay text (`no` is a word, `0800` keeps its nought); the shapes decide what is a number or a date.
Anchors, aliases, tags, doubled keys and whatever else could make a file mean more than it shows are refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from esafety.curriculum.problems import Problem

LARGEST_FILE = 256 * 1024
DEEPEST_NESTING = 16
SCHEMA = "1"

HIDDEN_CHARACTERS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that change what is seen without being seen: directions, zero-width space, byte order mark.

The zero-width joiner and non-joiner are allowed: Urdu spelling needs them."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where the package has it (25 times faster); only its events are used, never its idea of types."""


class Mapping(dict[str, "Tree"]):
    """A YAML mapping with the line of each key."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Sequence(list["Tree"]):
    """A YAML sequence with the line of each entry."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


Tree = str | Mapping | Sequence


class Unreadable(Exception):
    """The file cannot be read as content; the reading stops at the first such place."""

    def __init__(self, line: int, message: str, advice: str) -> None:
        super().__init__(message)
        self.line, self.message, self.advice = line, message, advice


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file as it lies there: its path inside the content directory, its bytes and their digest."""

    path: str
    data: bytes
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", sha256(self.data).hexdigest())


def find_files(directory: Path) -> tuple[ContentFile, ...]:
    """All YAML files below a content directory, by path. A file over the limit is cut just past it."""
    paths = sorted(path for path in directory.rglob("*.y*ml") if path.is_file() and path.suffix in (".yaml", ".yml"))
    return tuple(ContentFile(path.relative_to(directory).as_posix(), _bytes(path)) for path in paths)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def read(file: ContentFile) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The tree of one file without its `schema` key, or None with what keeps it from being read."""
    try:
        return read_text(decode(file.data)), ()
    except Unreadable as reason:
        return None, (Problem(file.path, reason.line, reason.message, reason.advice),)


def decode(data: bytes) -> str:
    """The text of a content file. Raises Unreadable when it is too large, not UTF-8 or hides characters."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(1, f"The file is larger than {LARGEST_FILE // 1024} kB.", "Split it.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(line, "The file is not UTF-8.", "Save it with the encoding UTF-8.") from None
    if hidden := HIDDEN_CHARACTERS.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        raise Unreadable(line, f"A hidden character (U+{ord(hidden[0]):04X}) stands here.", "Delete it.")
    return text


def read_text(text: str) -> Mapping:
    """The tree of a YAML text. Raises Unreadable with the line and what to do."""
    try:
        tree = _document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Unreadable(line, f"Not valid YAML: {error.problem}.", "Mend the indentation or the quotes.") from None
    except yaml.YAMLError as error:
        raise Unreadable(1, f"Not valid YAML: {str(error).splitlines()[0]}.", "Save it as plain text.") from None
    if not isinstance(tree, Mapping):
        raise Unreadable(1, "The file holds no keys.", f'Begin with "schema: {SCHEMA}".')
    schema = tree.pop("schema", None)
    if schema != SCHEMA:
        line = tree.lines.get("schema", 1)
        raise Unreadable(line, f"The schema is {schema or 'missing'}, not {SCHEMA}.", f'Write "schema: {SCHEMA}".')
    return tree


def _document(events: Iterator[yaml.Event]) -> Tree:
    tree: Tree | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if tree is not None:
                raise Unreadable(_line(event), "A second document begins here.", "Keep one document in a file.")
            tree = _value(next(events), events, 0)
    if tree is None:
        raise Unreadable(1, "The file is empty.", f'Begin with "schema: {SCHEMA}".')
    return tree


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Tree:
    if isinstance(event, yaml.AliasEvent):
        raise Unreadable(_line(event), f"An alias (*{event.anchor}) stands here.", "Write the value out.")
    if event.anchor is not None:
        raise Unreadable(_line(event), f"An anchor (&{event.anchor}) stands here.", "Take it away.")
    if event.tag is not None:
        raise Unreadable(_line(event), f"A tag ({event.tag}) stands here.", "Take it away.")
    if depth > DEEPEST_NESTING:
        raise Unreadable(_line(event), "The nesting is too deep.", "No content needs that.")
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(event, events, depth)
    return _mapping(event, events, depth)


def _sequence(start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
    found = Sequence(_line(start))
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        found.lines.append(_line(event))
        found.append(_value(event, events, depth + 1))
    return found


def _mapping(start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
    found = Mapping(_line(start))
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = _line(event)
        key = _value(event, events, depth + 1)
        if not isinstance(key, str) or key == "<<":
            raise Unreadable(line, "A key must be a plain word.", "Write the keys out one by one.")
        if key in found:
            raise Unreadable(line, f'The key "{key}" stands twice (first on line {found.lines[key]}).', "Keep one.")
        found.lines[key] = line
        found[key] = _value(next(events), events, depth + 1)
    return found


def _line(event: yaml.Event) -> int:
    return int(event.start_mark.line) + 1


def line_of(tree: Mapping, place: str) -> int:
    """The line of a place such as "quiz.q1.options.a.text", or of the nearest thing around it."""
    here: Tree = tree
    line, rest = tree.line, place
    while rest and not isinstance(here, str):
        step = _step_into(here, rest)
        if step is None:
            break
        line, here, rest = step
    return line


def _step_into(here: Mapping | Sequence, rest: str) -> tuple[int, Tree, str] | None:
    if isinstance(here, Mapping):
        for key, value in here.items():
            if left := _left_over(rest, key):
                return here.lines[key], value, left[0]
        return _question(here.get("questions"), rest)
    return _entry(here, rest)


def _question(questions: Tree | None, rest: str) -> tuple[int, Tree, str] | None:
    """The questions of a quiz are named directly under it: "quiz.q1", not "quiz.questions.q1"."""
    return _entry(questions, rest) if isinstance(questions, Sequence) else None


def _entry(here: Sequence, rest: str) -> tuple[int, Tree, str] | None:
    for number, value in enumerate(here):
        if left := _left_over(rest, name_of(value, number)):
            return here.lines[number], value, left[0]
    return None


def _left_over(place: str, name: str) -> tuple[str] | None:
    if place == name:
        return ("",)
    return (place[len(name) + 1 :],) if place.startswith(f"{name}.") else None


def name_of(entry: object, number: int) -> str:
    """How an entry of a list is named in a place: by its id, its number, or else its position from 0."""
    if isinstance(entry, dict):
        return str(entry.get("id") or entry.get("number") or number)
    return str(number)

"""All content of one directory, read and parsed, with the way back from each item to its file and line."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from esafety.curriculum.parse import Misfit, parse
from esafety.curriculum.problems import Problem, Severity
from esafety.curriculum.read import ContentFile, Mapping, find_files, line_of, read
from esafety.curriculum.shapes import (
    Agreement,
    Expectation,
    Fact,
    Facts,
    Lesson,
    Misconception,
    Misconceptions,
    Pictures,
    Policy,
    Question,
    Translation,
)
from esafety.curriculum.shapes.banks import Bank

SHAPES: tuple[tuple[re.Pattern[str], type], ...] = (
    (re.compile(r".+\.[a-z]{2}\.yaml"), Translation),
    (re.compile(r"facts/[a-z0-9-]+\.yaml"), Facts),
    (re.compile(r"misconceptions(/[a-z0-9-]+)?\.yaml"), Misconceptions),
    (re.compile(r"expectations/[a-z0-9-]+\.yaml"), Expectation),
    (re.compile(r"(lessons|modules)/[a-z0-9-]+/[a-z0-9-]+\.yaml"), Lesson),
    (re.compile(r"agreements/[a-z0-9-]+\.yaml"), Agreement),
    (re.compile(r"policies/[a-z0-9-]+\.yaml"), Policy),
    (re.compile(r"pictures/[a-z0-9-]+\.yaml"), Pictures),
    (re.compile(r"questions/[a-z0-9-]+\.yaml"), Bank),
)
"""Which files hold what, by their path inside the content directory."""

DRAWINGS = re.compile(r"pictures/(scenes|icons)/[a-z0-9-]+\.yaml")
"""How the pictures are drawn; esafety.curriculum.drawing reads these."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Located(Generic[Item]):
    """An item with the file that it came from."""

    item: Item
    file: str
    tree: Mapping
    prefix: str = ""

    def problem(self, place: str, message: str, advice: str = "", severity: Severity = "error") -> Problem:
        """A problem at a place of this item, such as "quiz.q1.stem"."""
        return Problem(self.file, line_of(self.tree, self.prefix + place), message, advice, severity)

    def warning(self, place: str, message: str, advice: str = "") -> Problem:
        """A finding that does not keep the content from being loaded."""
        return self.problem(place, message, advice, "warning")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where it stands: in whose text, at which place, for which readers, and whether it counts."""

    located: Located[Any]
    place: str
    question: Question
    readers: str
    counted: bool

    def problem(self, place: str, message: str, advice: str = "", severity: Severity = "error") -> Problem:
        """A problem at a place inside the question, such as "options.a.text"."""
        return self.located.problem(f"{self.place}.{place}".rstrip("."), message, advice, severity)


@dataclass(slots=True)
class Content:
    """What a content directory holds. A file that could not be parsed is only in `problems`.

    Then the content is not whole, and nobody can say what is unused.
    """

    directory: Path
    files: dict[str, ContentFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    facts: list[Located[Fact]] = field(default_factory=list)
    misconceptions: list[Located[Misconception]] = field(default_factory=list)
    expectations: list[Located[Expectation]] = field(default_factory=list)
    lessons: list[Located[Lesson]] = field(default_factory=list)
    agreements: list[Located[Agreement]] = field(default_factory=list)
    policies: list[Located[Policy]] = field(default_factory=list)
    pictures: list[Located[Pictures]] = field(default_factory=list)
    banks: list[Located[Bank]] = field(default_factory=list)
    translations: list[Located[Translation]] = field(default_factory=list)

    @property
    def documents(self) -> dict[str, Located[Any]]:
        """By file, each item that fills a whole file and can be translated."""
        whole = (self.expectations, self.lessons, self.agreements, self.policies, self.pictures, self.banks)
        return {located.file: located for kind in whole for located in kind}

    def asked(self) -> Iterator[Asked]:
        """Every question there is: of quizzes, of steps, of promises, of banks."""
        for lesson in self.lessons:
            readers = lesson.item.readers
            for question in lesson.item.quiz.questions:
                yield Asked(lesson, f"quiz.{question.id}", question, readers, True)
            for step in lesson.item.steps:
                if step.activity:
                    yield Asked(lesson, f"steps.{step.id}.activity", step.activity, readers, False)
        for agreement in self.agreements:
            for promise in agreement.item.promises:
                if promise.scenario:
                    yield Asked(agreement, f"promises.{promise.id}.scenario", promise.scenario, "parents", False)
        for bank in self.banks:
            for one in bank.item.questions:
                yield Asked(bank, f"{one.id}.question", one.question, one.readers, False)

    def picture_texts(self) -> dict[str, str]:
        """The text alternative of each picture by its name."""
        return {name: picture.alt for located in self.pictures for name, picture in located.item.pictures.items()}


def read_directory(directory: Path) -> Content:
    """Read and parse all content below a directory; what does not fit is in the content's problems."""
    return read_files(directory, find_files(directory))


def read_files(directory: Path, files: Iterable[ContentFile]) -> Content:
    """Read and parse some files as if the directory held nothing else."""
    content = Content(directory)
    for file in files:
        if DRAWINGS.fullmatch(file.path):
            continue
        content.files[file.path] = file
        content.problems.extend(_take_in(content, file))
    return content


def _take_in(content: Content, file: ContentFile) -> Iterator[Problem]:
    shape = next((shape for pattern, shape in SHAPES if pattern.fullmatch(file.path)), None)
    if shape is None:
        yield Problem(file.path, 1, "No content belongs under this name.", "Compare docs/writing-content.md.")
        return
    tree, unreadable = read(file)
    yield from unreadable
    if tree is None:
        content.is_whole = False
        return
    parsed: tuple[Any, tuple[Misfit, ...]] = parse(shape, tree)
    item, misfits = parsed
    for misfit in misfits:
        line = misfit.line or line_of(tree, misfit.place)
        yield Problem(file.path, line, f"{misfit.message} ({misfit.place})", misfit.advice)
    if item is None:
        content.is_whole = False
    else:
        _put_away(content, file.path, item, tree)


def _put_away(content: Content, path: str, item: object, tree: Mapping) -> None:
    if isinstance(item, Facts):
        content.facts.extend(Located(fact, path, tree, f"facts.{fact.id}.") for fact in item.facts)
    elif isinstance(item, Misconceptions):
        content.misconceptions.extend(Located(one, path, tree, f"misconceptions.{one.id}.") for one in item.misconceptions)
    else:
        _shelf(content, type(item)).append(Located(item, path, tree))


def _shelf(content: Content, shape: type) -> list[Any]:
    shelves: dict[type, list[Any]] = {
        Expectation: content.expectations,
        Lesson: content.lessons,
        Agreement: content.agreements,
        Policy: content.policies,
        Pictures: content.pictures,
        Bank: content.banks,
        Translation: content.translations,
    }
    return shelves[shape]

"""A question that travels, what was found on the way, and what an import brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from esafety.curriculum.content import Asked, Content
from esafety.curriculum.shapes import Question
from esafety.curriculum.shapes.banks import Bank
from esafety.curriculum.stored import to_json

Severity = Literal["error", "left out", "warning"]
"""An error keeps the whole file out; what is left out is one question that we have no kind for; a warning is neither."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A question with its lasting name, where it belongs, and the file and line that brought it."""

    key: str
    name: str
    question: Question
    expectation: str = ""
    readers: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    file: str = field(default="", compare=False)

    def as_json(self) -> dict[str, Any]:
        """The entry as plain JSON values; the question's own keys stand beside the entry's."""
        about = {"key": self.key, "name": self.name, "expectation": self.expectation, "readers": self.readers}
        return {**about, "category": self.category, "tags": list(self.tags), "line": self.line, **to_json(self.question)}


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Finding:
    """What is wrong at one place of a file, or why a question was left out or cannot be written."""

    file: str
    line: int
    column: int = 1
    name: str = ""
    reason: str
    advice: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        called = f'"{self.name}": ' if self.name else ""
        return f"{self.file}:{self.line}:{self.column}: {mark}{called}{self.reason} {self.advice}".rstrip()


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held. With an error among the findings none of it is to be kept."""

    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing in the file is broken; what was left out is no fault of the file."""
        return not any(finding.severity == "error" for finding in self.findings)

    def as_json(self, file: str, form: str) -> dict[str, Any]:
        """The import as plain JSON values."""
        return {
            "file": file,
            "format": form,
            "questions": [{"file": entry.file or file, **entry.as_json()} for entry in self.entries],
            "problems": [asdict(finding) for finding in self.findings],
            "imported": len(self.entries) if self.is_sound else 0,
            "left_out": sum(finding.severity == "left out" for finding in self.findings),
        }


def entries_of(content: Content) -> Iterator[Entry]:
    """Every question of the curriculum: of quizzes, of activities, of promises."""
    return (_entry(asked) for asked in content.asked() if not isinstance(asked.located.item, Bank))


def _entry(asked: Asked) -> Entry:
    item = asked.located.item
    home = getattr(item, "key", "") or item.id
    expectation = getattr(item, "expectation", "") or _of_promise(item, asked.place)
    return Entry(
        key=f"{home}/{asked.place}",
        name=f"{item.title} ({asked.question.id})",
        question=asked.question,
        expectation=expectation,
        readers=asked.readers,
        category=f"e-safety/{home}",
        tags=(expectation, asked.readers),
        line=asked.problem("", "").line,
    )


def _of_promise(agreement: Any, place: str) -> str:
    return next(str(one.expectation) for one in agreement.promises if place == f"promises.{one.id}.scenario")


def with_own_keys(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, each with a key of its own: a key that stands twice gets a number."""
    taken: set[str] = set()
    found = []
    for entry in entries:
        key, number = entry.key, 1
        while key in taken:
            number += 1
            key = f"{entry.key}-{number}"
        taken.add(key)
        found.append(entry if key == entry.key else replace(entry, key=key))
    return tuple(found)

"""What is gathered while a file is read: entries, and findings of the whole file at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from esafety.curriculum.interchange.carried import Carried, Held, question_of, reworded
from esafety.curriculum.interchange.draft import Draft
from esafety.curriculum.interchange.entry import Entry, Finding, Imported, Severity, with_own_keys
from esafety.curriculum.interchange.making import key_of, losses_of, tree_of, what_is_missing

MOST_QUESTIONS = 5_000
MOST_FINDINGS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says about a question besides asking it."""

    name: str
    line: int
    column: int = 1
    category: str = ""
    tags: tuple[str, ...] = ()


@dataclass(slots=True)
class Collector:
    """The entries and findings of one file."""

    file: str
    held: Held
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def broken(self, line: int, column: int, reason: str, advice: str = "", *, name: str = "") -> None:
        """Remember a fault of the file; nothing of it will be kept."""
        self._note("error", About(name=name, line=line, column=column), reason, advice)

    def leave_out(self, about: About, reason: str, advice: str = "") -> None:
        """Remember a question that we have no kind for."""
        self._note("left out", about, reason, advice)

    def warn(self, about: About, reason: str, advice: str = "") -> None:
        """Remember something that a question lost on the way."""
        self._note("warning", about, reason, advice)

    def take_in(self, seen: Draft, about: About, carried: Carried | None = None) -> None:
        """Make the question that a draft shows and keep it, or say why there is none."""
        if carried and carried.agrees_with(seen, self.held):
            self.entries.append(replace(carried.entry, line=about.line, file=self.file))
        elif reason := what_is_missing(seen):
            self.leave_out(about, reason)
        else:
            self._make(seen, about, carried)

    def is_full(self, line: int) -> bool:
        """Whether the file holds more than anybody could look through; then this is said once, and nothing more is read."""
        if len(self.entries) >= MOST_QUESTIONS:
            self.broken(line, 1, f"The file holds more than {MOST_QUESTIONS} questions.", "Split it.")
        elif len(self.findings) >= MOST_FINDINGS:
            self.broken(line, 1, f"There are more than {MOST_FINDINGS} findings.", "Mend these first, or split the file.")
        else:
            return False
        return True

    def result(self) -> Imported:
        """Everything, in the order of the file."""
        return Imported(with_own_keys(self.entries), tuple(sorted(self.findings)))

    def _make(self, seen: Draft, about: About, carried: Carried | None) -> None:
        key = key_of(about.name, len(self.entries) + 1)
        tree = tree_of(seen, key)
        if carried:
            tree = reworded(tree, carried)
            self.warn(about, "It was changed since it was exported.", "Look at its misconceptions again.")
        question = question_of(tree)
        if question is None:
            self.leave_out(about, "Its parts do not fit together.")
            return
        for reason, advice in losses_of(seen):
            self.warn(about, reason, advice)
        if carried:
            self.entries.append(replace(carried.entry, question=question, line=about.line, file=self.file))
            return
        more: dict[str, Any] = {"category": about.category, "tags": about.tags, "line": about.line, "file": self.file}
        self.entries.append(Entry(key=key, name=about.name or key, question=question, **more))

    def _note(self, severity: Severity, about: About, reason: str, advice: str) -> None:
        where: dict[str, Any] = {"file": self.file, "line": about.line, "column": about.column, "name": about.name}
        self.findings.append(Finding(**where, reason=reason, advice=advice, severity=severity))

"""The check's report: what content there is, what is wrong with it, and how it measures."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from esafety.curriculum.check import check, errors_of
from esafety.curriculum.checks.reading import reading_measures
from esafety.curriculum.checks.strategies import strategy_measures
from esafety.curriculum.content import Content, read_directory, read_files
from esafety.curriculum.problems import Problem
from esafety.curriculum.read import ContentFile
from esafety.curriculum.texts import Scope, digest_of_texts, texts_of


@dataclass(frozen=True, slots=True)
class Report:
    """What the check of one content directory found."""

    directory: Path
    lessons: dict[str, int]
    modules: dict[str, int]
    questions: dict[str, int]
    problems: tuple[Problem, ...]
    measures: dict[str, Any] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether the content can be loaded; warnings do not keep it from that."""
        return not errors_of(self.problems)

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "lessons": self.lessons,
            "modules": self.modules,
            "questions": self.questions,
            "problems": [asdict(problem) for problem in self.problems],
            **self.measures,
        }

    def as_text(self) -> str:
        """The report for a person: one line per problem with file and line, then the totals."""
        lines = [f"{self.directory.as_posix()}/{problem}" for problem in self.problems]
        errors = len(errors_of(self.problems))
        warnings = len(self.problems) - errors
        for name in ("lessons", "modules", "questions"):
            totals = ", ".join(f"{whom} {number}" for whom, number in getattr(self, name).items())
            lines += [f"{name}: {totals}"]
        return "\n".join([*lines, f"{_counted(errors, 'problem')}, {_counted(warnings, 'warning')}"])


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


MEASURES: dict[str, Callable[[Content], Any]] = {"reading": reading_measures, "strategies": strategy_measures}


def check_directory(directory: Path) -> Report:
    """Read and check a content directory."""
    content = read_directory(directory)
    items = [located.item for located in content.lessons]
    questions: Counter[str] = Counter()
    for item in items:
        questions[item.readers] += len(item.quiz.questions)
    return Report(
        directory=directory,
        lessons=dict(Counter(item.readers for item in items if item.band)),
        modules=dict(Counter(item.readers for item in items if not item.band)),
        questions=dict(questions),
        problems=check(content),
        measures={name: measure(content) for name, measure in MEASURES.items()},
    )


def wording_of(directory: Path, file: Path, scope: Scope) -> tuple[dict[str, str], str]:
    """The translatable texts of one file with their names, and the version of this wording. Raises LookupError."""
    path = file.resolve().relative_to(directory.resolve()).as_posix()
    content = read_files(directory, [ContentFile(path, file.read_bytes())])
    if path not in content.documents:
        raise LookupError("\n".join(map(str, content.problems)) or f"{path} holds nothing to translate.")
    texts = texts_of(content.documents[path].item, scope)
    return texts, digest_of_texts(texts)

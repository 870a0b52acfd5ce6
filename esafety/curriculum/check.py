"""Check all content of a directory at once."""

from collections.abc import Callable, Iterable, Iterator

from esafety.curriculum.checks.lessons import check_lessons
from esafety.curriculum.checks.names import check_names
from esafety.curriculum.checks.questions import check_questions
from esafety.curriculum.content import Content
from esafety.curriculum.problems import Problem

CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    check_names,
    check_lessons,
    check_questions,
)


def check(content: Content) -> tuple[Problem, ...]:
    """Every problem of all files, by file and line."""
    return tuple(sorted({*content.problems, *_findings(content)}))


def _findings(content: Content) -> Iterator[Problem]:
    for one in CHECKS:
        yield from one(content)


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that keep content from being loaded."""
    return tuple(problem for problem in problems if problem.severity == "error")

"""Check all content of a directory at once."""

from collections.abc import Callable, Iterable, Iterator

from esafety.curriculum.checks.banks import check_banks
from esafety.curriculum.checks.completeness import check_completeness
from esafety.curriculum.checks.documents import check_documents
from esafety.curriculum.checks.explanations import check_explanations
from esafety.curriculum.checks.lessons import check_lessons
from esafety.curriculum.checks.markup import check_markup
from esafety.curriculum.checks.names import check_names
from esafety.curriculum.checks.pictures import check_pictures
from esafety.curriculum.checks.questions import check_questions
from esafety.curriculum.checks.reading import check_reading
from esafety.curriculum.checks.stems import check_sentences, check_stems
from esafety.curriculum.checks.strategies import check_strategies
from esafety.curriculum.checks.translations import check_translations
from esafety.curriculum.checks.wording import check_wording
from esafety.curriculum.content import Content
from esafety.curriculum.problems import Problem

CHECKS: tuple[Callable[[Content], Iterator[Problem]], ...] = (
    check_names,
    check_markup,
    check_banks,
    check_completeness,
    check_lessons,
    check_questions,
    check_explanations,
    check_wording,
    check_reading,
    check_stems,
    check_sentences,
    check_strategies,
    check_pictures,
    check_documents,
    check_translations,
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

"""Questions that stand in no lesson yet: those that a school brought from elsewhere, or wrote for itself."""

from dataclasses import dataclass

from esafety.curriculum.shapes.questions import Question
from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """A question with its lasting name and, where somebody said so, what it belongs to and for whom it is."""

    id: str
    name: Words
    expectation: str = ""
    readers: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A file of questions."""

    questions: tuple[BankQuestion, ...]

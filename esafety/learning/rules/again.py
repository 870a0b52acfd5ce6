"""What is asked again later, when, and with which question. Two weeks and six weeks: far enough to have to remember."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson, Question
from esafety.learning.rules.revealing import revealed_by

WAITS = (timedelta(weeks=2), timedelta(weeks=6))
MOST_IN_A_LESSON = 2
"""A lesson stays a lesson: so many questions of earlier ones and no more."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something to come back to: a misconception, or an expectation of which the pupil has not shown enough yet."""

    about: str
    expectation: str
    due_on: date

    @property
    def is_misconception(self) -> bool:
        """Whether something was misunderstood; these come first."""
        return self.about != self.expectation


@dataclass(frozen=True, slots=True)
class Found:
    """The question with which a wish is met, in its lesson's current version."""

    wish: Wish
    edition: Edition[Lesson]
    question_id: str
    question: Question


ACTIVITY = "activity:"
"""Begins the name of a question that was only tried out in its lesson, and so can be asked in earnest later."""


def askable(lesson: Lesson) -> dict[str, Question]:
    """Everything of a lesson that can come back, by name: the quiz's questions and the activities."""
    return {
        **{question.id: question for question in lesson.quiz.questions},
        **{f"{ACTIVITY}{question.id}": question for question in lesson.activities},
    }


def days_to_ask(day: date) -> tuple[date, ...]:
    """When something that was shown on a day comes back."""
    return tuple(day + wait for wait in WAITS)


def find_questions(
    wishes: Iterable[Wish], *, lessons: Iterable[Edition[Lesson]], met: frozenset[str], seed: int
) -> tuple[Found, ...]:
    """The questions for a lesson that begins now: misconceptions first, oldest first, each thing once.

    ``lessons`` are those that the pupil has done, without the one that begins. Prefers questions that the pupil has not
    ``met``, then what was only tried out, and the same expectation before others. Names of questions are "lesson/question".
    """
    banks = tuple(lessons)
    found: dict[str, Found] = {}
    taken: set[str] = set()
    for wish in sorted(wishes, key=lambda one: (not one.is_misconception, one.due_on, one.about)):
        if len(found) < MOST_IN_A_LESSON and wish.about not in found:
            fitting = [one for one in _fitting(wish, banks) if name_of(one) not in taken]
            if fitting:
                found[wish.about] = min(fitting, key=lambda one: _liking(one, met, seed))
                taken.add(name_of(found[wish.about]))
    return tuple(found.values())


def name_of(found: Found) -> str:
    """The lasting name of a question: its lesson's and its own."""
    return f"{found.edition.key}/{found.question_id}"


def _fitting(wish: Wish, banks: tuple[Edition[Lesson], ...]) -> list[Found]:
    return [
        Found(wish, edition, name, question)
        for edition in banks
        for name, question in askable(edition.item).items()
        if (wish.about in revealed_by(question) if wish.is_misconception else edition.item.expectation == wish.expectation)
    ]


def _liking(found: Found, met: frozenset[str], seed: int) -> tuple[int, bool, bytes]:
    seen = 1 if found.question_id.startswith(ACTIVITY) else 2 * (name_of(found) in met)
    return seen, found.edition.item.expectation != found.wish.expectation, _rank(seed, name_of(found))


def _rank(seed: int, name: str) -> bytes:
    return sha256(f"{seed}/{name}".encode()).digest()

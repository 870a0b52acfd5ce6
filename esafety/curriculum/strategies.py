"""What somebody scores who does not read but follows a trick, compared with chance.

A trick picks one option of each question that has options to compare; where it cannot tell some apart, it picks
among them at random, so a score is an expected share. Over all questions no trick may do better than guessing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from esafety.curriculum.reading import words_of
from esafety.curriculum.shapes import Branching, Choice, Lesson, Several, TrueOrNot
from esafety.curriculum.stories import leads_to_a_secure_ending

HELP = re.compile(r"\b(?:tell(?:s|ing)?|ask(?:s|ing)?|told|asked)\b", re.IGNORECASE)
POLITE = re.compile(r"\b(?:please|thank(?:s| you)|sorry|kind(?:ly)?|polite(?:ly)?|gently|friendly)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pick:
    """The options of one question as a trick sees them: texts in file order, and which are right."""

    texts: tuple[str, ...]
    right: tuple[bool, ...]
    lesson_words: frozenset[str] = frozenset()

    @property
    def chance(self) -> float:
        """The share of right options."""
        return sum(self.right) / len(self.right)


Liking = Callable[[Pick, int], float]
"""How much a trick likes an option of a question, by its position."""

STRATEGIES: dict[str, Liking] = {
    "longest": lambda pick, at: len(pick.texts[at]),
    "shortest": lambda pick, at: -len(pick.texts[at]),
    "first": lambda pick, at: -at,
    "last": lambda pick, at: at,
    "tell_or_ask": lambda pick, at: bool(HELP.search(pick.texts[at])),
    "most_polite": lambda pick, at: len(POLITE.findall(pick.texts[at])),
    "most_words_of_the_lesson": lambda pick, at: len(pick.lesson_words.intersection(words_of(pick.texts[at]))),
}


@dataclass(frozen=True, slots=True)
class Score:
    """What a trick reaches over some questions, and what guessing reaches, both from 0 to 1."""

    score: float
    chance: float
    questions: int

    @property
    def excess(self) -> float:
        """By how much the trick beats guessing."""
        return self.score - self.chance


def picks_of(lesson: Lesson) -> tuple[Pick, ...]:
    """The questions of a lesson's quiz that a trick can be tried on."""
    taught = frozenset(word for step in lesson.steps for word in words_of(step.text) if len(word) > 3)
    picks = []
    for question in lesson.quiz.questions:
        if isinstance(question, Choice):
            right = tuple(option.grade == "secure" for option in question.options)
            picks.append(Pick(tuple(option.text for option in question.options), right, taught))
        elif isinstance(question, Several):
            ticks = question.options
            picks.append(Pick(tuple(tick.text for tick in ticks), tuple(tick.right for tick in ticks), taught))
        elif isinstance(question, Branching):
            picks.extend(_picks_of_story(question, taught))
    return tuple(pick for pick in picks if pick.texts)


def _picks_of_story(story: Branching, taught: frozenset[str]) -> Iterator[Pick]:
    """Each turn at which it matters what is chosen; right is what can still end well."""
    for turn in story.turns:
        right = tuple(leads_to_a_secure_ending(story, way.id) for way in turn.options)
        if len(set(right)) > 1:
            yield Pick(tuple(way.text for way in turn.options), right, taught)


def score_of(liking: Liking, picks: Iterable[Pick]) -> Score:
    """The expected score of a trick over questions."""
    scores, chances = [], []
    for pick in picks:
        likings = [liking(pick, at) for at in range(len(pick.texts))]
        best = [right for right, liked in zip(pick.right, likings, strict=True) if liked == max(likings)]
        scores.append(sum(best) / len(best))
        chances.append(pick.chance)
    number = len(scores) or 1
    return Score(round(sum(scores) / number, 3), round(sum(chances) / number, 3), len(scores))


def always_true(lessons: Iterable[Lesson]) -> Score:
    """What somebody scores who says "true" to every statement; always saying "not" scores the rest."""
    answers = [one.answer == "true" for it in lessons for one in it.quiz.questions if isinstance(one, TrueOrNot)]
    return Score(round(sum(answers) / (len(answers) or 1), 3), 0.5 if answers else 0.0, len(answers))

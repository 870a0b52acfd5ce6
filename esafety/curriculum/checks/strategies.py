"""Nobody gets through by a trick: the longest answer, the first, the one with "tell" in it."""

from collections.abc import Iterator
from typing import Any

from esafety.curriculum.catalogue import ADULT_AUDIENCES, BANDS
from esafety.curriculum.content import Content
from esafety.curriculum.problems import Problem, Severity
from esafety.curriculum.strategies import STRATEGIES, Score, always_true, picks_of, score_of

ALLOWED_EXCESS = 0.05
ENOUGH_QUESTIONS = 7
"""Below this a share says nothing."""


def check_strategies(content: Content) -> Iterator[Problem]:
    """Each trick that beats guessing in a band, at the lesson where it does so most.

    In a whole library that is an error; in a single lesson that somebody writes it may be chance.
    """
    for name, by_readers in _scores(content).items():
        for readers, score in by_readers.items():
            if score.questions >= ENOUGH_QUESTIONS and score.excess > ALLOWED_EXCESS:
                yield _problem(content, name, readers, score)


def strategy_measures(content: Content) -> dict[str, dict[str, dict[str, Any]]]:
    """What each trick scores in each band against chance."""
    return {
        name: {readers: {"score": score.score, "chance": score.chance} for readers, score in by_readers.items()}
        for name, by_readers in _scores(content).items()
    }


def _scores(content: Content) -> dict[str, dict[str, Score]]:
    scores: dict[str, dict[str, Score]] = {name: {} for name in (*STRATEGIES, "true", "not")}
    for readers in (*BANDS, *ADULT_AUDIENCES):
        lessons = [located.item for located in content.lessons if located.item.readers == readers]
        picks = [pick for lesson in lessons for pick in picks_of(lesson)]
        if picks:
            for name, liking in STRATEGIES.items():
                scores[name][readers] = score_of(liking, picks)
        yes = always_true(lessons)
        if yes.questions:
            scores["true"][readers] = yes
            scores["not"][readers] = Score(round(1 - yes.score, 3), 0.5, yes.questions)
    return scores


def _problem(content: Content, name: str, readers: str, score: Score) -> Problem:
    lessons = [located for located in content.lessons if located.item.readers == readers]
    worst = max(lessons, key=lambda located: _excess(name, located.item))
    message = f'The trick "{name}" scores {score.score:.0%} of {readers} questions, guessing {score.chance:.0%}.'
    severity: Severity = "error" if content.is_whole else "warning"
    return worst.problem("quiz.questions", message, "It works best here: make the options more alike.", severity)


def _excess(name: str, lesson: Any) -> float:
    if name in STRATEGIES:
        picks = picks_of(lesson)
        return score_of(STRATEGIES[name], picks).excess * len(picks)
    yes = always_true([lesson])
    return (yes.score - 0.5) * yes.questions * (1 if name == "true" else -1)

"""Questions of a lesson with what pupils answered, in the words that the pupils saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.library import Edition, Library
from esafety.curriculum.shapes import Branching, Choice, Lesson, Question, Several, TrueOrNot
from esafety.curriculum.telling import Teller
from esafety.reports.queries.one_expectation import Answered
from esafety.reports.rules import percent


@dataclass(frozen=True, slots=True)
class Pick:
    """One option: its text, how many chose it, and what choosing it shows."""

    text: str
    number: int
    share: int
    grade: str
    thinks: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question: of so many answers, this share is secure (its facility, in whole hundredths)."""

    stem: str
    answers: int
    facility: int
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class LessonLines:
    """The questions of one lesson that anybody has answered, hardest first."""

    key: str
    title: str
    band: str
    questions: tuple[QuestionLine, ...]


def lesson_lines(
    edition: Edition[Lesson], answered: Mapping[tuple[str, str], Answered], *, teller: Teller, library: Library
) -> LessonLines:
    """Put the answers beside the questions. What an older wording offered and this one does not is left out."""
    lines = []
    for question in edition.item.quiz.questions:
        found = answered.get((edition.key, question.id))
        if found is not None:
            picks = tuple(_picks(question, found, teller, library))
            facility = percent(found.secure, found.answers)
            lines.append(QuestionLine(teller.say(question.stem), found.answers, facility, picks))
    lines.sort(key=lambda line: line.facility)
    return LessonLines(edition.key, teller.say(edition.item.title), edition.item.readers, tuple(lines))


def _picks(question: Question, found: Answered, teller: Teller, library: Library) -> list[Pick]:
    options = _options(question, teller)
    picks = [
        Pick(text, found.picked[name], percent(found.picked[name], found.answers), grade, _thinks(misconception, library))
        for name, text, grade, misconception in options
    ]
    return sorted(picks, key=lambda pick: -pick.number)


def _options(question: Question, teller: Teller) -> list[tuple[str, str, str, str]]:
    match question:
        case Choice():
            return [(one.id, teller.say(one.text), one.grade, one.misconception) for one in question.options]
        case Several():
            grades = {True: "secure", False: "misunderstood"}
            return [(one.id, teller.say(one.text), grades[one.right], one.misconception) for one in question.options]
        case TrueOrNot():
            wrong = "not" if question.answer == "true" else "true"
            right = (question.answer, teller.words[question.answer], "secure", "")
            return [right, (wrong, teller.words[wrong], "misunderstood", question.misconception)]
        case Branching():
            return _turns(question, teller)
    return []


def _turns(story: Branching, teller: Teller) -> list[tuple[str, str, str, str]]:
    """Every option of every turn; what does not end the story shows nothing yet."""
    endings = {ending.id: ending for ending in story.endings}
    found: list[tuple[str, str, str, str]] = []
    for way in (way for turn in story.turns for way in turn.options):
        ending = endings.get(way.then)
        found.append((way.id, teller.say(way.text), ending.grade if ending else "unsure", ending.misconception if ending else ""))
    return found


def _thinks(misconception: str, library: Library) -> str:
    return library.misconception(misconception).sentence if misconception else ""

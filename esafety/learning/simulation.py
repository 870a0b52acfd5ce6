"""Checks the model of mastery by simulation: pupils of known minds do real lessons, and we look at whom it calls secure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from random import Random

from esafety.curriculum.shapes import Branching, Choice, Lesson, Match, Order, Question, Several, Sort, TrueOrNot, Turn
from esafety.curriculum.stories import ways_through
from esafety.learning.rules import Chosen, draw, mark
from esafety.learning.rules.chance import chance_of
from esafety.learning.rules.mastery import Evidence, mastery

MOST_LESSONS = 4
APART = timedelta(weeks=2)
FIRST_DAY = date(2026, 9, 7)
SLIPS = 0.1
WHOLE_BANK = 8
"""Questions in the bank of a whole lesson; shorter ones on a new fact are never taught alone."""
MOST_GUESSERS, FEWEST_KNOWERS, LESSONS_NEEDED = 0.05, 0.9, 2
"""What the model has to keep: few who guess are called secure, and nearly all who know, after two lessons."""

Mind = Callable[[Question, Random], Chosen]


@dataclass(frozen=True, slots=True)
class Row:
    """Of the pupils with this mind in this age band, the share that is called secure after so many lessons, from 0 to 1."""

    mind: str
    band: str
    lessons: int
    pupils: int
    secure: float
    to_look_at: float


def simulate(lessons: Iterable[Lesson], *, pupils: int, seed: int) -> tuple[Row, ...]:
    """The whole table: every mind in every age band, after one lesson on an expectation and up to four."""
    by_band: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        if lesson.band and len(lesson.quiz.questions) >= WHOLE_BANK:
            by_band.setdefault(lesson.band, []).append(lesson)
    random = Random(seed)  # noqa: S311 - believable, not secret
    found: list[Row] = []
    for name, mind in MINDS.items():
        for band in sorted(by_band):
            taught = [by_band[band][number % len(by_band[band])] for number in range(pupils)]
            levels = [tuple(_levels(lesson, mind, random)) for lesson in taught]
            found += (_row(name, band, after, [one[after - 1] for one in levels]) for after in range(1, MOST_LESSONS + 1))
    return tuple(found)


def beyond_limits(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows in which too many guess their way, or too few of those who know are seen."""
    return tuple(row for row in rows if _is_beyond(row))


def _is_beyond(row: Row) -> bool:
    if row.mind.startswith("guesses"):
        return row.secure >= MOST_GUESSERS
    return row.mind == "knows" and row.lessons >= LESSONS_NEEDED and row.secure <= FEWEST_KNOWERS


def as_json(rows: Iterable[Row]) -> list[dict[str, object]]:
    """The table for other programs."""
    return [asdict(row) for row in rows]


def _row(mind: str, band: str, lessons: int, levels: list[str]) -> Row:
    number = len(levels)
    return Row(mind, band, lessons, number, levels.count("secure") / number, levels.count("misunderstood") / number)


def _levels(lesson: Lesson, mind: Mind, random: Random) -> Iterator[str]:
    """What one pupil is called after each time of doing a lesson, each on another day with questions drawn anew."""
    answers: list[Evidence] = []
    for turn in range(MOST_LESSONS):
        for question in draw(lesson.quiz.questions, seed=random.getrandbits(31), number=lesson.quiz.drawn):
            grade = mark(question, mind(question, random)).grade
            answers.append(Evidence(question.id, FIRST_DAY + turn * APART, grade, chance_of(question)))
        yield mastery(answers).level


def guesses(question: Question, random: Random) -> Chosen:  # noqa: PLR0911 - one line for each kind
    """Chooses blindly among everything that can be answered."""
    match question:
        case Choice():
            return frozenset({random.choice(question.options).id})
        case TrueOrNot():
            return frozenset({random.choice(("true", "not"))})
        case Several():
            ids = [tick.id for tick in question.options]
            return frozenset(name for name in ids if random.random() < 0.5) or frozenset({random.choice(ids)})
        case Order():
            return tuple(random.sample([item.id for item in question.items], len(question.items)))
        case Match():
            ids = [pair.id for pair in question.pairs]
            return dict(zip(ids, random.sample(ids, len(ids)), strict=True))
        case Branching():
            return _blind_way(question, random)
        case Sort():
            return {item.id: random.choice(question.groups).id for item in question.items}


def _blind_way(story: Branching, random: Random) -> tuple[str, ...]:
    taken: tuple[str, ...] = ()
    while isinstance(here := story.after(taken), Turn):
        taken = (*taken, random.choice(here.options).id)
    return taken


def knows(question: Question, random: Random) -> Chosen:
    """Gives a secure answer, and slips in one of ten."""
    return wrong(question, random) if random.random() < SLIPS else right(question, random)


def knows_half(question: Question, random: Random) -> Chosen:
    """Knows every second thing and guesses the others."""
    return right(question, random) if random.random() < 0.5 else guesses(question, random)


def guesses_shrewdly(question: Question, random: Random) -> Chosen:
    """Strikes out one answer that is not secure before guessing, where there are three or more to choose from."""
    if not isinstance(question, Choice) or len(question.options) < 3:
        return guesses(question, random)
    struck = random.choice([option.id for option in question.options if option.grade != "secure"])
    return frozenset({random.choice([option.id for option in question.options if option.id != struck])})


def right(question: Question, random: Random) -> Chosen:  # noqa: PLR0911 - one line for each kind
    """A secure answer."""
    match question:
        case Choice():
            return frozenset({random.choice([option.id for option in question.options if option.grade == "secure"])})
        case TrueOrNot():
            return frozenset({question.answer})
        case Several():
            return frozenset(tick.id for tick in question.options if tick.right)
        case Order():
            return tuple(item.id for item in question.items)
        case Match():
            return {pair.id: pair.id for pair in question.pairs}
        case Branching():
            return random.choice([taken for taken, ending in ways_through(question) if ending.grade == "secure"])
        case Sort():
            return {item.id: item.group for item in question.items}


def wrong(question: Question, random: Random) -> Chosen:
    """Some answer that is not secure."""
    while mark(question, chosen := guesses(question, random)).grade == "secure":
        continue
    return chosen


MINDS: dict[str, Mind] = {
    "guesses": guesses,
    "guesses shrewdly": guesses_shrewdly,
    "knows half": knows_half,
    "knows": knows,
}

"""Half a year of lessons: classes at different stages, children who know a lot or little, misconceptions a class shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy import select

from esafety.core.clock import school_year
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.shapes import Branching, Choice, Lesson, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.stories import ways_through
from esafety.demo.calendar import at_school, school_day_before
from esafety.learning import actions, setting
from esafety.learning.follow_ups import woven_into
from esafety.learning.models import Attempt
from esafety.learning.rules import Chosen, mark
from esafety.learning.way import way_of
from esafety.people.models import Pupil

TIMETABLE = (
    (23, "kind-communication"),
    (19, "tell-an-adult"),
    (9, "age-limits"),
    (4, "images-of-others"),
    (1, "kind-communication"),
)
"""Weeks ago and what was set then; the oldest fall into the school year before."""
STAGES = (5, 5, 4, 5, 3, 5, 4)
"""How many lessons of the timetable the class of each year group has had: some stopped."""
SHARED_MISTAKE = 0.6
ABSENT, BREAKS_OFF = 0.06, 0.05


@dataclass(frozen=True, slots=True)
class Learner:
    """A pupil of the demo: how often they know it, since when they are here, and this year's class."""

    pupil: Pupil
    ability: float
    year_group: int
    since: date


def keys_for(year_group: int, day: date, today: date, expectation: str, shelf: Library) -> str:
    """The lesson that a pupil now in this year group had on a day: a year younger before September."""
    younger = school_year(today) - school_year(day)
    return f"{expectation}/{shelf.band_of(max(year_group - younger, 0))}"


def teach_half_a_year(
    db: SchoolSession,
    *,
    shelf: Library,
    learners: list[Learner],
    class_of: Callable[[int, int], int | None],
    today: date,
    random: Random,
    step: Callable[[str], None],
) -> int:
    """Let every class do its lessons on past days. Returns how many attempts were made."""
    number = 0
    for year_group in range(7):
        children = [learner for learner in learners if learner.year_group == year_group]
        habit = random.random()
        for place, (weeks, expectation) in enumerate(TIMETABLE[: STAGES[year_group]]):
            day = school_day_before(today, weeks=weeks, shift=year_group % 3)
            key = keys_for(year_group, day, today, expectation, shelf)
            class_id = class_of(year_group, school_year(day))
            if class_id is None or not shelf.has_lesson(key):
                continue
            set_on = at_school(day - timedelta(days=3), minutes=40)
            due = day + timedelta(weeks=2)
            setting.assign(
                db,
                class_ids=[class_id],
                lesson_key_of={class_id: key},
                opens_on=set_on.date(),
                due_on=due,
                by=None,
                actor="demo",
                at=set_on,
            )
            for seat, learner in enumerate(children):
                if learner.since <= day and random.random() > ABSENT:
                    at = at_school(day, minutes=60 + 8 * place + seat)
                    _do(db, shelf.lesson(key), learner, at=at, habit=habit, random=random)
                    number += 1
        step(f"{number} lessons done")
    return number


def _do(db: SchoolSession, edition: Edition[Lesson], learner: Learner, *, at: datetime, habit: float, random: Random) -> None:
    attempt_id = actions.begin(db, pupil_id=learner.pupil.id, edition=edition, at=at)
    attempt = db.scalars(select(Attempt).where(Attempt.id == attempt_id)).one()
    if attempt.turn > 1:
        habit = random.random()
    attempt.seed = random.getrandbits(31)
    way = way_of(edition.item, attempt.seed, woven_into(db, attempt))
    last = random.randint(2, len(way) - 2) if random.random() < BREAKS_OFF else len(way)
    for screen in way[:last]:
        at += timedelta(seconds=random.randint(15, 70))
        if screen.question is not None:
            chosen = choose(screen.question, ability=learner.ability, habit=habit, random=random)
            marked = mark(screen.question, chosen)
            actions.answer(db, attempt=attempt, screen=screen, chosen=chosen, mark=marked, way=way, at=at)
        actions.go_on(attempt, place=screen.place + 1)
    db.flush()


def choose(question: Question, *, ability: float, habit: float, random: Random) -> Chosen:  # noqa: PLR0911 - one line for each kind
    """What a child would choose: the right thing as often as the ability says, else the mistake that the class shares."""
    right = random.random() < ability
    match question:
        case Choice():
            return _one_option(question, right, habit, random)
        case TrueOrNot():
            other = "not" if question.answer == "true" else "true"
            return frozenset({question.answer if right else other})
        case Several():
            return _several(question, right, random)
        case Order():
            items = [item.id for item in question.items]
            return tuple(items if right else _swapped(items, random))
        case Match():
            ids = [pair.id for pair in question.pairs]
            return dict(zip(ids, ids if right else _swapped(ids, random), strict=True))
        case Branching():
            ways = list(ways_through(question))
            good = [taken for taken, ending in ways if ending.grade == "secure"]
            return random.choice(good if right else [taken for taken, _ending in ways])
        case Sort():
            groups = [group.id for group in question.groups]
            wrong = {item.id: random.choice(groups) for item in random.sample(question.items, 2)}
            return {item.id: item.group if right else wrong.get(item.id, item.group) for item in question.items}


def _one_option(question: Choice, right: bool, habit: float, random: Random) -> frozenset[str]:
    good = [option.id for option in question.options if option.grade == "secure"]
    rest = [option.id for option in question.options if option.grade != "secure"]
    if right or not rest:
        return frozenset({random.choice(good)})
    shared = rest[int(habit * len(rest)) % len(rest)]
    return frozenset({shared if random.random() < SHARED_MISTAKE else random.choice(rest)})


def _several(question: Several, right: bool, random: Random) -> frozenset[str]:
    good = {tick.id for tick in question.options if tick.right}
    if right:
        return frozenset(good)
    extra = random.choice([tick.id for tick in question.options if not tick.right] or list(good))
    return frozenset({extra, random.choice(sorted(good))})


def _swapped(ids: list[str], random: Random) -> list[str]:
    place = random.randrange(len(ids) - 1)
    return [*ids[:place], ids[place + 1], ids[place], *ids[place + 2 :]]

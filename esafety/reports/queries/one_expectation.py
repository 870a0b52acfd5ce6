"""One expectation: how secure pupils of each age are, what they answered, what they still get wrong."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import case, func, select

from esafety.core.tenancy import SchoolSession
from esafety.learning.models import Answer, Attempt, HeldMisconception, Standing
from esafety.people.models import Pupil


@dataclass(frozen=True, slots=True)
class Answered:
    """What pupils answered to one question: how often, how often securely, and which options they chose."""

    answers: int
    secure: int
    picked: Counter[str]


def levels_by_year(db: SchoolSession, *, expectation: str) -> dict[int, dict[str, int]]:
    """Pupils on roll by year group and level."""
    rows = db.execute(
        select(Pupil.year_group, Standing.level, func.count())
        .join(Standing, (Standing.school_id == Pupil.school_id) & (Standing.pupil_id == Pupil.id))
        .where(Standing.expectation == expectation, Pupil.left_on.is_(None))
        .group_by(Pupil.year_group, Standing.level)
    )
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for year_group, level, pupils in rows:
        found[year_group][level] = pupils
    return found


def answers_to(db: SchoolSession, *, lesson_keys: Iterable[str]) -> dict[tuple[str, str], Answered]:
    """Counted answers by (lesson, question). Equal answers arrive as one row, so this reads few of them."""
    rows = db.execute(
        select(
            Attempt.lesson_key,
            Answer.question_id,
            Answer.chosen,
            func.count(),
            func.count(case((Answer.grade == "secure", 1))),
        )
        .join(Answer, (Answer.school_id == Attempt.school_id) & (Answer.attempt_id == Attempt.id))
        .where(Attempt.lesson_key.in_(tuple(lesson_keys)), Attempt.finished_at.is_not(None), Answer.counts.is_(True))
        .group_by(Attempt.lesson_key, Answer.question_id, Answer.chosen)
    )
    answers: Counter[tuple[str, str]] = Counter()
    secure: Counter[tuple[str, str]] = Counter()
    picked: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for lesson_key, question_id, chosen, number, good in rows:
        place = lesson_key, question_id
        answers[place] += number
        secure[place] += good
        options = json.loads(chosen)
        if isinstance(options, list):
            picked[place].update(dict.fromkeys(options, number))
    return {place: Answered(number, secure[place], picked[place]) for place, number in answers.items()}


def held_about(db: SchoolSession, *, misconceptions: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many pupils on roll hold each of these misconceptions, most first."""
    rows = db.execute(
        select(HeldMisconception.misconception, func.count())
        .join(Pupil, (Pupil.school_id == HeldMisconception.school_id) & (Pupil.id == HeldMisconception.pupil_id))
        .where(
            HeldMisconception.misconception.in_(tuple(misconceptions)),
            HeldMisconception.cleared_at.is_(None),
            Pupil.left_on.is_(None),
        )
        .group_by(HeldMisconception.misconception)
        .order_by(func.count().desc(), HeldMisconception.misconception)
    )
    return tuple((name, number) for name, number in rows)

"""What changes when somebody learns: a lesson or a module is begun, an answer is given, the end is reached."""

from __future__ import annotations

import json
import secrets
from datetime import datetime

from sqlalchemy import func, select, update

from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson
from esafety.learning import follow_ups
from esafety.learning.models import (
    Answer,
    Attempt,
    ModuleAnswer,
    ModuleAttempt,
)
from esafety.learning.rules import Chosen, Mark
from esafety.learning.way import Screen
from esafety.learning.weighing import weigh


def begin(db: SchoolSession, *, pupil_id: int, edition: Edition[Lesson], at: datetime) -> int:
    """Begin a lesson, or go on with the one that was left open on any device. Returns the attempt's id."""
    lesson = edition.item
    mine = (Attempt.pupil_id == pupil_id, Attempt.lesson_key == lesson.key)
    left_open = db.scalar(select(Attempt.id).where(*mine, Attempt.finished_at.is_(None)))
    if left_open is not None:
        return left_open
    turn = (db.scalar(select(func.max(Attempt.turn)).where(*mine)) or 0) + 1
    seed = secrets.randbits(31)
    attempt = Attempt(
        pupil_id=pupil_id,
        lesson_key=lesson.key,
        expectation=lesson.expectation,
        version_id=edition.version_id,
        turn=turn,
        seed=seed,
        woven=follow_ups.weave(db, pupil_id=pupil_id, begun=edition, seed=seed, today=school_day(at)),
        school_year=school_year(school_day(at)),
        started_at=at,
    )
    db.add(attempt)
    db.flush()
    return attempt.id


def go_on(attempt: Attempt | ModuleAttempt, *, place: int) -> None:
    """Note how far somebody has come. Going back and forth loses nothing."""
    attempt.place = max(attempt.place, place)


def answer(
    db: SchoolSession, *, attempt: Attempt, screen: Screen, chosen: Chosen, mark: Mark, way: tuple[Screen, ...], at: datetime
) -> bool:
    """Save one answer at once; the last one finishes the lesson. Returns whether it was new: the first answer stays."""
    new = insert_if_absent(
        db,
        Answer,
        attempt_id=attempt.id,
        question_id=screen.question_id,
        chosen=json.dumps(written(chosen)),
        grade=mark.grade,
        misconception=mark.misconception or None,
        counts=screen.counts,
        answered_at=at,
    )
    if new:
        weigh(db, attempt, screen, mark, way=way, at=at)
    return new


def take_turn(
    db: SchoolSession,
    *,
    attempt: Attempt,
    screen: Screen,
    taken: tuple[str, ...],
    chosen: str,
    mark: Mark | None,
    way: tuple[Screen, ...],
    at: datetime,
) -> bool:
    """Save one turn of a story at once; the first choice at each turn stays. ``mark`` is None while the story goes on.

    Until then it counts for nothing. Returns whether the turn was new.
    """
    values = {
        "chosen": json.dumps([*taken, chosen]),
        "grade": mark.grade if mark else "unsure",
        "misconception": mark.misconception if mark else None,
        "counts": screen.counts and mark is not None,
        "answered_at": at,
    }
    here = {"attempt_id": attempt.id, "question_id": screen.question_id}
    if taken:
        before = update(Answer).where(
            Answer.attempt_id == attempt.id,
            Answer.question_id == screen.question_id,
            Answer.chosen == json.dumps(list(taken)),
        )
        options = {"synchronize_session": False, "preserve_rowcount": True}
        new: bool = db.execute(before.values(**values), execution_options=options).rowcount == 1  # type: ignore[attr-defined]
    else:
        new = insert_if_absent(db, Answer, **here, **values)
    if new and mark:
        weigh(db, attempt, screen, mark, way=way, at=at)
    return new


def written(chosen: Chosen) -> list[str] | dict[str, str]:
    """What was chosen as it is kept: a list of ids, in order where order matters, or which went where."""
    if isinstance(chosen, frozenset):
        return sorted(chosen)
    if isinstance(chosen, tuple):
        return list(chosen)
    return dict(sorted(chosen.items()))


def begin_module(db: SchoolSession, *, account_id: int, edition: Edition[Lesson], at: datetime) -> int:
    """Begin a module, or go on with the one that was left open. Returns the attempt's id."""
    key = edition.item.key
    mine = (ModuleAttempt.account_id == account_id, ModuleAttempt.module_key == key)
    left_open = db.scalar(select(ModuleAttempt.id).where(*mine, ModuleAttempt.finished_at.is_(None)))
    if left_open is not None:
        return left_open
    attempt = ModuleAttempt(
        account_id=account_id,
        module_key=key,
        version_id=edition.version_id,
        turn=(db.scalar(select(func.max(ModuleAttempt.turn)).where(*mine)) or 0) + 1,
        school_year=school_year(school_day(at)),
        started_at=at,
    )
    db.add(attempt)
    db.flush()
    return attempt.id


def answer_in_module(
    db: SchoolSession, *, attempt: ModuleAttempt, screen: Screen, chosen: Chosen, mark: Mark, at: datetime
) -> bool:
    """Save one answer of an adult at once. Returns whether it was new: the first answer stays."""
    return insert_if_absent(
        db,
        ModuleAnswer,
        attempt_id=attempt.id,
        question_id=screen.question_id,
        chosen=json.dumps(written(chosen)),
        grade=mark.grade,
        answered_at=at,
    )


def finish_module(attempt: ModuleAttempt, *, at: datetime) -> None:
    """Note that an adult has come to the end of a module. There is no mark: knowing shows at home."""
    if attempt.finished_at is None:
        attempt.finished_at = at

"""What changes when somebody learns: a lesson is begun, an answer is given, a lesson is finished, a lesson is set."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import delete, func, select, update

from esafety.core import audit
from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession, insert_if_absent, insert_or_change
from esafety.curriculum import shelf
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson
from esafety.learning import follow_ups
from esafety.learning.badges import win
from esafety.learning.evidence import note_standing
from esafety.learning.models import (
    Answer,
    Assignment,
    Attempt,
    ChosenPupil,
    HeldMisconception,
    ModuleAnswer,
    ModuleAttempt,
)
from esafety.learning.outcome import Given, Outcome, outcome
from esafety.learning.rules import Chosen, Mark
from esafety.learning.way import Screen, questions_that_count, tested_by


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
        _weigh(db, attempt, screen, mark, way=way, at=at)
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
        _weigh(db, attempt, screen, mark, way=way, at=at)
    return new


def _weigh(db: SchoolSession, attempt: Attempt, screen: Screen, mark: Mark, *, way: tuple[Screen, ...], at: datetime) -> None:
    """What follows from a whole answer: the last one finishes the lesson, and what came back counts where it belongs."""
    if screen is questions_that_count(way)[-1]:
        finish(db, attempt=attempt, way=way, at=at)
    if screen.remembers:
        _note_what_came_back(db, attempt, screen, mark, at)


def _note_what_came_back(db: SchoolSession, attempt: Attempt, screen: Screen, mark: Mark, at: datetime) -> None:
    """A question of an earlier lesson was answered: it counts there, and what is misunderstood still comes back once more."""
    expectation = follow_ups.note_answer(db, attempt=attempt, screen=screen, grade=mark.grade, at=at)
    if expectation is None:
        return
    note_standing(db, pupil_id=attempt.pupil_id, expectation=expectation, at=at)
    shown = frozenset({mark.misconception} if mark.misconception else set[str]())
    cleared = tested_by(screen) if mark.grade == "secure" else frozenset[str]()
    _note_misconceptions(db, attempt.pupil_id, shown=shown, cleared=cleared, at=at)
    if shown:
        follow_ups.plan(db, pupil_id=attempt.pupil_id, about=shown, expectation=expectation, at=at)


def finish(db: SchoolSession, *, attempt: Attempt, way: tuple[Screen, ...], at: datetime) -> Outcome:
    """Weigh the quiz: how secure the pupil is, the badge, and what is still misunderstood."""
    rows = db.execute(
        select(Answer.question_id, Answer.grade, Answer.misconception).where(
            Answer.attempt_id == attempt.id, Answer.counts.is_(True)
        )
    )
    tests = {screen.question_id: tested_by(screen) for screen in questions_that_count(way)}
    reached = outcome(Given(row.grade, row.misconception, tests.get(row.question_id, frozenset())) for row in rows)
    attempt.finished_at, attempt.outcome = at, reached.level
    level = note_standing(db, pupil_id=attempt.pupil_id, expectation=attempt.expectation, at=at)
    _note_misconceptions(db, attempt.pupil_id, shown=reached.shown, cleared=reached.cleared, at=at)
    _plan_what_comes_back(db, attempt, reached, level, at)
    if reached.earns_badge:
        band: str = shelf.edition(db, attempt.version_id).item.band
        win(db, pupil_id=attempt.pupil_id, lesson_key=attempt.lesson_key, band=band, at=at)
    return reached


def _plan_what_comes_back(db: SchoolSession, attempt: Attempt, reached: Outcome, level: str, at: datetime) -> None:
    """What was misunderstood comes back; without that, the expectation itself does until the pupil is secure."""
    comes_back = reached.shown or (frozenset({attempt.expectation}) if level != "secure" else frozenset())
    follow_ups.plan(
        db,
        pupil_id=attempt.pupil_id,
        about=comes_back,
        expectation=attempt.expectation,
        at=at,
        instead_of=(attempt.expectation,),
    )


def _note_misconceptions(
    db: SchoolSession, pupil_id: int, *, shown: frozenset[str], cleared: frozenset[str], at: datetime
) -> None:
    held = {"pupil_id": pupil_id, "seen_at": at, "cleared_at": None}
    insert_or_change(db, HeldMisconception, [{**held, "misconception": one} for one in sorted(shown)])
    if cleared:
        db.execute(
            update(HeldMisconception)
            .where(
                HeldMisconception.pupil_id == pupil_id,
                HeldMisconception.misconception.in_(cleared),
                HeldMisconception.cleared_at.is_(None),
            )
            .values(cleared_at=at)
            .execution_options(synchronize_session=False)
        )


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


def assign(
    db: SchoolSession,
    *,
    class_ids: Iterable[int],
    lesson_key_of: dict[int, str],
    opens_on: date,
    due_on: date | None,
    by: int | None,
    actor: str,
    at: datetime,
) -> int:
    """Set a lesson for classes, each in its own age band. Setting the same again only moves the due date. Returns how many."""
    number = 0
    for class_id in class_ids:
        key = lesson_key_of[class_id]
        known = db.scalars(
            select(Assignment).where(
                Assignment.class_id == class_id, Assignment.lesson_key == key, Assignment.opens_on == opens_on
            )
        ).one_or_none()
        if known is None:
            known = Assignment(class_id=class_id, lesson_key=key, opens_on=opens_on, set_by=by, set_at=at)
            db.add(known)
        known.due_on, known.withdrawn_at, known.for_all = due_on, None, True
        db.flush()
        audit.record(db, at=at, actor=actor, action="lesson.set", about=f"assignment:{known.id}")
        number += 1
    return number


def assign_to_pupils(
    db: SchoolSession,
    *,
    class_id: int,
    pupil_ids: Iterable[int],
    lesson_key: str,
    opens_on: date,
    due_on: date | None,
    by: int | None,
    actor: str,
    at: datetime,
) -> int:
    """Set a lesson for chosen pupils of a class; who has done it does it anew. Returns for how many."""
    known = db.scalars(
        select(Assignment).where(
            Assignment.class_id == class_id, Assignment.lesson_key == lesson_key, Assignment.opens_on == opens_on
        )
    ).one_or_none()
    if known is None:
        known = Assignment(class_id=class_id, lesson_key=lesson_key, opens_on=opens_on, for_all=False, set_by=by, set_at=at)
        db.add(known)
    elif known.withdrawn_at is not None:
        known.for_all, known.withdrawn_at = False, None
    if not known.for_all:
        known.due_on = due_on
    db.flush()
    rows = [{"assignment_id": known.id, "pupil_id": pupil_id, "set_at": at} for pupil_id in pupil_ids]
    insert_or_change(db, ChosenPupil, rows)
    audit.record(db, at=at, actor=actor, action="lesson.set-for-pupils", about=f"assignment:{known.id}")
    return len(rows)


def withdraw_assignment(db: SchoolSession, *, assignment: Assignment, actor: str, at: datetime) -> None:
    """Take a lesson back from a class and its chosen pupils. What pupils have done stays."""
    assignment.withdrawn_at = at
    db.execute(delete(ChosenPupil).where(ChosenPupil.assignment_id == assignment.id))
    audit.record(db, at=at, actor=actor, action="lesson.taken-back", about=f"assignment:{assignment.id}")

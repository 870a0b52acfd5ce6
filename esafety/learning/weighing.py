"""What follows from an answer: the last one ends the lesson, and what came back counts where it belongs."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy.orm.attributes import set_committed_value

from esafety.core.tenancy import SchoolSession, insert_or_change, is_here, run
from esafety.curriculum import shelf
from esafety.learning import follow_ups
from esafety.learning.badges import win
from esafety.learning.evidence import counted_answers, evidence_of, note_standing
from esafety.learning.models import Attempt, HeldMisconception
from esafety.learning.outcome import Given, Outcome, outcome
from esafety.learning.rules import Mark
from esafety.learning.way import Screen, questions_that_count, tested_by

_END = (
    update(Attempt)
    .where(is_here(Attempt), Attempt.id == bindparam("attempt"))
    .values(finished_at=bindparam("at"), outcome=bindparam("level"))
)
_PUT_RIGHT = (
    update(HeldMisconception)
    .where(
        is_here(HeldMisconception),
        HeldMisconception.pupil_id == bindparam("pupil"),
        HeldMisconception.misconception.in_(bindparam("cleared", expanding=True)),
        HeldMisconception.cleared_at.is_(None),
    )
    .values(cleared_at=bindparam("at"))
)


def weigh(db: SchoolSession, attempt: Attempt, screen: Screen, mark: Mark, *, way: tuple[Screen, ...], at: datetime) -> None:
    """What follows from a whole answer: the last one finishes the lesson, and what came back counts where it belongs."""
    if screen is questions_that_count(way)[-1]:
        finish(db, attempt=attempt, way=way, at=at)
    if screen.remembers:
        _note_what_came_back(db, attempt, screen, mark, at)


def finish(db: SchoolSession, *, attempt: Attempt, way: tuple[Screen, ...], at: datetime) -> Outcome:
    """Weigh the quiz: how secure the pupil is, the badge, and what is still misunderstood."""
    pupil_id, expectation = attempt.pupil_id, attempt.expectation
    counted = counted_answers(db, pupil_id=pupil_id, expectation=expectation, ending=attempt.id)
    tests = {screen.question_id: tested_by(screen) for screen in questions_that_count(way)}
    reached = outcome(
        Given(one.evidence.grade, one.misconception, tests.get(one.question_id, frozenset()))
        for one in counted
        if one.attempt_id == attempt.id
    )
    _end(db, attempt, level=reached.level, at=at)
    evidence = (one.evidence for one in counted)
    level = note_standing(db, pupil_id=pupil_id, expectation=expectation, evidence=evidence, at=at)
    _note_misconceptions(db, pupil_id, shown=reached.shown, cleared=reached.cleared, at=at)
    _plan_what_comes_back(db, attempt, reached, level, at)
    if reached.earns_badge:
        band: str = shelf.edition(db, attempt.version_id).item.band
        win(db, pupil_id=pupil_id, lesson_key=attempt.lesson_key, band=band, at=at)
    return reached


def _end(db: SchoolSession, attempt: Attempt, *, level: str, at: datetime) -> None:
    """Write the end down at once: the session would weigh up all of the attempt to find out what changed."""
    run(db, _END, attempt=attempt.id, at=at, level=level)
    set_committed_value(attempt, "finished_at", at)
    set_committed_value(attempt, "outcome", level)


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


def _note_what_came_back(db: SchoolSession, attempt: Attempt, screen: Screen, mark: Mark, at: datetime) -> None:
    """A question of an earlier lesson was answered: it counts there, and what is misunderstood still comes back once more."""
    expectation = follow_ups.note_answer(db, attempt=attempt, screen=screen, grade=mark.grade, at=at)
    if expectation is None:
        return
    evidence = evidence_of(db, pupil_id=attempt.pupil_id, expectation=expectation)
    note_standing(db, pupil_id=attempt.pupil_id, expectation=expectation, evidence=evidence, at=at)
    shown = frozenset({mark.misconception} if mark.misconception else set[str]())
    cleared = tested_by(screen) if mark.grade == "secure" else frozenset[str]()
    _note_misconceptions(db, attempt.pupil_id, shown=shown, cleared=cleared, at=at)
    if shown:
        follow_ups.plan(db, pupil_id=attempt.pupil_id, about=shown, expectation=expectation, at=at)


def _note_misconceptions(
    db: SchoolSession, pupil_id: int, *, shown: frozenset[str], cleared: frozenset[str], at: datetime
) -> None:
    held = {"pupil_id": pupil_id, "seen_at": at, "cleared_at": None}
    insert_or_change(db, HeldMisconception, [{**held, "misconception": one} for one in sorted(shown)])
    if cleared:
        run(db, _PUT_RIGHT, pupil=pupil_id, cleared=sorted(cleared), at=at)

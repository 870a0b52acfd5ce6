"""What comes back to a pupil: planned when a lesson ends, woven into a later one, answered once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import and_, bindparam, delete, select, update

from esafety.core.clock import school_day
from esafety.core.tenancy import SchoolSession, insert_or_change, is_here, run
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import edition, library
from esafety.learning.models import Answer, Attempt, FollowUp
from esafety.learning.rules.again import Found, Wish, askable, days_to_ask, find_questions
from esafety.learning.way import Screen, Woven

_LET_GO = delete(FollowUp).where(
    is_here(FollowUp),
    FollowUp.pupil_id == bindparam("pupil"),
    FollowUp.about.in_(bindparam("old", expanding=True)),
    FollowUp.answered_at.is_(None),
)


def plan(
    db: SchoolSession, *, pupil_id: int, about: Iterable[str], expectation: str, at: datetime, instead_of: Iterable[str] = ()
) -> None:
    """Let some things come back in two and in six weeks. What was planned for them, or for ``instead_of``, is let go of."""
    wanted = sorted(about)
    run(db, _LET_GO, pupil=pupil_id, old=[*wanted, *instead_of])
    days = days_to_ask(school_day(at))
    rows = [{"pupil_id": pupil_id, "about": one, "due_on": day, "expectation": expectation} for one in wanted for day in days]
    insert_or_change(db, FollowUp, rows)


def weave(db: SchoolSession, *, pupil_id: int, begun: Edition[Lesson], seed: int, today: date) -> str:
    """The questions of earlier lessons that come back in the lesson which begins now, as they are kept with the attempt."""
    rows = db.execute(
        select(FollowUp.about, FollowUp.expectation, FollowUp.due_on).where(
            FollowUp.pupil_id == pupil_id, FollowUp.due_on <= today, FollowUp.answered_at.is_(None)
        )
    )
    wishes = [Wish(*row) for row in rows]
    if not wishes or begun.item.band is None:
        return ""
    met = _met(db, pupil_id)
    keys = dict.fromkeys(key for key, _question in met if key != begun.key and library().has_lesson(key))
    done = [library().lesson(key) for key in keys]
    found = find_questions(wishes, lessons=done, met=frozenset(map("/".join, met)), seed=seed)
    return json.dumps([_kept(one) for one in found]) if found else ""


def _met(db: SchoolSession, pupil_id: int) -> list[tuple[str, str]]:
    answered = db.execute(
        select(Attempt.lesson_key, Answer.question_id)
        .join(Answer, and_(Answer.school_id == Attempt.school_id, Answer.attempt_id == Attempt.id))
        .where(Attempt.pupil_id == pupil_id, Answer.counts.is_(True))
    )
    came_back = db.execute(
        select(FollowUp.version_id, FollowUp.question_id).where(FollowUp.pupil_id == pupil_id, FollowUp.answered_at.is_not(None))
    )
    again = [(edition(db, version_id).key, question_id) for version_id, question_id in came_back if version_id and question_id]
    return [*((key, question) for key, question in answered), *again]


def _kept(found: Found) -> dict[str, str | int]:
    wish = found.wish
    return {
        "about": wish.about,
        "due": wish.due_on.isoformat(),
        "version": found.edition.version_id,
        "question": found.question_id,
    }


def woven_into(db: SchoolSession, attempt: Attempt) -> tuple[Woven, ...]:
    """What comes back in an attempt, with the words of the questions. Kept, for every press of a button asks for it."""
    if not attempt.woven:
        return ()
    kept = _kept_words.get(attempt.woven)
    if kept is None:
        if len(_kept_words) >= MOST_KEPT:
            _kept_words.clear()
        kept = _kept_words[attempt.woven] = tuple(_woven(db, one) for one in json.loads(attempt.woven))
    return kept


MOST_KEPT = 2000
_kept_words: dict[str, tuple[Woven, ...]] = {}
"""By what stands in the attempt: that names versions, and a version never changes."""


def _woven(db: SchoolSession, kept: dict[str, str | int]) -> Woven:
    earlier: Edition[Lesson] = edition(db, int(kept["version"]))
    question = askable(earlier.item)[str(kept["question"])]
    return Woven(_name(kept), f"{earlier.version_id}/{kept['question']}", question, earlier.item.title)


def _name(kept: dict[str, str | int]) -> str:
    """How the answer is called among the attempt's answers; no question of a lesson is named so."""
    return f"again:{kept['about']}"


def note_answer(db: SchoolSession, *, attempt: Attempt, screen: Screen, grade: str, at: datetime) -> str | None:
    """Keep what the answer to something that came back shows. Returns for which expectation it counts, if it does."""
    kept = next((one for one in json.loads(attempt.woven) if _name(one) == screen.question_id), None)
    if kept is None:
        return None
    key = (
        FollowUp.pupil_id == attempt.pupil_id,
        FollowUp.about == kept["about"],
        FollowUp.due_on == date.fromisoformat(kept["due"]),
        FollowUp.answered_at.is_(None),
    )
    expectation = db.scalar(select(FollowUp.expectation).where(*key))
    given = {"version_id": kept["version"], "question_id": kept["question"], "grade": grade, "answered_at": at}
    db.execute(update(FollowUp).where(*key).values(**given).execution_options(synchronize_session=False))
    return expectation

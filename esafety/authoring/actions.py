"""Change a draft piece by piece, so that two writers of one lesson never overwrite each other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from esafety.authoring import queries
from esafety.authoring.rules import beginning, pieces
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.library import Library
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.own.lessons import ChangedMeanwhile
from esafety.curriculum.stored import digest_of, to_json


def begin(db: SchoolSession, *, expectation: str, readers: str, title: str, by: str, at: datetime) -> int:
    """Begin a lesson of the school's own with the steps that it needs. Returns the draft's row."""
    draft = lessons.begin_own(db, expectation=expectation, readers=readers, title=title, by=by, at=at)
    ours = queries.find_ours(db, f"{expectation}/{readers}")
    tell = next((to_json(step) for step in ours.item.steps if step.kind == pieces.LAST), None) if ours else None
    _keep(db, draft, lessons.body_of(draft) | {"steps": beginning.steps_for(readers, tell)}, by=by, at=at)
    return draft.id


def adapt(db: SchoolSession, *, library: Library, key: str, by: str, at: datetime) -> OwnLessonVersion:
    """Begin to adapt a lesson as the school has it now, or go on with its draft."""
    if standing := lessons.find_draft(db, key):
        return standing
    try:
        edition = library.lesson(key)
    except KeyError as error:
        raise NotFound from error
    return lessons.adapt(db, edition=edition, ours=queries.find_ours(db, key), by=by, at=at)


def opened(draft: OwnLessonVersion, place: str) -> str:
    """What a form of one piece carries: what the whole draft was, and what the piece was."""
    body = lessons.body_of(draft)
    return f"{lessons.seen(draft)}.{digest_of(pieces.find(body, place))[:16]}"


def keep_piece(
    db: SchoolSession, *, draft: OwnLessonVersion, place: str, piece: Mapping[str, Any], saw: str, by: str, at: datetime
) -> None:
    """Save one piece. What others wrote meanwhile elsewhere in the lesson stays.

    Raises ChangedMeanwhile when somebody else changed this piece or took it away.
    """
    _lock(db, draft)
    body = lessons.body_of(draft)
    here = pieces.find(body, place)
    if here == piece:
        return
    if here is None or opened(draft, place).partition(".")[2] != saw.partition(".")[2]:
        raise ChangedMeanwhile
    _keep(db, draft, pieces.with_piece(body, place, piece), by=by, at=at)


def arrange(db: SchoolSession, *, draft: OwnLessonVersion, place: str, press: str, saw: str, by: str, at: datetime) -> None:
    """Move a piece up or down, or take it away. Raises ChangedMeanwhile."""
    _lock(db, draft)
    if lessons.seen(draft) != saw:
        raise ChangedMeanwhile
    body = lessons.body_of(draft)
    if press == "away":
        _keep(db, draft, pieces.without(body, place), by=by, at=at)
    elif press in ("up", "down"):
        _keep(db, draft, pieces.moved(body, place, -1 if press == "up" else 1), by=by, at=at)


def add_step(db: SchoolSession, *, draft: OwnLessonVersion, kind: str, by: str, at: datetime) -> str:
    """Add an empty step. Returns its place. Raises Refused when the lesson is full."""
    _lock(db, draft)
    body = lessons.body_of(draft)
    if len(pieces.steps_of(body)) >= pieces.MOST_STEPS:
        raise Refused(_("A lesson has at most %(most)d steps.", most=pieces.MOST_STEPS))
    step = beginning.empty_step(kind, new_name())
    _keep(db, draft, pieces.with_step(body, step), by=by, at=at)
    return f"steps.{step['id']}"


def add_question(db: SchoolSession, *, draft: OwnLessonVersion, question: Mapping[str, Any], by: str, at: datetime) -> str:
    """Add a question to the quiz. Returns its place. Raises Refused when the lesson is full."""
    _lock(db, draft)
    body = lessons.body_of(draft)
    if len(pieces.questions_of(body)) >= pieces.MOST_QUESTIONS:
        raise Refused(_("A lesson has at most %(most)d questions.", most=pieces.MOST_QUESTIONS))
    _keep(db, draft, pieces.with_question(body, dict(question)), by=by, at=at)
    return f"quiz.{question['id']}"


def add_activity(db: SchoolSession, *, draft: OwnLessonVersion, step: str, kind: str, by: str, at: datetime) -> str:
    """Give a step something to try out. Returns its place. Raises NotFound when the step is gone."""
    _lock(db, draft)
    new = pieces.with_activity(lessons.body_of(draft), step, beginning.empty_question(kind, new_name()))
    place = f"steps.{step}.{pieces.ACTIVITY}"
    if pieces.find(new, place) is None:
        raise NotFound
    _keep(db, draft, new, by=by, at=at)
    return place


def from_own(entry: Entry) -> dict[str, Any]:
    """A question that the school brought from elsewhere, as a question of a lesson."""
    found: dict[str, Any] = to_json(entry.question) | {"id": new_name()}
    return found


def new_name() -> str:
    """A name that neither we nor another writer will give to anything else in the lesson."""
    return f"own-{secrets.token_hex(3)}"


def _lock(db: SchoolSession, draft: OwnLessonVersion) -> None:
    """Wait for who writes at this moment, then see what they wrote."""
    mine = select(OwnLessonVersion).where(OwnLessonVersion.id == draft.id)
    db.execute(mine.with_for_update().execution_options(populate_existing=True))


def _keep(db: SchoolSession, draft: OwnLessonVersion, body: Mapping[str, Any], *, by: str, at: datetime) -> None:
    lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by=by, at=at)

"""Write, adapt, publish and switch off lessons of a school."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from esafety.core import audit
from esafety.core.errors import EsafetyError, NotFound
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.load import version_id
from esafety.curriculum.models import ContentVersion, LessonOff, OwnLesson, OwnLessonVersion
from esafety.curriculum.own.checking import Finding, findings_of
from esafety.curriculum.own.merging import Side, differences, merged
from esafety.curriculum.shapes import Lesson, lesson_key
from esafety.curriculum.stored import digest_of, from_json, to_json


class ChangedMeanwhile(EsafetyError):
    """Somebody else saved the draft since it was opened; nothing is overwritten."""


class NotReady(EsafetyError):
    """A draft that the check does not let through. Pupils go on with what they had."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(one.message for one in findings))
        self.findings = findings


def begin_own(db: SchoolSession, *, expectation: str, readers: str, title: str, by: str, at: datetime) -> OwnLessonVersion:
    """Begin a lesson of the school's own with an empty draft."""
    own = secrets.token_hex(3)
    about = {"band": readers} if readers in ("ks1", "lks2", "uks2") else {"audience": readers}
    body: dict[str, Any] = {"expectation": expectation, "own": own, **about, "title": title, "minutes": "10"}
    body |= {"aim": "", "because": "", "steps": [], "quiz": {"draw": "6" if "band" in about else "all", "questions": []}}
    return _draft(db, lesson_key(expectation, readers, own=own), body, based_on=None, by=by, at=at)


def adapt(
    db: SchoolSession, *, edition: Edition[Lesson], ours: Edition[Lesson] | None, by: str, at: datetime
) -> OwnLessonVersion:
    """Begin to adapt a lesson as the school has it now, or go on with the draft that stands.

    ``ours`` is our version, on which it is based; None for a lesson that the school wrote itself.
    """
    if standing := find_draft(db, edition.key):
        return standing
    before = _in_force(db, edition.key)
    based_on = before.based_on if before else ours.version_id if ours else None
    return _draft(db, edition.key, to_json(edition.item), based_on=based_on, by=by, at=at)


def save(db: SchoolSession, *, draft: OwnLessonVersion, body: Mapping[str, Any], opened: str, by: str, at: datetime) -> None:
    """Keep a changed draft. ``opened`` is the digest that the writer saw. Raises ChangedMeanwhile."""
    if seen(draft) != opened:
        raise ChangedMeanwhile
    draft.body, draft.made_by, draft.changed_at = json.dumps(body, ensure_ascii=False), by, at


def publish(db: SchoolSession, *, draft: OwnLessonVersion, library: Library, by: str, at: datetime) -> str:
    """Give a draft to pupils: who has begun goes on with the wording that they began. Returns its key. Raises NotReady."""
    body = body_of(draft)
    if errors := tuple(one for one in findings_of(body, library) if one.severity == "error"):
        raise NotReady(errors)
    key = db.scalars(select(OwnLesson.key).where(OwnLesson.id == draft.lesson_id)).one()
    stored = to_json(from_json(Lesson, body))
    name, digest = f"{db.school_id}/{key}", digest_of(stored)
    mine = (ContentVersion.kind == str(Kind.OWN_LESSON), ContentVersion.key == name)
    number = (db.scalar(select(func.max(ContentVersion.number)).where(*mine)) or 0) + 1
    made = ContentVersion(
        id=version_id(Kind.OWN_LESSON, name, number, digest),
        kind=str(Kind.OWN_LESSON),
        key=name,
        number=number,
        digest=digest,
        body=json.dumps(stored, ensure_ascii=False),
        loaded_at=at,
        retired_at=None,
    )
    db.add(made)
    db.flush()
    if before := _in_force(db, key):
        before.retired_at = at
    draft.version_id, draft.published_at, draft.made_by = made.id, at, by
    db.flush()
    audit.record(db, at=at, actor=by, action="content.lesson.published", about=f"own_lesson:{draft.lesson_id}")
    return key


def give_up(db: SchoolSession, *, draft: OwnLessonVersion, by: str, at: datetime) -> None:
    """Give up a draft. What pupils get stays as it is."""
    draft.retired_at = at
    audit.record(db, at=at, actor=by, action="content.lesson.draft.given-up", about=f"own_lesson:{draft.lesson_id}")


def back_to_ours(db: SchoolSession, *, key: str, by: str, at: datetime) -> None:
    """Give up the school's own wording, draft and published. Our lesson returns; one that only the school has is gone."""
    for version in (find_draft(db, key), _in_force(db, key)):
        if version is not None:
            version.retired_at = at
            audit.record(db, at=at, actor=by, action="content.lesson.given-up", about=f"own_lesson:{version.lesson_id}")


def take_ours_in(
    db: SchoolSession,
    *,
    draft: OwnLessonVersion,
    before: Lesson,
    ours: Edition[Lesson],
    choices: Mapping[str, Side],
    by: str,
    at: datetime,
) -> None:
    """Take our newer version into a draft. Raises KeyError when a part that both changed has no choice."""
    body = merged(to_json(before), to_json(ours.item), body_of(draft), choices)
    draft.body, draft.based_on, draft.made_by, draft.changed_at = json.dumps(body, ensure_ascii=False), ours.version_id, by, at


def needs_choice(before: Lesson, ours: Lesson, theirs: Mapping[str, Any]) -> tuple[str, ...]:
    """The parts that both sides changed."""
    return tuple(one.part for one in differences(to_json(before), to_json(ours), theirs) if one.needs_choice)


def switch_off(db: SchoolSession, *, key: str, by: str, at: datetime) -> None:
    """Offer a lesson no longer. What was done stays; pressing twice changes nothing."""
    if insert_if_absent(db, LessonOff, key=key, at=at, by=by):
        audit.record(db, at=at, actor=by, action="content.lesson.off", about=f"lesson:{key}")


def switch_on(db: SchoolSession, *, key: str, by: str, at: datetime) -> None:
    """Offer a lesson again."""
    db.execute(delete(LessonOff).where(LessonOff.key == key))
    audit.record(db, at=at, actor=by, action="content.lesson.on", about=f"lesson:{key}")


def body_of(version: OwnLessonVersion) -> dict[str, Any]:
    """The lesson of a version in its stored form; a draft may have gaps."""
    found: dict[str, Any] = json.loads(version.body)
    return found


def seen(version: OwnLessonVersion) -> str:
    """What a form carries to notice that the draft was changed meanwhile."""
    return digest_of(body_of(version))[:16]


def find_draft(db: SchoolSession, key: str) -> OwnLessonVersion | None:
    """The draft of a lesson, if one stands."""
    return _find(db, key, OwnLessonVersion.published_at.is_(None))


def get_draft(db: SchoolSession, key: str) -> OwnLessonVersion:
    """The draft of a lesson. Raises NotFound."""
    found = find_draft(db, key)
    if found is None:
        raise NotFound
    return found


def _in_force(db: SchoolSession, key: str) -> OwnLessonVersion | None:
    return _find(db, key, OwnLessonVersion.published_at.is_not(None))


def _find(db: SchoolSession, key: str, state: Any) -> OwnLessonVersion | None:
    return db.scalars(
        select(OwnLessonVersion)
        .join(
            OwnLesson,
            (OwnLesson.school_id == OwnLessonVersion.school_id) & (OwnLesson.id == OwnLessonVersion.lesson_id),
        )
        .where(OwnLesson.key == key, OwnLessonVersion.retired_at.is_(None), state)
    ).one_or_none()


def _draft(
    db: SchoolSession, key: str, body: Mapping[str, Any], *, based_on: int | None, by: str, at: datetime
) -> OwnLessonVersion:
    lesson = db.scalars(select(OwnLesson).where(OwnLesson.key == key)).one_or_none()
    if lesson is None:
        lesson = OwnLesson(key=key, made_at=at)
        db.add(lesson)
        db.flush()
    number = db.scalar(select(func.max(OwnLessonVersion.number)).where(OwnLessonVersion.lesson_id == lesson.id)) or 0
    draft = OwnLessonVersion(
        lesson_id=lesson.id,
        number=number + 1,
        body=json.dumps(body, ensure_ascii=False),
        based_on=based_on,
        made_by=by,
        changed_at=at,
    )
    db.add(draft)
    db.flush()
    return draft

"""What the lead's pages read: which lessons the school has changed, and what they are based on."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select

from esafety.authoring.rules.states import LessonState, OwnState, state_of
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.catalogue import EXPECTATIONS
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.models import ContentVersion, LessonOff, OwnLesson, OwnLessonVersion
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import edition


def lessons(db: SchoolSession, library: Library) -> tuple[LessonState, ...]:
    """Every lesson and module that the school has, in the catalogue's order, also those that are drafts or off."""
    own, ours = _own(db), _ours(db)
    off = frozenset(db.scalars(select(LessonOff.key)))
    titles = {key: one.item.title for (kind, key), one in library.editions.items() if kind is Kind.LESSON}
    keys = {key for key in (*ours, *own, *titles) if not _is_a_change(library, key)}
    found = (
        state_of(key, own.get(key), title=titles.get(key, ""), ours=ours.get(key), off=key in off)
        for key in keys
        if key in titles or key in own
    )
    order = list(EXPECTATIONS)
    return tuple(sorted(found, key=lambda one: (order.index(one.expectation), not one.is_ours, one.title, one.key)))


def state(db: SchoolSession, library: Library, key: str) -> LessonState:
    """One lesson's state. Raises NotFound when the school has none of that key."""
    found = next((one for one in lessons(db, library) if one.key == key), None)
    if found is None:
        raise NotFound
    return found


def key_of(db: SchoolSession, draft: OwnLessonVersion) -> str:
    """The lasting name of the lesson that a draft is of."""
    return db.scalars(select(OwnLesson.key).where(OwnLesson.id == draft.lesson_id)).one()


def find_ours(db: SchoolSession, key: str) -> Edition[Lesson] | None:
    """Our own current version of a lesson, whatever the school made of it."""
    version_id = _ours(db, key).get(key)
    return edition(db, version_id) if version_id is not None else None


def find_base(db: SchoolSession, key: str) -> Edition[Lesson] | None:
    """Our version on which the school's draft, or else its published wording, is based."""
    own = _own(db).get(key)
    based_on = (own.draft_based_on if own.draft_id is not None else own.published_based_on) if own else None
    return edition(db, based_on) if based_on is not None else None


def _own(db: SchoolSession) -> Mapping[str, OwnState]:
    version = OwnLessonVersion
    rows = db.execute(
        select(OwnLesson.key, version.id, version.published_at, version.based_on, version.body)
        .join(
            OwnLessonVersion,
            (OwnLessonVersion.school_id == OwnLesson.school_id) & (OwnLessonVersion.lesson_id == OwnLesson.id),
        )
        .where(OwnLessonVersion.retired_at.is_(None))
    ).all()
    drafts = {row.key: row for row in rows if row.published_at is None}
    published = {row.key: row for row in rows if row.published_at is not None}
    return {
        key: OwnState(
            key=key,
            draft_id=drafts[key].id if key in drafts else None,
            draft_title=json.loads(drafts[key].body).get("title", "") if key in drafts else "",
            draft_based_on=drafts[key].based_on if key in drafts else None,
            published=key in published,
            published_based_on=published[key].based_on if key in published else None,
        )
        for key in drafts.keys() | published.keys()
    }


def _ours(db: SchoolSession, key: str = "") -> Mapping[str, int]:
    current = select(ContentVersion.key, ContentVersion.id).where(
        ContentVersion.kind == str(Kind.LESSON), ContentVersion.retired_at.is_(None)
    )
    return {row.key: row.id for row in db.execute(current.where(ContentVersion.key == key) if key else current)}


def _is_a_change(library: Library, key: str) -> bool:
    """Whether a lesson only tells that a fact changed: those come and go by themselves."""
    found = library.editions.get((Kind.LESSON, key))
    return found is not None and bool(found.item.change_of)

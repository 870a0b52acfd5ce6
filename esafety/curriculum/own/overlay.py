"""The library as one school has it: ours, with the lessons that it wrote or adapted, without those that it switched off."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import func, select

from esafety.core.i18n import OWN_NAMES
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Edition, Library, Shown
from esafety.curriculum.models import ContentVersion, LessonOff, OwnLesson, OwnLessonVersion
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.stored import from_json
from esafety.curriculum.texts import texts_of, translated


@dataclass(frozen=True, slots=True)
class Stamp:
    """Says whether anything of a school's own changed since one looked last."""

    published: int
    newest: datetime | None
    off: int
    off_since: datetime | None

    @property
    def is_anything(self) -> bool:
        """Whether the school differs from ours at all."""
        return bool(self.published or self.off)


@dataclass(frozen=True, slots=True)
class Own:
    """What a school has beside ours: editions in force by lesson key, and the keys that are switched off."""

    editions: Mapping[str, Edition[Lesson]]
    off: frozenset[str]


def stamp_of(db: SchoolSession) -> Stamp:
    """Small counts in one statement, whatever the school has written."""
    in_force = (OwnLessonVersion.published_at.is_not(None), OwnLessonVersion.retired_at.is_(None))
    mine, off = OwnLessonVersion.school_id == db.school_id, LessonOff.school_id == db.school_id
    row = db.execute(
        select(
            select(func.count(OwnLessonVersion.id)).where(mine, *in_force).scalar_subquery(),
            select(func.max(OwnLessonVersion.published_at)).where(mine, *in_force).scalar_subquery(),
            select(func.count(LessonOff.key)).where(off).scalar_subquery(),
            select(func.max(LessonOff.at)).where(off).scalar_subquery(),
        )
    ).one()
    return Stamp(*row)


def read_own(db: SchoolSession) -> Own:
    """What the school has in force. Two statements."""
    rows = db.execute(
        select(OwnLesson.key, ContentVersion.id, ContentVersion.number, ContentVersion.body)
        .join(
            OwnLessonVersion,
            (OwnLessonVersion.school_id == OwnLesson.school_id) & (OwnLessonVersion.lesson_id == OwnLesson.id),
        )
        .join(ContentVersion, ContentVersion.id == OwnLessonVersion.version_id)
        .where(OwnLessonVersion.published_at.is_not(None), OwnLessonVersion.retired_at.is_(None))
    )
    editions = {
        row.key: Edition(row.id, Kind.LESSON, row.key, row.number, from_json(Lesson, json.loads(row.body))) for row in rows
    }
    return Own(editions, frozenset(db.scalars(select(LessonOff.key))))


def library_with(base: Library, own: Own) -> Library:
    """Our library with a school's own lessons in the place of ours. Of a translation stays what still fits the words."""
    editions = {**base.editions, **{(Kind.LESSON, key): edition for key, edition in own.editions.items()}}
    kept = {name: shown for name, shown in base.translations.items() if name[0] is not Kind.LESSON or name[1] not in own.editions}
    for edition in own.editions.values():
        for language, shown in _still_fitting(base, edition):
            kept[Kind.LESSON, edition.key, language] = shown
    return replace(base, editions=MappingProxyType(editions), translations=MappingProxyType(kept), off=own.off)


def _still_fitting(base: Library, edition: Edition[Lesson]) -> Iterable[tuple[str, Shown]]:
    ours = base.editions.get((Kind.LESSON, edition.key))
    if ours is None:
        return
    theirs, source = texts_of(edition.item), texts_of(ours.item)
    same = {place for place, text in theirs.items() if source.get(place) == text}
    for language in OWN_NAMES:
        if shown := base.translations.get((Kind.LESSON, edition.key, language)):
            spoken = texts_of(shown.item)
            texts = {place: spoken[place] for place in same if spoken.get(place, source[place]) != source[place]}
            found = translated(edition.item, texts)
            yield language, Shown(found.item, True, found.left_in_english)

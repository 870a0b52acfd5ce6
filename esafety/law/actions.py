"""What happens in a school on the day when a fact gets a new value."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from esafety.agreements import actions as agreements
from esafety.agreements.queries import published
from esafety.agreements.rules import KEYS
from esafety.agreements.wording import Snapshot, promises_that_differ, snapshot
from esafety.core import audit
from esafety.core.clock import school_day, school_year
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.library import Library
from esafety.law.models import LawChange
from esafety.law.rules import Change, due
from esafety.learning import setting
from esafety.people.models import School, SchoolClass

ACTOR = "system:law-clock"


def keep_up(db: SchoolSession, *, school: School, library: Library, at: datetime) -> int:
    """Take a school through the changes that are due and not done yet. Returns how many; running again changes nothing.

    Texts and keys need nothing: they show the day's value. Lessons on what changed are set, and an agreement is asked
    anew only if words of a promise changed.
    """
    number = 0
    for change in due(library.facts, today=school_day(at), since=school_day(school.created_at)):
        if db.scalar(select(LawChange.fact).where(LawChange.fact == change.fact, LawChange.from_on == change.from_on)):
            continue
        classes = _set_lessons(db, change, library, at)
        anew, waiting = _publish_agreements(db, change, school, library, at)
        insert_if_absent(
            db,
            LawChange,
            fact=change.fact,
            from_on=change.from_on,
            acted_at=at,
            classes=classes,
            published=" ".join(anew),
            waiting=" ".join(waiting),
        )
        audit.record(db, at=at, actor=ACTOR, action="law.changed", about=f"fact:{change.fact}", reason=change.now)
        number += 1
    return number


def _set_lessons(db: SchoolSession, change: Change, library: Library, at: datetime) -> int:
    """Set the short lesson on what changed for every class of this year whose age has one."""
    today = school_day(at)
    key_of = {
        band: edition.key
        for band in BANDS
        for edition in library.changes_for(band, today)
        if edition.item.change_of == change.fact
    }
    classes = db.execute(select(SchoolClass.id, SchoolClass.year_group).where(SchoolClass.school_year == school_year(today)))
    keys = {row.id: key_of[band] for row in classes if (band := library.band_of(row.year_group)) in key_of}
    return setting.assign(db, class_ids=keys, lesson_key_of=keys, opens_on=today, due_on=None, by=None, actor=ACTOR, at=at)


def _publish_agreements(
    db: SchoolSession, change: Change, school: School, library: Library, at: datetime
) -> tuple[list[str], list[str]]:
    """Publish what means something else now. Returns what was published, and what a person has to look at first."""
    anew, waiting = [], []
    in_force = published(db)
    for key in KEYS:
        if key not in in_force:
            continue
        before = _words(library, key, change.from_on - timedelta(days=1), school)
        now = _words(library, key, school_day(at), school)
        if not promises_that_differ(before.texts, now.texts):
            continue
        if in_force[key].digest == before.digest:
            agreements.publish(db, key=key, snapshot=now, actor=ACTOR, at=at)
            anew.append(key)
        elif in_force[key].digest != now.digest:
            # Other words would change with it, which nobody at the school has read yet.
            waiting.append(key)
    return anew, waiting


def _words(library: Library, key: str, day: date, school: School) -> Snapshot:
    return snapshot(library, key, day=day, school=school.name)

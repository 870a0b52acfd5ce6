"""What stands on certificates and on a leaver's summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from esafety.core import i18n
from esafety.core.clock import school_day, school_year_name
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import library
from esafety.curriculum.strands import strand_name
from esafety.curriculum.telling import Teller
from esafety.learning.badges import Won, all_won
from esafety.notices.typesetting import typeset
from esafety.people.models import Pupil, SchoolClass
from esafety.places import content_directory

LEAVERS = 6
"""The year group that leaves for secondary school."""
TALKS = ("stranger-contact", "privacy-settings", "age-limits")
MOST_BADGES = 24
"""What one page holds."""


@dataclass(frozen=True, slots=True)
class Winner:
    """A pupil for whom a certificate is printed, with the titles of this year's badges and the names of their pictures."""

    name: str
    class_name: str
    badges: tuple[str, ...]
    strands: tuple[str, ...]
    pictures: tuple[str, ...] = ()


def winners(db: SchoolSession, *where: ColumnElement[bool], year: int, teller: Teller) -> tuple[Winner, ...]:
    """The pupils on roll who won a badge this school year, by class and name. Three statements for any number of them."""
    rows = db.execute(
        select(Pupil.id, Pupil.first_name, Pupil.initial, SchoolClass.name)
        .join(SchoolClass, (SchoolClass.school_id == Pupil.school_id) & (SchoolClass.id == Pupil.class_id))
        .where(Pupil.left_on.is_(None), *where)
        .order_by(SchoolClass.year_group, SchoolClass.name, Pupil.first_name, Pupil.initial, Pupil.id)
    ).all()
    few = len(rows) <= MOST_NAMED
    won: dict[int, list[Won]] = {}
    for one in all_won(db, pupil_ids=[row.id for row in rows] if few else None):
        if one.school_year == year:
            won.setdefault(one.pupil_id, []).append(one)
    return tuple(
        Winner(f"{row.first_name} {row.initial}".strip(), row.name, *_titles(won[row.id], teller))
        for row in rows
        if row.id in won
    )


MOST_NAMED = 200
"""So many pupils are asked for by their numbers; beyond that the whole school is read at once."""


def _titles(won: Iterable[Won], teller: Teller) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    rows = tuple(won)
    keys = [one.lesson_key for one in rows if one.lesson_key and library().has_lesson(one.lesson_key)][:MOST_BADGES]
    strands = tuple(dict.fromkeys(strand_name(one.strand) for one in rows if one.strand))
    return tuple(teller.say(_badge(key)[0]) for key in keys), strands, tuple(_picture(key) for key in keys)


def _badge(key: str) -> tuple[str, str]:
    """The title of a lesson's badge and what it says, in the language in use where there is a translation."""
    lesson: Lesson = library().in_language(library().lesson(key), i18n.language())
    return (lesson.badge.title, lesson.badge.says) if lesson.badge else (lesson.title, "")


def _picture(key: str) -> str:
    lesson: Lesson = library().lesson(key).item
    return lesson.badge.picture if lesson.badge else ""


def certificates(rows: Iterable[Winner], *, school: str, year: int, at: datetime) -> bytes:
    """One page for each pupil, as a PDF. A badge is drawn where there is room for it."""
    pupils = [asdict(one) for one in rows]
    named = sorted({name for one in pupils for name in one["pictures"] if name})
    files = {name: content_directory() / "pictures" / f"{name}.svg" for name in named}
    data = {
        "title": _("Certificates"),
        "language": i18n.language(),
        "school": school,
        "heading": _("Certificate"),
        "for": _("for"),
        "said": _(
            "has learned to look after themselves and others online in the school year %(year)s.", year=school_year_name(year)
        ),
        "badges_title": _("Badges won"),
        "strands_title": _("Whole islands reached"),
        "signed": _("Signed for the school"),
        "day": i18n.day(school_day(at)),
        "pupils": pupils,
        "pictures": {name: path.read_text() for name, path in files.items() if path.is_file()},
    }
    return typeset("certificates", data, at=at)


def summary(db: SchoolSession, *, pupil: Pupil, school: str, teller: Teller, at: datetime) -> bytes:
    """What a child of Year 6 takes along to secondary school. It belongs to the parent; the school keeps no copy."""
    won = all_won(db, pupil_ids=(pupil.id,))
    data = {
        "title": _("What %(name)s takes along", name=pupil.first_name),
        "language": i18n.language(),
        "school": school,
        "lead": _(
            "%(name)s leaves primary school with this. It says what was learned about life online, in the words of the badges.",
            name=pupil.first_name,
        ),
        "years": _by_year(won, teller),
        "nothing": _("No badge was won in the years that the school still holds."),
        "strands_title": _("Whole islands reached"),
        "strands": tuple(dict.fromkeys(strand_name(one.strand) for one in won if one.strand)),
        "talk_title": _("Talk about this before September"),
        "talk": _talks(teller),
        "yours": _(
            "This page is yours. The school keeps no copy, and lets go of what it holds thirty days after a child has left."
        ),
        "day": i18n.day(school_day(at)),
    }
    return typeset("summary", data, at=at)


def _by_year(won: Iterable[Won], teller: Teller) -> list[Mapping[str, Any]]:
    years: dict[int, list[tuple[str, str]]] = {}
    english: set[str] = set()
    for one in won:
        if one.lesson_key and library().has_lesson(one.lesson_key):
            years.setdefault(one.school_year, []).append(_badge(one.lesson_key))
            badge = library().lesson(one.lesson_key).item.badge
            english |= {badge.says} if badge else set()
    return [
        {
            "name": school_year_name(year),
            "badges": [
                {"title": teller.say(title), "says": teller.say(says), "english": says in english} for title, says in badges
            ],
        }
        for year, badges in sorted(years.items())
    ]


def _talks(teller: Teller) -> list[str]:
    """What to ask one another, from the lessons for the oldest that matter most at a new school."""
    keys = [f"{name}/uks2" for name in TALKS]
    lessons = (library().in_language(library().lesson(key), i18n.language()) for key in keys if library().has_lesson(key))
    return [teller.say(lesson.family.ask) for lesson in lessons if lesson.family]

"""Reading the school's own list of people: who is there, who belongs to whom, who has no sign-in yet."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from esafety.core.tenancy import SchoolSession
from esafety.people.models import Guardian, GuardianLink, Invitation, Pupil, SchoolClass

PAGE = 50
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class PupilRow:
    """A child on the office's list."""

    id: int
    first_name: str
    initial: str
    class_name: str | None
    left_on: date | None

    @property
    def name(self) -> str:
        """First name and initial."""
        return f"{self.first_name} {self.initial}".strip()


@dataclass(frozen=True, slots=True)
class AdultRow:
    """An adult on the office's list."""

    id: int
    name: str
    language: str
    by_paper: bool
    has_sign_in: bool
    children: int


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link, seen from the child or from the adult; ``name`` is the one at the other end."""

    id: int
    other_id: int
    name: str
    relationship: str
    restriction: str
    may_sign: bool
    may_see_progress: bool
    may_receive: bool
    until_on: date | None
    letter_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class PageOf:
    """One page of a long list. ``at`` counts from 1."""

    rows: tuple[PupilRow, ...] | tuple[AdultRow, ...]
    total: int
    at: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, at most fifty of each."""

    pupils: tuple[PupilRow, ...]
    adults: tuple[AdultRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """The office's three numbers."""

    pupils: int
    adults: int
    without_sign_in: int


_PUPILS = select(Pupil.id, Pupil.first_name, Pupil.initial, SchoolClass.name, Pupil.left_on).outerjoin(
    SchoolClass, (SchoolClass.school_id == Pupil.school_id) & (SchoolClass.id == Pupil.class_id)
)
_CHILDREN = (
    select(func.count(GuardianLink.id))
    .where(GuardianLink.school_id == Guardian.school_id, GuardianLink.guardian_id == Guardian.id)
    .correlate(Guardian)
    .scalar_subquery()
)
_ADULTS = select(Guardian.id, Guardian.name, Guardian.language, Guardian.by_paper, Guardian.account_id.is_not(None), _CHILDREN)


def on_roll(today: date) -> ColumnElement[bool]:
    """The children who have not left."""
    return or_(Pupil.left_on.is_(None), Pupil.left_on > today)


def pupils_page(db: SchoolSession, *, today: date, class_id: int | None = None, leavers: bool = False, at: int = 1) -> PageOf:
    """Children by class and name: those on roll, or the leavers; all classes or one."""
    # A leaver of whom only the proof of answers is left has no name any more.
    wanted = [~on_roll(today), Pupil.first_name != ""] if leavers else [on_roll(today)]
    if class_id is not None:
        wanted.append(Pupil.class_id == class_id)
    total = db.scalar(select(func.count()).select_from(Pupil).where(*wanted)) or 0
    at = _within(at, total)
    ordered = _PUPILS.where(*wanted).order_by(Pupil.year_group, SchoolClass.name, Pupil.first_name, Pupil.initial, Pupil.id)
    rows = db.execute(ordered.limit(PAGE).offset((at - 1) * PAGE))
    return PageOf(tuple(PupilRow(*row) for row in rows), total, at)


def adults_page(db: SchoolSession, *, without_sign_in: bool = False, at: int = 1) -> PageOf:
    """Adults by name: all, or those who have no sign-in yet."""
    wanted = [Guardian.account_id.is_(None)] if without_sign_in else []
    total = db.scalar(select(func.count()).select_from(Guardian).where(*wanted)) or 0
    at = _within(at, total)
    rows = db.execute(_ADULTS.where(*wanted).order_by(Guardian.name, Guardian.id).limit(PAGE).offset((at - 1) * PAGE))
    return PageOf(tuple(AdultRow(*row) for row in rows), total, at)


def find(db: SchoolSession, name: str, *, adults: bool = True) -> Found:
    """Children and adults whose name contains this, whatever accents and capitals."""
    # Databases fold "É" and "ş" each in their own way or not at all; a school's names are few enough to look at here.
    sought = plain(name)
    pupils = _pupils_named(db, sought)
    found = _adults_named(db, sought) if adults else []
    more = len(pupils) > MOST_FOUND or len(found) > MOST_FOUND
    return Found(tuple(pupils[:MOST_FOUND]), tuple(found[:MOST_FOUND]), more)


def plain(name: str) -> str:
    """A name without accents and capitals, to compare."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def adults_of(db: SchoolSession, pupil_id: int, *, now: datetime) -> tuple[LinkRow, ...]:
    """A child's adults with what each may do, for the office and the DSL only."""
    return _links(db, Guardian, Guardian.name, GuardianLink.pupil_id == pupil_id, now)


def children_of(db: SchoolSession, guardian_id: int, *, now: datetime) -> tuple[LinkRow, ...]:
    """An adult's children with what the adult may do for each."""
    return _links(db, Pupil, Pupil.first_name, GuardianLink.guardian_id == guardian_id, now)


def counts(db: SchoolSession, *, today: date) -> Counts:
    """How many children are on roll, how many adults are known, how many of them have no sign-in."""
    adults = db.execute(select(func.count(), func.count(Guardian.account_id)).select_from(Guardian)).one()
    pupils = db.scalar(select(func.count()).select_from(Pupil).where(on_roll(today))) or 0
    return Counts(pupils=pupils, adults=adults[0], without_sign_in=adults[0] - adults[1])


def _links(
    db: SchoolSession, other: type[Guardian | Pupil], name: InstrumentedAttribute[str], whose: ColumnElement[bool], now: datetime
) -> tuple[LinkRow, ...]:
    letter = (
        select(func.max(Invitation.expires_at))
        .where(
            Invitation.school_id == GuardianLink.school_id,
            Invitation.guardian_id == GuardianLink.guardian_id,
            Invitation.pupil_id == GuardianLink.pupil_id,
            Invitation.used_at.is_(None),
            Invitation.voided_at.is_(None),
            Invitation.expires_at > now,
        )
        .correlate(GuardianLink)
        .scalar_subquery()
    )
    rows = db.execute(
        select(
            GuardianLink.id,
            other.id,
            name,
            GuardianLink.relationship,
            GuardianLink.restriction,
            GuardianLink.may_sign,
            GuardianLink.may_see_progress,
            GuardianLink.may_receive,
            GuardianLink.until_on,
            letter,
        )
        .join(Guardian, (Guardian.school_id == GuardianLink.school_id) & (Guardian.id == GuardianLink.guardian_id))
        .join(Pupil, (Pupil.school_id == GuardianLink.school_id) & (Pupil.id == GuardianLink.pupil_id))
        .where(whose)
        .order_by(name, GuardianLink.id)
    )
    return tuple(LinkRow(*tuple(row)) for row in rows)


def _pupils_named(db: SchoolSession, sought: str) -> list[PupilRow]:
    rows = (PupilRow(*row) for row in db.execute(_PUPILS.order_by(Pupil.first_name, Pupil.initial, Pupil.id)))
    return [row for row in rows if sought in plain(row.name)]


def _adults_named(db: SchoolSession, sought: str) -> list[AdultRow]:
    names = db.execute(select(Guardian.id, Guardian.name).order_by(Guardian.name, Guardian.id))
    matching = [row.id for row in names if sought in plain(row.name)][: MOST_FOUND + 1]
    return [AdultRow(*row) for row in db.execute(_ADULTS.where(Guardian.id.in_(matching)).order_by(Guardian.name, Guardian.id))]


def _within(at: int, total: int) -> int:
    return min(max(1, at), max(1, -(-total // PAGE)))

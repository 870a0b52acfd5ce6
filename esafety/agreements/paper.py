"""What the office looks up to record answers on paper, and to look over the answers that came in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select

from esafety.agreements.families import living, with_both
from esafety.agreements.models import PaperCheck, Signature
from esafety.agreements.rules import name_differs
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Guardian, GuardianLink, Pupil, SchoolClass


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One adult and one child, for the office to record a sheet of paper."""

    link_id: int
    guardian_id: int
    pupil_id: int
    adult: str
    language: str
    relationship: str
    may_sign: bool
    first_name: str
    initial: str
    class_name: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper answer that was recorded."""

    id: int
    adult: str
    child: str
    answer: str
    received_on: date | None
    kept_where: str
    recorded_by: int | None
    checked: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """An answer whose typed name the office may want to look at."""

    id: int
    typed_name: str
    known_name: str
    child: str
    at: datetime


def find_links(db: SchoolSession, *, name: str, today: date, most: int = 40) -> tuple[LinkRow, ...]:
    """Adults and children whose name begins like this, for the office. Barred adults are left out."""
    like = name.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    begins, within = f"{like}%", f"% {like}%"
    rows = db.execute(
        _LINK.where(
            Guardian.name.ilike(begins, escape="\\")
            | Guardian.name.ilike(within, escape="\\")
            | Pupil.first_name.ilike(begins, escape="\\"),
            *_open_on(today),
        )
        .order_by(Pupil.first_name, Guardian.name)
        .limit(most)
    )
    return tuple(_link_row(row) for row in rows)


def get_link(db: SchoolSession, link_id: int, *, today: date) -> LinkRow:
    """One adult and one child. Raises NotFound for a link that is not open today."""
    row = db.execute(_LINK.where(GuardianLink.id == link_id, *_open_on(today))).one_or_none()
    if row is None:
        raise NotFound
    return _link_row(row)


def _open_on(today: date) -> tuple[ColumnElement[bool], ...]:
    return (*living(today), Pupil.left_on.is_(None) | (Pupil.left_on > today))


def _link_row(row: Any) -> LinkRow:
    return LinkRow(*row)


_LINK = with_both(
    select(
        GuardianLink.id,
        Guardian.id,
        Pupil.id,
        Guardian.name,
        Guardian.language,
        GuardianLink.relationship,
        GuardianLink.may_sign,
        Pupil.first_name,
        Pupil.initial,
        SchoolClass.name,
    )
)


def recorded_papers(db: SchoolSession, *, school_year: int, most: int = 50) -> tuple[PaperRow, ...]:
    """The paper answers recorded this school year, newest first, with whether a second person has compared them."""
    checked = exists().where(PaperCheck.school_id == Signature.school_id, PaperCheck.signature_id == Signature.id)
    rows = db.execute(
        select(
            Signature.id,
            Guardian.name,
            Pupil.first_name,
            Signature.answer,
            Signature.received_on,
            Signature.kept_where,
            Signature.recorded_by,
            checked,
        )
        .join(Guardian, and_(Guardian.school_id == Signature.school_id, Guardian.id == Signature.guardian_id))
        .join(Pupil, and_(Pupil.school_id == Signature.school_id, Pupil.id == Signature.pupil_id))
        .where(Signature.school_year == school_year, Signature.channel == "paper")
        .order_by(Signature.at.desc())
        .limit(most)
    )
    return tuple(PaperRow(*row) for row in rows)


def unexpected_names(db: SchoolSession, *, school_year: int) -> tuple[NameRow, ...]:
    """This year's signatures whose typed name shares nothing with the name the school knows. A hint, never a refusal."""
    rows = db.execute(
        select(Signature.id, Signature.typed_name, Guardian.name, Pupil.first_name, Signature.at)
        .join(Guardian, and_(Guardian.school_id == Signature.school_id, Guardian.id == Signature.guardian_id))
        .join(Pupil, and_(Pupil.school_id == Signature.school_id, Pupil.id == Signature.pupil_id))
        .where(Signature.school_year == school_year, Signature.answer == "signed")
        .order_by(Signature.at.desc())
    )
    return tuple(row for row in (NameRow(*found) for found in rows) if name_differs(row.typed_name, row.known_name))

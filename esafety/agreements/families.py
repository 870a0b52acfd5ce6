"""Adults and their children in a round, one row for each adult and child, as the lead and the office look through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Subquery, false, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from esafety.agreements.answered import STATES, last_answers
from esafety.agreements.queries import Asked
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Guardian, GuardianLink, Pupil, SchoolClass

CODES = {name: code for code, name in STATES.items()}
NEVER = "never"
BY_HAND = "hand"
LONGEST_NUMBER = 20


@dataclass(frozen=True, slots=True)
class Selection:
    """Which families are meant. Empty words and 0 stand for all; ``link_ids`` and ``pupil_ids`` pick rows by hand.

    ``by_hand`` says that only those are meant, so that an empty pick is nobody and not everybody.
    """

    state: str = ""
    language: str = ""
    reached: str = ""
    class_id: int = 0
    link_ids: tuple[int, ...] = ()
    pupil_ids: tuple[int, ...] = ()
    by_hand: bool = False

    @classmethod
    def of(cls, words: Mapping[str, str], link_ids: Iterable[str] = (), pupil_ids: Iterable[str] = ()) -> Selection:
        """A selection from an address; what makes no sense is left out."""
        return cls(
            state=words.get("state", "") if words.get("state", "") in CODES else "",
            language=words.get("language", "")[:8],
            reached=NEVER if words.get("reached") == NEVER else "",
            class_id=next(_numbers([words.get("class", "")]), 0),
            link_ids=tuple(_numbers(link_ids)),
            pupil_ids=tuple(_numbers(pupil_ids)),
            by_hand=words.get("by") == BY_HAND,
        )

    def as_words(self) -> dict[str, str]:
        """The same as an address says it."""
        words = {"state": self.state, "language": self.language, "reached": self.reached}
        words["class"] = str(self.class_id) if self.class_id else ""
        return {name: word for name, word in words.items() if word}


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One adult for one child. Never shown to a family."""

    link_id: int
    guardian_id: int
    pupil_id: int
    adult: str
    language: str
    email: str | None
    has_sign_in: bool
    by_paper: bool
    first_name: str
    initial: str
    class_name: str
    may_sign: bool
    may_receive: bool
    state: str

    @property
    def child(self) -> str:
        """First name and initial."""
        return f"{self.first_name} {self.initial}".strip()

    @property
    def never_reached(self) -> bool:
        """Whether the school has heard nothing: no sign-in, no answer."""
        return not self.has_sign_in and self.state == "open"

    @property
    def can_be_asked(self) -> bool:
        """Whether the school may write to this adult to ask for an answer."""
        return self.state == "open" and self.may_sign and self.may_receive


def families(
    db: SchoolSession, *, asked: Asked | None, chosen: Selection, today: date, most: int | None = None, after: int = 0
) -> tuple[FamilyRow, ...]:
    """The rows of a selection by class, child and adult. Barred adults are never among them."""
    answer = last_answers(asked)
    statement = _joined(
        select(
            GuardianLink.id,
            Guardian.id,
            Pupil.id,
            Guardian.name,
            Guardian.language,
            Guardian.email,
            Guardian.account_id,
            Guardian.by_paper,
            Pupil.first_name,
            Pupil.initial,
            SchoolClass.name.label("class_name"),
            GuardianLink.may_sign,
            GuardianLink.may_receive,
            answer.c.state,
        ),
        answer,
        chosen,
        today,
    )
    order = (SchoolClass.year_group, SchoolClass.name, Pupil.first_name, Pupil.initial, Pupil.id, Guardian.name, GuardianLink.id)
    rows = db.execute(statement.order_by(*order).limit(most).offset(after))
    return tuple(_row(row) for row in rows)


def count_families(db: SchoolSession, *, asked: Asked | None, chosen: Selection, today: date) -> int:
    """How many rows a selection has."""
    statement = _joined(select(func.count(GuardianLink.id)), last_answers(asked), chosen, today)
    return db.scalar(statement) or 0


def living(today: date) -> tuple[ColumnElement[bool], ...]:
    """The links that hold today. They end when a pupil leaves."""
    return (
        GuardianLink.restriction != "barred",
        GuardianLink.from_on <= today,
        or_(GuardianLink.until_on.is_(None), GuardianLink.until_on >= today),
    )


def with_both(statement: Any) -> Any:
    """A statement about links, joined with the adult, the child and the child's class."""
    return (
        statement.select_from(GuardianLink)
        .join(Guardian, (Guardian.school_id == GuardianLink.school_id) & (Guardian.id == GuardianLink.guardian_id))
        .join(Pupil, (Pupil.school_id == GuardianLink.school_id) & (Pupil.id == GuardianLink.pupil_id))
        .outerjoin(SchoolClass, (SchoolClass.school_id == Pupil.school_id) & (SchoolClass.id == Pupil.class_id))
    )


def _joined(statement: Any, answer: Subquery, chosen: Selection, today: date) -> Any:
    return (
        with_both(statement)
        .outerjoin(answer, (answer.c.pupil_id == GuardianLink.pupil_id) & (answer.c.guardian_id == GuardianLink.guardian_id))
        .where(*living(today), Pupil.left_on.is_(None), *_meant(chosen, answer))
    )


def _meant(chosen: Selection, answer: Subquery) -> list[ColumnElement[bool]]:
    meant: list[ColumnElement[bool]] = []
    if chosen.state:
        code = CODES[chosen.state]
        meant.append(answer.c.state.is_(None) if code is None else answer.c.state == code)
    if chosen.language:
        meant.append(Guardian.language == chosen.language)
    if chosen.reached:
        meant += [Guardian.account_id.is_(None), answer.c.state.is_(None)]
    if chosen.class_id:
        meant.append(Pupil.class_id == chosen.class_id)
    if chosen.link_ids:
        meant.append(GuardianLink.id.in_(chosen.link_ids))
    if chosen.pupil_ids:
        meant.append(GuardianLink.pupil_id.in_(chosen.pupil_ids))
    if chosen.by_hand and not (chosen.link_ids or chosen.pupil_ids):
        meant.append(false())
    return meant


def _numbers(written: Iterable[str]) -> Iterator[int]:
    """Numbers that a row can have; no database is asked about a larger one."""
    typed = (int(one) for one in written if one.isascii() and one.isdigit() and len(one) < LONGEST_NUMBER)
    return (number for number in typed if number < 2**63)


def _row(row: Any) -> FamilyRow:
    return FamilyRow(
        link_id=row[0],
        guardian_id=row[1],
        pupil_id=row[2],
        adult=row.name,
        language=row.language,
        email=row.email,
        has_sign_in=row.account_id is not None,
        by_paper=row.by_paper,
        first_name=row.first_name,
        initial=row.initial,
        class_name=row.class_name or "",
        may_sign=row.may_sign,
        may_receive=row.may_receive,
        state=STATES[row.state],
    )

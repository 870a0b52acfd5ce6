"""The adults of the school's children, counted: reached or not, to be reminded, and learning themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, case, func, select

from esafety.agreements.families import living
from esafety.agreements.models import Signature
from esafety.agreements.queries import Asked
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.shelf import library
from esafety.learning.models import ModuleAttempt
from esafety.people.models import Guardian, GuardianLink

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AdultCounts:
    """Adults with a child on roll. Never reached: no sign-in and no answer on paper."""

    total: int
    never_reached: int
    to_ask: int


def count_adults(db: SchoolSession, *, asked: Asked | None, today: date) -> AdultCounts:
    """How many adults there are, how many are not reached yet, and how many have a child for whom they may still be asked."""
    version_id, year = (asked.version_id, asked.school_year) if asked else (0, 0)
    may_be_asked = and_(Signature.turn.is_(None), GuardianLink.may_sign, GuardianLink.may_receive)
    # Outer joins keep SQLite reading all three tables in the order of one adult after the other.
    adult = (
        select(
            func.max(Guardian.account_id).label("account_id"),
            func.count(GuardianLink.guardian_id).label("children"),
            func.count(Signature.turn).label("answers"),
            func.count(case((may_be_asked, 1))).label("open"),
        )
        .select_from(Guardian)
        .outerjoin(
            GuardianLink,
            and_(GuardianLink.school_id == Guardian.school_id, GuardianLink.guardian_id == Guardian.id, *living(today)),
        )
        .outerjoin(
            Signature,
            (Signature.school_id == GuardianLink.school_id)
            & (Signature.version_id == version_id)
            & (Signature.guardian_id == GuardianLink.guardian_id)
            & (Signature.pupil_id == GuardianLink.pupil_id)
            & (Signature.school_year == year)
            & (Signature.turn == 1),
        )
        .group_by(Guardian.id)
        .subquery()
    )
    row = db.execute(
        select(
            func.count(),
            func.count(case((and_(adult.c.account_id.is_(None), adult.c.answers == 0), 1))),
            func.count(case((adult.c.open > 0, 1))),
        ).where(adult.c.children > 0)
    ).one()
    return AdultCounts(row[0], row[1], row[2] if asked else 0)


def count_module_learners(db: SchoolSession, *, now: datetime) -> tuple[int, int]:
    """How many adults have finished a parents' module, and how many of them within seven days.

    Only who has a child here is offered one, so that nobody has to be looked up among the adults of children.
    """
    keys = [edition.key for edition in library().modules_for("parents")]
    learner = (
        select(func.max(ModuleAttempt.finished_at).label("last_at"))
        .where(ModuleAttempt.module_key.in_(keys), ModuleAttempt.finished_at.is_not(None))
        .group_by(ModuleAttempt.account_id)
        .subquery()
    )
    row = db.execute(select(func.count(), func.count(case((learner.c.last_at >= now - WEEK, 1)))).select_from(learner)).one()
    return row[0], row[1]

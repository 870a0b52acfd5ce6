"""Classes of one school year, and who teaches them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, or_, select

from esafety.access.viewer import Role
from esafety.core.clock import school_year
from esafety.core.errors import Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Account, Membership, Pupil, SchoolClass, Teaching


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class with the number of its children and the names of those who teach it."""

    id: int
    name: str
    year_group: int
    pupils: int
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who may be given a class."""

    membership_id: int
    name: str


def add_class(db: SchoolSession, *, name: str, year_group: int, year: int) -> SchoolClass:
    """Enter a class of one school year; ``year_group`` 0 is Reception, ``year`` 2026 stands for 2026/27. Raises Refused."""
    taken = db.scalar(select(SchoolClass.id).where(SchoolClass.school_year == year, SchoolClass.name == name))
    if taken is not None:
        raise Refused(_("There is a class of this name already."))
    entered = SchoolClass(name=name, year_group=year_group, school_year=year)
    db.add(entered)
    db.flush()
    return entered


def classes_of(db: SchoolSession, *, today: date) -> tuple[SchoolClass, ...]:
    """This school year's classes, youngest first."""
    this_year = SchoolClass.school_year == school_year(today)
    return tuple(db.scalars(select(SchoolClass).where(this_year).order_by(SchoolClass.year_group, SchoolClass.name)))


def with_teachers(db: SchoolSession, *, year: int) -> tuple[ClassRow, ...]:
    """A year's classes with their teachers, youngest first, in two statements."""
    taught = (
        select(Teaching.class_id, Account.display_name)
        .join(Membership, (Membership.school_id == Teaching.school_id) & (Membership.id == Teaching.membership_id))
        .join(Account, Account.id == Membership.account_id)
        .order_by(Account.display_name)
    )
    teachers: dict[int, list[str]] = {}
    for class_id, name in db.execute(taught):
        teachers.setdefault(class_id, []).append(name)
    in_class = (
        select(func.count(Pupil.id))
        .where(Pupil.school_id == SchoolClass.school_id, Pupil.class_id == SchoolClass.id, Pupil.left_on.is_(None))
        .correlate(SchoolClass)
        .scalar_subquery()
    )
    rows = db.execute(
        select(SchoolClass.id, SchoolClass.name, SchoolClass.year_group, in_class)
        .where(SchoolClass.school_year == year)
        .order_by(SchoolClass.year_group, SchoolClass.name)
    )
    return tuple(ClassRow(row[0], row[1], row[2], row[3], tuple(teachers.get(row[0], ()))) for row in rows)


def who_may_teach(db: SchoolSession, *, today: date) -> tuple[Teacher, ...]:
    """Staff with a teacher's or lead's hat today, by name."""
    rows = db.execute(
        select(Membership.id, Account.display_name, Membership.roles)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.from_on <= today, or_(Membership.until_on.is_(None), Membership.until_on >= today))
        .order_by(Account.display_name, Membership.id)
    )
    wanted = {Role.TEACHER, Role.LEAD, Role.HEAD}
    return tuple(Teacher(row[0], row[1]) for row in rows if wanted & set(row[2].split()))


def teacher_ids(db: SchoolSession, *, class_id: int) -> frozenset[int]:
    """Who teaches a class, by membership."""
    return frozenset(db.scalars(select(Teaching.membership_id).where(Teaching.class_id == class_id)))


def set_teachers(db: SchoolSession, *, school_class: SchoolClass, membership_ids: Iterable[int]) -> None:
    """Let exactly these teach the class."""
    db.execute(delete(Teaching).where(Teaching.class_id == school_class.id))
    db.add_all(Teaching(class_id=school_class.id, membership_id=number) for number in sorted(set(membership_ids)))
    db.flush()

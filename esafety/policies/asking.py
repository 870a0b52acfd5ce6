"""Whom a parent can talk to at school, in the order in which it helps to ask: class teacher, head, governors."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from esafety.access.viewer import Role
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Account, Membership, Pupil, School, SchoolClass, Teaching


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody at school; ``about`` is the class of the parent's own child, empty for the whole school."""

    name: str
    job: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class WhomToAsk:
    """The people in order, and how to reach the school."""

    teachers: tuple[Asked, ...]
    heads: tuple[Asked, ...]
    governors: tuple[Asked, ...]
    contact: str


def whom_to_ask(db: SchoolSession, *, pupil_ids: Collection[int], today: date) -> WhomToAsk:
    """The teachers of these pupils' classes, the head, and the governors: three statements."""
    here = (Membership.from_on <= today, or_(Membership.until_on.is_(None), Membership.until_on >= today))
    taught = (
        select(Account.display_name, Membership.job_title, SchoolClass.name)
        .select_from(Pupil)
        .join(SchoolClass, (SchoolClass.school_id == Pupil.school_id) & (SchoolClass.id == Pupil.class_id))
        .join(Teaching, (Teaching.school_id == SchoolClass.school_id) & (Teaching.class_id == SchoolClass.id))
        .join(Membership, (Membership.school_id == Teaching.school_id) & (Membership.id == Teaching.membership_id))
        .join(Account, Account.id == Membership.account_id)
        .where(Pupil.id.in_(pupil_ids), Pupil.left_on.is_(None), *here)
        .distinct()
        .order_by(SchoolClass.name, Account.display_name)
    )
    leads = db.execute(
        select(Account.display_name, Membership.job_title, Membership.roles)
        .join(Account, Account.id == Membership.account_id)
        .where(*here)
        .order_by(Account.display_name)
    ).all()

    def with_hat(role: Role) -> tuple[Asked, ...]:
        return tuple(Asked(row.display_name, row.job_title) for row in leads if role in row.roles.split())

    return WhomToAsk(
        teachers=tuple(Asked(*row) for row in db.execute(taught)),
        heads=with_hat(Role.HEAD),
        governors=with_hat(Role.GOVERNOR),
        contact=db.scalar(select(School.contact).where(School.id == db.school_id)) or "",
    )

"""Entering staff in the browser: who may give which role, and the sheet with which somebody signs in for the first time."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select

from esafety.access.viewer import STAFF, Role
from esafety.core.tenancy import SchoolSession
from esafety.people import accounts, codes, hats, schools
from esafety.people.models import Account, Membership, School
from esafety.settings import Settings

ANYBODY_MAY_GIVE = frozenset({Role.TEACHER, Role.OFFICE})
"""What a role opens to children's worries or to the whole school's picture is the head's to give."""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One member of staff as the office's list shows them."""

    membership_id: int
    name: str
    sign_in_name: str
    roles: frozenset[Role]
    job_title: str


def roles_to_give(viewer_roles: Iterable[Role], *, has_head: bool) -> frozenset[Role]:
    """The roles that somebody may give, take or make a sheet for. The head may all; a school without a head may get one."""
    if Role.HEAD in viewer_roles:
        return frozenset(STAFF)
    return ANYBODY_MAY_GIVE if has_head else ANYBODY_MAY_GIVE | {Role.HEAD}


def staff_of(db: SchoolSession, *, today: date) -> tuple[StaffRow, ...]:
    """The school's staff of today, by name."""
    rows = db.execute(
        select(Membership.id, Account.display_name, Account.sign_in_name, Membership.roles, Membership.job_title)
        .join(Account, Account.id == Membership.account_id)
        .where(or_(Membership.until_on.is_(None), Membership.until_on >= today))
        .order_by(Account.display_name, Membership.id)
    )
    return tuple(StaffRow(row[0], row[1], row[2], roles_of(row.roles), row.job_title) for row in rows)


def roles_of(words: str) -> frozenset[Role]:
    """Roles as they are stored."""
    return frozenset(Role(word) for word in words.split())


def has_head(db: SchoolSession, *, today: date) -> bool:
    """Whether somebody in the school is its head."""
    return any(Role.HEAD in row.roles for row in staff_of(db, today=today))


def enter(
    db: SchoolSession, *, school: School, name: str, job_title: str, roles: Iterable[Role], today: date, now: datetime
) -> Membership:
    """Enter a new member of staff. Nobody can sign in with it before a sheet was made. Works across schools."""
    account = accounts.create_account(
        db, sign_in_name=_free_name(db, name), display_name=name, password_hash=NOBODYS_PASSWORD, now=now
    )
    return schools.employ(db, school=school, account=account, roles=roles, job_title=job_title, from_on=today)


NOBODYS_PASSWORD = "no sheet yet"
"""Stands where a hash would: nothing that is typed can match it."""


def is_only_here(db: SchoolSession, *, account_id: int, school_id: int, today: date) -> bool:
    """Whether a sign-in opens nothing but this school's staff pages. Works across schools.

    Otherwise a new sheet would open another school or somebody's family.
    """
    worn = hats.hats_of(db, account_id=account_id, today=today)
    # Who begins elsewhere in September has no hat there yet, but the sheet would still be known then.
    lasts = or_(Membership.until_on.is_(None), Membership.until_on >= today)
    begins = select(Membership.id).where(Membership.account_id == account_id, Membership.school_id != school_id, lasts)
    return all(hat.kind == "staff" and hat.where_id == school_id for hat in worn) and db.scalar(begins.limit(1)) is None


def made_password() -> str:
    """A first password to print: sixteen letters and digits in four groups, about eighty bits."""
    return "-".join("".join(secrets.choice(codes.ALPHABET.lower()) for _ in range(4)) for _ in range(4))


def give_sheet(db: SchoolSession, settings: Settings, *, account_id: int, password_hash: str, now: datetime) -> str:
    """Set a new first password and second factor; whoever is signed in is signed out. Returns the factor's secret."""
    accounts.change_password(db, account_id=account_id, password_hash=password_hash, now=now)
    return accounts.new_second_factor(db, settings, account_id=account_id)


TRIES = 12
"""How often a number of one length is tried."""


def _free_name(db: SchoolSession, name: str) -> str:
    """A sign-in name that nobody has: where short numbers are taken, such as after a common name, a longer one."""
    tries = (accounts.suggested_name(name, digits=2 + number // TRIES) for number in range(8 * TRIES))
    return next(suggested for suggested in tries if not accounts.is_taken(db, suggested))

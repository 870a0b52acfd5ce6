"""Setting up schools, trusts and the people who work there. These work across schools: the command line and the demo use them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from esafety.access.viewer import STAFF, Role
from esafety.core.clock import school_day
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.sealing import seal
from esafety.core.tenancy import SchoolSession
from esafety.people import accounts, second_factor
from esafety.people.models import Account, Membership, School, SchoolClass, Teaching, Trust, TrustLead
from esafety.settings import Settings

KEY = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")


@dataclass(frozen=True, slots=True)
class NewStaff:
    """A member of staff just entered. The second factor's secret is shown once; None when the account was there before."""

    account: Account
    membership_id: int | None
    totp_secret: str | None


def create_trust(db: SchoolSession, *, name: str) -> Trust:
    """Enter a federation or trust."""
    trust = Trust(name=name)
    db.add(trust)
    db.flush()
    return trust


def find_or_create_trust(db: SchoolSession, *, name: str) -> Trust:
    """The trust of this name, entered when it is new."""
    return db.scalar(select(Trust).where(Trust.name == name)) or create_trust(db, name=name)


def create_school(
    db: SchoolSession,
    *,
    key: str,
    name: str,
    now: datetime,
    trust_id: int | None = None,
    language: str = "en",
    contact: str = "",
    concerns_read: str = "",
    trusted_adults: Iterable[str] = (),
) -> School:
    """Enter a school. ``key`` is its short name for commands: small letters, digits, hyphens. Raises Refused."""
    if not KEY.fullmatch(key):
        raise Refused(_("A school's short name has 2 to 40 small letters, digits or hyphens."))
    if db.scalar(select(School.id).where(School.key == key)) is not None:
        raise Refused(_("There is a school with the short name %(key)s already.", key=key))
    school = School(
        key=key,
        name=name,
        trust_id=trust_id,
        language=language,
        contact=contact,
        concerns_read=concerns_read,
        trusted_adults="\n".join(trusted_adults),
        created_at=now,
    )
    db.add(school)
    db.flush()
    return school


def all_schools(db: SchoolSession) -> tuple[School, ...]:
    """The schools of this installation by name."""
    return tuple(db.scalars(select(School).order_by(School.name)))


def get_school(db: SchoolSession, key: str) -> School:
    """The school of a short name. Raises NotFound."""
    found = db.scalar(select(School).where(School.key == key))
    if found is None:
        raise NotFound
    return found


def add_staff(
    db: SchoolSession,
    settings: Settings,
    *,
    school: School,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    roles: Iterable[Role],
    now: datetime,
    job_title: str = "",
    email: str | None = None,
    from_on: date | None = None,
    totp_secret: str | None = None,
) -> NewStaff:
    """Enter a member of staff with a sign-in of their own and a second factor. Raises Refused."""
    new = _with_second_factor(
        db, settings, sign_in_name=sign_in_name, display_name=display_name, password_hash=password_hash,
        email=email, now=now, totp_secret=totp_secret,
    )  # fmt: skip
    membership = employ(
        db, school=school, account=new.account, roles=roles, job_title=job_title, from_on=from_on or school_day(now)
    )
    return NewStaff(new.account, membership.id, new.totp_secret)


def employ(
    db: SchoolSession, *, school: School, account: Account, roles: Iterable[Role], from_on: date, job_title: str = ""
) -> Membership:
    """Give an account its hats in a school, in place of those it had there. Raises Refused for hats that no staff wear."""
    worn = sorted(set(roles))
    if not worn or not set(worn) <= STAFF:
        raise Refused(_("Name at least one of these: %(roles)s.", roles=", ".join(sorted(STAFF))))
    found = db.scalar(select(Membership).where(Membership.school_id == school.id, Membership.account_id == account.id))
    if found is None:
        found = Membership(school_id=school.id, account_id=account.id, from_on=from_on)
        db.add(found)
    found.roles, found.job_title, found.until_on = " ".join(worn), job_title, None
    db.flush()
    return found


def add_trust_lead(
    db: SchoolSession,
    settings: Settings,
    *,
    trust: Trust,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    now: datetime,
    totp_secret: str | None = None,
) -> NewStaff:
    """Enter somebody who sees the picture across a trust's schools and no family of any."""
    new = _with_second_factor(
        db, settings, sign_in_name=sign_in_name, display_name=display_name, password_hash=password_hash,
        email=None, now=now, totp_secret=totp_secret,
    )  # fmt: skip
    db.add(TrustLead(trust_id=trust.id, account_id=new.account.id))
    db.flush()
    return new


def teach(db: SchoolSession, *, school_class: SchoolClass, membership_id: int) -> None:
    """Say who teaches a class. Saying it twice changes nothing."""
    found = db.get(Teaching, (school_class.school_id, school_class.id, membership_id))
    if found is None:
        db.add(Teaching(school_id=school_class.school_id, class_id=school_class.id, membership_id=membership_id))
        db.flush()


def end_employment(db: SchoolSession, *, school: School, account: Account, today: date, now: datetime) -> None:
    """A member of staff leaves: access ends at once on all devices. Raises NotFound."""
    theirs = (Membership.school_id == school.id, Membership.account_id == account.id)
    membership = db.scalar(select(Membership).where(*theirs))
    if membership is None:
        raise NotFound
    # The last day counts as a day of work, so that access ends the day before.
    membership.until_on = today - timedelta(days=1)
    accounts.end_sessions(db, account_id=account.id, now=now)
    db.flush()


def _with_second_factor(
    db: SchoolSession,
    settings: Settings,
    *,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    email: str | None,
    now: datetime,
    totp_secret: str | None,
) -> NewStaff:
    secret = totp_secret or second_factor.new_secret()
    account = accounts.create_account(
        db,
        sign_in_name=sign_in_name,
        display_name=display_name,
        password_hash=password_hash,
        email=email,
        now=now,
        sealed_totp_secret=seal(settings, secret),
    )
    return NewStaff(account, None, secret)

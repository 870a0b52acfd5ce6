"""From a living session to the facts about who asks. Read afresh for adults, so that a bar holds from the next click."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import or_, select

from esafety.access.sessions import SignedIn
from esafety.access.viewer import Role, Viewer, Ward
from esafety.core.clock import school_day
from esafety.core.db import UnitOfWork
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Account, Guardian, GuardianLink, Membership, School, SchoolClass, Teaching, TrustLead

_ACCOUNT = select(Account.display_name, Account.language, Account.closed_at)


def identify(unit: UnitOfWork, signed_in: SignedIn, now: datetime) -> Viewer | None:
    """The viewer of a session; None when the account was closed."""
    if signed_in.kind == "pupil":
        return _pupil(signed_in)
    return _adult(unit, signed_in, school_day(now))


def _pupil(signed_in: SignedIn) -> Viewer:
    facts = signed_in.facts
    return Viewer(
        kind="pupil",
        school_id=signed_in.school_id,
        display_name=facts["name"],
        language=facts.get("language"),
        school_name=facts["school"],
        roles=frozenset({Role.ANYONE, Role.PUPIL}),
        pupil_id=signed_in.pupil_id,
        class_id=facts["class_id"],
        year_group=facts["year_group"],
        animal=facts["animal"],
        opening_id=signed_in.opening_id,
        settings=frozenset(facts["settings"]),
    )


def _adult(unit: UnitOfWork, signed_in: SignedIn, today: date) -> Viewer | None:
    db = unit.across("an account may belong to several schools")
    account = db.execute(_ACCOUNT.where(Account.id == signed_in.account_id)).one_or_none()
    if account is None or account.closed_at is not None:
        return None
    roles = {Role.ANYONE}
    trust_id = None
    if signed_in.second_factor_at is not None:
        trust_id = db.scalar(select(TrustLead.trust_id).where(TrustLead.account_id == signed_in.account_id))
        if trust_id is not None:
            roles.add(Role.TRUST_LEAD)
    membership_id, guardian_id, school_name = None, None, ""
    wards: tuple[Ward, ...] = ()
    class_ids: frozenset[int] = frozenset()
    if signed_in.school_id is not None:
        inside = unit.inside(signed_in.school_id)
        school_name = db.scalar(select(School.name).where(School.id == signed_in.school_id)) or ""
        if signed_in.second_factor_at is not None:
            membership_id, hats, class_ids = _hats(inside, signed_in.account_id, today)
            roles |= hats
        guardian_id = inside.scalar(select(Guardian.id).where(Guardian.account_id == signed_in.account_id))
        if guardian_id is not None:
            roles.add(Role.GUARDIAN)
            wards = _wards(inside, guardian_id, today)
    return Viewer(
        kind="adult",
        school_id=signed_in.school_id,
        account_id=signed_in.account_id,
        display_name=account.display_name,
        language=account.language,
        school_name=school_name,
        roles=frozenset(roles),
        membership_id=membership_id,
        guardian_id=guardian_id,
        wards=wards,
        class_ids=class_ids,
        trust_id=trust_id,
        second_factor=signed_in.second_factor_at is not None,
    )


def _hats(db: SchoolSession, account_id: int | None, today: date) -> tuple[int | None, set[Role], frozenset[int]]:
    member = db.execute(
        select(Membership.id, Membership.roles).where(
            Membership.account_id == account_id,
            Membership.from_on <= today,
            or_(Membership.until_on.is_(None), Membership.until_on >= today),
        )
    ).one_or_none()
    if member is None:
        return None, set(), frozenset()
    taught = db.scalars(
        select(Teaching.class_id)
        .join(SchoolClass, (SchoolClass.school_id == Teaching.school_id) & (SchoolClass.id == Teaching.class_id))
        .where(Teaching.membership_id == member.id)
    )
    return member.id, {Role(word) for word in member.roles.split()}, frozenset(taught)


def _wards(db: SchoolSession, guardian_id: int, today: date) -> tuple[Ward, ...]:
    links = db.execute(
        select(
            GuardianLink.pupil_id,
            GuardianLink.id,
            GuardianLink.may_sign,
            GuardianLink.may_see_progress,
            GuardianLink.may_receive,
        ).where(
            GuardianLink.guardian_id == guardian_id,
            GuardianLink.restriction != "barred",
            GuardianLink.from_on <= today,
            or_(GuardianLink.until_on.is_(None), GuardianLink.until_on >= today),
        )
    )
    return tuple(Ward(*row) for row in links)

"""What is let go of after a child, an adult or a member of staff has left, as the privacy notice says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, cast, exists, or_, select, update

from esafety.access.sessions import WebSession
from esafety.core.clock import school_day
from esafety.core.erasure import delete_all, nothing_points_to
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Account, Guardian, GuardianLink, Invitation, Membership, Pupil, Seat, TrustLead

AFTER_LEAVING = timedelta(days=30)
A_YEAR = timedelta(days=365)


def gone(model: Any, today: date) -> ColumnElement[bool]:
    """That a row is about a child who left more than thirty days ago."""
    return _about_who_left(model, before=today - AFTER_LEAVING)


def long_gone(model: Any, today: date) -> ColumnElement[bool]:
    """That a row is about a child who left more than a year ago: now what proves their adults' answers goes, too."""
    return _about_who_left(model, before=today - A_YEAR)


def _about_who_left(model: Any, *, before: date) -> ColumnElement[bool]:
    # With the school: a row of the same number in another school is about somebody else.
    theirs = (Pupil.school_id == model.school_id, Pupil.id == model.pupil_id)
    return exists(select(1).where(*theirs, Pupil.left_on < before))


def let_go(db: SchoolSession, now: datetime) -> None:
    """Names and secrets of children after thirty days, the empty entry and the links after a year; then their adults."""
    today = school_day(now)
    delete_all(db, Seat, gone(Seat, today))
    _empty(db, today)
    delete_all(db, Invitation, long_gone(Invitation, today))
    delete_all(db, GuardianLink, long_gone(GuardianLink, today))
    # A bar stays as long as the child is here, whenever it was set.
    delete_all(db, GuardianLink, GuardianLink.until_on < today - A_YEAR, GuardianLink.restriction != "barred")
    # A worry that was never handed over to the school's own record keeps its child's empty entry.
    delete_all(db, Pupil, Pupil.left_on < today - A_YEAR, nothing_points_to(Pupil))
    _let_adults_go(db, now)


def _empty(db: SchoolSession, today: date) -> None:
    blank: dict[str, Any] = dict.fromkeys(("first_name", "initial", "animal", "settings"), "")
    blank |= dict.fromkeys(("class_id", "picture_secret", "card_hash", "card_code_hash", "match_key"))
    _change(db, update(Pupil).where(Pupil.left_on < today - AFTER_LEAVING, Pupil.first_name != "").values(**blank))
    whose = gone(GuardianLink, today)
    _change(db, update(GuardianLink).where(whose, GuardianLink.restriction_reference != "").values(restriction_reference=""))


def _let_adults_go(db: SchoolSession, now: datetime) -> None:
    """Adults without a child for a year, staff thirty days after their last day, and sign-ins that nobody wears any more."""
    long_ago = now - A_YEAR
    of_nobody = ~exists(select(1).where(GuardianLink.school_id == Guardian.school_id, GuardianLink.guardian_id == Guardian.id))
    pairs = (Invitation.school_id == Guardian.school_id, Invitation.guardian_id == Guardian.id)
    delete_all(db, Invitation, exists(select(1).where(*pairs, of_nobody, Guardian.created_at < long_ago)))
    delete_all(db, Guardian, of_nobody, Guardian.created_at < long_ago, nothing_points_to(Guardian))
    _end_staff(db, now)
    worn = or_(*(exists(select(1).where(hat.account_id == Account.id)) for hat in (Guardian, Membership, TrustLead)))
    unworn = (~worn, Account.created_at < long_ago)
    _change(db, update(Account).where(*unworn, Account.closed_at.is_(None)).values(closed_at=now))
    delete_all(db, WebSession, WebSession.account_id.in_(select(Account.id).where(*unworn)))
    delete_all(db, Account, *unworn)


def _end_staff(db: SchoolSession, now: datetime) -> None:
    """Who left and has no child here cannot sign in any more. The name stays with what they wrote about worries."""
    today = school_day(now)
    over = Membership.until_on < today - AFTER_LEAVING
    _change(db, update(Membership).where(over, Membership.job_title != "").values(job_title=""))
    here = or_(
        exists(select(1).where(Guardian.account_id == Account.id)),
        exists(select(1).where(TrustLead.account_id == Account.id)),
        exists(select(1).where(Membership.account_id == Account.id, or_(Membership.until_on.is_(None), ~over))),
    )
    was_staff = exists(select(1).where(Membership.account_id == Account.id))
    closed: dict[str, Any] = {"totp_secret": None, "totp_last_step": None, "email": None, "password_hash": "", "closed_at": now}
    closed["sign_in_name"] = "left." + cast(Account.id, String)
    _change(db, update(Account).where(was_staff, ~here, Account.password_hash != "").values(**closed))


def _change(db: SchoolSession, statement: Any) -> None:
    db.execute(statement.execution_options(synchronize_session=False))

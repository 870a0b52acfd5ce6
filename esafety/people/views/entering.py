"""What the adults' doors have in common: prove a name and a password, begin a session, find the first page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import current_app, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select, update

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.access.viewer import Viewer
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.db import UnitOfWork
from esafety.core.errors import TooMany
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.people import accounts, hats, passwords, throttle
from esafety.people.forms.sign_in import SignInForm
from esafety.people.hats import Hat
from esafety.people.models import Account
from esafety.web import door
from esafety.web.pages import Visit

SESSION_LASTS = timedelta(hours=10)
HALF_WAY_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Proven:
    """An adult who knew the password, with the try that was counted."""

    account_id: int
    sign_in_name: str
    has_second_factor: bool
    tried: throttle.Try
    better_hash: str | None


def prove(visit: Visit[None], form: SignInForm) -> Proven | None:
    """Whose name and password these are; None with a sentence on the form that is the same for names that do not exist."""
    name = accounts.folded(form.sign_in_name.data)
    tried = throttle.begin(
        visit.database, pepper=visit.settings.pepper, what="password", name=name, device=visit.device, now=visit.now
    )
    if tried is None:
        raise too_many()
    with visit.database.reading(across="a sign-in name does not say its school") as db:
        found = db.execute(
            select(Account.id, Account.password_hash, Account.totp_secret).where(
                Account.sign_in_name == name, Account.closed_at.is_(None)
            )
        ).one_or_none()
    if not passwords.matches(found.password_hash if found else None, form.password.data) or found is None:
        form.form_errors.append(_("That name and password do not go together. Please check both and try again."))
        return None
    better = passwords.hashed(form.password.data) if passwords.is_outdated(found.password_hash) else None
    return Proven(found.id, name, found.totp_secret is not None, tried, better)


def note_success(db: SchoolSession, visit: Visit[None], proven: Proven) -> None:
    """Take the counted try back; the owner's device is known from now on, unless a second factor is still to come."""
    throttle.take_back(db, proven.tried)
    if proven.better_hash is not None:
        db.execute(update(Account).where(Account.id == proven.account_id).values(password_hash=proven.better_hash))
    if not proven.has_second_factor:
        remember_device(db, visit, account_id=proven.account_id, sign_in_name=proven.sign_in_name)


def remember_device(db: SchoolSession, visit: Visit[Any], *, account_id: int, sign_in_name: str) -> None:
    """This device belongs to this adult: a storm of wrong tries from elsewhere does not lock it out."""
    pepper = visit.settings.pepper
    throttle.remember_device(db, pepper=pepper, name=sign_in_name, account_id=account_id, device=visit.device, now=visit.now)


def note(
    unit: UnitOfWork, visit: Visit[Any], action: str, *, account_id: int, school_id: int | None, outcome: str = "done"
) -> None:
    """One line in the record of the school; a trust's lead has no school."""
    if school_id is not None:
        who = f"account:{account_id}"
        audit.record(unit.inside(school_id), at=visit.now, actor=who, action=action, about=who, outcome=outcome)


def begin_session(
    db: SchoolSession,
    visit: Visit[Any],
    *,
    account_id: int,
    school_id: int | None,
    second_factor_at: datetime | None = None,
    lasts: timedelta = SESSION_LASTS,
) -> None:
    """Begin an adult's session on this device; whoever was signed in on it before is signed out."""
    if visit.session is not None:
        sessions.end(db, WebSession.token_hash == visit.session.token_hash, now=visit.now)
    token = sessions.begin(
        db.connection(),
        kind="adult",
        now=visit.now,
        expires_at=visit.now + lasts,
        facts={},
        account_id=account_id,
        school_id=school_id,
        second_factor_at=second_factor_at,
    )
    door.welcome(Viewer(kind="adult", account_id=account_id, school_id=school_id), token)


def go_in(visit: Visit[None], proven: Proven, *, by: str) -> ResponseReturnValue | None:
    """Through the family's or the staff's door, whichever was knocked at; None when the account has no hat at present."""
    with visit.database.across_schools("an adult who signs in may belong to several schools") as db:
        note_success(db, visit, proven)
        worn = hats.hats_of(db, account_id=proven.account_id, today=school_day(visit.now))
        fitting = [hat for hat in worn if hat.needs_second_factor == (by == "staff")] or list(worn)
        if not fitting:
            return None
        if fitting[0].needs_second_factor:
            begin_session(db, visit, account_id=proven.account_id, school_id=None, lasts=HALF_WAY_LASTS)
            return redirect(url_for("people.second_factor"), 303)
        begin_session(db, visit, account_id=proven.account_id, school_id=fitting[0].school_id)
    return redirect(first_address(fitting), 303)


def first_address(fitting: Iterable[Hat]) -> str:
    """Where to begin: the choice between several hats, or the first page of the only one."""
    several = tuple(fitting)
    return page_or_account("people.choose_hat" if len(several) > 1 else several[0].first_page)


def page_or_account(endpoint: str) -> str:
    """The address of a page of another room, or of the account where that room is not installed."""
    return url_for(endpoint if endpoint in current_app.view_functions else "people.account")


def front() -> str:
    """The front page."""
    return url_for("welcome.front") if "welcome.front" in current_app.view_functions else url_for("people.family_sign_in")


def too_many() -> TooMany:
    """The answer to too many wrong tries, the same for names that do not exist."""
    return TooMany(
        _(
            "There were too many wrong tries for this name. Please wait 15 minutes, "
            "or use a phone or computer on which you have signed in before."
        )
    )


def too_many_codes() -> TooMany:
    """The answer to too many wrong codes on one device."""
    return TooMany(
        _("There were too many wrong codes. Please wait 15 minutes, or ask the school office for help with the letter.")
    )

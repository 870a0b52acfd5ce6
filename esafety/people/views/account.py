"""An adult's own account: greeting, language, password, the devices that are signed in, and the hats."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access import sessions
from esafety.access.policy import Can
from esafety.access.sessions import WebSession
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.core.i18n import language
from esafety.people import accounts, hats, passwords, throttle
from esafety.people.forms.account import AccountForm
from esafety.people.forms.sign_in import ChangePasswordForm
from esafety.people.models import Account
from esafety.people.views import entering, views
from esafety.web import door
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit

WHY = "an account may belong to several schools"


@views.page("/account", allow=Can.CHANGE_OWN_ACCOUNT, methods=BOTH)
def account(visit: Visit[None]) -> ResponseReturnValue:
    """Look after one's own account."""
    db = visit.across(WHY)
    own = db.get_one(Account, visit.viewer.account_id)
    form = AccountForm(request.form, obj=own)
    if visit.is_post and form.validate():
        own.display_name, own.language, own.email = form.display_name.data, form.language.data, form.email.data or None
        assert visit.session is not None
        sessions.change(db, visit.session.token_hash, language=own.language)
        _record(visit, "account.changed")
        return redirect(url_for("people.account", saved="yes"), 303)
    if not visit.is_post:
        form.language.data = own.language or language()
    living = (WebSession.account_id == own.id, WebSession.ended_at.is_(None), WebSession.expires_at > visit.now)
    devices = db.scalars(select(WebSession).where(*living).order_by(WebSession.seen_at.desc())).all()
    worn = hats.hats_of(db, account_id=own.id, today=school_day(visit.now))
    status = 422 if visit.is_post else 200
    here = visit.session.token_hash if visit.session else ""
    return render_template("people/account.html", form=form, own=own, devices=devices, here=here, hats=worn), status


@views.page("/account/password", allow=Can.CHANGE_OWN_ACCOUNT, methods=BOTH, own_transaction=True)
def change_password(visit: Visit[None]) -> ResponseReturnValue:
    """Choose a new password; all other devices are signed out."""
    with visit.database.reading(across=WHY) as reading:
        own = reading.get_one(Account, visit.viewer.account_id)
    names = (own.sign_in_name, own.display_name, visit.viewer.school_name)
    form = ChangePasswordForm(request.form, about=names)
    if visit.is_post and form.validate() and _is_present_password(visit, own, form):
        password_hash = passwords.hashed(form.password.data)
        assert visit.session is not None
        with visit.database.together() as unit:
            db, here = unit.across(WHY), visit.session.token_hash
            accounts.change_password(db, account_id=own.id, password_hash=password_hash, now=visit.now, but_for=here)
            if own.totp_secret is None or visit.viewer.second_factor:
                entering.remember_device(db, visit, account_id=own.id, sign_in_name=own.sign_in_name)
            entering.note(unit, visit, "account.password.changed", account_id=own.id, school_id=visit.viewer.school_id)
        return redirect(url_for("people.account", saved="password"), 303)
    return render_template("people/change_password.html", form=form), 422 if visit.is_post else 200


@views.page("/account/devices/end", allow=Can.CHANGE_OWN_ACCOUNT, methods=POST)
def end_device(visit: Visit[None]) -> ResponseReturnValue:
    """Sign out on another device, or on all others."""
    if not HouseForm(request.form).validate():
        return redirect(url_for("people.account"), 303)
    assert visit.session is not None
    theirs = [WebSession.account_id == visit.viewer.account_id, WebSession.token_hash != visit.session.token_hash]
    if request.form.get("device", "all") != "all":
        theirs.append(WebSession.token_hash == request.form["device"])
    sessions.end(visit.across(WHY), *theirs, now=visit.now)
    _record(visit, "account.devices.ended")
    return redirect(url_for("people.account", saved="devices"), 303)


@views.page("/switch", allow=Can.CHANGE_OWN_ACCOUNT, methods=BOTH)
def choose_hat(visit: Visit[None]) -> ResponseReturnValue:
    """Choose between one's schools, and between work and family."""
    db = visit.across(WHY)
    assert visit.viewer.account_id is not None
    worn = hats.hats_of(db, account_id=visit.viewer.account_id, today=school_day(visit.now))
    if not visit.is_post:
        return render_template("people/switch.html", hats=worn)
    hat = hats.chosen(worn, request.form.get("hat", ""))
    if hat is None or visit.session is None:
        raise NotFound
    if hat.needs_second_factor and visit.session.second_factor_at is None:
        return redirect(url_for("people.second_factor"), 303)
    sessions.change(db, visit.session.token_hash, school_id=hat.school_id)
    return redirect(entering.page_or_account(hat.first_page), 303)


@views.page("/sign-out", allow=Can.ENTER, methods=POST)
def sign_out(visit: Visit[None]) -> ResponseReturnValue:
    """Sign out on this device."""
    if visit.session is not None:
        db = visit.across("a session is ended whatever its school")
        sessions.end(db, WebSession.token_hash == visit.session.token_hash, now=visit.now)
        door.say_goodbye()
    response = make_response(redirect(entering.front(), 303))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _is_present_password(visit: Visit[None], own: Account, form: ChangePasswordForm) -> bool:
    tried = throttle.begin(
        visit.database, pepper=visit.settings.pepper, what="password", name=own.sign_in_name, device=visit.device, now=visit.now
    )
    if tried is None:
        raise entering.too_many()
    if not passwords.matches(own.password_hash, form.present.data):
        form.present.errors = (_("This is not your present password."),)
        return False
    with visit.database.across_schools(WHY) as db:
        throttle.take_back(db, tried)
    return True


def _record(visit: Visit[None], action: str) -> None:
    """Staff's and parents' own changes stand in their school's record; a trust's lead has no school."""
    if visit.viewer.school_id is not None:
        about = f"account:{visit.viewer.account_id}"
        audit.record(visit.db, at=visit.now, actor=visit.viewer.actor, action=action, about=about)

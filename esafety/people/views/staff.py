"""The staff's door: name and password, then the code on the telephone. A password alone opens no page."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.db import UnitOfWork
from esafety.core.i18n import gettext as _
from esafety.people import accounts, hats, throttle
from esafety.people.forms.sign_in import SecondFactorForm
from esafety.people.models import Account
from esafety.people.views import entering, views
from esafety.people.views.family import sign_in_page
from esafety.web.pages import BOTH, Visit


@views.page("/staff/sign-in", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def staff_sign_in(visit: Visit[None]) -> ResponseReturnValue:
    """Sign in as somebody who works for the school."""
    return sign_in_page(visit, by="staff")


@views.page("/staff/code", allow=Can.ENTER, methods=BOTH, own_transaction=True)
def second_factor(visit: Visit[None]) -> ResponseReturnValue:
    """Type the code that the telephone shows."""
    signed_in = visit.session
    if signed_in is None or signed_in.account_id is None:
        return redirect(url_for("people.staff_sign_in"), 303)
    if signed_in.second_factor_at is not None:
        return redirect(url_for("people.choose_hat"), 303)
    form = SecondFactorForm(request.form)
    if visit.is_post and form.validate():
        inside = _enter(visit, signed_in.account_id, form.code.data)
        if inside is not None:
            return inside
        form.code.errors = (_("This is not the code of the moment, or it was used already. Please wait for the next one."),)
    return render_template("people/second_factor.html", form=form), 422 if visit.is_post else 200


def _enter(visit: Visit[None], account_id: int, typed: str) -> ResponseReturnValue | None:
    with visit.database.reading(across="an account may belong to several schools") as reading:
        name = reading.scalar(select(Account.sign_in_name).where(Account.id == account_id)) or ""
    pepper = visit.settings.pepper
    tried = throttle.begin(visit.database, pepper=pepper, what="second factor", name=name, device=visit.device, now=visit.now)
    if tried is None:
        raise entering.too_many()
    with visit.database.together() as unit:
        db = unit.across("an adult who signs in may belong to several schools")
        if not accounts.accept_code(db, visit.settings, account_id=account_id, typed=typed, now=visit.now):
            _note_wrong(unit, visit, account_id)
            return None
        throttle.take_back(db, tried)
        entering.remember_device(db, visit, account_id=account_id, sign_in_name=name)
        worn = hats.hats_of(db, account_id=account_id, today=school_day(visit.now))
        fitting = [hat for hat in worn if hat.needs_second_factor] or list(worn)
        if not fitting:
            return None
        entering.begin_session(db, visit, account_id=account_id, school_id=fitting[0].school_id, second_factor_at=visit.now)
        entering.note(unit, visit, "staff.signed-in", account_id=account_id, school_id=fitting[0].school_id)
    return redirect(entering.first_address(fitting), 303)


def _note_wrong(unit: UnitOfWork, visit: Visit[None], account_id: int) -> None:
    """Somebody knew the password and not the code: every school of this member of staff should be able to see that."""
    worn = hats.hats_of(unit.across("an adult may work for several schools"), account_id=account_id, today=school_day(visit.now))
    for hat in worn:
        if hat.kind == "staff":
            action, school_id = "staff.second-factor", hat.school_id
            entering.note(unit, visit, action, account_id=account_id, school_id=school_id, outcome="refused")

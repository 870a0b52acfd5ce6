"""What an adult answered, and taking it back."""

from __future__ import annotations

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements import actions
from esafety.agreements.forms import ConfirmForm
from esafety.agreements.models import Signature
from esafety.agreements.receipts import get_shown
from esafety.agreements.rules import SIGNED
from esafety.agreements.views import views
from esafety.agreements.wording import wording
from esafety.core import i18n
from esafety.core.clock import school_day, school_year, school_year_name
from esafety.people.codes import pretty
from esafety.web.pages import BOTH, Visit


@views.page("/receipt/<int:id>", allow=Can.SEE_OWN_SIGNATURE, about=Signature)
def receipt(visit: Visit[Signature]) -> ResponseReturnValue:
    """One's own answer: what, which wording, when, and how to take it back."""
    shown = get_shown(visit.db, visit.subject.id)
    words = wording(shown.texts, shown.language)
    pdf = "notices.receipt_pdf"
    return render_template(
        "agreements/receipt.html",
        shown=shown,
        words=words,
        code=pretty(shown.receipt_code),
        year=school_year_name(shown.school_year),
        language_name=dict(i18n.languages())[words.language],
        promised=[promise for promise in words.promises if promise.id in shown.promises],
        left_out=[promise for promise in words.promises if promise.id not in shown.promises],
        link_id=next((ward.link_id for ward in visit.viewer.wards if ward.pupil_id == shown.pupil_id and ward.may_sign), None),
        is_this_year=shown.school_year == school_year(school_day(visit.now)),
        pdf_href=url_for(pdf, id=shown.id) if pdf in current_app.view_functions else None,
    )


@views.page("/receipt/<int:id>/withdraw", allow=Can.SEE_OWN_SIGNATURE, about=Signature, methods=BOTH)
def withdraw(visit: Visit[Signature]) -> ResponseReturnValue:
    """Ask whether to take a signature back, and do so."""
    shown = get_shown(visit.db, visit.subject.id)
    if shown.answer != SIGNED or shown.withdrawn_at is not None:
        return redirect(url_for(".receipt", id=shown.id), 303)
    form = ConfirmForm(request.form)
    if visit.is_post and form.validate():
        actions.withdraw(visit.db, signature_id=shown.id, at=visit.now)
        return redirect(url_for(".receipt", id=shown.id), 303)
    return render_template("agreements/withdraw.html", shown=shown, form=form), 422 if visit.is_post else 200

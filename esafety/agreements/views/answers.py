"""A parent's three answers: sign, say no, talk first. Each is one page, one button, one entry in the chain."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements import actions
from esafety.agreements.forms import SayNoForm, SignForm
from esafety.agreements.rules import DECLINED, SIGNED, TALK, State
from esafety.agreements.views import views
from esafety.agreements.views.reading import Nothing, Reading, nothing_asked, reading_of
from esafety.people.models import GuardianLink
from esafety.web.pages import BOTH, Visit


@views.page("/agreement/<int:id>/sign", allow=Can.SIGN_FOR_WARD, about=GuardianLink, methods=BOTH, once=True)
def sign(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Sign for one child: the promises one makes, the name, the sentence."""
    return _answer(visit, SIGNED)


@views.page("/agreement/<int:id>/decline", allow=Can.SIGN_FOR_WARD, about=GuardianLink, methods=BOTH, once=True)
def decline(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Say no, with or without a reason."""
    return _answer(visit, DECLINED)


@views.page("/agreement/<int:id>/talk", allow=Can.SIGN_FOR_WARD, about=GuardianLink, methods=BOTH, once=True)
def talk(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Ask to talk with the school first."""
    return _answer(visit, TALK)


def _answer(visit: Visit[GuardianLink], answer: str) -> ResponseReturnValue:
    reading = reading_of(visit)
    if isinstance(reading, Nothing):
        return (nothing_asked(reading), 409) if visit.is_post else nothing_asked(reading)
    if reading.standing.state is State.SIGNED and reading.standing.given:
        return redirect(url_for(".receipt", id=reading.standing.given.id), 303)
    form = _form(reading, answer)
    if visit.is_post:
        if form.version.data != str(reading.asked.version_id):
            return _superseded(reading)
        if form.validate():
            return _save(visit, reading, answer, form)
    else:
        form.version.data = str(reading.asked.version_id)
    template = "agreements/sign.html" if answer == SIGNED else "agreements/other_answer.html"
    return render_template(template, reading=reading, form=form, answer=answer), 422 if visit.is_post else 200


def _save(visit: Visit[GuardianLink], reading: Reading, answer: str, form: Any) -> ResponseReturnValue:
    given = actions.Answer(
        answer=answer,
        language=reading.words.language,
        typed_name=form.full_name.data if answer == SIGNED else visit.viewer.display_name,
        promises=tuple(form.promises.data) if answer == SIGNED else (),
        reason="" if answer == SIGNED else form.reason.data,
        signed_in_by="password and second factor" if visit.viewer.second_factor else "password",
    )
    version_id = reading.asked.version_id
    try:
        saved = actions.answer(visit.db, link_id=visit.subject.id, version_id=version_id, given=given, at=visit.now)
    except actions.Superseded:
        return _superseded(reading)
    return redirect(url_for(".receipt", id=saved.id), 303)


def _form(reading: Reading, answer: str) -> Any:
    if answer != SIGNED:
        return SayNoForm(request.form)
    promises = [(promise.id, promise.text) for promise in reading.words.promises]
    return SignForm(request.form, promises=promises, declaration=reading.words.agreement.declaration)


def _superseded(reading: Reading) -> ResponseReturnValue:
    return render_template("agreements/superseded.html", reading=reading), 409

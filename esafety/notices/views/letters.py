"""Letters on paper, each with a code of its own for one adult and one child."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can
from esafety.agreements.families import FamilyRow, Selection, families
from esafety.agreements.queries import find_asked
from esafety.core import audit
from esafety.core.clock import school_day, school_year
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.notices import actions, queries
from esafety.notices.forms import LettersForm
from esafety.notices.queries import Waiting
from esafety.notices.typesetting import qr_code, typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.notices.views.remind import address_of
from esafety.notices.wording import Occasion, Said, in_both
from esafety.people import codes, invitations
from esafety.people.models import GuardianLink, SchoolClass
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/office/letters", allow=Can.REMIND_FAMILIES, methods=BOTH, own_transaction=True)
def letters(visit: Visit[None]) -> ResponseReturnValue:
    """Print first letters with codes for adults who have no sign-in yet."""
    form = LettersForm(request.form)
    with visit.database.reading(school_id=visit.viewer.school_id) as db:
        form.class_.choices = [("", _("The whole school")), *_classes(db, visit.now)]
        wanted = _without_sign_in(db, form.class_.data or "", visit.now)
    if visit.is_post and form.validate():
        if wanted:
            return _first_letters(visit, wanted)
        form.class_.errors = [_("Every adult of this class has a sign-in, or gets no letters.")]
    return render_template("notices/letters.html", form=form, number=len(wanted)), 422 if visit.is_post else 200


@views.page("/office/letters/print", allow=Can.REMIND_FAMILIES, methods=POST, own_transaction=True)
def letters_pdf(visit: Visit[None]) -> ResponseReturnValue:
    """Print all letters that wait in the outbox, once."""
    if not HouseForm(request.form).validate():
        return redirect(url_for(".outbox"), 303)
    with _writing(visit) as db:
        actions.drop_forbidden(db, now=visit.now)
        waiting = queries.waiting_letters(db)
        new = _codes(db, waiting, visit)
    if not waiting:
        return redirect(url_for(".outbox"), 303)
    document = _set(visit, waiting, new)
    with _writing(visit) as db:
        actions.printed(db, letters=waiting, actor=visit.viewer.actor, at=visit.now)
    return as_pdf(document, "letters")


def _first_letters(visit: Visit[None], rows: list[FamilyRow]) -> ResponseReturnValue:
    wanted = [row.link_id for row in rows]
    with _writing(visit) as db:
        links = {link.id: link for link in db.scalars(select(GuardianLink).where(GuardianLink.id.in_(wanted)))}
        first = tuple(
            Waiting(0, links[row.link_id], 0, row.language, row.adult, row.first_name, has_sign_in=False)
            for row in rows
            if row.link_id in links
        )
        new = _codes(db, first, visit)
        for letter in first:
            about = f"guardian_link:{letter.link.id}"
            audit.record(db, at=visit.now, actor=visit.viewer.actor, action="family.invited", about=about)
    return as_pdf(_set(visit, first, new), "letters")


def _writing(visit: Visit[None]) -> AbstractContextManager[SchoolSession]:
    """A short transaction: setting hundreds of letters takes seconds, and nobody should wait for them to save an answer."""
    assert visit.viewer.school_id is not None
    return visit.database.transaction(school_id=visit.viewer.school_id)


def _codes(db: SchoolSession, letters: Iterable[Waiting], visit: Visit[None]) -> dict[int, str]:
    """New codes by link. They stand on paper only; the school keeps their hashes."""
    return invitations.invite_all(db, [one.link for one in letters if not one.has_sign_in], visit.now, visit.settings)


def _set(visit: Visit[None], letters: tuple[Waiting, ...], new: dict[int, str]) -> bytes:
    data = {
        "title": _("Letters to families"),
        "school": visit.viewer.school_name,
        "letters": [_letter(visit, one, new.get(one.link.id, "")) for one in letters],
    }
    return typeset("letters", data, at=visit.now)


def _letter(visit: Visit[None], one: Waiting, code: str) -> dict[str, Any]:
    until = school_day(visit.now + invitations.VALID_FOR) if code else None
    address = address_of(visit, has_sign_in=one.has_sign_in)
    occasion = Occasion(visit.viewer.school_name, one.child, address, one.turn, one.has_sign_in, until)
    return {
        "to": _("For %(adult)s, about %(child)s", adult=one.adult, child=one.child),
        "title": one.child,
        "code": codes.pretty(code) if code else "",
        "qr": qr_code(codes.address(visit.settings.public_url, code)) if code else "",
        "qr_words": _("A QR code that opens the school’s page with your code"),
        "address": address,
        "said": [_as_plain(said) for said in in_both(occasion, one.language)],
    }


def _as_plain(said: Said) -> dict[str, Any]:
    return {
        "language": said.language,
        "heading": said.heading,
        "sentences": list(said.sentences),
        "code_label": said.code_label,
        "until": said.until,
    }


def _without_sign_in(db: SchoolSession, class_id: str, now: datetime) -> list[FamilyRow]:
    today = school_day(now)
    asked = find_asked(db, school_year=school_year(today))
    rows = families(db, asked=asked, chosen=Selection.of({"class": class_id}), today=today)
    return [row for row in rows if not row.has_sign_in and row.may_receive]


def _classes(db: SchoolSession, now: datetime) -> list[tuple[str, str]]:
    rows = db.execute(
        select(SchoolClass.id, SchoolClass.name)
        .where(SchoolClass.school_year == school_year(school_day(now)))
        .order_by(SchoolClass.year_group, SchoolClass.name)
    )
    return [(str(number), name) for number, name in rows]

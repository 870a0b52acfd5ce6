"""Reminding families: first look at the letter, then send."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements.families import Selection, families
from esafety.agreements.queries import find_asked
from esafety.core.clock import school_day, school_year
from esafety.core.errors import Refused
from esafety.core.i18n import gettext as _
from esafety.core.i18n import ngettext
from esafety.notices import actions
from esafety.notices.mail import mail_works
from esafety.notices.rules import Why
from esafety.notices.views import views
from esafety.notices.wording import Occasion, in_both
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, Visit


@views.page("/lead/families/remind", allow=Can.REMIND_FAMILIES, methods=BOTH, once=True)
def remind(visit: Visit[None]) -> ResponseReturnValue:
    """Look at the letter that reminds families, then put it into the outbox."""
    words = request.form if visit.is_post else request.args
    chosen = Selection.of(words, words.getlist("link"), words.getlist("pupil"))
    planned, year = _planned(visit, chosen)
    if visit.is_post and HouseForm(request.form).validate():
        sent = actions.remind(
            visit.db,
            planned=planned,
            school=visit.viewer.school_name,
            address=lambda has_sign_in: address_of(visit, has_sign_in=has_sign_in),
            school_year=year,
            by=visit.viewer.membership_id,
            actor=visit.viewer.actor,
            at=visit.now,
        )
        return redirect(url_for(".outbox", new=sent), 303)
    page = render_template(
        "notices/remind.html",
        chosen=chosen,
        words=chosen.as_words(),
        planned=planned,
        samples=_samples(visit, planned),
        reasons=[_left_out(why, number) for why, number in sorted(planned.left_out.items())],
    )
    return page, 422 if visit.is_post else 200


def address_of(visit: Visit[None], *, has_sign_in: bool) -> str:
    """Where families sign in, or type their code, as it stands in letters."""
    page = url_for("people.family_sign_in" if has_sign_in else "people.enter_code")
    return visit.settings.public_url.partition("://")[2] + page


def _planned(visit: Visit[None], chosen: Selection) -> tuple[actions.Plan, int]:
    today = school_day(visit.now)
    year = school_year(today)
    asked = find_asked(visit.db, school_year=year)
    if asked is None or not asked.is_open(today):
        raise Refused(_("The school has not asked families yet this year, so there is nothing to remind of."))
    rows = families(visit.db, asked=asked, chosen=chosen, today=today)
    return actions.plan(visit.db, rows=rows, school_year=year, mail_works=mail_works(visit.settings), now=visit.now), year


def _samples(visit: Visit[None], planned: actions.Plan) -> list[tuple[str, tuple[object, ...]]]:
    """One letter as it will be read, for each language that somebody reads."""
    shown: dict[str, tuple[str, tuple[object, ...]]] = {}
    for row, turn, _channel in planned.to:
        if row.language not in shown:
            address = address_of(visit, has_sign_in=row.has_sign_in)
            occasion = Occasion(visit.viewer.school_name, row.first_name, address, turn, row.has_sign_in)
            shown[row.language] = (row.adult, in_both(occasion, row.language))
    return list(shown.values())


def _left_out(why: Why, number: int) -> str:
    """How many get no reminder, and why."""
    return {
        Why.ANSWERED: ngettext("%(num)s has answered already", "%(num)s have answered already", number),
        Why.NOT_ALLOWED: ngettext(
            "%(num)s gets no letters about this, as the office has decided",
            "%(num)s get no letters about this, as the office has decided",
            number,
        ),
        Why.ENOUGH: ngettext("%(num)s has had three reminders this year", "%(num)s have had three reminders this year", number),
        Why.WAITING: ngettext(
            "%(num)s has a message waiting in the outbox", "%(num)s have a message waiting in the outbox", number
        ),
        Why.LATELY: ngettext(
            "%(num)s was reminded in the last seven days", "%(num)s were reminded in the last seven days", number
        ),
    }[why]

"""The office records what came on paper, and sees names worth a second look."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.agreements import actions, queries
from esafety.agreements.forms import WITHDRAWN, ConfirmForm, FindForm, PaperForm
from esafety.agreements.models import Signature
from esafety.agreements.paper import LinkRow, find_links, get_link, recorded_papers, unexpected_names
from esafety.agreements.rules import standing
from esafety.agreements.views import views
from esafety.core.clock import school_day, school_year
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.people.models import GuardianLink
from esafety.web.pages import BOTH, POST, Visit


@views.page("/office/paper", allow=Can.RECORD_PAPER, methods=BOTH, navigation=N_("Paper answers"))
def paper(visit: Visit[None]) -> ResponseReturnValue:
    """Find the adult and child of a sheet of paper; what was recorded; names to look at."""
    form = FindForm(request.form)
    today = school_day(visit.now)
    searched = visit.is_post and form.validate()
    year = school_year(today)
    page = render_template(
        "agreements/paper.html",
        form=form,
        searched=searched,
        links=find_links(visit.db, name=form.name.data, today=today) if searched else (),
        papers=recorded_papers(visit.db, school_year=year),
        names=unexpected_names(visit.db, school_year=year),
        membership_id=visit.viewer.membership_id,
    )
    return page, 422 if visit.is_post and not searched else 200


@views.page("/office/paper/<int:id>", allow=Can.RECORD_PAPER, about=GuardianLink, methods=BOTH, once=True)
def record(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Record what one adult answered on paper for one child."""
    today = school_day(visit.now)
    link = get_link(visit.db, visit.subject.id, today=today)
    asked = queries.find_asked(visit.db, school_year=school_year(today))
    if asked is None or not asked.is_open(today):
        raise Refused(_("The school does not ask families at the moment, so there is no wording to record an answer for."))
    if not link.may_sign:
        raise Refused(_("The school has decided that this adult does not answer agreements for this child."))
    form = PaperForm(request.form, received_on=today)
    if visit.is_post:
        if form.validate() and _is_past(form, today) and form.version.data == str(asked.version_id):
            return _record(visit, link, asked, form)
        if form.version.data != str(asked.version_id):
            form.form_errors.append(_("A new wording was published meanwhile. Please check which one is on the sheet."))
    form.version.data = str(asked.version_id)
    given = queries.given_by(visit.db, guardian_id=link.guardian_id, school_year=asked.school_year, pupil_ids=(link.pupil_id,))
    return render_template(
        "agreements/record.html", form=form, link=link, asked=asked, now=standing(asked.version_id, given)
    ), 422 if visit.is_post else 200


@views.page("/office/paper/answer/<int:id>/check", allow=Can.RECORD_PAPER, about=Signature, methods=POST)
def check(visit: Visit[Signature]) -> ResponseReturnValue:
    """Note that a second person compared a recorded answer with the sheet."""
    if visit.subject.channel != "paper" or visit.viewer.membership_id is None:
        raise NotFound
    ConfirmForm(request.form).validate()
    actions.check_paper(visit.db, signature=visit.subject, by=visit.viewer.membership_id, actor=visit.viewer.actor, at=visit.now)
    return redirect(url_for(".paper"), 303)


def _is_past(form: PaperForm, today: object) -> bool:
    if form.received_on.data > today:
        form.received_on.errors = [_("This day has not come yet.")]
        return False
    return True


def _record(visit: Visit[GuardianLink], link: LinkRow, asked: queries.Asked, form: PaperForm) -> ResponseReturnValue:
    actor, at = visit.viewer.actor, visit.now
    if form.answer.data == WITHDRAWN:
        if not actions.record_paper_withdrawal(visit.db, link=link, version_id=asked.version_id, actor=actor, at=at):
            raise Refused(_("This adult has no answer that could be taken back. Nothing was recorded."))
        return redirect(url_for(".paper"), 303)
    sheet = actions.Sheet(form.received_on.data, visit.viewer.membership_id, form.kept_where.data)
    actions.record_paper(
        visit.db,
        link=link,
        version_id=asked.version_id,
        answer_given=form.answer.data,
        name=form.name.data,
        sheet=sheet,
        actor=actor,
        at=at,
    )
    return redirect(url_for(".paper"), 303)

"""The office's pages about one adult and one child: linking, changing, restricting, a letter's code."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access import policy
from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.people import codes, invitations, restrictions, roster
from esafety.people.forms.office import LinkForm, RestrictionForm
from esafety.people.models import Guardian, GuardianLink, Pupil
from esafety.people.restrictions import Decision
from esafety.people.views import views
from esafety.people.views.office import record
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/office/adults/<int:id>/links/<int:pupil_id>", allow=Can.MANAGE_PEOPLE, about=Guardian, methods=BOTH, once=True)
def add_link(visit: Visit[Guardian], pupil_id: int) -> ResponseReturnValue:
    """Link an adult to a child."""
    child = visit.db.scalar(select(Pupil).where(Pupil.id == pupil_id)) if pupil_id < 2**63 else None
    if child is None:
        raise NotFound
    form = LinkForm(request.form)
    if visit.is_post and form.validate():
        link = roster.link(
            visit.db,
            guardian_id=visit.subject.id,
            pupil_id=child.id,
            relationship=form.relationship.data,
            today=school_day(visit.now),
            may_sign=form.may_sign.data,
            may_see_progress=form.may_see_progress.data,
            may_receive=form.may_receive.data,
        )
        record(visit, "family.link.made", f"guardian_link:{link.id}")
        return redirect(url_for("people.link", id=link.id, saved="made"), 303)
    _tick_all(visit, form)
    return render_template("people/add_link.html", form=form, adult=visit.subject, pupil=child), 422 if visit.is_post else 200


@views.page("/office/links/<int:id>", allow=Can.RESTRICT_LINK, about=GuardianLink, reads="family.link.read")
def link(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """What one adult may do for one child."""
    today = school_day(visit.now)
    return render_template(
        "people/link.html",
        link=visit.subject,
        **_both_ends(visit),
        is_open=visit.subject.until_on is None or visit.subject.until_on >= today,
        may_be_invited=invitations.may_be_invited(visit.subject, visit.now),
        may_manage=policy.may_enter(visit.viewer, Can.MANAGE_PEOPLE),
    )


@views.page("/office/links/<int:id>/edit", allow=Can.MANAGE_PEOPLE, about=GuardianLink, methods=BOTH)
def edit_link(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Correct how an adult and a child belong together."""
    if visit.subject.restriction != restrictions.NONE:
        # What a restricted adult may do is part of the decision and changed only there.
        return redirect(url_for("people.restrict", id=visit.subject.id), 303)
    form = LinkForm(request.form, obj=visit.subject)
    if visit.is_post and form.validate():
        form.populate_obj(visit.subject)
        record(visit, "family.link.changed", f"guardian_link:{visit.subject.id}")
        return redirect(url_for("people.link", id=visit.subject.id, saved="changed"), 303)
    return render_template(
        "people/edit_link.html", form=form, link=visit.subject, **_both_ends(visit)
    ), 422 if visit.is_post else 200


@views.page("/office/links/<int:id>/end", allow=Can.MANAGE_PEOPLE, about=GuardianLink, methods=BOTH)
def end_link(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """End the link between an adult and a child."""
    form = HouseForm(request.form)
    if visit.is_post and form.validate():
        roster.end_link(visit.db, visit.subject, today=school_day(visit.now), now=visit.now)
        record(visit, roster.LINK_ENDED, f"guardian_link:{visit.subject.id}")
        return redirect(url_for("people.adult", id=visit.subject.guardian_id, saved="ended"), 303)
    return render_template(
        "people/end_link.html", form=form, link=visit.subject, **_both_ends(visit)
    ), 422 if visit.is_post else 200


@views.page(
    "/office/links/<int:id>/restrict", allow=Can.RESTRICT_LINK, about=GuardianLink, methods=BOTH, reads="family.link.read"
)
def restrict(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Restrict what an adult may do for a child, or lift a restriction. Nobody is told."""
    subject = visit.subject
    form = RestrictionForm(request.form, obj=subject)
    if visit.is_post and form.validate():
        decision = Decision(
            restriction=form.restriction.data,
            may_sign=form.may_sign.data,
            may_see_progress=form.may_see_progress.data,
            may_receive=form.may_receive.data,
            reference=form.reference.data,
        )
        restrictions.restrict(visit.db, subject, decision, by=visit.viewer.actor, now=visit.now)
        return redirect(url_for("people.link", id=subject.id, saved="restricted"), 303)
    if not visit.is_post:
        form.reference.data = subject.restriction_reference
    return render_template("people/restrict.html", form=form, link=subject, **_both_ends(visit)), 422 if visit.is_post else 200


@views.page("/office/links/<int:id>/letter", allow=Can.MANAGE_PEOPLE, about=GuardianLink, methods=POST)
def new_letter(visit: Visit[GuardianLink]) -> ResponseReturnValue:
    """Make a new code for an adult and show it once. Older ones end."""
    if not HouseForm(request.form).validate():
        return redirect(url_for("people.link", id=visit.subject.id), 303)
    code = invitations.invite(visit.db, visit.subject, visit.now, visit.settings)
    record(visit, "family.invited", f"guardian_link:{visit.subject.id}")
    until = school_day(visit.now + invitations.VALID_FOR)
    return render_template(
        "people/new_letter.html", code=codes.pretty(code), until=until, link=visit.subject, **_both_ends(visit)
    )


def _both_ends(visit: Visit[GuardianLink]) -> dict[str, Any]:
    """The adult and the child of a link, for the page's words."""
    adult = visit.db.scalars(select(Guardian).where(Guardian.id == visit.subject.guardian_id)).one()
    pupil = visit.db.scalars(select(Pupil).where(Pupil.id == visit.subject.pupil_id)).one()
    return {"adult": adult, "pupil": pupil}


def _tick_all(visit: Visit[Any], form: LinkForm) -> None:
    if not visit.is_post:
        form.may_sign.data = form.may_see_progress.data = form.may_receive.data = True

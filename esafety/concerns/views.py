"""Telling someone, and reading what one was told."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can
from esafety.access.viewer import Role
from esafety.concerns import actions, queries
from esafety.concerns.forms import AdultConcernForm, NoteForm, PupilConcernForm
from esafety.concerns.models import Delivery
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.core.sealing import unseal
from esafety.curriculum.shelf import library
from esafety.people.models import School
from esafety.web.pages import BOTH, POST, Room, Visit

views = Room("concerns", __name__)
PICTURES_OF_GROWN_UPS = tuple(f"pictures/{name}.svg" for name in ("tell-icon-teacher", "tell-icon-grown-up", "icon-ask-grown-up"))
"""The grown-ups whom every school has, for children who cannot read yet. A school's own list has names and no faces."""


@views.page("/tell", allow=Can.ENTER, while_idle=True)
def tell(visit: Visit[None]) -> ResponseReturnValue:
    """Tell someone: who reads it and when, whom to call now, and for a pupil a choice of grown-up or a few words."""
    if visit.viewer.kind != "pupil":
        return render_template("concerns/tell_out.html")
    return _telling(visit, PupilConcernForm())


# Open while idle: a child who writes slowly must not lose a word to the question whether it is still them.
@views.page("/tell", allow=Can.TELL_SOMEONE, methods=POST, once=True, while_idle=True)
def send(visit: Visit[None]) -> ResponseReturnValue:
    """A pupil tells someone."""
    form = PupilConcernForm(request.form)
    grown_ups = _grown_ups(_school(visit))
    chosen = request.form.get("grown_up", "")
    trusted = grown_ups[int(chosen)] if chosen.isascii() and chosen.isdigit() and int(chosen) < len(grown_ups) else ""
    words = (form.words.data or "") if _may_write(visit) else ""
    if not form.validate():
        return _telling(visit, form), 422
    if not trusted and not words:
        return _telling(visit, form, problem=_("Choose a grown-up first.")), 422
    subject = "staff" if request.form.get("about_grown_up") else "child"
    actions.raise_concern(
        visit.db,
        visit.settings,
        raised_by="pupil",
        subject=subject,
        words=words,
        at=visit.now,
        pupil_id=visit.viewer.pupil_id,
        trusted_adult=trusted,
    )
    return redirect(url_for(".told", here=_this_session(visit)), 303)


@views.page("/tell/told", allow=Can.TELL_SOMEONE, while_idle=True)
def told(visit: Visit[None]) -> ResponseReturnValue:
    """Thank you for telling: who reads it and when."""
    # The next child on this device can go back to this address, and must not learn that somebody told something.
    if request.args.get("here") != _this_session(visit):
        return redirect(url_for(".tell"), 303)
    return render_template("concerns/told_pupil.html", school=_school(visit), is_read=_is_read(visit))


@views.page("/concern", allow=Can.RAISE_CONCERN, methods=BOTH, once=True)
def raise_concern(visit: Visit[None]) -> ResponseReturnValue:
    """Raise a concern with the school: the calm way to the right person."""
    form = AdultConcernForm(request.form)
    if visit.is_post and form.validate():
        staff = bool(visit.viewer.is_staff and Role.GUARDIAN not in visit.viewer.roles)
        actions.raise_concern(
            visit.db,
            visit.settings,
            raised_by="staff" if staff else "parent",
            subject=form.subject.data,
            words=form.words.data or "",
            at=visit.now,
            account_id=visit.viewer.account_id,
        )
        return redirect(url_for(".raised"), 303)
    page = render_template("concerns/raise.html", form=form, school=_school(visit), is_read=_is_read(visit))
    return page, 422 if visit.is_post else 200


@views.page("/concern/raised", allow=Can.RAISE_CONCERN)
def raised(visit: Visit[None]) -> ResponseReturnValue:
    """The concern was sent: who reads it and when."""
    return render_template("concerns/raised.html", school=_school(visit), is_read=_is_read(visit))


@views.page("/concerns", allow=Can.READ_CONCERNS, navigation=N_("Concerns"), reads="concerns.listed")
def inbox(visit: Visit[None]) -> ResponseReturnValue:
    """The concerns that were sent to me."""
    rows = queries.inbox(visit.db, membership_id=visit.viewer.membership_id)
    return render_template("concerns/inbox.html", rows=rows)


@views.page("/concerns/<int:id>/open", allow=Can.READ_CONCERNS, about=Delivery, methods=POST)
def open_concern(visit: Visit[Delivery]) -> ResponseReturnValue:
    """Open a concern, which is noted."""
    actions.open_delivery(visit.db, delivery=visit.subject, actor=visit.viewer.actor, at=visit.now)
    return redirect(url_for(".read", id=visit.subject.id), 303)


@views.page("/concerns/<int:id>", allow=Can.READ_CONCERNS, about=Delivery, reads="concern.read")
def read(visit: Visit[Delivery]) -> ResponseReturnValue:
    """Read one concern and what was done about it."""
    if visit.subject.opened_at is None:
        return redirect(url_for(".inbox"), 303)
    return _reading(visit, NoteForm())


@views.page("/concerns/<int:id>/note", allow=Can.READ_CONCERNS, about=Delivery, methods=POST, once=True)
def note(visit: Visit[Delivery]) -> ResponseReturnValue:
    """Note what was done about a concern."""
    form = NoteForm(request.form)
    if not form.validate():
        return _reading(visit, form), 422
    words = form.words.data or ""
    actions.add_note(visit.db, visit.settings, delivery=visit.subject, words=words, actor=visit.viewer.actor, at=visit.now)
    return redirect(url_for(".read", id=visit.subject.id), 303)


@views.page("/concerns/<int:id>/hand-over", allow=Can.READ_CONCERNS, about=Delivery, methods=POST)
def hand_over(visit: Visit[Delivery]) -> ResponseReturnValue:
    """Say that a concern stands in the school's own safeguarding record."""
    actions.hand_over(visit.db, delivery=visit.subject, actor=visit.viewer.actor, at=visit.now)
    return redirect(url_for(".read", id=visit.subject.id), 303)


def _telling(visit: Visit[None], form: PupilConcernForm, problem: str = "") -> str:
    school = _school(visit)
    return render_template(
        "concerns/tell.html",
        form=form,
        school=school,
        is_read=_is_read(visit),
        grown_ups=_grown_ups(school),
        pictures=() if school.trusted_adults.strip() or _may_write(visit) else PICTURES_OF_GROWN_UPS,
        may_write=_may_write(visit),
        problem=problem,
    )


def _reading(visit: Visit[Delivery], form: NoteForm) -> str:
    concern = queries.read(visit.db, visit.subject.concern_id)
    return render_template(
        "concerns/read.html",
        delivery_id=visit.subject.id,
        concern=concern,
        words=unseal(visit.settings, concern.sealed_words) if concern.sealed_words else "",
        notes=[(row, unseal(visit.settings, row.sealed_words)) for row in concern.notes],
        form=form,
    )


def _school(visit: Visit[None]) -> School:
    school = visit.db.scalars(select(School).where(School.id == visit.viewer.school_id)).one_or_none()
    if school is None:
        raise NotFound
    return school


def _is_read(visit: Visit[None]) -> bool:
    return queries.somebody_reads(visit.db, school_day(visit.now))


def _grown_ups(school: School) -> tuple[str, ...]:
    """Grown-ups whom a child may choose: the school's list, or what every school has."""
    named = tuple(line.strip() for line in school.trusted_adults.splitlines() if line.strip())
    return named or (_("My teacher"), _("The head"), _("Another grown-up at school"))


def _may_write(visit: Visit[None]) -> bool:
    """Children up to seven choose a grown-up instead of writing."""
    return library().band_of(visit.viewer.year_group or 0) != "ks1"


def _this_session(visit: Visit[None]) -> str:
    return visit.session.token_hash[:16] if visit.session is not None else ""

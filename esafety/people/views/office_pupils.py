"""The office's pages about children: the list, one child, entering, correcting, leaving and coming back."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.people import classes, directory, roster
from esafety.people.forms.office import NewAdultForChildForm, PupilForm
from esafety.people.models import Pupil
from esafety.people.views import views
from esafety.people.views.office import number_asked, record
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/office/pupils", allow=Can.FIND_PEOPLE)
def pupils(visit: Visit[None]) -> ResponseReturnValue:
    """All children, by class."""
    today = school_day(visit.now)
    class_id, leavers = number_asked("class"), request.args.get("show") == "leavers"
    page = directory.pupils_page(visit.db, today=today, class_id=class_id, leavers=leavers, at=number_asked("page", 1) or 1)
    offered = classes.classes_of(visit.db, today=today)
    return render_template("people/pupils.html", page=page, classes=offered, class_id=class_id, leavers=leavers)


@views.page("/office/pupils/new", allow=Can.MANAGE_PEOPLE, methods=BOTH, once=True)
def add_pupil(visit: Visit[None]) -> ResponseReturnValue:
    """Enter a child by hand."""
    form = PupilForm(request.form, classes=classes.classes_of(visit.db, today=school_day(visit.now)))
    if visit.is_post and form.validate():
        pupil = roster.add_pupil(
            visit.db,
            first_name=form.first_name.data,
            initial=form.initial.data,
            class_id=form.class_id.data,
            today=school_day(visit.now),
        )
        record(visit, "people.pupil.added", f"pupil:{pupil.id}")
        return redirect(url_for("people.pupil", id=pupil.id, saved="added"), 303)
    return render_template("people/add_pupil.html", form=form), 422 if visit.is_post else 200


@views.page("/office/pupils/<int:id>", allow=Can.FIND_PEOPLE, about=Pupil, reads="people.pupil.read")
def pupil(visit: Visit[Pupil]) -> ResponseReturnValue:
    """One child with their adults and what each may do."""
    links = directory.adults_of(visit.db, visit.subject.id, now=visit.now)
    names = {one.id: one.name for one in classes.classes_of(visit.db, today=school_day(visit.now))}
    class_name = names.get(visit.subject.class_id or 0, "")
    return render_template(
        "people/pupil.html", pupil=visit.subject, links=links, class_name=class_name, today=school_day(visit.now)
    )


@views.page("/office/pupils/<int:id>/edit", allow=Can.MANAGE_PEOPLE, about=Pupil, methods=BOTH)
def edit_pupil(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Correct a child's entry or move the child to another class."""
    child = visit.subject
    form = PupilForm(request.form, obj=child, classes=classes.classes_of(visit.db, today=school_day(visit.now)))
    if visit.is_post and form.validate():
        roster.change_pupil(
            visit.db,
            child,
            first_name=form.first_name.data,
            initial=form.initial.data,
            class_id=form.class_id.data,
            now=visit.now,
        )
        record(visit, "people.pupil.changed", f"pupil:{child.id}")
        return redirect(url_for("people.pupil", id=child.id, saved="changed"), 303)
    return render_template("people/edit_pupil.html", form=form, pupil=child), 422 if visit.is_post else 200


@views.page("/office/pupils/<int:id>/leave", allow=Can.MANAGE_PEOPLE, about=Pupil, methods=BOTH)
def mark_leaver(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Say that a child has left the school."""
    child, form = visit.subject, HouseForm(request.form)
    if visit.is_post and form.validate():
        if child.left_on is None:
            roster.mark_leaver(visit.db, child, today=school_day(visit.now), now=visit.now)
            record(visit, "people.pupil.left", f"pupil:{child.id}")
        return redirect(url_for("people.pupil", id=child.id, saved="left"), 303)
    return render_template("people/mark_leaver.html", form=form, pupil=child), 422 if visit.is_post else 200


@views.page("/office/pupils/<int:id>/back", allow=Can.MANAGE_PEOPLE, about=Pupil, methods=POST)
def come_back(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Say that a leaver is back, or was marked by mistake. After thirty days there is nobody to come back to."""
    if not visit.subject.first_name:
        raise NotFound
    if visit.subject.left_on is not None:
        roster.come_back(visit.db, visit.subject)
        record(visit, "people.pupil.came_back", f"pupil:{visit.subject.id}")
    return redirect(url_for("people.pupil", id=visit.subject.id, saved="back"), 303)


@views.page("/office/pupils/<int:id>/adults/new", allow=Can.MANAGE_PEOPLE, about=Pupil, methods=BOTH, once=True)
def add_adult_for(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Enter an adult for a child: the adult and the link in one step."""
    form = NewAdultForChildForm(request.form)
    if not visit.is_post:
        form.may_sign.data = form.may_see_progress.data = form.may_receive.data = True
    if visit.is_post and form.validate():
        guardian = roster.add_guardian(
            visit.db,
            name=form.name.data,
            language=form.language.data,
            email=form.email.data,
            by_paper=form.by_paper.data,
            now=visit.now,
        )
        link = roster.link(
            visit.db,
            guardian_id=guardian.id,
            pupil_id=visit.subject.id,
            relationship=form.relationship.data,
            today=school_day(visit.now),
            may_sign=form.may_sign.data,
            may_see_progress=form.may_see_progress.data,
            may_receive=form.may_receive.data,
        )
        record(visit, "people.adult.added", f"guardian:{guardian.id}")
        record(visit, "family.link.made", f"guardian_link:{link.id}")
        return redirect(url_for("people.link", id=link.id, saved="made"), 303)
    return render_template("people/add_adult_for.html", form=form, pupil=visit.subject), 422 if visit.is_post else 200

"""Setting a lesson for chosen pupils of a class."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.curriculum.shelf import library
from esafety.learning import setting
from esafety.learning.forms import AssignChosenForm
from esafety.learning.views import views
from esafety.people.models import Pupil, SchoolClass
from esafety.web.pages import BOTH, Visit


@views.page("/lead/classes/<int:id>/assign", allow=Can.ASSIGN_LESSONS, about=SchoolClass, methods=BOTH, once=True)
def assign_chosen(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """Set a lesson for some pupils of a class, for instance to do it once more."""
    form = AssignChosenForm(request.form, opens_on=school_day(visit.now))
    form.offer(lessons=_lessons(visit.subject), pupils=_pupils(visit))
    if visit.is_post and form.validate():
        number = setting.assign_to_pupils(
            visit.db,
            class_id=visit.subject.id,
            pupil_ids=[int(one) for one in form.pupils.data],
            lesson_key=form.lesson.data,
            opens_on=form.opens_on.data,
            due_on=form.due_on.data,
            by=visit.viewer.membership_id,
            actor=visit.viewer.actor,
            at=visit.now,
        )
        return redirect(url_for(".assign", pupils=number), 303)
    if not visit.is_post:
        form.pupils.data = request.args.getlist("pupil")
    page = render_template("learning/assign_chosen.html", form=form, school_class=visit.subject)
    return page, 422 if visit.is_post else 200


def _lessons(school_class: SchoolClass) -> list[tuple[str, str]]:
    """The lessons for the age of a class, in the catalogue's order, then the school's own."""
    shelf = library()
    band = shelf.band_of(school_class.year_group)
    keys = ((f"{one.id}/{band}", one.title) for one in shelf.expectations)
    own = ((one.key, one.item.title) for one in shelf.own_lessons() if one.item.band == band)
    return [(key, title) for key, title in (*keys, *own) if shelf.has_lesson(key)]


def _pupils(visit: Visit[SchoolClass]) -> list[tuple[str, str]]:
    rows = visit.db.execute(
        select(Pupil.id, Pupil.first_name, Pupil.initial)
        .where(Pupil.class_id == visit.subject.id, Pupil.left_on.is_(None))
        .order_by(Pupil.first_name, Pupil.initial, Pupil.id)
    )
    return [(str(row.id), f"{row.first_name} {row.initial}".strip()) for row in rows]

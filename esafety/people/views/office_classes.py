"""The office's page about classes: which there are this school year, and who teaches them."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core import clock
from esafety.people import classes
from esafety.people.forms.office import ClassForm, TeachersForm
from esafety.people.models import SchoolClass
from esafety.people.views import views
from esafety.people.views.office import record
from esafety.web.pages import BOTH, Visit


@views.page("/office/classes", allow=Can.MANAGE_PEOPLE, methods=BOTH)
def school_classes(visit: Visit[None]) -> ResponseReturnValue:
    """This school year's classes; add one."""
    form, today = ClassForm(request.form), clock.school_day(visit.now)
    year = clock.school_year(today)
    if visit.is_post and form.validate():
        added = classes.add_class(visit.db, name=form.name.data, year_group=form.year_group.data, year=year)
        record(visit, "people.class.added", f"school_class:{added.id}")
        return redirect(url_for("people.teachers", id=added.id), 303)
    rows = classes.with_teachers(visit.db, year=year)
    name = clock.school_year_name(year)
    return render_template("people/classes.html", form=form, rows=rows, year=name), 422 if visit.is_post else 200


@views.page("/office/classes/<int:id>/teachers", allow=Can.MANAGE_PEOPLE, about=SchoolClass, methods=BOTH)
def teachers(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """Say who teaches a class."""
    school_class = visit.subject
    form = TeachersForm(request.form, staff=classes.who_may_teach(visit.db, today=clock.school_day(visit.now)))
    if visit.is_post and form.validate():
        classes.set_teachers(visit.db, school_class=school_class, membership_ids=form.teachers.data)
        record(visit, "people.class.teachers", f"school_class:{school_class.id}")
        return redirect(url_for("people.school_classes", saved="yes"), 303)
    if not visit.is_post:
        form.teachers.data = list(classes.teacher_ids(visit.db, class_id=school_class.id))
    return render_template("people/teachers.html", form=form, school_class=school_class), 422 if visit.is_post else 200

"""The office's pages about adults: the list, one adult, and entering or correcting one."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.people import directory, roster
from esafety.people.forms.office import GuardianForm, SearchForm
from esafety.people.models import Guardian
from esafety.people.views import views
from esafety.people.views.office import number_asked, record
from esafety.web.pages import BOTH, Visit


@views.page("/office/adults", allow=Can.FIND_PEOPLE)
def adults(visit: Visit[None]) -> ResponseReturnValue:
    """All adults whom the school knows in connection with a child."""
    without = request.args.get("show") == "without"
    page = directory.adults_page(visit.db, without_sign_in=without, at=number_asked("page", 1) or 1)
    return render_template("people/adults.html", page=page, without=without)


@views.page("/office/adults/new", allow=Can.MANAGE_PEOPLE, methods=BOTH, once=True)
def add_adult(visit: Visit[None]) -> ResponseReturnValue:
    """Enter an adult by hand."""
    form = GuardianForm(request.form)
    if visit.is_post and form.validate():
        guardian = roster.add_guardian(
            visit.db,
            name=form.name.data,
            language=form.language.data,
            email=form.email.data,
            by_paper=form.by_paper.data,
            now=visit.now,
        )
        record(visit, "people.adult.added", f"guardian:{guardian.id}")
        return redirect(url_for("people.adult", id=guardian.id, saved="added"), 303)
    return render_template("people/add_adult.html", form=form), 422 if visit.is_post else 200


@views.page("/office/adults/<int:id>", allow=Can.FIND_PEOPLE, about=Guardian, reads="people.adult.read")
def adult(visit: Visit[Guardian]) -> ResponseReturnValue:
    """One adult with their children."""
    links = directory.children_of(visit.db, visit.subject.id, now=visit.now)
    return render_template("people/adult.html", adult=visit.subject, links=links)


@views.page("/office/adults/<int:id>/edit", allow=Can.MANAGE_PEOPLE, about=Guardian, methods=BOTH)
def edit_adult(visit: Visit[Guardian]) -> ResponseReturnValue:
    """Correct an adult's entry."""
    form = GuardianForm(request.form, obj=visit.subject)
    if visit.is_post and form.validate():
        form.populate_obj(visit.subject)
        visit.subject.email = form.email.data or None
        record(visit, "people.adult.changed", f"guardian:{visit.subject.id}")
        return redirect(url_for("people.adult", id=visit.subject.id, saved="changed"), 303)
    return render_template("people/edit_adult.html", form=form, adult=visit.subject), 422 if visit.is_post else 200


@views.page("/office/adults/<int:id>/links/new", allow=Can.MANAGE_PEOPLE, about=Guardian, methods=BOTH)
def choose_child(visit: Visit[Guardian]) -> ResponseReturnValue:
    """Look for the child whom an adult belongs to."""
    form = SearchForm(request.form)
    found = directory.find(visit.db, form.name.data, adults=False) if visit.is_post and form.validate() else None
    status = 422 if visit.is_post and found is None else 200
    return render_template("people/choose_child.html", form=form, found=found, adult=visit.subject), status

"""The office's desk: how many people there are, and a search by name."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.i18n import N_
from esafety.people import directory
from esafety.people.forms.office import SearchForm
from esafety.people.views import views
from esafety.web.pages import POST, Visit


@views.page("/office", allow=Can.FIND_PEOPLE, navigation=N_("People"))
def office(visit: Visit[None]) -> ResponseReturnValue:
    """The school's people at a glance."""
    counts = directory.counts(visit.db, today=school_day(visit.now))
    return render_template("people/office.html", counts=counts, form=SearchForm())


@views.page("/office/find", allow=Can.FIND_PEOPLE, methods=POST)
def find(visit: Visit[None]) -> ResponseReturnValue:
    """Find a child or an adult by name."""
    form = SearchForm(request.form)
    found = directory.find(visit.db, form.name.data) if form.validate() else None
    return render_template("people/found.html", form=form, found=found), 200 if found else 422


def record(visit: Visit[Any], action: str, about: str, *, reason: str = "") -> None:
    """One line in the school's record of changes."""
    audit.record(visit.db, at=visit.now, actor=visit.viewer.actor, action=action, about=about, reason=reason)


def number_asked(name: str, otherwise: int | None = None) -> int | None:
    """A whole number from the address, or what stands for none; nonsense counts as none."""
    typed = request.args.get(name, "")
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 20 and int(typed) < 2**63
    return int(typed) if is_number else otherwise

"""The adults of the school's children, one row for each adult and child."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can, may_enter
from esafety.agreements.families import Selection, count_families
from esafety.agreements.families import families as find_families
from esafety.agreements.queries import Asked, find_asked
from esafety.core.clock import school_day, school_year
from esafety.core.i18n import N_, OWN_NAMES
from esafety.core.i18n import gettext as _
from esafety.people.models import Guardian, SchoolClass
from esafety.reports import telling
from esafety.reports.forms import FamiliesForm
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.reports.views.paging import page_number
from esafety.web.pages import Visit

ROWS_ON_A_PAGE = 50


@views.page("/lead/families", allow=Can.SEE_FAMILIES, navigation=N_("Families"), reads="families.read")
def families(visit: Visit[None]) -> ResponseReturnValue:
    """Families: who has answered, who was never reached, whom to remind."""
    asked, today = _asked(visit), school_day(visit.now)
    chosen = Selection.of(request.args)
    total = count_families(visit.db, asked=asked, chosen=chosen, today=today)
    at, pages = page_number(request.args.get("page", ""), total=total, size=ROWS_ON_A_PAGE)
    rows = find_families(visit.db, asked=asked, chosen=chosen, today=today, most=ROWS_ON_A_PAGE, after=(at - 1) * ROWS_ON_A_PAGE)
    words: dict[str, Any] = chosen.as_words()
    return render_template(
        "reports/families.html",
        form=_filter(visit, chosen),
        rows=rows,
        total=total,
        at=at,
        pages=pages,
        words=words,
        asked=asked,
        state_name=telling.state_name,
        language_name=language_name,
        may_remind=may_enter(visit.viewer, Can.REMIND_FAMILIES),
        may_record=may_enter(visit.viewer, Can.RECORD_PAPER),
        page_href=lambda number: url_for(".families", **words, page=number),
    )


@views.page("/lead/families/<any(csv, xlsx):kind>", allow=Can.SEE_FAMILIES, reads="families.exported")
def families_file(visit: Visit[None], kind: str) -> ResponseReturnValue:
    """The families of a selection as a file."""
    rows = find_families(visit.db, asked=_asked(visit), chosen=Selection.of(request.args), today=school_day(visit.now))
    return as_file(
        Table(
            "families",
            (_("Class"), _("Child"), _("Adult"), _("Language"), _("Agreement"), _("Signs in"), _("Gets letters")),
            tuple(
                (
                    row.class_name,
                    row.child,
                    row.adult,
                    language_name(row.language),
                    telling.state_name(row.state),
                    _("yes") if row.has_sign_in else _("no"),
                    _("yes") if row.may_receive else _("no"),
                )
                for row in rows
            ),
        ),
        kind,
    )


def language_name(code: str) -> str:
    """A language by the name its speakers use."""
    return OWN_NAMES.get(code, code)


def _asked(visit: Visit[None]) -> Asked | None:
    return find_asked(visit.db, school_year=school_year(school_day(visit.now)))


def _filter(visit: Visit[None], chosen: Selection) -> FamiliesForm:
    form = FamiliesForm(data={**chosen.as_words(), "class_": str(chosen.class_id or "")})
    everyone = ("", _("all"))
    states = ("open", "signed", "talk", "declined", "withdrawn")
    form.state.choices = [everyone, *((state, telling.state_name(state)) for state in states)]
    form.reached.choices = [everyone, ("never", _("never reached"))]
    spoken = visit.db.scalars(select(Guardian.language).distinct().order_by(Guardian.language))
    form.language.choices = [everyone, *((code, language_name(code)) for code in spoken)]
    year = school_year(school_day(visit.now))
    classes = visit.db.execute(
        select(SchoolClass.id, SchoolClass.name)
        .where(SchoolClass.school_year == year)
        .order_by(SchoolClass.year_group, SchoolClass.name)
    )
    form.class_.choices = [everyone, *((str(number), name) for number, name in classes)]
    return form

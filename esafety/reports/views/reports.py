"""The governors' page and everything that can be taken along."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can, may_enter
from esafety.core.clock import school_day, school_year, school_year_name
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.reports import telling
from esafety.reports.governors import Governors, governors
from esafety.reports.queries import overview as queries
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.web.pages import Visit


@views.page("/lead/reports", allow=Can.SEE_REPORTS, navigation=N_("Reports"))
def reports(visit: Visit[None]) -> ResponseReturnValue:
    """The governors' page: totals that point at no child, and everything to take along."""
    rows = queries.ask(visit.db, now=visit.now)
    return render_template(
        "reports/reports.html",
        report=governors(rows, library(), now=visit.now),
        reviews=telling.review_lines(rows.policies, school_day(visit.now)),
        has_pupils=any(one.pupils for one in rows.classes),
        year=school_year_name(school_year(school_day(visit.now))),
        sees_school=may_enter(visit.viewer, Can.SEE_OVERVIEW),
    )


@views.page("/lead/reports/<any(csv, xlsx):kind>", allow=Can.SEE_REPORTS, reads="report.exported")
def reports_file(visit: Visit[None], kind: str) -> ResponseReturnValue:
    """The class totals of the governors' page as a file."""
    report = _report(visit)
    columns = (_("Class"), _("Year group"), _("Pupils"), _("Done every lesson"), _("Signed agreements"))
    rows = tuple((one.name, one.year, one.pupils, one.finished, one.signed) for one in report.classes)
    return as_file(Table("totals", columns, rows), kind)


def governors_sheet(visit: Visit[Any]) -> dict[str, Any]:
    """The governors' page as plain values, for the room that makes documents."""
    rows = queries.ask(visit.db, now=visit.now)
    return {
        **asdict(governors(rows, library(), now=visit.now)),
        "year": school_year_name(school_year(school_day(visit.now))),
        "reviews": telling.review_lines(rows.policies, school_day(visit.now)),
    }


def _report(visit: Visit[Any]) -> Governors:
    return governors(queries.ask(visit.db, now=visit.now), library(), now=visit.now)

"""The governors' page on one sheet of paper."""

from __future__ import annotations

from flask import current_app
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core import i18n
from esafety.core.clock import school_day
from esafety.core.i18n import gettext as _
from esafety.notices.typesetting import typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.web.pages import Visit

MOST_CLASSES = 24
MOST_SENTENCES = 3


@views.page("/lead/reports/governors", allow=Can.SEE_REPORTS, reads="report.governors.printed")
def governors_pdf(visit: Visit[None]) -> ResponseReturnValue:
    """The governors' report as one page to print."""
    sheet = current_app.extensions["governors_sheet"](visit)
    data = {
        "title": _("E-safety: report to governors"),
        "school": visit.viewer.school_name,
        "subtitle": _("School year %(year)s, as of %(day)s", year=sheet["year"], day=i18n.day(school_day(visit.now))),
        "sentences": sheet["sentences"],
        "classes": sheet["classes"][:MOST_CLASSES],
        "expectations": sheet["expectations"],
        "thinking": sheet["thinking"][:MOST_SENTENCES],
        "reviews": sheet["reviews"],
        "words": {
            "classes": _("Classes"),
            "class_heads": [_("Class"), _("Pupils"), _("Done every lesson"), _("Signed agreements")],
            "expectations": _("What pupils can do"),
            "expectation_heads": [_("Expectation"), _("Secure")],
            "thinking": _("What many still think"),
            "policies": _("Policies"),
            "note": _(
                "Numbers under five are not shown, because they could point at a child. Signing the agreement is voluntary."
            ),
        },
    }
    return as_pdf(typeset("governors", data, at=visit.now), "governors-report")

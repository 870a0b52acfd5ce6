"""The lead's first page: where the school stands, what needs attention, and what to do next."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can, may_enter
from esafety.core.clock import school_day
from esafety.core.i18n import N_, day
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.law import telling as law
from esafety.law.rules import coming
from esafety.reports import rules, telling
from esafety.reports.queries import overview as queries
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.reports.views.paging import pages_of
from esafety.web.pages import Visit

CLASSES_ON_A_PAGE = 40


@views.page("/lead", allow=Can.SEE_OVERVIEW, navigation=N_("Overview"))
def overview(visit: Visit[None]) -> ResponseReturnValue:
    """Where the school stands, what needs attention and what to do next."""
    rows = queries.ask(visit.db, now=visit.now)
    lines = telling.class_lines(rows, visit.now)
    shown = pages_of(lines, CLASSES_ON_A_PAGE, request.args.get("page", ""))
    today = school_day(visit.now)
    held = telling.misconceptions(rows.held, library())
    return render_template(
        "reports/overview.html",
        has_pupils=any(line.counts.pupils for line in lines),
        has_lessons=any(line.counts.lessons for line in lines),
        sentences=telling.sentences(rows),
        shown=shown,
        stopped=tuple(line for line in lines if line.stopped),
        stopped_sentence=telling.stopped_sentence,
        adults=rows.adults,
        asked=rows.asked,
        reviews=tuple(
            telling.review_sentence(policy.title, policy.review_on, today, day(policy.review_on))
            for policy in rows.policies
            if policy.review_on and rules.review_is_near(policy.review_on, today=today)
        ),
        law_changes=[(change.fact, law.sentence(change)) for change in coming(library().facts, today=today)],
        weakest=telling.weakest(rows.levels, library()),
        held=held,
        may_assign=may_enter(visit.viewer, Can.ASSIGN_LESSONS),
        worries_are_read=rows.worries_are_read,
        may_enter_staff=may_enter(visit.viewer, Can.ENTER_STAFF),
        may_enter_people=may_enter(visit.viewer, Can.MANAGE_PEOPLE),
        may_publish=may_enter(visit.viewer, Can.PUBLISH_AGREEMENT),
        may_remind=may_enter(visit.viewer, Can.REMIND_FAMILIES),
        page_href=lambda number: url_for(".overview", page=number),
    )


@views.page("/lead/<any(csv, xlsx):kind>", allow=Can.SEE_OVERVIEW)
def overview_file(visit: Visit[None], kind: str) -> ResponseReturnValue:
    """The classes of the overview as a file."""
    lines = telling.class_lines(queries.ask(visit.db, now=visit.now), visit.now)
    return as_file(class_table(lines), kind)


def class_table(lines: tuple[telling.ClassLine, ...]) -> Table:
    """The classes as they stand on the page."""
    return Table(
        "classes",
        (
            _("Class"), _("Year group"), _("Pupils"), _("Lessons set"), _("Done and secure"), _("On the way"), _("To look at"),
            _("Not begun"), _("Signed"), _("Wants to talk first"), _("Declined"), _("Last lesson finished"),
        ),
        tuple(
            (
                line.counts.name, telling.year_name(line.counts.year_group), line.counts.pupils, line.counts.lessons,
                line.counts.secure, line.counts.on_the_way, line.counts.to_look_at, line.counts.not_begun,
                line.agreements.signed, line.agreements.talk, line.agreements.declined,
                school_day(line.counts.last_at).isoformat() if line.counts.last_at else "",
            )
            for line in lines
        ),
    )  # fmt: skip

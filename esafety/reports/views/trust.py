"""The same picture across the schools of a trust, with no family of any."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.people.models import School, Trust
from esafety.reports import rules
from esafety.reports.governors import counted
from esafety.reports.queries import overview as queries
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.web.pages import Visit

REASON = "the trust's page names its schools and adds up each one's totals"


@dataclass(frozen=True, slots=True)
class SchoolTotal:
    """One school of the trust in totals that point at nobody."""

    name: str
    classes: int
    pupils: int
    finished: str
    signed: str
    learners: str
    weakest: str


@views.page("/trust", allow=Can.SEE_TRUST, navigation=N_("Our schools"))
def trust(visit: Visit[None]) -> ResponseReturnValue:
    """The trust's schools side by side."""
    name = visit.across(REASON).scalar(select(Trust.name).where(Trust.id == visit.viewer.trust_id))
    return render_template("reports/trust.html", trust_name=name, schools=_totals(visit))


@views.page("/trust/<any(csv, xlsx):kind>", allow=Can.SEE_TRUST)
def trust_file(visit: Visit[None], kind: str) -> ResponseReturnValue:
    """The trust's schools as a file."""
    columns = (
        _("School"), _("Classes"), _("Pupils"), _("Done every lesson"), _("Signed agreements"), _("Adults who did a module"),
        _("Weakest expectation"),
    )  # fmt: skip
    rows = tuple((t.name, t.classes, t.pupils, t.finished, t.signed, t.learners, t.weakest) for t in _totals(visit))
    return as_file(Table("schools", columns, rows), kind)


def _totals(visit: Visit[None]) -> list[SchoolTotal]:
    """Each school is read inside its own walls, one after the other."""
    schools = visit.across(REASON).execute(
        select(School.id, School.name).where(School.trust_id == visit.viewer.trust_id).order_by(School.name)
    )
    return [_total(visit, school_id, name) for school_id, name in schools.all()]


def _total(visit: Visit[None], school_id: int, name: str) -> SchoolTotal:
    rows = queries.ask(visit.inside(school_id), now=visit.now)
    weakest = rules.by_expectation((one.expectation, one.level, one.pupils) for one in rows.levels)
    shown = [one for one in weakest if rules.may_be_shown(one.pupils) and one.share < 1]
    return SchoolTotal(
        name=name,
        classes=len(rows.classes),
        pupils=sum(one.pupils for one in rows.classes),
        finished=counted(sum(one.finished for one in rows.classes)),
        signed=counted(sum(one.signed for one in rows.agreements.values())),
        learners=counted(rows.module_learners[0]),
        weakest=_weakest(shown[0]) if shown else "",
    )


def _weakest(one: rules.Reached) -> str:
    title = library().expectation(one.expectation).title
    return _("%(title)s: %(share)s %% secure", title=title, share=rules.percent(one.secure, one.pupils))

"""Certificates of a school year: for one child, a class or the whole school; and what a leaver takes along."""

from __future__ import annotations

from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import ColumnElement

from esafety.access.policy import Can
from esafety.core.clock import school_day, school_year
from esafety.core.errors import NotFound
from esafety.curriculum.telling import Teller
from esafety.notices.certificates import LEAVERS, certificates, summary, winners
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.people.models import Pupil, SchoolClass
from esafety.web.pages import Visit


@views.page("/teach/classes/<int:id>/certificates", allow=Can.PRINT_CERTIFICATES, about=SchoolClass, reads="certificates.printed")
def class_certificates(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """A certificate for everybody in a class who won a badge this year."""
    found = _certificates(visit, Pupil.class_id == visit.subject.id)
    return found or redirect(url_for("reports.school_class", id=visit.subject.id, nothing="yes"), 303)


@views.page("/lead/certificates", allow=Can.SEE_OVERVIEW, reads="certificates.printed")
def school_certificates(visit: Visit[None]) -> ResponseReturnValue:
    """A certificate for everybody in the school who won a badge this year."""
    return _certificates(visit) or redirect(url_for("reports.reports"), 303)


@views.page("/family/child/<int:id>/certificate", allow=Can.SEE_WARD, about=Pupil)
def child_certificate(visit: Visit[Pupil]) -> ResponseReturnValue:
    """The certificate of one's own child."""
    return _certificates(visit, Pupil.id == visit.subject.id) or redirect(url_for("family.child", id=visit.subject.id), 303)


@views.page("/family/child/<int:id>/summary", allow=Can.SEE_WARD, about=Pupil)
def leavers_summary(visit: Visit[Pupil]) -> ResponseReturnValue:
    """What a child of Year 6 takes along. Nobody else can print it."""
    if visit.subject.year_group != LEAVERS:
        raise NotFound
    document = summary(visit.db, pupil=visit.subject, school=visit.viewer.school_name, teller=_teller(visit), at=visit.now)
    return as_pdf(document, "to-take-along")


def _certificates(visit: Visit[Any], *where: ColumnElement[bool]) -> ResponseReturnValue | None:
    year = school_year(school_day(visit.now))
    rows = winners(visit.db, *where, year=year, teller=_teller(visit))
    if not rows:
        return None
    return as_pdf(certificates(rows, school=visit.viewer.school_name, year=year, at=visit.now), "certificates")


def _teller(visit: Visit[Any]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

"""Clause by clause, what serves a policy, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.i18n import gettext as _
from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.library import Library
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.policies.coverage import NOTHING_TO_TEACH, Evidence, Served, gaps, title_of, unbacked, what_teaches
from esafety.policies.models import PolicyVersion
from esafety.policies.queries import ClauseRow, asked_in_force, clauses_of, get_version
from esafety.reports.governors import counted
from esafety.reports.queries.serving import evidence
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.web.pages import Visit


@dataclass(frozen=True, slots=True)
class Line:
    """One clause with all that serves it, in words."""

    clause: ClauseRow
    text: str
    """Its words with the facts of the day."""
    asks_for: tuple[str, ...]
    lessons: tuple[str, ...]
    modules: tuple[str, ...]
    questions: int
    promises: int
    evidence: tuple[str, ...]
    missing: tuple[str, ...]


@views.page("/lead/policies/versions/<int:id>/coverage", allow=Can.LOOK_AT_VERSION, about=PolicyVersion)
def coverage(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Clause by clause: lessons, modules, questions, promises and evidence; and the gaps in plain words."""
    done = evidence(visit.db, school_day(visit.now))
    lines = _lines(visit, done)
    only_gaps = request.args.get("show") == "gaps"
    taught = [line for line in lines if any(name != NOTHING_TO_TEACH for name in line.clause.expectations)]
    return render_template(
        "reports/coverage.html",
        version=get_version(visit.db, visit.subject.id),
        lines=[line for line in lines if line.missing or not only_gaps],
        clauses=len(lines),
        to_teach=len(taught),
        served=sum(not line.missing for line in taught),
        missing=[sentence for line in lines for sentence in line.missing],
        unbacked=unbacked(asked_in_force(visit.db), library(), done),
        only_gaps=only_gaps,
    )


@views.page("/lead/policies/versions/<int:id>/coverage/<any(csv, xlsx):kind>", allow=Can.LOOK_AT_VERSION, about=PolicyVersion)
def coverage_file(visit: Visit[PolicyVersion], kind: str) -> ResponseReturnValue:
    """The same as a file."""
    columns = (
        _("Clause"), _("What it says"), _("For"), _("Asks for"), _("Lessons"), _("Modules"), _("Questions"),
        _("Promises"), _("Evidence"), _("Missing"),
    )  # fmt: skip
    rows = tuple(
        (
            line.clause.label, line.text, line.clause.audience, "; ".join(line.asks_for), "; ".join(line.lessons),
            "; ".join(line.modules), line.questions, line.promises, "; ".join(line.evidence), " ".join(line.missing),
        )
        for line in _lines(visit, evidence(visit.db, school_day(visit.now)))
    )  # fmt: skip
    return as_file(Table("coverage", columns, rows), kind)


def _lines(visit: Visit[PolicyVersion], done: Evidence) -> list[Line]:
    shelf = library()
    clauses = clauses_of(visit.db, visit.subject.id)
    missing = gaps(clauses, shelf, done)
    teller = Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))
    return [_line(clause, teller.say(clause.text), shelf, done, missing.get(clause.id, ())) for clause in clauses]


def _line(clause: ClauseRow, text: str, shelf: Library, done: Evidence, missing: tuple[str, ...]) -> Line:
    served = what_teaches(clause, shelf)
    names = [name for name in clause.expectations if name != NOTHING_TO_TEACH]
    empty = Served((), (), 0)
    return Line(
        clause=clause,
        text=text,
        asks_for=tuple(title_of(name, shelf) for name in names),
        lessons=tuple(f"{one.title} ({band_name(one.reader)})" for one in (served or empty).lessons),
        modules=tuple(f"{one.title} ({_reader(one.reader)})" for one in (served or empty).modules),
        questions=(served or empty).questions,
        promises=(served or empty).promises,
        evidence=tuple(_evidence((served or empty).keys, names, done)),
        missing=missing,
    )


def _evidence(keys: tuple[str, ...], names: list[str], done: Evidence) -> list[str]:
    """What was done, as totals in which no child can be found."""
    set_for = sum(done.classes_set.get(key, 0) for key in keys if key.partition("/")[2] in BANDS)
    adults = sum(done.adults_done.get(key, 0) for key in keys)
    found = [_("set %(number)s times this year", number=set_for)] if set_for else []
    for name in names:
        pupils, secure = done.reached.get(name, (0, 0))
        if pupils:
            found.append(_("%(secure)s of %(pupils)s pupils secure", secure=counted(secure), pupils=counted(pupils)))
    return [*found, *([_("%(number)s adults did a module", number=counted(adults))] if adults else [])]


def _reader(reader: str) -> str:
    return {"parents": _("parents"), "staff": _("staff"), "governors": _("governors")}[reader]

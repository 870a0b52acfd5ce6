"""One class, for its teacher and the lead."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can, may, may_enter
from esafety.agreements.queries import find_asked
from esafety.core.clock import school_day, school_year
from esafety.core.i18n import gettext as _
from esafety.curriculum.shapes import Expectation
from esafety.curriculum.shelf import library
from esafety.people.models import SchoolClass
from esafety.reports import telling
from esafety.reports.queries.learning import WidelyHeld
from esafety.reports.queries.one_class import OneClass, read_class
from esafety.reports.queries.together import lessons_at_the_board, tasks_at_home
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.web.pages import Visit

MOST_MISCONCEPTIONS = 5


@views.page("/lead/classes/<int:id>", allow=Can.SEE_CLASS, about=SchoolClass, reads="class.progress.read")
def school_class(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """A class: who can do what, what they still get wrong, which families have answered."""
    found = _read(visit)
    ticks, tick = _ticks(found), request.args.get("tick", "")
    return render_template(
        "reports/school_class.html",
        school_class=visit.subject,
        year=telling.year_name(visit.subject.year_group),
        found=found,
        expectations=columns_of(found),
        held=_held(visit.subject, found),
        level_name=telling.level_name,
        at_home=tasks_at_home(visit.db, class_id=visit.subject.id),
        at_the_board=lessons_at_the_board(visit.db, class_id=visit.subject.id),
        title_of=_title_of,
        what_secure_means=telling.what_secure_means(),
        state_name=telling.state_name,
        may_assign=may(visit.viewer, Can.ASSIGN_LESSONS, visit.subject),
        nothing_won=request.args.get("nothing") == "yes",
        may_certify=may(visit.viewer, Can.PRINT_CERTIFICATES, visit.subject),
        may_print=may(visit.viewer, Can.PRINT_CARDS, visit.subject),
        may_remind=may_enter(visit.viewer, Can.REMIND_FAMILIES),
        ticks=[(word, text, len(pupils)) for word, (text, pupils) in ticks.items() if pupils or word == "none"],
        tick=tick,
        ticked=ticks.get(tick, ("", frozenset()))[1],
        may_see_school=may_enter(visit.viewer, Can.SEE_OVERVIEW),
        may_teach=may_enter(visit.viewer, Can.TEACH),
    )


@views.page(
    "/lead/classes/<int:id>/<any(csv, xlsx):kind>", allow=Can.SEE_CLASS, about=SchoolClass, reads="class.progress.exported"
)
def school_class_file(visit: Visit[SchoolClass], kind: str) -> ResponseReturnValue:
    """The pupils of a class as a file."""
    found = _read(visit)
    expectations = columns_of(found)
    return as_file(
        Table(
            "class",
            (_("Pupil"), *(one.title for one in expectations), _("Agreement")),
            tuple(
                (
                    pupil.name,
                    *(telling.level_name(pupil.levels.get(one.id)) for one in expectations),
                    telling.state_name(pupil.agreement),
                )
                for pupil in found.pupils
            ),
        ),
        kind,
    )


def columns_of(found: OneClass) -> tuple[Expectation, ...]:
    """The expectations of the lessons that are set, in the order in which they were set."""
    names = dict.fromkeys(
        library().lesson(one.lesson_key).item.expectation for one in found.lessons if library().has_lesson(one.lesson_key)
    )
    return tuple(library().expectation(name) for name in names)


def _ticks(found: OneClass) -> dict[str, tuple[str, frozenset[int]]]:
    """Whom one can tick at once: in words, and which pupils."""
    return {
        "all": (_("everybody"), frozenset(pupil.id for pupil in found.pupils)),
        "wrong": (
            _("those who still get something wrong"),
            frozenset(pupil.id for pupil in found.pupils if pupil.still_wrong),
        ),
        "open": (_("those with no answer from home"), frozenset(pupil.id for pupil in found.pupils if pupil.agreement == "open")),
        "none": (_("nobody"), frozenset()),
    }


def _title_of(key: str) -> str:
    return library().lesson(key).item.title if library().has_lesson(key) else key


def _read(visit: Visit[SchoolClass]) -> OneClass:
    asked = find_asked(visit.db, school_year=school_year(school_day(visit.now)))
    return read_class(visit.db, school_class=visit.subject, asked=asked)


def _held(school_class: SchoolClass, found: OneClass) -> tuple[telling.Held, ...]:
    shelf = library()
    rows = []
    for name, pupils in found.held[:MOST_MISCONCEPTIONS]:
        about = shelf.misconception(name).expectation
        learned = sum(about in pupil.levels for pupil in found.pupils)
        rows.append(WidelyHeld(name, about, school_class.year_group, pupils, max(pupils, learned)))
    return telling.misconceptions(rows, shelf)

"""One expectation of the school, from its clause to what pupils answer."""

from __future__ import annotations

from collections.abc import Iterator

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can, may_enter
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS, EXPECTATIONS
from esafety.curriculum.kinds import Kind
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.policies.queries import clauses_for
from esafety.reports import rules, telling
from esafety.reports.asked import LessonLines, lesson_lines
from esafety.reports.queries import one_expectation as queries
from esafety.reports.queries.together import hands_on
from esafety.reports.tables import Table
from esafety.reports.views import views
from esafety.reports.views.files import as_file
from esafety.web.pages import Visit


@views.page("/lead/expectations/<name>", allow=Can.SEE_OVERVIEW)
def expectation(visit: Visit[None], name: str) -> ResponseReturnValue:
    """An expectation: our clauses, how secure pupils are, what they answer and what helps."""
    _refuse_unknown(name)
    shelf = library()
    held = queries.held_about(visit.db, misconceptions=_misconceptions_of(name))
    levels = queries.levels_by_year(visit.db, expectation=name)
    return render_template(
        "reports/expectation.html",
        expectation=shelf.expectation(name),
        clauses=clauses_for(visit.db, name),
        years=[(telling.year_name(year), rules.by_expectation(_counts(name, levels[year]))[0]) for year in sorted(levels)],
        held=[(shelf.misconception(one), number) for one, number in held],
        lessons=_lessons(visit, name),
        modules=[shelf.lesson(key).item for key in _keys(name, ("parents", "staff", "governors"))],
        band_name=band_name,
        hands=hands_on(visit.db, expectation=name),
        what_secure_means=telling.what_secure_means(),
        may_assign=may_enter(visit.viewer, Can.ASSIGN_LESSONS),
        teller=_teller(visit),
    )


@views.page("/lead/expectations/<name>/<any(csv, xlsx):kind>", allow=Can.SEE_OVERVIEW)
def expectation_file(visit: Visit[None], name: str, kind: str) -> ResponseReturnValue:
    """The questions of an expectation with what pupils chose, as a file."""
    _refuse_unknown(name)
    columns = (_("Lesson"), _("Question"), _("Answers"), _("Secure, in per cent"), _("Option"), _("Chosen"), _("Shows that they"))
    return as_file(Table("questions", columns, tuple(_lines(_lessons(visit, name)))), kind)


def _lines(lessons: list[LessonLines]) -> Iterator[tuple[str | int, ...]]:
    for lesson in lessons:
        for one in lesson.questions:
            head = (f"{lesson.title} ({band_name(lesson.band)})", one.stem, one.answers, one.facility)
            if not one.picks:
                yield (*head, "", "", "")
            for pick in one.picks:
                yield (*head, pick.text, pick.number, pick.thinks)


def _lessons(visit: Visit[None], name: str) -> list[LessonLines]:
    keys, shelf = _keys(name, BANDS), library()
    answered = queries.answers_to(visit.db, lesson_keys=keys)
    return [lesson_lines(shelf.lesson(key), answered, teller=_teller(visit), library=shelf) for key in keys]


def _keys(name: str, readers: tuple[str, ...]) -> list[str]:
    return [key for one in readers if library().has_lesson(key := f"{name}/{one}")]


def _misconceptions_of(name: str) -> list[str]:
    return [
        key for kind, key in library().editions if kind is Kind.MISCONCEPTION and library().misconception(key).expectation == name
    ]


def _counts(name: str, levels: dict[str, int]) -> list[tuple[str, str, int]]:
    return [(name, level, pupils) for level, pupils in levels.items()]


def _refuse_unknown(name: str) -> None:
    if name not in EXPECTATIONS or (Kind.EXPECTATION, name) not in library().editions:
        raise NotFound


def _teller(visit: Visit[None]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

"""Setting lessons for classes, and taking them back."""

from __future__ import annotations

from datetime import date

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from esafety.access.policy import Can, only
from esafety.core.clock import school_day, school_year
from esafety.core.errors import NotFound
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS
from esafety.curriculum.shelf import library
from esafety.learning import queries, setting
from esafety.learning.forms import AssignForm
from esafety.learning.models import Assignment
from esafety.learning.views import views
from esafety.people.models import SchoolClass
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit

MOST_SHOWN = 60


@views.page("/lead/assign", allow=Can.ASSIGN_LESSONS, methods=BOTH, once=True, navigation=N_("Set lessons"))
def assign(visit: Visit[None]) -> ResponseReturnValue:
    """Set a lesson for classes: each one gets the lesson for its age."""
    classes = _own_classes(visit)
    form = AssignForm(request.form, opens_on=school_day(visit.now))
    form.offer(expectations=_titles(), classes=[(str(one.id), one.name) for one in classes])
    if visit.is_post and form.validate():
        keys = {one.id: key for one in classes if str(one.id) in form.classes.data and (key := _key(form.expectation.data, one))}
        if keys:
            _set(visit, form, keys)
            without = len(form.classes.data) - len(keys)
            return redirect(url_for(".assign", set=len(keys), without=without or None), 303)
        form.classes.errors = [_("There is no lesson on this for the age of these classes yet.")]
    if not visit.is_post:
        _suggest(form, classes)
    set_before = queries.set_lessons(visit.db, school_year_from=date.min, class_ids=frozenset(one.id for one in classes))
    page = render_template(
        "learning/assign.html",
        form=form,
        classes={one.id: one.name for one in classes},
        lessons=_by_lesson(set_before, [one.id for one in classes])[:MOST_SHOWN],
        today=school_day(visit.now),
        title_of=_title_of,
        set_now=_number("set"),
        pupils_now=_number("pupils"),
        without=_number("without"),
        taken_back=request.args.get("back") == "yes",
    )
    return page, 422 if visit.is_post else 200


@views.page("/lead/assign/<int:assignment_id>/back", allow=Can.ASSIGN_LESSONS, methods=POST)
def take_back(visit: Visit[None], assignment_id: int) -> ResponseReturnValue:
    """Take a lesson back from a class. What pupils have done stays."""
    mine = select(SchoolClass.id).where(only(visit.viewer, Can.ASSIGN_LESSONS, SchoolClass))
    found = visit.db.scalars(
        select(Assignment).where(Assignment.id == assignment_id, Assignment.class_id.in_(mine))
    ).one_or_none()
    if found is None:
        raise NotFound
    if HouseForm(request.form).validate() and found.withdrawn_at is None:
        setting.withdraw_assignment(visit.db, assignment=found, actor=visit.viewer.actor, at=visit.now)
    return redirect(url_for(".assign", back="yes"), 303)


def _own_classes(visit: Visit[None]) -> tuple[SchoolClass, ...]:
    year = school_year(school_day(visit.now))
    return tuple(
        visit.db.scalars(
            select(SchoolClass)
            .where(only(visit.viewer, Can.ASSIGN_LESSONS, SchoolClass), SchoolClass.school_year == year)
            .order_by(SchoolClass.year_group, SchoolClass.name)
        )
    )


def _set(visit: Visit[None], form: AssignForm, keys: dict[int, str]) -> None:
    setting.assign(
        visit.db,
        class_ids=keys,
        lesson_key_of=keys,
        opens_on=form.opens_on.data,
        due_on=form.due_on.data,
        by=visit.viewer.membership_id,
        actor=visit.viewer.actor,
        at=visit.now,
    )


def _by_lesson(rows: tuple[queries.SetLesson, ...], order: list[int]) -> list[tuple[queries.SetLesson, list[queries.SetLesson]]]:
    """One line for each lesson and its days, with all classes that have it in their order."""
    place = {class_id: number for number, class_id in enumerate(order)}
    gathered: dict[tuple[object, ...], list[queries.SetLesson]] = {}
    for row in rows:
        gathered.setdefault((row.lesson_key, row.opens_on, row.due_on), []).append(row)
    return [(same[0], sorted(same, key=lambda row: place[row.class_id])) for same in gathered.values()]


def _title_of(key: str) -> str:
    return library().lesson(key).item.title if library().has_lesson(key) else key


def _titles() -> list[tuple[str, str]]:
    """The expectations that some age band has a lesson on, in the catalogue's order; then the school's own lessons."""
    shelf = library()
    taught = (one for one in shelf.expectations if any(shelf.has_lesson(f"{one.id}/{band}") for band in BANDS))
    own = (one for one in shelf.own_lessons() if one.item.band and shelf.has_lesson(one.key))
    return [(one.id, one.title) for one in taught] + [
        (one.key, _("%(lesson)s – our own, %(ages)s", lesson=one.item.title, ages=band_name(one.item.readers))) for one in own
    ]


def _key(expectation: str, school_class: SchoolClass) -> str:
    """The lesson for the age of a class; a lesson of the school's own only where it was written for that age."""
    band = library().band_of(school_class.year_group)
    key = expectation if "/" in expectation else f"{expectation}/{band}"
    return key if library().has_lesson(key) and library().lesson(key).item.band == band else ""


def _suggest(form: AssignForm, classes: tuple[SchoolClass, ...]) -> None:
    """What the page was opened for: an expectation, one class, or all classes of a year group."""
    wanted = request.args.get("expectation", "")
    if wanted in dict(form.expectation.choices):
        form.expectation.data = wanted
    year, one_class = request.args.get("year", ""), request.args.get("class", "")
    form.classes.data = [
        str(one.id) for one in classes if str(one.year_group) == year or str(one.id) == one_class or len(classes) == 1
    ]


def _number(name: str) -> int:
    written = request.args.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 0

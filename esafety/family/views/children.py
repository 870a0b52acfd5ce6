"""Our family: one card per child, and one page with more. Nothing here tells of any other adult, or of any concern."""

from __future__ import annotations

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import Ward
from esafety.agreements import queries as agreements
from esafety.core.clock import school_day, school_year
from esafety.core.i18n import N_
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import library
from esafety.curriculum.strands import strand_name
from esafety.curriculum.telling import Teller
from esafety.family import queries
from esafety.family.telling import next_of, tell
from esafety.family.views import views
from esafety.learning.at_home import tasks_done
from esafety.learning.badges import strands_won
from esafety.learning.queries import modules_of
from esafety.people.models import Pupil
from esafety.web.pages import Visit

LAST_YEAR_GROUP = 6


@views.page("/family", allow=Can.SEE_OWN_FAMILY, navigation=N_("Our family"))
def home(visit: Visit[None]) -> ResponseReturnValue:
    """Our family: what each child learned lately, what is next, and where my own answer stands."""
    today, wards = school_day(visit.now), visit.viewer.wards
    year = school_year(today)
    children = queries.children(visit.db, pupil_ids=(ward.pupil_id for ward in wards), today=today)
    done = queries.lessons_done(visit.db, pupil_ids=visit.viewer.progress_ids)
    lessons_set = queries.lessons_set(visit.db, pupil_ids=(child.id for child in children), today=today)
    asked = agreements.find_asked(visit.db, school_year=year)
    standings = agreements.standings(
        visit.db,
        guardian_id=visit.viewer.guardian_id or 0,
        asked=asked if asked and asked.is_open(today) else None,
        school_year=year,
        pupil_ids=(ward.pupil_id for ward in wards if ward.may_sign),
    )
    teller, ward_of = _teller(visit), {ward.pupil_id: ward for ward in wards}
    together = frozenset(tasks_done(visit.db, link_ids=(ward.link_id for ward in wards if ward.may_see_progress)))
    return render_template(
        "family/home.html",
        cards=[
            _card(child, ward_of[child.id], done, lessons_set, teller)
            | {"standing": standings.get(child.id), "done_together": together}
            for child in children
        ],
        due_on=asked.due_on if asked else None,
        is_late=bool(asked and asked.due_on < today),
        module=_next_module(visit),
        teller=teller,
    )


@views.page("/family/child/<int:id>", allow=Can.SEE_WARD, about=Pupil)
def child(visit: Visit[Pupil]) -> ResponseReturnValue:
    """One child: what was learned, what to ask at tea, badges, what is next. No marks and no comparison."""
    today = school_day(visit.now)
    mine, *_rest = queries.children(visit.db, pupil_ids=(visit.subject.id,), today=today) or (None,)
    done = queries.lessons_done(visit.db, pupil_ids=(visit.subject.id,))
    lessons_set = queries.lessons_set(visit.db, pupil_ids=(visit.subject.id,), today=today)
    teller = _teller(visit)
    links = [ward.link_id for ward in visit.viewer.wards if ward.pupil_id == visit.subject.id]
    done_together = {key: at for (_link, key), at in tasks_done(visit.db, link_ids=links).items()}
    next_key = next_of(mine, lessons_set, done) if mine else None
    return render_template(
        "family/child.html",
        child=visit.subject,
        lessons=[(told, one, done_together.get(one.lesson_key)) for one in done if (told := tell(one.lesson_key, teller))],
        for_two=lambda key: library().has_lesson(key) and library().lesson(key).item.for_two is not None,
        badges=[told for key in queries.badges_of(visit.db, pupil_id=visit.subject.id) if (told := tell(key, teller))],
        strands=[strand_name(one) for one in strands_won(visit.db, pupil_id=visit.subject.id)],
        is_leaver=visit.subject.year_group == LAST_YEAR_GROUP,
        coming=tell(next_key, teller) if next_key else None,
        teller=teller,
    )


def _card(
    child: queries.Child, ward: Ward, done: tuple[queries.Done, ...], lessons_set: dict[int, tuple[str, ...]], teller: Teller
) -> dict[str, Any]:
    """What stands on one child's card: without the right to see progress, only the name."""
    card: dict[str, Any] = {"child": child, "ward": ward, "lately": None, "lately_key": "", "coming": None}
    if not ward.may_see_progress:
        return card
    known = ((tell(one.lesson_key, teller), one.lesson_key) for one in done if one.pupil_id == child.id)
    card["lately"], card["lately_key"] = next(((told, key) for told, key in known if told), (None, ""))
    next_key = next_of(child, lessons_set, done)
    card["coming"] = tell(next_key, teller) if next_key else None
    return card


def _next_module(visit: Visit[None]) -> Edition[Lesson] | None:
    """The first short module for parents that this adult has not finished."""
    attempts = modules_of(visit.db, account_id=visit.viewer.account_id or 0)
    done = {key for key, attempt in attempts.items() if attempt.finished_at is not None}
    offered = (*library().changes_for("parents", school_day(visit.now)), *library().modules_for("parents"))
    return next((one for one in offered if one.key not in done), None)


def _teller(visit: Visit[Any]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

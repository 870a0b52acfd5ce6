"""A pupil's path and a pupil's lesson, screen by screen."""

from __future__ import annotations

from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import SOURCE
from esafety.core.i18n import gettext as _
from esafety.curriculum.shapes import Branching, Ending, Lesson, Question
from esafety.curriculum.shelf import edition, library
from esafety.curriculum.strands import strand_name
from esafety.curriculum.telling import Teller
from esafety.learning import actions, queries
from esafety.learning.badges import strands_won
from esafety.learning.follow_ups import woven_into
from esafety.learning.forms import so_far
from esafety.learning.models import Attempt
from esafety.learning.outcome import next_lesson, worth_another_go
from esafety.learning.rules import mark
from esafety.learning.showing import is_whole, lay_out, mark_again, way_taken
from esafety.learning.views import views
from esafety.learning.views.asking import NotYet, asked_at, next_turn, whole_answer
from esafety.learning.way import Screen, questions_that_count, way_through
from esafety.policies.queries import clauses_for
from esafety.web.pages import POST, Visit


@views.page("/path", allow=Can.WALK_OWN_PATH)
def path(visit: Visit[None]) -> ResponseReturnValue:
    """My path: islands, what is next, and the badges where they were won."""
    stops = _stops(visit)
    next_key = next_lesson((stop.lesson_key for stop in stops), {stop.lesson_key: stop.done for stop in stops})
    again_key = _again(visit, stops) if stops and next_key is None else None
    glows = next_key or again_key
    teller = teller_of(visit)
    return render_template(
        "learning/path.html",
        islands=[_island(stop, glows, teller) for stop in stops],
        badges=[_badge(stop.lesson_key, teller) for stop in stops if stop.badge],
        strands=[(one, strand_name(one)) for one in strands_won(visit.db, pupil_id=visit.viewer.pupil_id or 0)],
        next_stop=next((stop for stop in stops if stop.lesson_key == next_key), None),
        again_key=again_key,
        notes=[note for told in current_app.extensions.get("path_notes", ()) if (note := told(visit))],
    )


@views.page("/lesson/<path:key>", allow=Can.WALK_OWN_PATH)
def lesson(visit: Visit[None], key: str) -> ResponseReturnValue:
    """What a lesson is about, and why our school teaches it."""
    stop = next((stop for stop in _stops(visit) if stop.lesson_key == key), None)
    if stop is None:
        raise NotFound
    shown = library().lesson(key).item
    return render_template(
        "learning/lesson.html",
        lesson=shown,
        begun=stop.open_attempt is not None,
        strand=library().expectation(shown.expectation).strand,
        clause=next(iter(clauses_for(visit.db, shown.expectation)), None),
        teller=teller_of(visit),
    )


@views.page("/lesson/begin", allow=Can.WALK_OWN_PATH, methods=POST)
def begin(visit: Visit[None]) -> ResponseReturnValue:
    """Begin a lesson, or go on where it was left, on any device."""
    key, viewer = request.form.get("lesson", ""), visit.viewer
    today = school_day(visit.now)
    queries.get_assignment(visit.db, class_id=viewer.class_id, pupil_id=viewer.pupil_id, lesson_key=key, today=today)
    if not library().has_lesson(key):
        raise NotFound
    attempt_id = actions.begin(visit.db, pupil_id=viewer.pupil_id or 0, edition=library().lesson(key), at=visit.now)
    return redirect(url_for(".go_on_with", id=attempt_id), 303)


@views.page("/attempt/<int:id>", allow=Can.DO_OWN_ATTEMPT, about=Attempt)
def go_on_with(visit: Visit[Attempt]) -> ResponseReturnValue:
    """Go on where the lesson was left."""
    attempt = visit.subject
    last = len(_way(visit)) - 1
    if attempt.place > last:
        return redirect(url_for(".end", id=attempt.id), 303)
    return redirect(url_for(".screen", id=attempt.id, place=attempt.place), 303)


@views.page("/attempt/<int:id>/<int:place>", allow=Can.DO_OWN_ATTEMPT, about=Attempt)
def screen(visit: Visit[Attempt], place: int) -> ResponseReturnValue:
    """One screen of a lesson: a step or a question, and after the answer what it shows."""
    way = _way(visit)
    if place > visit.subject.place or place >= len(way):
        return redirect(url_for(".go_on_with", id=visit.subject.id), 303)
    return _show(visit, way, way[place])


@views.page("/attempt/<int:id>/<int:place>", allow=Can.DO_OWN_ATTEMPT, about=Attempt, methods=POST)
def answer(visit: Visit[Attempt], place: int) -> ResponseReturnValue:
    """Give an answer. It is saved at once, and the first one stays."""
    way, attempt = _way(visit), visit.subject
    asked, question = asked_at(way, attempt, place)
    if isinstance(question, Branching):
        return _take_turn(visit, way, asked, question)
    try:
        chosen, marked = whole_answer(visit, question)
    except NotYet as problem:
        return _show(visit, way, asked, problem=str(problem)), 422
    if attempt.finished_at is None:
        actions.answer(visit.db, attempt=attempt, screen=asked, chosen=chosen, mark=marked, way=way, at=visit.now)
    return redirect(url_for(".screen", id=attempt.id, place=place, _anchor="feedback"), 303)


def _take_turn(visit: Visit[Attempt], way: tuple[Screen, ...], asked: Screen, story: Branching) -> ResponseReturnValue:
    """One turn of a story. What was chosen stays; a second press of the same button changes nothing."""
    attempt = visit.subject
    given = queries.find_answer(visit.db, attempt_id=attempt.id, question_id=asked.question_id)
    taken = way_taken(given.chosen) if given else ()
    here = url_for(".screen", id=attempt.id, place=asked.place, _anchor="story")
    if request.form.get("turn", "0") != str(len(taken)) or isinstance(story.after(taken), Ending) or attempt.finished_at:
        return redirect(here, 303)
    try:
        chosen, ends = next_turn(visit, story, taken)
    except NotYet as problem:
        return _show(visit, way, asked, problem=str(problem)), 422
    marked = mark(story, (*taken, chosen)) if isinstance(ends, Ending) else None
    actions.take_turn(visit.db, attempt=attempt, screen=asked, taken=taken, chosen=chosen, mark=marked, way=way, at=visit.now)
    return redirect(here if marked is None else url_for(".screen", id=attempt.id, place=asked.place, _anchor="feedback"), 303)


@views.page("/attempt/<int:id>/<int:place>/on", allow=Can.DO_OWN_ATTEMPT, about=Attempt, methods=POST)
def on(visit: Visit[Attempt], place: int) -> ResponseReturnValue:
    """Go on to the next screen, once the question on this one has an answer."""
    way, attempt = _way(visit), visit.subject
    if place > attempt.place or place >= len(way):
        raise NotFound
    here = way[place]
    if here.question is not None and not _is_answered(visit, here.question, here.question_id):
        return redirect(url_for(".screen", id=attempt.id, place=place), 303)
    actions.go_on(attempt, place=place + 1)
    if place + 1 >= len(way):
        return redirect(url_for(".end", id=attempt.id), 303)
    return redirect(url_for(".screen", id=attempt.id, place=place + 1), 303)


@views.page("/attempt/<int:id>/end", allow=Can.DO_OWN_ATTEMPT, about=Attempt)
def end(visit: Visit[Attempt]) -> ResponseReturnValue:
    """The end of a lesson: the badge, what to ask at home, whom to tell, and I am finished."""
    attempt = visit.subject
    if attempt.finished_at is None:
        return redirect(url_for(".go_on_with", id=attempt.id), 303)
    lesson = edition(visit.db, attempt.version_id).item
    strand = library().expectation(lesson.expectation).strand
    return render_template(
        "learning/end.html",
        lesson=lesson,
        strand=strand,
        badge_won=attempt.outcome != "misunderstood",
        strand_won=strand_name(strand) if strand in strands_won(visit.db, pupil_id=attempt.pupil_id) else "",
        teller=teller_of(visit),
    )


def _stops(visit: Visit[None]) -> tuple[queries.PathStop, ...]:
    viewer = visit.viewer
    stops = queries.path_of(visit.db, pupil_id=viewer.pupil_id or 0, class_id=viewer.class_id, today=school_day(visit.now))
    return tuple(stop for stop in stops if library().has_lesson(stop.lesson_key))


def _again(visit: Visit[None], stops: tuple[queries.PathStop, ...]) -> str | None:
    """The lesson to offer once more to a pupil who has done them all."""
    levels = queries.levels_of(visit.db, pupil_id=visit.viewer.pupil_id or 0)
    keys = tuple(stop.lesson_key for stop in stops)
    return worth_another_go(keys, {key: levels.get(library().lesson(key).item.expectation, "") for key in keys})


def _island(stop: queries.PathStop, glows: str | None, teller: Teller) -> dict[str, Any]:
    shown = library().lesson(stop.lesson_key).item
    state = "next" if stop.lesson_key == glows else "done" if stop.done else "open"
    return {
        **({"note": _("Once more")} if stop.done and state == "next" else {}),
        "strand": library().expectation(shown.expectation).strand,
        "name": teller.say(shown.title),
        "language": SOURCE,
        "state": state,
        "href": url_for(".lesson", key=stop.lesson_key),
        "badges": [f"pictures/{shown.badge.picture}.svg"] if stop.badge and shown.badge else [],
    }


def _badge(key: str, teller: Teller) -> dict[str, str]:
    shown = library().lesson(key).item
    strand = library().expectation(shown.expectation).strand
    if shown.badge is None:
        return {"title": teller.say(shown.title), "strand": strand, "picture": ""}
    return {"title": teller.say(shown.badge.title), "strand": strand, "picture": f"pictures/{shown.badge.picture}.svg"}


def _way(visit: Visit[Attempt]) -> tuple[Screen, ...]:
    attempt, facts = visit.subject, library().facts_on(school_day(visit.now))
    return way_through(edition(visit.db, attempt.version_id), attempt.seed, facts, woven_into(visit.db, attempt))


def _is_answered(visit: Visit[Attempt], question: Question, question_id: str) -> bool:
    given = queries.find_answer(visit.db, attempt_id=visit.subject.id, question_id=question_id)
    return given is not None and is_whole(question, given.chosen)


def _show(visit: Visit[Attempt], way: tuple[Screen, ...], shown: Screen, *, problem: str = "") -> str:
    attempt, question = visit.subject, shown.question
    lesson: Lesson = edition(visit.db, attempt.version_id).item
    teller = teller_of(visit)
    laid = None
    if question is not None:
        given = queries.find_answer(visit.db, attempt_id=attempt.id, question_id=shown.question_id)
        if given is not None and not is_whole(question, given.chosen):
            laid = lay_out(question, seed=attempt.seed, teller=teller, chosen=way_taken(given.chosen))
        elif given is not None:
            chosen, marked = mark_again(question, given.chosen)
            laid = lay_out(question, seed=attempt.seed, teller=teller, chosen=chosen, marked=marked)
        else:
            laid = lay_out(question, seed=attempt.seed, teller=teller, chosen=so_far(question, request.form))
    quiz = questions_that_count(way)
    return render_template(
        "learning/screen.html",
        attempt_id=attempt.id,
        lesson=lesson,
        strand=library().expectation(lesson.expectation).strand,
        screen=shown,
        laid=laid,
        number_of_screens=len(way),
        question_number=quiz.index(shown) + 1 if shown.counts else 0,
        number_of_questions=len(quiz),
        problem=problem,
        teller=teller,
    )


def teller_of(visit: Visit[Any]) -> Teller:
    """The teller of this visit: today's facts and this school's name."""
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

"""A draft as pupils and adults will meet it, screen by screen, with the pages that they get. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring.rules.showable import Showable, showable
from esafety.authoring.views import views
from esafety.authoring.views.desk import is_open
from esafety.authoring.views.listing import teller_of
from esafety.core import i18n
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.shapes import Branching, Ending, Question
from esafety.curriculum.shelf import library
from esafety.learning.forms import chosen_from, so_far
from esafety.learning.rules import Incomplete, NotAnAnswer, mark
from esafety.learning.showing import Laid, lay_out
from esafety.learning.way import Screen, questions_that_count, way_of
from esafety.web.pages import BOTH, Visit

SEED = 1
MOST_TURNS = 6


@dataclass(frozen=True, slots=True)
class Answered:
    """A question on the page: as it is laid out, what is missing, and the way through a story so far."""

    laid: Laid
    problem: str = ""
    taken: tuple[str, ...] = ()


@views.page("/lead/lessons/drafts/<int:id>/preview/<int:place>", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=BOTH)
def preview(visit: Visit[OwnLessonVersion], place: int) -> ResponseReturnValue:
    """One screen of a draft as its readers will see it. Answers are marked and forgotten."""
    if not is_open(visit.subject):
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    found = showable(lessons.body_of(visit.subject))
    way = way_of(found.lesson, SEED)
    if wanted := request.args.get("part"):
        return redirect(url_for(".preview", id=visit.subject.id, place=_place_of(way, wanted)), 303)
    if not way:
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    if place >= len(way):
        raise NotFound
    screen = way[place]
    answered = _answered(visit, screen.question) if screen.question is not None else None
    return _page(visit, found, way, screen, answered), 422 if answered and answered.problem else 200


def _page(
    visit: Visit[OwnLessonVersion], found: Showable, way: tuple[Screen, ...], screen: Screen, answered: Answered | None
) -> str:
    here = url_for(".preview", id=visit.subject.id, place=screen.place, taken=list(answered.taken) if answered else [])
    quiz = questions_that_count(way)
    return render_template(
        "authoring/preview.html" if found.lesson.band else "authoring/preview_module.html",
        draft_id=visit.subject.id,
        here=here,
        lesson=found.lesson,
        left_out=found.left_out,
        strand=library().expectation(found.lesson.expectation).strand,
        screen=screen,
        laid=answered.laid if answered else None,
        problem=answered.problem if answered else "",
        number_of_screens=len(way),
        question_number=quiz.index(screen) + 1 if screen.counts else 0,
        number_of_questions=len(quiz),
        teller=teller_of(visit),
        attempt_id=0,
        attempt={"id": 0},
        spoken={"code": i18n.SOURCE, "direction": "ltr", "is_draft": False},
    )


def _answered(visit: Visit[Any], question: Question) -> Answered:
    """The question, and if something was sent, what it shows."""
    teller = teller_of(visit)
    if isinstance(question, Branching):
        return _told(visit, question)
    if not visit.is_post:
        return Answered(lay_out(question, seed=SEED, teller=teller))
    try:
        chosen = chosen_from(question, request.form)
        return Answered(lay_out(question, seed=SEED, teller=teller, chosen=chosen, marked=mark(question, chosen)))
    except Incomplete:
        laid = lay_out(question, seed=SEED, teller=teller, chosen=so_far(question, request.form))
        return Answered(laid, _("Choose your answer first."))
    except NotAnAnswer as error:
        raise NotFound from error


def _told(visit: Visit[Any], story: Branching) -> Answered:
    """A story as far as it was followed; the way stands in the address, because nothing is kept."""
    teller, taken = teller_of(visit), tuple(request.args.getlist("taken")[:MOST_TURNS])
    problem = ""
    try:
        if visit.is_post:
            taken = (*taken, *chosen_from(story, request.form))
        ends = isinstance(story.after(taken), Ending)
    except Incomplete:
        problem, ends = _("Choose your answer first."), False
    except KeyError as error:
        raise NotFound from error
    marked = mark(story, taken) if ends else None
    return Answered(lay_out(story, seed=SEED, teller=teller, chosen=taken, marked=marked), problem, taken)


def _place_of(way: tuple[Screen, ...], part: str) -> int:
    """The screen on which a piece of the lesson is shown; the first one when it cannot be shown yet."""
    names = {part.removeprefix("quiz."), "step:" + part.removeprefix("steps.").partition(".")[0]}
    wants_question = part.startswith("quiz.") or part.endswith(".activity")
    fitting = [one for one in way if one.question_id in names and (one.question is not None or not wants_question)]
    return fitting[0].place if fitting else 0

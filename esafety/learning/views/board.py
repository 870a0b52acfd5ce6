"""A lesson on the board for a class without devices. Hands are counted as what the class shows, not as pupils' answers."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.shapes import Branching, Lesson, Question
from esafety.curriculum.shelf import edition, library
from esafety.curriculum.stories import ways_through
from esafety.curriculum.telling import Teller
from esafety.learning import at_the_board
from esafety.learning.models import ClassLesson
from esafety.learning.rules import Mark
from esafety.learning.rules.hands import ANOTHER_WAY, LIKE_THIS, countable, read_hands
from esafety.learning.showing import lay_out
from esafety.learning.views import views
from esafety.learning.way import Screen, questions_that_count, way_through
from esafety.people.models import SchoolClass
from esafety.web.forms import HouseForm
from esafety.web.pages import POST, Visit

NOT_RIGHT = Mark("developing", None, "")
"""Lays a question out with what fits."""


@views.page("/teach/classes/<int:id>/board", allow=Can.TEACH_TOGETHER, about=SchoolClass)
def board(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """The lessons that a class can do together at the board."""
    done = at_the_board.lessons_of(visit.db, class_id=visit.subject.id)
    lessons = library().lessons_for(library().band_of(visit.subject.year_group))
    teller = _teller(visit)
    return render_template(
        "learning/board.html",
        school_class=visit.subject,
        lessons=[
            (one.key, teller.say(one.item.title), library().expectation(one.item.expectation).strand, done.get(one.key))
            for one in lessons
        ],
    )


@views.page("/teach/classes/<int:id>/board/begin", allow=Can.TEACH_TOGETHER, about=SchoolClass, methods=POST)
def begin_board(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """Begin a lesson at the board, or go on with it."""
    key = request.form.get("lesson", "")
    if not library().has_lesson(key) or library().lesson(key).item.band != library().band_of(visit.subject.year_group):
        raise NotFound
    lesson_id = at_the_board.begin(visit.db, class_id=visit.subject.id, edition=library().lesson(key), at=visit.now)
    return redirect(url_for(".board_lesson", id=lesson_id), 303)


@views.page("/board/<int:id>", allow=Can.RUN_CLASS_LESSON, about=ClassLesson)
def board_lesson(visit: Visit[ClassLesson]) -> ResponseReturnValue:
    """Go on where the class left the lesson."""
    place = min(visit.subject.place, len(_way(visit)) - 1)
    return redirect(url_for(".board_screen", id=visit.subject.id, place=place), 303)


@views.page("/board/<int:id>/<int:place>", allow=Can.RUN_CLASS_LESSON, about=ClassLesson)
def board_screen(visit: Visit[ClassLesson], place: int) -> ResponseReturnValue:
    """One screen of a lesson on the board; after the hands are counted, what they show."""
    return _show(visit, _screen(visit, place))


@views.page("/board/<int:id>/<int:place>", allow=Can.RUN_CLASS_LESSON, about=ClassLesson, methods=POST)
def count_hands(visit: Visit[ClassLesson], place: int) -> ResponseReturnValue:
    """Count the hands for each answer of a question. Counting again corrects them."""
    shown = _screen(visit, place)
    if shown.question is None or not shown.counts:
        raise NotFound
    sent = {one.id: request.form.get(f"hands-{one.id}", "") for one in countable(shown.question)}
    hands = read_hands(sent, countable(shown.question))
    if hands is None or not HouseForm(request.form).validate():
        return _show(visit, shown, problem=_("Type how many hands went up, or go on without counting.")), 422
    at_the_board.count_hands(
        visit.db, lesson_id=visit.subject.id, question_id=shown.question_id, question=shown.question, hands=hands
    )
    return redirect(url_for(".board_screen", id=visit.subject.id, place=place, _anchor="feedback"), 303)


@views.page("/board/<int:id>/<int:place>/on", allow=Can.RUN_CLASS_LESSON, about=ClassLesson, methods=POST)
def board_on(visit: Visit[ClassLesson], place: int) -> ResponseReturnValue:
    """Go on to the next screen; nothing has to be counted."""
    last = len(_way(visit)) - 1
    _screen(visit, place)
    at_the_board.go_on(visit.subject, place=min(place + 1, last), last=place == last, at=visit.now)
    if place == last:
        return redirect(url_for(".board", id=visit.subject.class_id), 303)
    return redirect(url_for(".board_screen", id=visit.subject.id, place=place + 1), 303)


def _way(visit: Visit[ClassLesson]) -> tuple[Screen, ...]:
    facts = library().facts_on(school_day(visit.now))
    return way_through(edition(visit.db, visit.subject.version_id), visit.subject.seed, facts)


def _screen(visit: Visit[ClassLesson], place: int) -> Screen:
    way = _way(visit)
    if place >= len(way):
        raise NotFound
    return way[place]


def _show(visit: Visit[ClassLesson], shown: Screen, *, problem: str = "") -> str:
    lesson: Lesson = edition(visit.db, visit.subject.version_id).item
    teller, way, question = _teller(visit), _way(visit), shown.question
    hands = at_the_board.hands_for(visit.db, lesson_id=visit.subject.id, question_id=shown.question_id) if shown.counts else {}
    quiz = questions_that_count(way)
    laid = lay_out(question, seed=visit.subject.seed, teller=teller) if question else None
    return render_template(
        "learning/board_screen.html",
        lesson_id=visit.subject.id,
        class_id=visit.subject.class_id,
        lesson=lesson,
        strand=library().expectation(lesson.expectation).strand,
        screen=shown,
        laid=laid,
        pictures={part.id: part.picture for part in laid.parts if part.picture} if laid else {},
        answers=_answers(question, teller) if question else [],
        solution=_solution(question, teller) if question else (),
        reveal=bool(hands) or request.args.get("show") == "yes",
        again=request.args.get("again") == "yes" or bool(problem),
        hands=hands,
        most=max(hands.values(), default=0),
        number_of_screens=len(way),
        question_number=quiz.index(shown) + 1 if shown.counts else 0,
        number_of_questions=len(quiz),
        problem=problem,
        teller=teller,
    )


def _answers(question: Question, teller: Teller) -> list[dict[str, Any]]:
    """The answers for which hands go up, with their words and what each of them shows."""
    said = {LIKE_THIS: _("Like this"), ANOTHER_WAY: _("Another way"), "true": teller.words["true"], "not": teller.words["not"]}
    options = {one.id: one for one in getattr(question, "options", ())}
    notes: Any = getattr(question, "explanations", {})
    return [
        {
            "id": one.id,
            "text": teller.say(options[one.id].text) if one.id in options else said[one.id],
            "grade": one.grade,
            "note": teller.say(options[one.id].explanation if one.id in options else notes.get(one.id, "")),
        }
        for one in countable(question)
    ]


def _solution(question: Question, teller: Teller) -> tuple[str, ...]:
    """What fits, where it is not one of the options: things in order, pairs, groups, or one good way through a story."""
    if isinstance(question, Branching):
        taken, ending = next((taken, ending) for taken, ending in ways_through(question) if ending.grade == "secure")
        texts = {way.id: way.text for turn in question.turns for way in turn.options}
        return (*(teller.say(texts[name]) for name in taken), teller.say(ending.text))
    return lay_out(question, seed=0, teller=teller, marked=NOT_RIGHT).solution


def _teller(visit: Visit[Any]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

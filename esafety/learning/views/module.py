"""Short modules for adults, by the hat they wear: one idea per screen, questions with feedback, a task to do together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import STAFF, Role, Viewer
from esafety.core import i18n
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import N_
from esafety.curriculum.keys import facts_of_keys, ruling_of, under
from esafety.curriculum.library import Edition
from esafety.curriculum.shapes import Lesson, Step
from esafety.curriculum.shelf import edition, library
from esafety.curriculum.telling import Teller
from esafety.learning import actions, queries
from esafety.learning.forms import so_far
from esafety.learning.models import ModuleAttempt
from esafety.learning.showing import lay_out, mark_again
from esafety.learning.views import views
from esafety.learning.views.asking import NotYet, asked_at, whole_answer
from esafety.learning.way import Screen, questions_that_count, way_of
from esafety.policies.queries import clauses_for
from esafety.web.pages import POST, Visit

AT_THE_END = ("together", "tell")
"""Steps that stand on the last page: what to do together, and whom to tell."""


@views.page("/modules", allow=Can.LEARN_AS_ADULT, navigation=N_("Five minutes for you"))
def modules(visit: Visit[None]) -> ResponseReturnValue:
    """The short modules for this adult, and which of them are done."""
    attempts = queries.modules_of(visit.db, account_id=visit.viewer.account_id or 0)
    audiences = audiences_of(visit.viewer)
    return render_template(
        "learning/modules.html",
        groups=[(audience, [_card(one, attempts) for one in _modules(visit, audience)]) for audience in audiences],
        teller=_teller(visit),
    )


def _modules(visit: Visit[None], audience: str) -> tuple[Edition[Lesson], ...]:
    """What changed in the law comes first, then everything else in the catalogue's order."""
    return (*library().changes_for(audience, school_day(visit.now)), *library().modules_for(audience))


@views.page("/modules/<path:key>", allow=Can.LEARN_AS_ADULT)
def module(visit: Visit[None], key: str) -> ResponseReturnValue:
    """What a module is about, and why the school asks for it."""
    found = _get_module(visit.viewer, key)
    attempt = queries.modules_of(visit.db, account_id=visit.viewer.account_id or 0).get(key)
    return render_template(
        "learning/module.html",
        lesson=library().in_language(found, i18n.language()),
        spoken=_spoken(found),
        clause=next(iter(clauses_for(visit.db, found.item.expectation, audience=found.item.audience)), None),
        begun=attempt is not None and attempt.finished_at is None,
        done_at=attempt.finished_at if attempt else None,
        teller=_teller(visit),
    )


@views.page("/module/begin", allow=Can.LEARN_AS_ADULT, methods=POST)
def begin_module(visit: Visit[None]) -> ResponseReturnValue:
    """Begin a module, or go on where it was left, on any device."""
    found = _get_module(visit.viewer, request.form.get("module", ""))
    attempt_id = actions.begin_module(visit.db, account_id=visit.viewer.account_id or 0, edition=found, at=visit.now)
    return redirect(url_for(".go_on_with_module", id=attempt_id), 303)


@views.page("/module/<int:id>", allow=Can.DO_OWN_MODULE, about=ModuleAttempt)
def go_on_with_module(visit: Visit[ModuleAttempt]) -> ResponseReturnValue:
    """Go on where the module was left."""
    attempt = visit.subject
    if attempt.finished_at is not None or attempt.place >= len(_way(visit)):
        return redirect(url_for(".module_end", id=attempt.id), 303)
    return redirect(url_for(".module_step", id=attempt.id, place=attempt.place), 303)


@views.page("/module/<int:id>/step/<int:place>", allow=Can.DO_OWN_MODULE, about=ModuleAttempt)
def module_step(visit: Visit[ModuleAttempt], place: int) -> ResponseReturnValue:
    """One screen of a module: one idea or one situation, and after the answer what it shows."""
    way = _way(visit)
    if place > visit.subject.place or place >= len(way):
        return redirect(url_for(".go_on_with_module", id=visit.subject.id), 303)
    return _show(visit, way, way[place])


@views.page("/module/<int:id>/step/<int:place>", allow=Can.DO_OWN_MODULE, about=ModuleAttempt, methods=POST)
def answer_module(visit: Visit[ModuleAttempt], place: int) -> ResponseReturnValue:
    """Give an answer in a module. It is saved at once, and the first one stays."""
    way, attempt = _way(visit), visit.subject
    asked, question = asked_at(way, attempt, place)
    try:
        chosen, marked = whole_answer(visit, question)
    except NotYet as problem:
        return _show(visit, way, asked, problem=str(problem)), 422
    if attempt.finished_at is None:
        actions.answer_in_module(visit.db, attempt=attempt, screen=asked, chosen=chosen, mark=marked, at=visit.now)
    return redirect(url_for(".module_step", id=attempt.id, place=place, _anchor="feedback"), 303)


@views.page("/module/<int:id>/step/<int:place>/on", allow=Can.DO_OWN_MODULE, about=ModuleAttempt, methods=POST)
def module_on(visit: Visit[ModuleAttempt], place: int) -> ResponseReturnValue:
    """Go on to the next screen, once the question on this one has an answer."""
    way, attempt = _way(visit), visit.subject
    if place > attempt.place or place >= len(way):
        raise NotFound
    here = way[place]
    if here.question and not queries.find_module_answer(visit.db, attempt_id=attempt.id, question_id=here.question_id):
        return redirect(url_for(".module_step", id=attempt.id, place=place), 303)
    actions.go_on(attempt, place=place + 1)
    if place + 1 >= len(way):
        actions.finish_module(attempt, at=visit.now)
        return redirect(url_for(".module_end", id=attempt.id), 303)
    return redirect(url_for(".module_step", id=attempt.id, place=place + 1), 303)


@views.page("/module/<int:id>/end", allow=Can.DO_OWN_MODULE, about=ModuleAttempt)
def module_end(visit: Visit[ModuleAttempt]) -> ResponseReturnValue:
    """The end of a module: what to do together, and where to go with a worry."""
    attempt = visit.subject
    if attempt.finished_at is None:
        return redirect(url_for(".go_on_with_module", id=attempt.id), 303)
    done = _edition(visit)
    steps: dict[str, Step] = {step.kind: step for step in library().in_language(done, i18n.language()).steps}
    return render_template(
        "learning/module_end.html",
        together=steps.get("together"),
        tell=steps.get("tell"),
        spoken=_spoken(done),
        is_family=done.item.audience == "parents",
        teller=_teller(visit),
    )


def audiences_of(viewer: Viewer) -> tuple[str, ...]:
    """Whose modules an adult is offered, by the hats they wear."""
    hats = (
        ("parents", Role.GUARDIAN in viewer.roles),
        ("staff", bool(viewer.roles & (STAFF - {Role.GOVERNOR}))),
        ("governors", Role.GOVERNOR in viewer.roles),
    )
    return tuple(audience for audience, worn in hats if worn)


def _get_module(viewer: Viewer, key: str) -> Edition[Lesson]:
    """A module that this adult is offered. Raises NotFound for any other, such as a pupils' lesson."""
    if not library().has_lesson(key) or library().lesson(key).item.audience not in audiences_of(viewer):
        raise NotFound
    return library().lesson(key)


def _card(one: Edition[Lesson], attempts: dict[str, ModuleAttempt]) -> dict[str, Any]:
    attempt = attempts.get(one.key)
    return {
        "lesson": library().in_language(one, i18n.language()),
        "strand": library().expectation(one.item.expectation).strand,
        "spoken": _spoken(one),
        "begun": attempt is not None and attempt.finished_at is None,
        "done_at": attempt.finished_at if attempt else None,
    }


def _spoken(one: Edition[Lesson]) -> dict[str, Any]:
    """The language that a module is really in, its direction, and whether the translation is a draft."""
    language = i18n.language()
    code = language if library().shown(one, language).item is not one.item else i18n.SOURCE
    return {
        "code": code,
        "direction": i18n.direction_of(code),
        "is_draft": library().is_draft(one, language),
    }


def _edition(visit: Visit[ModuleAttempt]) -> Edition[Lesson]:
    return edition(visit.db, visit.subject.version_id)


def _way(visit: Visit[ModuleAttempt]) -> tuple[Screen, ...]:
    """The screens of this attempt in the reader's language, the same ones each time."""
    lesson: Lesson = library().in_language(_edition(visit), i18n.language())
    lesson = under(lesson, ruling_of(facts_of_keys(lesson), library().facts_on(school_day(visit.now))))
    ideas = tuple(step for step in lesson.steps if step.kind not in AT_THE_END)
    return way_of(replace(lesson, steps=ideas), _seed(visit.subject))


def _seed(attempt: ModuleAttempt) -> int:
    return attempt.id % 2**31


def _show(visit: Visit[ModuleAttempt], way: tuple[Screen, ...], shown: Screen, *, problem: str = "") -> str:
    attempt, question, teller = visit.subject, shown.question, _teller(visit)
    laid = None
    if question is not None:
        given = queries.find_module_answer(visit.db, attempt_id=attempt.id, question_id=shown.question_id)
        if given is not None:
            chosen, marked = mark_again(question, given.chosen)
            laid = lay_out(question, seed=_seed(attempt), teller=teller, chosen=chosen, marked=marked)
        else:
            laid = lay_out(question, seed=_seed(attempt), teller=teller, chosen=so_far(question, request.form))
    quiz = questions_that_count(way)
    return render_template(
        "learning/module_screen.html",
        attempt=attempt,
        lesson=library().in_language(_edition(visit), i18n.language()),
        spoken=_spoken(_edition(visit)),
        screen=shown,
        laid=laid,
        number_of_screens=len(way),
        question_number=quiz.index(shown) + 1 if shown.counts else 0,
        number_of_questions=len(quiz),
        problem=problem,
        teller=teller,
    )


def _teller(visit: Visit[Any]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

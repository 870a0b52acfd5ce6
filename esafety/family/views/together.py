"""What a family does together after a lesson: mark its task, and guess what the other would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import Ward
from esafety.core import i18n
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.curriculum.shapes import Choice
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.family import queries
from esafety.family.forms import HalfForm
from esafety.family.telling import tell
from esafety.family.views import views
from esafety.learning import at_home
from esafety.learning.models import GuessRound
from esafety.people.models import Pupil
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/family/child/<int:id>/task/<path:key>", allow=Can.SEE_WARD, about=Pupil, methods=POST)
def task(visit: Visit[Pupil], key: str) -> ResponseReturnValue:
    """Mark the task of a lesson as done together, or take that back."""
    _refuse_unless_done(visit, key)
    mine = ward_of(visit).link_id
    if HouseForm(request.form).validate():
        if request.form.get("done") == "no":
            at_home.take_back(visit.db, link_id=mine, lesson_key=key)
        else:
            at_home.mark_done(visit.db, link_id=mine, lesson_key=key, at=visit.now)
    return redirect(url_for(".child", id=visit.subject.id, _anchor=anchor_of(key)), 303)


@views.page("/family/child/<int:id>/guess/<path:key>", allow=Can.SEE_WARD, about=Pupil, methods=BOTH)
def guess(visit: Visit[Pupil], key: str) -> ResponseReturnValue:
    """Each guesses what the other will answer: first the child, then the adult, then only who guessed right."""
    _refuse_unless_done(visit, key)
    mine = ward_of(visit).link_id
    going_on = at_home.find_round(visit.db, link_id=mine, lesson_key=key, now=visit.now)
    spoken = _spoken(key, _half(going_on))
    form = HalfForm(request.form)
    form.offer(spoken.question, _teller(visit))
    if visit.is_post and request.form.get("half") == "again" and HouseForm(request.form).validate():
        at_home.forget_round(visit.db, link_id=mine, lesson_key=key)
        return redirect(url_for(".guess", id=visit.subject.id, key=key), 303)
    if visit.is_post and request.form.get("half") != _half(going_on):
        return redirect(url_for(".guess", id=visit.subject.id, key=key), 303)
    if visit.is_post and form.validate():
        if going_on is None:
            at_home.begin_round(visit.db, link_id=mine, lesson_key=key, own=form.own.data, guess=form.guess.data, at=visit.now)
        else:
            at_home.end_round(visit.db, begun=going_on, own=form.own.data, guess=form.guess.data)
        return redirect(url_for(".guess", id=visit.subject.id, key=key), 303)
    return _page(visit, key, spoken, form, going_on), 422 if visit.is_post else 200


def anchor_of(key: str) -> str:
    """Where a lesson stands on the child's page."""
    return key.replace("/", "-")


def ward_of(visit: Visit[Pupil]) -> Ward:
    """The viewer's own link to the child that the page is about."""
    return next(ward for ward in visit.viewer.wards if ward.pupil_id == visit.subject.id)


def _half(going_on: GuessRound | None) -> str:
    """Whose turn it is on the phone."""
    if going_on is None:
        return "child"
    return "told" if going_on.outcome else "adult"


def _refuse_unless_done(visit: Visit[Pupil], key: str) -> None:
    """Raises NotFound unless the child has finished the lesson, and it has a situation for two."""
    done = {one.lesson_key for one in queries.lessons_done(visit.db, pupil_ids=(visit.subject.id,))}
    if key not in done or not library().has_lesson(key) or library().lesson(key).item.for_two is None:
        raise NotFound


@dataclass(frozen=True, slots=True)
class Spoken:
    """The situation, and the language that it is really in."""

    question: Choice
    language: str

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return i18n.direction_of(self.language)


def _spoken(key: str, half: str) -> Spoken:
    """The situation in the words of the lesson for the child, who learned it in English; in the reader's for the adult."""
    lesson, language = library().lesson(key), i18n.SOURCE if half == "child" else i18n.language()
    in_english, question = lesson.item.for_two, library().in_language(lesson, language).for_two
    assert in_english is not None
    assert question is not None
    return Spoken(question, i18n.SOURCE if question is in_english else language)


def _page(visit: Visit[Pupil], key: str, spoken: Spoken, form: HalfForm, going_on: GuessRound | None) -> str:
    teller = _teller(visit)
    return render_template(
        "family/guess.html",
        child=visit.subject,
        key=key,
        told=tell(key, teller),
        stem=teller.say(spoken.question.stem),
        spoken=spoken,
        form=form,
        half=_half(going_on),
        outcome=going_on.outcome if going_on else None,
    )


def _teller(visit: Visit[Any]) -> Teller:
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

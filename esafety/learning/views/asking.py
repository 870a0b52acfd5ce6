"""What a pupil's lesson and an adult's module share: which screen is answered, and whether the answer can be kept."""

from __future__ import annotations

from typing import Any

from flask import request

from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.shapes import Branching, Ending, Question, Turn
from esafety.learning.forms import chosen_from
from esafety.learning.models import Attempt, ModuleAttempt
from esafety.learning.rules import Chosen, Incomplete, Mark, NotAnAnswer, mark
from esafety.learning.way import Screen
from esafety.web.pages import Visit


class NotYet(Exception):
    """An answer that cannot be kept yet. Its text tells the learner what to do."""


def asked_at(way: tuple[Screen, ...], attempt: Attempt | ModuleAttempt, place: int) -> tuple[Screen, Question]:
    """The screen that is answered, with its question. Raises NotFound for one that the learner has not reached."""
    question = way[place].question if place <= attempt.place and place < len(way) else None
    if question is None:
        raise NotFound
    return way[place], question


def whole_answer(visit: Visit[Any], question: Question) -> tuple[Chosen, Mark]:
    """What was sent, and what it shows. Raises NotYet where something is open, NotFound where no such option exists."""
    try:
        chosen = chosen_from(question, request.form)
        marked = mark(question, chosen)
    except Incomplete as error:
        raise NotYet(_("Choose your answer first.")) from error
    except NotAnAnswer as error:
        raise NotFound from error
    _check_form(visit)
    return chosen, marked


def next_turn(visit: Visit[Any], story: Branching, taken: tuple[str, ...]) -> tuple[str, Turn | Ending]:
    """What was chosen at this turn of a story, and what comes of it. Raises as ``whole_answer`` does."""
    try:
        (chosen,) = chosen_from(story, request.form)
        leads_to = story.after((*taken, chosen))
    except Incomplete as error:
        raise NotYet(_("Choose your answer first.")) from error
    except KeyError as error:
        raise NotFound from error
    _check_form(visit)
    return chosen, leads_to


def _check_form(visit: Visit[Any]) -> None:
    """Raises NotYet for a form that was shown to an earlier session: what was chosen is shown again."""
    if not visit.form_is_fresh:
        raise NotYet(_("Please press the button once more."))

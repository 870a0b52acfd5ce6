"""What a learner sends: one choice of each kind of question, and a lesson set for classes."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from esafety.curriculum.shapes import Choice, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.learning.rules import Chosen, Incomplete

MOST_TICKS = 10


def chosen_from(question: Question, form: MultiDict[str, str]) -> Chosen:
    """What was chosen for a question. Raises Incomplete when something is left open; marking checks that it exists."""
    if isinstance(question, Choice | TrueOrNot):
        return _whole(frozenset(form.getlist("choice")[:1]))
    if isinstance(question, Several):
        return _whole(frozenset(form.getlist("choice")[:MOST_TICKS]))
    if isinstance(question, Order):
        places = {item.id: form.get(f"place-{item.id}", "") for item in question.items}
        if sorted(places.values()) != [str(number) for number in range(1, len(places) + 1)]:
            raise Incomplete("each item needs one place")
        return tuple(sorted(places, key=lambda item: int(places[item])))
    if isinstance(question, Match):
        return _all({pair.id: form.get(f"match-{pair.id}", "") for pair in question.pairs})
    assert isinstance(question, Sort)
    return _all({item.id: form.get(f"group-{item.id}", "") for item in question.items})


def so_far(question: Question, form: MultiDict[str, str]) -> frozenset[str] | Mapping[str, str]:
    """What was chosen before something was found missing, to be shown again."""
    if isinstance(question, Choice | TrueOrNot | Several):
        return frozenset(form.getlist("choice")[:MOST_TICKS])
    return {key.partition("-")[2]: value for key, value in form.items() if key.startswith(("place-", "match-", "group-"))}


def _whole(chosen: frozenset[str]) -> frozenset[str]:
    if not chosen:
        raise Incomplete("nothing was chosen")
    return chosen


def _all(chosen: dict[str, str]) -> dict[str, str]:
    if not all(chosen.values()):
        raise Incomplete("each one needs a place")
    return chosen

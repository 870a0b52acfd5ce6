"""What an answer shows. Answers are graded, not right or wrong, and every grade explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NoReturn

from esafety.curriculum.shapes import Branching, Choice, Ending, Grade, Match, Order, Question, Several, Sort, TrueOrNot

Chosen = frozenset[str] | tuple[str, ...] | Mapping[str, str]
"""What was chosen, by ids: a set of options ("true" or "not" for a statement), items or turns in order, what went where."""


class NotAnAnswer(ValueError):
    """What came in cannot be an answer to this question."""


class UnknownOption(NotAnAnswer):
    """Something was chosen that the question does not offer."""


class Incomplete(NotAnAnswer):
    """Something was left open, or more was chosen than can be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer shows: `right` is True for secure, False for a misconception, None for something in between."""

    grade: Grade
    misconception: str | None
    explanation: str

    @property
    def right(self) -> bool | None:
        """Whether the answer is simply right or wrong; None when it is something in between."""
        return {"secure": True, "misunderstood": False}.get(self.grade)


def mark(question: Question, chosen: Chosen) -> Mark:
    """Mark one answer. Choosing every option is wrong, not partly right. Raises NotAnAnswer."""
    match question:
        case Choice():
            return _choice(question, chosen)
        case TrueOrNot():
            return _true_or_not(question, chosen)
        case Several():
            return _several(question, chosen)
        case Order() | Match() | Sort():
            return _placed(question, chosen)
        case Branching():
            return _story(question, chosen)


def _placed(question: Order | Match | Sort, chosen: Chosen) -> Mark:
    match question:
        case Order():
            return _order(question, chosen)
        case Match():
            return _match(question, chosen)
        case Sort():
            return _sort(question, chosen)


def _choice(question: Choice, chosen: Chosen) -> Mark:
    only = _only(chosen)
    for option in question.options:
        if option.id == only:
            return Mark(option.grade, option.misconception or None, option.explanation)
    raise UnknownOption(only)


def _true_or_not(question: TrueOrNot, chosen: Chosen) -> Mark:
    only = _only(chosen)
    if only not in ("true", "not"):
        raise UnknownOption(only)
    if only == question.answer:
        return Mark("secure", None, question.explanations[only])
    return Mark("misunderstood", question.misconception or None, question.explanations[only])


def _several(question: Several, chosen: Chosen) -> Mark:
    """A wrong tick that shows a misconception decides; otherwise more right than wrong ticks are a good part."""
    ticked = _set(chosen)
    _refuse_unknown(ticked, {tick.id for tick in question.options})
    right = {tick.id for tick in question.options if tick.right}
    wrong = [tick for tick in question.options if tick.id in ticked and not tick.right]
    misconception = next((tick.misconception for tick in wrong if tick.misconception), "")
    if ticked == right:
        return _graded(question, "secure")
    if misconception or len(wrong) >= len(ticked & right) or len(ticked) == len(question.options):
        return _graded(question, "misunderstood", misconception)
    return _graded(question, "developing")


def _order(question: Order, chosen: Chosen) -> Mark:
    """Two neighbours swapped are a good part; anything further from the right order is not."""
    if not isinstance(chosen, tuple):
        _wrong_form(chosen)
    places = {item.id: place for place, item in enumerate(question.items)}
    _refuse_unknown(set(chosen), set(places))
    if len(chosen) != len(places) or len(set(chosen)) != len(places):
        raise Incomplete("each item needs one place")
    swaps = sum(places[one] > places[later] for one, later in combinations(chosen, 2))
    return _graded(question, "secure" if swaps == 0 else "developing" if swaps == 1 else "misunderstood")


def _match(question: Match, chosen: Chosen) -> Mark:
    """Half of the pairs right is a good part."""
    pairs = {pair.id: pair.id for pair in question.pairs}
    found = _right_of(chosen, wanted=pairs, offered=set(pairs))
    total = len(pairs)
    return _graded(question, "secure" if found == total else "developing" if 2 * found >= total else "misunderstood")


def _sort(question: Sort, chosen: Chosen) -> Mark:
    """One item in a wrong group is a slip; with two groups, guessing gets half of them right."""
    groups = {item.id: item.group for item in question.items}
    wrong = len(groups) - _right_of(chosen, wanted=groups, offered={group.id for group in question.groups})
    return _graded(question, "secure" if wrong == 0 else "developing" if wrong == 1 else "misunderstood")


def _story(question: Branching, chosen: Chosen) -> Mark:
    """The ending decides: a good second thought is as good as a first one where the story says so."""
    if not isinstance(chosen, tuple):
        _wrong_form(chosen)
    try:
        ending = question.after(chosen)
    except KeyError as unknown:
        raise UnknownOption(str(unknown)) from None
    if not isinstance(ending, Ending):
        raise Incomplete("the story goes on")
    return Mark(ending.grade, ending.misconception or None, ending.explanation)


def _right_of(chosen: Chosen, *, wanted: Mapping[str, str], offered: set[str]) -> int:
    """How many went where they belong."""
    if not isinstance(chosen, Mapping):
        _wrong_form(chosen)
    _refuse_unknown(set(chosen), set(wanted))
    _refuse_unknown(set(chosen.values()), offered)
    if len(chosen) != len(wanted):
        raise Incomplete("each one needs a place")
    return sum(chosen[one] == place for one, place in wanted.items())


def _graded(question: Several | Order | Match | Sort, grade: Grade, misconception: str = "") -> Mark:
    shown = (misconception or question.misconception or None) if grade == "misunderstood" else None
    return Mark(grade, shown, question.explanations[grade])


def _only(chosen: Chosen) -> str:
    ticked = _set(chosen)
    if len(ticked) != 1:
        raise Incomplete("one option has to be chosen")
    return next(iter(ticked))


def _set(chosen: Chosen) -> frozenset[str]:
    if not isinstance(chosen, frozenset):
        _wrong_form(chosen)
    if not chosen:
        raise Incomplete("nothing was chosen")
    return chosen


def _refuse_unknown(chosen: set[str] | frozenset[str], offered: set[str]) -> None:
    if unknown := chosen - offered:
        raise UnknownOption(min(unknown))


def _wrong_form(chosen: Chosen) -> NoReturn:
    raise NotAnAnswer(f"{type(chosen).__name__} does not answer this kind of question")

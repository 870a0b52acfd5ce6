"""What can be seen of a question in any format: its words, its answers with weights, and what is said to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from esafety.curriculum.shapes import Choice, Grade, Match, Option, Order, Question, Several, Sort, Tick, TrueOrNot

Shown = Literal["choice", "several", "true-or-not", "order", "match"]
WEIGHTS: dict[Grade, float] = {"secure": 100.0, "developing": 50.0, "unsure": 0.0, "misunderstood": 0.0}
"""How much of the mark an option of each grade is worth elsewhere, in per cent."""

GRADES = ("secure", "developing", "misunderstood")
"""What can be said to a whole answer, by what it shows."""

FULL = 99.9
"""From here an answer counts as fully right: thirds are written with a few digits only."""


class NotShown(Exception):
    """A question that no other format can show."""


@dataclass(frozen=True, slots=True)
class Part:
    """One answer, item or pair. The weight is in per cent; `other` is the right side of a pair."""

    text: str
    weight: float = 0.0
    feedback: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as a format shows it. Items to order stand in the right order; `whole` is what is said by grade."""

    kind: Shown
    stem: str
    parts: tuple[Part, ...]
    general: str = ""
    whole: dict[str, str] = field(default_factory=dict)


def grade_of(weight: float) -> Grade:
    """The grade of a foreign answer. Nobody named a misconception, so a wrong one is only unsure."""
    if weight >= FULL:
        return "secure"
    return "developing" if weight > 0 else "unsure"


def draft_of(question: Question) -> Draft:
    """What every format can show of one of our questions."""
    match question:
        case Choice():
            return Draft("choice", question.stem, tuple(_option(one) for one in question.options))
        case TrueOrNot():
            return Draft("true-or-not", question.stem, _true_and_not(question))
        case Several():
            return Draft("several", question.stem, _ticks(question.options), whole=_whole(question.explanations))
        case Order():
            items = tuple(Part(item.text) for item in question.items)
            return Draft("order", question.stem, items, whole=_whole(question.explanations))
        case Match():
            pairs = tuple(Part(pair.left, other=pair.right) for pair in question.pairs)
            return Draft("match", question.stem, pairs, whole=_whole(question.explanations))
        case Sort():
            return Draft("match", question.stem, _sorted(question), whole=_whole(question.explanations))
        case _:
            raise NotShown("A story that branches goes on after its first answer; other systems know single questions only.")


def _whole(explanations: Mapping[str, str]) -> dict[str, str]:
    return {grade: said for grade in GRADES if (said := explanations.get(grade))}


def _option(option: Option) -> Part:
    return Part(option.text, WEIGHTS[option.grade], option.explanation)


def _true_and_not(question: TrueOrNot) -> tuple[Part, ...]:
    return tuple(
        Part(answer, 100.0 if question.answer == answer else 0.0, question.explanations.get(answer, ""))
        for answer in ("true", "not")
    )


def _ticks(options: tuple[Tick, ...]) -> tuple[Part, ...]:
    """Right ones share the mark, wrong ones take it away: ticking everything is worth nothing."""
    right = sum(tick.right for tick in options) or 1
    wrong = len(options) - right or 1
    return tuple(
        Part(tick.text, round(100 / right, 5) if tick.right else -round(100 / wrong, 5), tick.explanation) for tick in options
    )


def _sorted(question: Sort) -> tuple[Part, ...]:
    names = {group.id: group.text for group in question.groups}
    used = {item.group for item in question.items}
    items = [Part(item.text, feedback=item.explanation, other=names.get(item.group, "")) for item in question.items]
    return (*items, *(Part("", other=group.text) for group in question.groups if group.id not in used))


def with_texts(draft: Draft, change: Callable[[str], str]) -> Draft:
    """The draft in which every text went through `change`; the words "true" and "not" are no texts."""
    keeps = draft.kind == "true-or-not"
    return replace(
        draft,
        stem=change(draft.stem),
        general=change(draft.general),
        whole={key: change(text) for key, text in draft.whole.items()},
        parts=tuple(_part_with_texts(part, change, keeps=keeps) for part in draft.parts),
    )


def _part_with_texts(part: Part, change: Callable[[str], str], *, keeps: bool) -> Part:
    text = part.text if keeps else change(part.text)
    return replace(part, text=text, feedback=change(part.feedback), other=change(part.other))


def texts_in(draft: Draft) -> tuple[str, ...]:
    """Every text of a draft."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    with_texts(draft, note)
    return tuple(found)

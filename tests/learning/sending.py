"""What a browser sends for an answer, by the kind of question."""

from __future__ import annotations

from esafety.curriculum.shapes import Branching, Choice, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.stories import ways_through


def all_fields_for(question: Question, *, right: bool = True) -> list[dict[str, str | list[str]]]:
    """What is sent one after the other: a story has several turns, everything else is answered in one go."""
    if not isinstance(question, Branching):
        return [fields_for(question, right=right)]
    taken = next(taken for taken, ending in ways_through(question) if (ending.grade == "secure") == right)
    return [{"turn": str(number), "choice": one} for number, one in enumerate(taken)]


def fields_for(question: Question, *, right: bool = True) -> dict[str, str | list[str]]:  # noqa: PLR0911 - one line for each kind
    """The fields of a right answer, or of one that is wrong."""
    match question:
        case Choice():
            good = [option.id for option in question.options if (option.grade == "secure") == right]
            return {"choice": good[0]}
        case TrueOrNot():
            other = "not" if question.answer == "true" else "true"
            return {"choice": question.answer if right else other}
        case Several():
            return {"choice": [tick.id for tick in question.options if tick.right or not right]}
        case Order():
            items = [item.id for item in question.items]
            return {f"place-{one}": str(place) for place, one in enumerate(items if right else items[::-1], 1)}
        case Match():
            ids = [pair.id for pair in question.pairs]
            return {f"match-{one}": other for one, other in zip(ids, ids if right else ids[::-1], strict=True)}
        case Branching():
            return all_fields_for(question, right=right)[0]
        case Sort():
            groups = [group.id for group in question.groups]
            return {f"group-{item.id}": item.group if right else _another(groups, item.group) for item in question.items}


def _another(groups: list[str], group: str) -> str:
    return next(one for one in groups if one != group)

"""A question laid out for one attempt: what stands where, what was chosen, what it showed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.shapes import Branching, Choice, Ending, Match, Order, Question, Several, Sort, TrueOrNot, Turn
from esafety.curriculum.telling import Teller
from esafety.learning.rules import Chosen, Mark, arrange, mark


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on the page that can be chosen or put somewhere. ``note`` explains it after the answer."""

    id: str
    text: str
    picture: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a story that lies behind: what happened, and what the reader then did; empty at its end."""

    text: str
    did: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A question ready for the page. ``chosen`` holds ids of options; ``places`` says what went where."""

    kind: str
    stem: str
    say: str
    picture: str
    parts: tuple[Part, ...]
    others: tuple[Part, ...]
    chosen: frozenset[str]
    places: Mapping[str, str]
    mark: Mark | None
    explanation: str
    solution: tuple[str, ...] = ()
    story: tuple[Moment, ...] = ()
    turn: int = 0

    @property
    def pairs(self) -> tuple[dict[str, str], ...]:
        """The left sides of pairs to match."""
        return tuple({"id": part.id, "left": part.text, "picture": part.picture} for part in self.parts)

    @property
    def many(self) -> bool:
        """Whether several may be chosen."""
        return self.kind == "several"


def lay_out(
    question: Question,
    *,
    seed: int,
    teller: Teller,
    chosen: Chosen | None = None,
    marked: Mark | None = None,
) -> Laid:
    """Lay out a question in the order of this attempt, with what was chosen so far."""
    if isinstance(question, Branching):
        return _story(question, seed, teller, taken=chosen if isinstance(chosen, tuple) else (), marked=marked)
    parts, others = _parts(question, seed, teller)
    return Laid(
        kind=question.kind,
        stem=teller.say(question.stem),
        say=teller.say(question.say or question.stem),
        picture=question.picture,
        parts=parts,
        others=others,
        chosen=chosen if isinstance(chosen, frozenset) else frozenset(),
        places=_places(chosen),
        mark=marked,
        explanation=teller.say(marked.explanation) if marked else "",
        solution=_solution(question, teller) if marked and marked.right is not True else (),
    )


def read_again(question: Question, kept: str) -> Chosen:
    """What was chosen, from how it is kept, in the form that marking takes."""
    chosen = json.loads(kept)
    if isinstance(chosen, dict):
        return chosen
    return tuple(chosen) if isinstance(question, Order | Branching) else frozenset(chosen)


def way_taken(kept: str) -> tuple[str, ...]:
    """The way through a story so far, from how it is kept."""
    return tuple(json.loads(kept))


def is_whole(question: Question, kept: str) -> bool:
    """Whether an answer that was kept is a whole one: a story may still go on."""
    return not isinstance(question, Branching) or isinstance(question.after(way_taken(kept)), Ending)


def mark_again(question: Question, kept: str) -> tuple[Chosen, Mark]:
    """What was chosen and what it showed, from how the answer is kept."""
    chosen = read_again(question, kept)
    return chosen, mark(question, chosen)


def _story(question: Branching, seed: int, teller: Teller, *, taken: tuple[str, ...], marked: Mark | None) -> Laid:
    """A story at one of its turns, or at its end with the way that was taken."""
    here = question.after(taken)
    told = [Moment(teller.say(question.stem))]
    for number, name in enumerate(taken):
        turn = question.after(taken[:number])
        assert isinstance(turn, Turn)
        told.append(Moment(teller.say(turn.text), next(teller.say(way.text) for way in turn.options if way.id == name)))
    offered = {way.id: way for way in here.options} if isinstance(here, Turn) else {}
    parts = [offered[name] for name in arrange(question, seed=seed) if name in offered]
    opening = "" if taken else teller.say(question.say or question.stem) + " "
    return Laid(
        kind=question.kind,
        stem=teller.say(here.text),
        say=opening + teller.say(here.text),
        picture=(here.picture if isinstance(here, Turn) else "") or question.picture,
        parts=tuple(Part(way.id, teller.say(way.text), _asset(way.picture)) for way in parts),
        others=(),
        chosen=frozenset(),
        places={},
        mark=marked,
        explanation=teller.say(marked.explanation) if marked else "",
        story=tuple(told),
        turn=len(taken),
    )


def _solution(question: Question, teller: Teller) -> tuple[str, ...]:
    """What fits, after an answer that did not: nobody is left to guess. A choice is explained by its own option."""
    say = teller.say
    match question:
        case Several():
            return tuple(say(tick.text) for tick in question.options if tick.right)
        case Order():
            return tuple(say(item.text) for item in question.items)
        case Match():
            return tuple(f"{say(pair.left)} – {say(pair.right)}" for pair in question.pairs)
        case Sort():
            groups = {group.id: say(group.text) for group in question.groups}
            return tuple(f"{say(item.text)} – {groups[item.group]}" for item in question.items)
    return ()


def _places(chosen: Chosen | None) -> Mapping[str, str]:
    if isinstance(chosen, tuple):
        return {item: str(number) for number, item in enumerate(chosen, 1)}
    return chosen if isinstance(chosen, Mapping) else {}


def _parts(question: OneGo, seed: int, teller: Teller) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    order = arrange(question, seed=seed)
    say = teller.say
    match question:
        case Choice() | Several():
            options = {option.id: option for option in question.options}
            shown = (options[name] for name in order)
            return tuple(Part(o.id, say(o.text), _asset(o.picture), say(o.explanation)) for o in shown), ()
        case TrueOrNot():
            return (Part("true", teller.words["true"]), Part("not", teller.words["not"])), ()
        case Order():
            items = {item.id: item for item in question.items}
            return tuple(Part(i.id, say(i.text), _asset(i.picture)) for i in map(items.__getitem__, order)), ()
        case Match():
            pairs = {pair.id: pair for pair in question.pairs}
            left = tuple(Part(pair.id, say(pair.left), _asset(pair.picture)) for pair in question.pairs)
            return left, tuple(Part(one, say(pairs[one].right)) for one in order)
        case Sort():
            things = {item.id: item for item in question.items}
            parts = tuple(Part(i.id, say(i.text), _asset(i.picture), say(i.explanation)) for i in map(things.__getitem__, order))
            return parts, tuple(Part(group.id, say(group.text), _asset(group.picture)) for group in question.groups)


OneGo = Choice | Several | TrueOrNot | Order | Match | Sort
"""What is answered in one go."""


def _asset(picture: str) -> str:
    return f"pictures/{picture}.svg" if picture else ""

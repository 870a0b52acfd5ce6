"""The eight kinds of question, in quizzes and in the activities of a lesson."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.words import Words

Grade = Literal["secure", "developing", "unsure", "misunderstood"]
"""What an answer shows, best first; a misunderstood one names the misconception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionKey:
    """What an option shows while a fact is a number of at least so much: the law may turn right into wrong."""

    id: str
    fact: str
    at_least: int
    grade: Grade
    misconception: str = ""
    explanation: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing a reader can choose, what choosing it shows, and what the app then explains."""

    id: str
    text: Words
    picture: str = ""
    grade: Grade
    misconception: str = ""
    explanation: Words
    keys: tuple[OptionKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Choose one: a plain question, or a situation in which several ways are more or less safe and kind."""

    id: str
    kind: Literal["single", "what-would-you-do"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementKey:
    """Whether a statement is true while a fact is a number of at least so much."""

    id: str
    fact: str
    at_least: int
    answer: Literal["true", "not"]
    explanations: Mapping[str, Words]
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueOrNot:
    """The stem is a statement; is it true? Explanations are keyed "true" and "not"."""

    id: str
    kind: Literal["true-or-not"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    answer: Literal["true", "not"]
    explanations: Mapping[str, Words]
    misconception: str = ""
    keys: tuple[StatementKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One thing that may be ticked or left alone."""

    id: str
    text: Words
    picture: str = ""
    right: bool
    explanation: Words
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Tick all that fit. Explanations are keyed by grade: secure, developing, misunderstood."""

    id: str
    kind: Literal["several"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    options: tuple[Tick, ...]
    explanations: Mapping[str, Words]
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem:
    """One thing to be put in its place."""

    id: str
    text: Words
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Put the items in order; the file gives them in the right one. Explanations are keyed by grade."""

    id: str
    kind: Literal["order"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    items: tuple[OrderItem, ...]
    explanations: Mapping[str, Words]
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together."""

    id: str
    left: Words
    right: Words
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Find for each left side its right side. Explanations are keyed by grade."""

    id: str
    kind: Literal["match"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    pairs: tuple[Pair, ...]
    explanations: Mapping[str, Words]
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortGroup:
    """A heading under which things are sorted."""

    id: str
    text: Words
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortItem:
    """One thing that belongs to one group."""

    id: str
    text: Words
    group: str
    picture: str = ""
    explanation: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """Sort the items into groups. Explanations are keyed by grade."""

    id: str
    kind: Literal["sort"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = False
    groups: tuple[SortGroup, ...]
    items: tuple[SortItem, ...]
    explanations: Mapping[str, Words]
    misconception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One thing that can be done at a turn of a story; ``then`` names the turn or the ending that follows."""

    id: str
    text: Words
    picture: str = ""
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A moment of a story at which the reader decides: what has happened, and what is asked."""

    id: str
    text: Words
    picture: str = ""
    options: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a story ends: what happens, what the way there shows, and what the app explains."""

    id: str
    text: Words
    grade: Grade
    misconception: str = ""
    explanation: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Branching:
    """A situation that goes on: two or three turns, each after what was chosen before, and different endings.

    The story begins with the first turn. Ids of options are unique in the whole question, those of turns and endings, too.
    """

    id: str
    kind: Literal["branching"]
    stem: Words
    say: Words = ""
    picture: str = ""
    scenario: bool = True
    turns: tuple[Turn, ...]
    endings: tuple[Ending, ...]

    def after(self, taken: tuple[str, ...]) -> Turn | Ending:
        """Where the story stands after some choices. Raises KeyError when one of them was not offered there."""
        places: dict[str, Turn | Ending] = {turn.id: turn for turn in self.turns}
        places.update((ending.id, ending) for ending in self.endings)
        here: Turn | Ending = self.turns[0]
        for name in taken:
            offered = here.options if isinstance(here, Turn) else ()
            here = places[{way.id: way.then for way in offered}[name]]
        return here


Question = Choice | TrueOrNot | Several | Order | Match | Sort | Branching

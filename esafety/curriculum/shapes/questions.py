"""The seven kinds of question, in quizzes and in the activities of a lesson."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.words import Words

Grade = Literal["secure", "developing", "unsure", "misunderstood"]
"""What an answer shows, best first; a misunderstood one names the misconception."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing a reader can choose, what choosing it shows, and what the app then explains."""

    id: str
    text: Words
    picture: str = ""
    grade: Grade
    misconception: str = ""
    explanation: Words


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


Question = Choice | TrueOrNot | Several | Order | Match | Sort

"""Agreements that families sign and pupils make."""

from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.questions import Choice
from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise in plain words, why the school asks for it, and a situation to think about."""

    id: str
    expectation: str
    text: Words
    why: Words
    say: Words = ""
    picture: str = ""
    scenario: Choice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A document that is signed freely; nothing that a child gets depends on it."""

    id: str
    audience: Literal["parents", "ks1", "ks2"]
    title: Words
    introduction: Words
    promises: tuple[Promise, ...]
    declaration: Words

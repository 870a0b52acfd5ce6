"""Texts as others shall read them: facts of the day and plain words where our files have placeholders, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from esafety.curriculum.keys import keys_of, question_under, ruling_of
from esafety.curriculum.library import PLACEHOLDER
from esafety.curriculum.shapes import Question

WORDS = {"school": "our school", "trusted_adult": "a grown-up you trust"}
"""What stands for a school and an adult that another system cannot know."""


def said_on(facts: Mapping[str, str]) -> dict[str, str]:
    """What each placeholder says, by what stands between its brackets."""
    return {**WORDS, **{_placeholder(name): value for name, value in facts.items()}}


def today(question: Question, said: Mapping[str, str]) -> Question:
    """A question with the keys that hold for what is said: some right answers turn with a fact."""
    names = {key.fact for key in keys_of(question)}
    facts = {name: said[_placeholder(name)] for name in names if _placeholder(name) in said}
    return question_under(question, ruling_of(names, facts)) if facts else question


def _placeholder(name: str) -> str:
    """What stands between the brackets for a fact: "fact:phone.childline", or "before:" and the id."""
    return name if name.startswith("before:") else f"fact:{name}"


def fill(text: str, said: Mapping[str, str]) -> str:
    """A text with its placeholders filled; one that nobody knows stays as it is."""
    if "{" not in text:
        return text
    return PLACEHOLDER.sub(lambda found: said.get(found[0][1:-1], found[0]), text)


def used_in(question: Question, texts: Iterable[str], said: Mapping[str, str]) -> dict[str, str]:
    """Only what these texts of a question say and its keys turn with."""
    names = {found[0][1:-1] for text in texts for found in PLACEHOLDER.finditer(text)}
    names |= {_placeholder(key.fact) for key in keys_of(question)}
    return {name: said[name] for name in sorted(names) if name in said}

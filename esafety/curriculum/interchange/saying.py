"""Texts as others shall read them: facts of the day and plain words where our files have placeholders, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from esafety.curriculum.library import PLACEHOLDER

WORDS = {"school": "our school", "trusted_adult": "a grown-up you trust"}
"""What stands for a school and an adult that another system cannot know."""


def said_on(facts: Mapping[str, str]) -> dict[str, str]:
    """What each placeholder says, by what stands between its brackets."""
    return {**WORDS, **{f"fact:{name}": value for name, value in facts.items()}}


def fill(text: str, said: Mapping[str, str]) -> str:
    """A text with its placeholders filled; one that nobody knows stays as it is."""
    if "{" not in text:
        return text
    return PLACEHOLDER.sub(lambda found: said.get(found[0][1:-1], found[0]), text)


def used_in(texts: Iterable[str], said: Mapping[str, str]) -> dict[str, str]:
    """Only what these texts say."""
    names = {found[0][1:-1] for text in texts for found in PLACEHOLDER.finditer(text)}
    return {name: said[name] for name in sorted(names) if name in said}

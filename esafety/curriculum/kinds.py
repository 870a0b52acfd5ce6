"""The kinds of content that are kept in versions."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from esafety.curriculum.shapes import (
    Agreement,
    Expectation,
    Fact,
    Lesson,
    Misconception,
    Pictures,
    Policy,
    Translation,
)


class Kind(StrEnum):
    """What a stored version is a version of."""

    FACT = "fact"
    MISCONCEPTION = "misconception"
    EXPECTATION = "expectation"
    LESSON = "lesson"
    AGREEMENT = "agreement"
    POLICY = "policy"
    PICTURES = "pictures"
    TRANSLATION = "translation"
    OWN_LESSON = "own-lesson"


SHAPE_OF: dict[Kind, type[Any]] = {
    Kind.FACT: Fact,
    Kind.MISCONCEPTION: Misconception,
    Kind.EXPECTATION: Expectation,
    Kind.LESSON: Lesson,
    Kind.AGREEMENT: Agreement,
    Kind.POLICY: Policy,
    Kind.PICTURES: Pictures,
    Kind.TRANSLATION: Translation,
    Kind.OWN_LESSON: Lesson,
}

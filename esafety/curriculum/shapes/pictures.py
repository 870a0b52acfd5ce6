"""What each picture shows, for those who do not see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The text alternative of one picture."""

    alt: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """All pictures by name (the file name without ".svg")."""

    pictures: Mapping[str, Picture]

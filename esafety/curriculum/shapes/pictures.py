"""What each picture shows, for those who do not see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The text alternative of each picture, by its name (the file name without ".svg")."""

    pictures: Mapping[str, Words]

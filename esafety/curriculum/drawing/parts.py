"""The box of parts: every thing that a picture description can name, drawn around (0, 0)."""

from collections.abc import Callable
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Wish:
    """How a part should be drawn: main colour, what it shows (a finished drawing), where it leads, colour of a sleeve."""

    tint: str = "coral"
    shows: str = ""
    to: Point = (0, 0)
    trim: str = "teal"


Draw = Callable[[Wish], str]


@dataclass(frozen=True)
class Part:
    """One entry of the box: how to draw it and its colour when the description names none."""

    draw: Draw
    tint: str


PARTS: dict[str, Part] = {}


def part(name: str, tint: str = "coral") -> Callable[[Draw], Draw]:
    """Put a drawing function into the box under a name. Raises ValueError when the name is taken."""

    def keep(draw: Draw) -> Draw:
        if name in PARTS:
            raise ValueError(f"two parts are called {name}")
        PARTS[name] = Part(draw, tint)
        return draw

    return keep


def drawn(name: str, shows: str = "", tint: str = "") -> str:
    """Draw one part as it is at home in the box, with what it shows and its colour when they are given.

    Raises KeyError with the name when the box holds no such part.
    """
    found = PARTS[name]
    return found.draw(Wish(tint or found.tint, shows))

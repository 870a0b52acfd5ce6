"""Placing parts of the box in a backdrop."""

from esafety.curriculum.drawing.parts import drawn
from esafety.curriculum.drawing.shapes import moved


def put(name: str, x: float, y: float, size: float = 1, tint: str = "", *, shows: str = "") -> str:
    """Draw a part of the box at a place, in a size and, if asked, in another colour and with something on it."""
    return moved(drawn(name, shows, tint), x, y, size)

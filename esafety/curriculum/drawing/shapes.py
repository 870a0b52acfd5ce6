# ruff: noqa: PLR0917 - a mark is written like in SVG: where, how big, which colour
"""The few marks that every picture is made of, written as short SVG elements."""

import re
from collections.abc import Iterable

from esafety.curriculum.drawing.numbers import number
from esafety.curriculum.drawing.packing import packed
from esafety.curriculum.drawing.palette import colour

_NUMBER = re.compile(r"-?\d+\.\d+")
_SPACE_BEFORE_MINUS = re.compile(r"(?<=[\d.]) (?=-)")


def fill(outline: str, tint: str, opacity: float = 1) -> str:
    """Fill an outline (SVG path data)."""
    return f'<path d="{_tidy(outline)}" fill="{colour(tint)}"{_see_through(opacity)}/>'


def line(outline: str, tint: str = "ink", width: float = 2, opacity: float = 1) -> str:
    """Draw along an outline with a round brush."""
    brush = f'stroke="{colour(tint)}" stroke-width="{number(width)}"'
    return f'<path d="{_tidy(outline)}" {brush}{_see_through(opacity)}/>'


def dot(x: float, y: float, radius: float, tint: str, opacity: float = 1) -> str:
    """Draw a filled circle."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {place} fill="{colour(tint)}"{_see_through(opacity)}/>'


def dots(places: Iterable[tuple[float, float]], radius: float, tint: str, opacity: float = 1) -> str:
    """Draw many equal spots as one mark: lines without length under a round brush."""
    return line("".join(f"M{number(x)} {number(y)}h0" for x, y in places), tint, radius * 2, opacity)


def pair(x: float, y: float, radius: float, tint: str, opacity: float = 1) -> str:
    """Draw two equal spots, left and right of the middle."""
    return dots(((-x, y), (x, y)), radius, tint, opacity)


def ring(x: float, y: float, radius: float, tint: str, width: float = 2) -> str:
    """Draw a circle with a brush, empty inside."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {place} stroke="{colour(tint)}" stroke-width="{number(width)}"/>'


def oval(x: float, y: float, wide: float, high: float, tint: str, opacity: float = 1) -> str:
    """Draw a filled ellipse; `wide` and `high` are radii."""
    place = f'cx="{number(x)}" cy="{number(y)}" rx="{number(wide)}" ry="{number(high)}"'
    return f'<ellipse {place} fill="{colour(tint)}"{_see_through(opacity)}/>'


def box(x: float, y: float, wide: float, high: float, tint: str, corner: float = 0, opacity: float = 1) -> str:
    """Draw a filled rectangle with round corners."""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}"'
    round_off = f' rx="{number(corner)}"' if corner else ""
    return f'<rect {place}{round_off} fill="{colour(tint)}"{_see_through(opacity)}/>'


def moved(inside: str, x: float = 0, y: float = 0, size: float = 1, turn: float = 0, flip: bool = False) -> str:
    """Place a drawing: moved, then turned (degrees), sized and, if asked, mirrored."""
    steps = f"translate({number(x)} {number(y)})" if x or y else ""
    steps += f"rotate({number(turn)})" if turn else ""
    across = -size if flip else size
    if flip or size != 1:
        steps += f"scale({_scale(across)}{f' {_scale(size)}' if flip else ''})"
    return f'<g transform="{steps}">{inside}</g>' if steps and inside else inside


def picture(inside: str, wide: int, high: int) -> str:
    """Wrap a finished drawing as a file of its own."""
    brush = 'fill="none" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" {brush}>{packed(inside)}</svg>\n'


def _tidy(outline: str) -> str:
    rounded = _NUMBER.sub(lambda found: number(float(found.group())), outline)
    return _SPACE_BEFORE_MINUS.sub("", rounded)


def _scale(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("0.", ".", 1)


def _see_through(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{_scale(opacity)}"'

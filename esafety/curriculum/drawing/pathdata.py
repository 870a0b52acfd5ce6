"""Shortens SVG path data: each step is written from the page's corner or from the last point, whichever is shorter."""

import re

from esafety.curriculum.drawing.numbers import number

_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_VALUE = re.compile(r"-?(?:\d+\.\d+|\.\d+|\d+)")
_SIZES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}
Point = tuple[float, float]
SAME = 0.05


def shortened(outline: str) -> str:
    """Return path data that draws the same outline with fewer characters."""
    written, here, start, last = "", (0.0, 0.0), (0.0, 0.0), ""
    for step, numbers in _steps(outline):
        letter, values = _along_an_axis(step, numbers, here)
        if letter == "Z":
            written, here, last = written + "Z", start, "Z"
            continue
        choices = (_written(letter, values, last), _written(letter.lower(), _from(here, letter, values), last))
        best = min(choices, key=len)
        last = letter if best is choices[0] else letter.lower()
        written += best
        here = _end(letter, values, here)
        start = here if letter == "M" else start
    return written


def _along_an_axis(letter: str, values: list[float], here: Point) -> tuple[str, list[float]]:
    """Turn a line that runs straight across or straight down into the shorter step for it."""
    if letter == "L" and abs(values[1] - here[1]) < SAME:
        return "H", values[:1]
    if letter == "L" and abs(values[0] - here[0]) < SAME:
        return "V", values[1:]
    return letter, values


def _steps(outline: str) -> list[tuple[str, list[float]]]:
    """Split into steps with absolute coordinates."""
    steps: list[tuple[str, list[float]]] = []
    here, start = (0.0, 0.0), (0.0, 0.0)
    for letter, text in _STEP.findall(outline):
        numbers, size = [float(value) for value in _VALUE.findall(text)], _SIZES[letter.upper()]
        for index in range(0, max(len(numbers), 1), size or 1):
            # further pairs after a move are lines
            name = "L" if letter.upper() == "M" and index else letter.upper()
            values = numbers[index : index + size]
            values = values if letter.isupper() else _shifted(name, values, here, 1)
            steps.append((name, values))
            here = start if name == "Z" else _end(name, values, here)
            start = here if name == "M" else start
    return steps


def _shifted(letter: str, values: list[float], here: Point, sign: int) -> list[float]:
    x, y = here[0] * sign, here[1] * sign
    if letter == "H":
        return [values[0] + x]
    if letter == "V":
        return [values[0] + y]
    if letter == "A":
        return [*values[:5], values[5] + x, values[6] + y]
    return [value + (y if index % 2 else x) for index, value in enumerate(values)]


def _from(here: Point, letter: str, values: list[float]) -> list[float]:
    return _shifted(letter, values, here, -1)


def _end(letter: str, values: list[float], here: Point) -> Point:
    if letter == "H":
        return values[0], here[1]
    if letter == "V":
        return here[0], values[0]
    return (values[-2], values[-1]) if values else here


def _written(letter: str, values: list[float], last: str) -> str:
    """Write one step; a repeated letter is left out where the format allows it."""
    repeated = letter == last and letter not in "Mm"
    text = "" if repeated else letter
    for index, value in enumerate(values):
        part = number(value)
        glued = part.startswith("-") or (index == 0 and not repeated)
        text += part if glued else f" {part}"
    return text

"""Puts a picture together from its description: a backdrop and, from back to front, figures and parts."""

from collections.abc import Iterable, Mapping
from typing import Any

from esafety.curriculum.drawing.backdrops import BACKDROPS
from esafety.curriculum.drawing.bodies import foot_line
from esafety.curriculum.drawing.cast import CAST
from esafety.curriculum.drawing.figures import Figure, figure, portrait
from esafety.curriculum.drawing.parts import PARTS, Wish, drawn
from esafety.curriculum.drawing.shapes import box, dot, moved, oval, picture

Entry = Mapping[str, Any]
SCENE = (320, 200)
ICON = (96, 96)


class UnknownPicture(ValueError):
    """A description names something that the box of parts does not hold."""


def scene(name: str, description: Entry) -> str:
    """Return the SVG file of a scene. Raises UnknownPicture with the scene's name and the unknown word."""
    return picture(_composed(name, description, BACKDROPS[description["backdrop"]]()), *SCENE)


def icon(name: str, description: Entry) -> str:
    """Return the SVG file of a small picture; `ground` is the colour of the patch behind it, `rim` makes it a badge."""
    return picture(_composed(name, description, _patch(description.get("ground", "cream"), description.get("rim", ""))), *ICON)


def _composed(name: str, description: Entry, ground: str) -> str:
    try:
        return ground + layers(description["draw"])
    except KeyError as unknown:
        raise UnknownPicture(f"{name}: the box of parts holds no {unknown}") from unknown


def layers(entries: Iterable[Entry]) -> str:
    """Draw entries over each other, the first one at the back."""
    return "".join(_person(entry) if "who" in entry else _thing(entry) for entry in entries)


def _person(entry: Entry) -> str:
    wish = _figure(entry)
    size, (x, y) = float(entry.get("size", 1)), entry["at"]
    if entry.get("bust"):
        return moved(portrait(wish), x, y, size)
    drop = foot_line(CAST[wish.who], wish.stance)
    shadow = oval(0, drop, 30, 4.5, "ink", 0.13) if wish.stance != "bust" and not wish.plain else ""
    return moved(shadow + figure(wish), x, y, size)


def _figure(entry: Entry) -> Figure:
    stance = "wheelchair" if "wheelchair" in CAST[entry["who"]].wears else "stand"
    return Figure(
        entry["who"],
        entry.get("pose", "down"),
        entry.get("stance", stance),
        entry.get("mood", "happy"),
        entry.get("look", "ahead"),
        entry.get("tilt", 0),
        bool(entry.get("away")),
        _named(entry.get("holds", "")),
        bool(entry.get("mirrored")),
        bool(entry.get("plain")),
        bool(entry.get("bare")),
        bool(entry.get("turned")),
    )


def _thing(entry: Entry) -> str:
    x, y = entry["at"]
    across, down = entry.get("to", (0, 0))
    found = PARTS[entry["part"]]
    wish = Wish(entry.get("tint", found.tint), _named(entry.get("shows", "")), (across, down), entry.get("trim", "teal"))
    return moved(found.draw(wish), x, y, float(entry.get("size", 1)), entry.get("turn", 0), bool(entry.get("flip")))


def _named(words: str) -> str:
    """Draw what a short name asks for: `ball`, `tablet:cat` (a tablet showing a cat) or `leo/glad` (a small portrait)."""
    if not words:
        return ""
    outer, _, inner = words.partition(":")
    if "/" in outer:
        who, _, mood = outer.partition("/")
        return moved(portrait(Figure(who, mood=mood, plain=True, bare=True), cut=22), 0, 0, 0.4)
    return drawn(outer, _named(inner))


def _patch(tint: str, rim: str) -> str:
    if rim:
        return dot(48, 48, 46, rim) + dot(48, 48, 41, "white") + dot(48, 48, 38, tint)
    return box(0, 0, 96, 96, tint, 22)

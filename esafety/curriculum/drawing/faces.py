"""Faces: how a mood shows in eyes, brows and mouth. Big enough to be read at the width of a thumb."""

from collections.abc import Callable
from dataclasses import dataclass

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.shapes import dots, fill, line, moved, oval

MOUTH_RED = "#8c2f39"
LINE = "#2a1a2e"


@dataclass(frozen=True)
class Mood:
    """Which eyes, brows and mouth make one mood."""

    eyes: str
    brows: tuple[float, float, float] | None  # heights of outer end, middle and inner end
    mouth: str
    tear: bool = False


_SOFT = (-9.0, -12.0, -10.5)
_HIGH = (-12.0, -16.5, -13.5)
_WORRY = (-7.5, -11.5, -14.0)
_CROSS = (-13.0, -11.0, -7.0)

MOODS: dict[str, Mood] = {
    "happy": Mood("open", _SOFT, "smile"),
    "glad": Mood("open", _HIGH, "laugh"),
    "laughing": Mood("arched", _HIGH, "laugh"),
    "calm": Mood("open", _SOFT, "small"),
    "proud": Mood("arched", _SOFT, "smile"),
    "kind": Mood("open", (-9, -12, -11.5), "small"),
    "talking": Mood("open", _SOFT, "talk"),
    "worried": Mood("open", _WORRY, "wobble"),
    "scared": Mood("wide", _WORRY, "wail"),
    "sad": Mood("low", _WORRY, "frown"),
    "crying": Mood("low", _WORRY, "frown", tear=True),
    "cross": Mood("open", _CROSS, "frown"),
    "surprised": Mood("wide", _HIGH, "round"),
    "thinking": Mood("up", (-9, -12, -10.5), "aside"),
    "unsure": Mood("open", (-8, -12, -12.5), "flat"),
    "tired": Mood("half", (-7, -9.5, -9.5), "flat"),
    "asleep": Mood("closed", None, "small"),
    "serious": Mood("open", (-9, -10.5, -9.5), "flat"),
}

_MOUTHS: dict[str, Callable[[], str]] = {
    "smile": lambda: line("M-7.5 10.5Q0 18 7.5 10.5", LINE, 2.3),
    "small": lambda: line("M-5 12Q0 15.5 5 12", LINE, 2.3),
    "laugh": lambda: fill("M-9 9.5H9Q8 19.5 0 19.5T-9 9.5Z", MOUTH_RED) + fill("M-8.5 9.5H8.5Q8 12.5 0 12.5T-8.5 9.5Z", "white"),
    "talk": lambda: oval(0, 13, 5, 4, MOUTH_RED) + oval(0, 15, 3, 1.6, "coral"),
    "wobble": lambda: line("M-7 14Q-3.5 10.5 0 13.5T7 13", LINE, 2.3),
    "wail": lambda: fill("M-7.5 17Q-6 10.5 0 10.5T7.5 17Q0 14.5-7.5 17Z", MOUTH_RED),
    "frown": lambda: line("M-6.5 15.5Q0 9.5 6.5 15.5", LINE, 2.3),
    "round": lambda: oval(0, 13.5, 4, 5, MOUTH_RED),
    "aside": lambda: line("M-3 13.5Q3 13.5 7 11", LINE, 2.3),
    "flat": lambda: line("M-5.5 13.5H5.5", LINE, 2.3),
}

LOOKS: dict[str, tuple[float, float]] = {
    "ahead": (0, 0),
    "left": (-4, 0),
    "right": (4, 0),
    "down": (0, 3),
    "up": (0, -3),
    "down-left": (-4, 2.5),
    "down-right": (4, 2.5),
    "up-left": (-4, -2.5),
    "up-right": (4, -2.5),
}


def face(skin: str, mood: str, look: str, glasses: bool = False, plain: bool = False) -> str:
    """Draw the face of a head that is 44 wide around (0, 0); a plain one has neither cheeks nor nose, nor brows at rest."""
    wish, (x, y) = MOODS[mood], LOOKS[look]
    flesh = ("", "") if plain else (_cheeks(), line("M-1.6 5.2Q0 7.4 2 5.4", darker(skin, 0.32)))
    parts = flesh[0] + _eyes(wish.eyes, x, y, skin) + flesh[1]
    parts += "" if plain and wish.brows in (_SOFT, _HIGH) else _brows(wish.brows)
    parts += _MOUTHS[wish.mouth]() + (_tear() if wish.tear else "") + (_glasses() if glasses else "")
    return moved(parts, x, y * 0.8)


def _cheeks() -> str:
    return line("M-15 8.5h2M13 8.5h2", "red", 6.6, 0.28)


def _eyes(kind: str, x: float, y: float, skin: str) -> str:
    if kind in ("arched", "closed"):
        bend = -5 if kind == "arched" else 5
        return line(f"M-13 1q4 {bend} 8 0M5 1q4 {bend} 8 0", LINE, 2.3)
    grow = 1 if kind == "wide" else 0
    lift, across = {"up": -1.4, "low": 1.2}.get(kind, 0) + y * 0.4, x * 0.3
    whites = line("M-8.8-.3v.6M8.8-.3v.6", "white", 9.4 + grow * 2)
    pupils = dots(((-8.8 + across, lift), (8.8 + across, lift)), 3.4 - grow * 0.4, LINE)
    return whites + pupils + (_lids(skin) if kind == "half" else "")


def _lids(skin: str) -> str:
    lids = fill("M-14.5 0Q-14-6-8.8-6.2T-3.2 0ZM3.2 0Q4-6 8.8-6.2T14.5 0Z", darker(skin, 0.12))
    return lids + line("M-13.5 0h9.4M4.1 0h9.4", LINE, 1.6)


def _brows(heights: tuple[float, float, float] | None) -> str:
    if heights is None:
        return ""
    outer, middle, inner = heights
    return line("".join(f"M{s * 14} {outer}Q{s * 9} {middle} {s * 4.5} {inner}" for s in (-1, 1)), LINE, 2.3)


def _tear() -> str:
    return fill("M13 6.5q4.5 6 0 8.5q-4.5-2.5 0-8.5Z", "#8fd0f0")


def _glasses() -> str:
    frames = '<g fill="#fff" fill-opacity=".18" stroke="#2b2747" stroke-width="1.8">'
    return (
        frames + '<circle cx="-9" cy="0" r="7.6"/><circle cx="9" cy="0" r="7.6"/></g>' + line("M-1.5-1q1.5-1.4 3 0", "ink", 1.8)
    )

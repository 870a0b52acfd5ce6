"""Plain grounds for pictures that show an idea and not a place, each fills 320 by 200."""

from collections.abc import Callable

from esafety.curriculum.drawing.shapes import box, fill, line, oval


def ground(tint: str, spot: str) -> Callable[[], str]:
    soft = "M30 104C24 44 84 14 164 18S304 54 296 112S222 190 150 186S36 160 30 104Z"
    return lambda: box(0, 0, 320, 200, tint) + fill(soft, spot)


def halves(left: str, right: str) -> Callable[[], str]:
    edge = "M166 0Q150 50 162 100T158 200"
    return lambda: box(0, 0, 320, 200, left) + fill(f"{edge}H320V0Z", right) + line(edge, "#fffdf8", 5)


def stage() -> str:
    """A plain warm ground for symbols."""
    return box(0, 0, 320, 200, "#fdeccb") + oval(160, 186, 180, 40, "#f7d9a6")

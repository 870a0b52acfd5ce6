"""What hangs on walls or is let into them, each around its middle."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved


@part("shelf", "oak")
def shelf(wish: Wish) -> str:
    """A wall shelf with books, 84 across."""
    books = "".join(
        box(x, y, w, -y, tint, 1.5)
        for x, y, w, tint in (
            (-34, -22, 8, "coral"),
            (-25, -26, 7, "teal"),
            (-17, -20, 9, "mustard"),
            (8, -24, 8, "purple"),
            (17, -19, 9, "blue"),
        )
    )
    return books + box(-42, 0, 84, 6, wish.tint, 2)


@part("wall-shelf", "oak")
def bare_shelf(wish: Wish) -> str:
    return box(-50, 0, 100, 7, wish.tint, 2) + fill("M-40 7h8l-8 9ZM40 7h-8l8 9Z", darker(wish.tint))


@part("noticeboard", "wood")
def noticeboard(wish: Wish) -> str:
    """A pin board 120 by 84, around its middle."""
    return box(-60, -42, 120, 84, darker(wish.tint, 0.35), 5) + box(-55, -37, 110, 74, wish.tint, 2) + wish.shows


@part("whiteboard", "white")
def whiteboard(wish: Wish) -> str:
    return (
        box(-60, -36, 120, 72, "grey", 5)
        + box(-55, -31, 110, 62, wish.tint, 2)
        + moved(wish.shows, size=1.8)
        + box(-20, 35, 40, 5, "slate", 2)
    )


@part("wall-frame", "oak")
def wall_frame(wish: Wish) -> str:
    """A picture on the wall, 44 by 36."""
    return box(-22, -18, 44, 36, wish.tint, 3) + box(-18, -14, 36, 28, "white", 1) + wish.shows


@part("curtain", "rose")
def curtain(wish: Wish) -> str:
    return (
        line("M-26-20H26", "brown", 3)
        + fill("M-24-20H24Q20 4 26 22H-26Q-20 4-24-20Z", wish.tint)
        + line("M-12-18Q-10 4-13 20M0-18V20M12-18Q10 4 13 20", darker(wish.tint), 2)
    )


@part("window", "sky")
def window(wish: Wish) -> str:
    """A window, 60 by 54."""
    return (
        box(-33, -30, 66, 60, "white", 4)
        + box(-28, -25, 56, 50, wish.tint, 2)
        + fill("M-28 25V12Q-10 0 6 10T28 8V25Z", "green")
        + line("M0-25V25M-28-2H28", "white", 3)
    )


@part("night-window", "night")
def night_window(wish: Wish) -> str:
    return (
        box(-33, -30, 66, 60, "cream", 4)
        + box(-28, -25, 56, 50, wish.tint, 2)
        + dot(14, -10, 7, "#ffe6a3")
        + dots(((-16, -14), (-8, 6), (-20, 12), (18, 14)), 1.2, "white")
        + line("M0-25V25M-28-2H28", "cream", 3)
    )


@part("wall-clock", "white")
def wall_clock(wish: Wish) -> str:
    return dot(0, 0, 15, "coral") + dot(0, 0, 12, wish.tint) + line("M0-8V0L6 3", "ink", 2.4)


@part("cupboards", "mint")
def cupboards(wish: Wish) -> str:
    """Two cupboards on the wall, 110 across."""
    return box(-56, -20, 54, 40, wish.tint, 3) + box(2, -20, 54, 40, wish.tint, 3) + line("M-12 8v6M12 8v6", "slate", 3)


@part("pegs", "slate")
def pegs(wish: Wish) -> str:
    """Coat pegs on a rail, 90 across."""
    return box(-46, -4, 92, 8, "oak", 3) + dots(((-34, 4), (-11, 4), (12, 4), (35, 4)), 4, wish.tint)

"""What else stands in rooms. The middle of each stands on the floor at (0, 0)."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval


@part("bookcase", "oak")
def bookcase(wish: Wish) -> str:
    """A bookcase 96 across and 130 high."""
    rows = fill("M-42-124h84v34h-84ZM-42-84h84v34h-84ZM-42-44h84v34h-84Z", darker(wish.tint, 0.35))
    books = line("M-34-94v-20M-34-14v-20M14-14v-20", "coral", 8) + line("M-24-94v-24M-24-14v-24M24-94v-21", "teal", 8)
    return box(-48, -130, 96, 130, wish.tint, 4) + rows + books + line("M-14-94v-18M-14-14v-18M14-94v-23", "mustard", 8)


@part("door", "coral")
def door(wish: Wish) -> str:
    """A closed door, 60 by 112."""
    return (
        box(-34, -116, 68, 116, "cream", 3)
        + box(-29, -111, 58, 111, wish.tint, 2)
        + box(-20, -100, 40, 36, lighter(wish.tint, 0.25), 3)
        + dot(21, -52, 3.5, "yellow")
    )


@part("door-open", "teal")
def door_open(wish: Wish) -> str:
    """An open door with warm light in it."""
    leaf = fill("M29-111L56-120V8L29 0Z", wish.tint) + dot(50, -54, 3, "yellow")
    return box(-34, -116, 68, 116, "cream", 3) + box(-29, -111, 58, 111, "#ffe6a3") + leaf


@part("lamp", "yellow")
def lamp(wish: Wish) -> str:
    """A standing lamp, 120 high."""
    return oval(0, -2, 16, 4, "slate") + line("M0-4V-92", "slate", 3.5) + fill("M-12-120H12L22-90H-22Z", wish.tint)


@part("hob", "mist")
def hob(wish: Wish) -> str:
    """A cooker with a pan, 80 across and 84 high."""
    oven = (
        box(-40, -66, 80, 66, wish.tint, 4)
        + box(-28, -46, 56, 34, "slate", 4)
        + dots(((-24, -57), (-8, -57), (8, -57), (24, -57)), 3, "slate")
    )
    pan = (
        box(-40, -72, 80, 7, "ink", 3)
        + box(-22, -90, 40, 18, "coral", 4)
        + line("M18-82h18", "ink", 4)
        + line("M-10-96q-3-5 0-9M4-96q-3-5 0-9", "grey", 2)
    )
    return oven + pan


@part("plant", "leaf")
def plant(wish: Wish) -> str:
    leaves = fill("M0-18Q-26-26-22-50Q-4-44 0-18ZM0-18Q24-22 24-46Q4-42 0-18ZM0-18Q-10-44 2-62Q12-42 0-18Z", wish.tint)
    return leaves + fill("M-13-20H13L9 0H-9Z", "coral")


@part("rug", "rose")
def rug(wish: Wish) -> str:
    return oval(0, 0, 90, 16, wish.tint) + oval(0, 0, 72, 11, lighter(wish.tint, 0.3))


@part("bin", "grey")
def bin_(wish: Wish) -> str:
    """A waste bin, 34 high."""
    return (
        fill("M-14-32H14L11 0H-11Z", wish.tint)
        + box(-17, -37, 34, 6, darker(wish.tint, 0.3), 3)
        + line("M-6-25L-5-6M0-25V-6M6-25L5-6", darker(wish.tint, 0.3), 2.4)
    )


@part("water", "#6fb6dd")
def water(wish: Wish) -> str:
    """Water with soft waves, 320 across."""
    return box(-160, 0, 320, 70, wish.tint) + line(
        "M-140 18q10-8 20 0t20 0M-40 36q10-8 20 0t20 0M70 20q10-8 20 0t20 0", "white", 3, 0.6
    )

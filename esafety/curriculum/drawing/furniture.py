"""Furniture and fittings. Things that stand have their middle on the floor at (0, 0); tables have it on the top's front edge."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval


@part("table", "wood")
def table(wish: Wish) -> str:
    """A wide table, 220 across; its top is a soft slab that hides laps."""
    return (
        box(-104, 8, 208, 80, darker(wish.tint, 0.3))
        + fill("M-100-14H100L114 4Q116 10 110 10H-110Q-116 10-114 4Z", wish.tint)
        + line("M-110 8H110", darker(wish.tint), 3)
    )


@part("small-table", "wood")
def small_table(wish: Wish) -> str:
    """A table 92 across on two legs, 44 high."""
    return line("M-36 0L-38 44M36 0L38 44", darker(wish.tint, 0.25), 6) + box(-46, -6, 92, 10, wish.tint, 4)


@part("desk", "wood")
def desk(wish: Wish) -> str:
    """A desk 130 across, with a drawer."""
    return (
        box(-62, 4, 14, 60, darker(wish.tint, 0.2), 2)
        + box(20, 4, 42, 60, darker(wish.tint, 0.2), 2)
        + line("M34 18h14M34 36h14", "cream", 3)
        + box(-68, -7, 136, 12, wish.tint, 4)
    )


@part("sofa", "teal")
def sofa(wish: Wish) -> str:
    """A sofa 170 across; figures sit in front of its back."""
    shade, feet = darker(wish.tint), line("M-70-4V0M70-4V0", "brown", 6)
    back = box(-78, -82, 156, 62, shade, 16) + line("M0-74V-36", darker(wish.tint, 0.3), 2)
    return (
        feet
        + back
        + box(-84, -40, 168, 36, wish.tint, 10)
        + box(-90, -58, 24, 54, wish.tint, 11)
        + box(66, -58, 24, 54, wish.tint, 11)
    )


@part("armchair", "coral")
def armchair(wish: Wish) -> str:
    shade = darker(wish.tint)
    return (
        line("M-30-4V0M30-4V0", "brown", 6)
        + box(-36, -90, 72, 70, shade, 18)
        + box(-42, -42, 84, 38, wish.tint, 10)
        + box(-48, -58, 20, 54, wish.tint, 10)
        + box(28, -58, 20, 54, wish.tint, 10)
    )


@part("chair", "coral")
def chair(wish: Wish) -> str:
    return (
        line("M-16 0V-36M16 0V-36", "slate", 4)
        + box(-20, -84, 40, 34, wish.tint, 8)
        + box(-22, -42, 44, 10, wish.tint, 5)
        + line("M-15-50V-40M15-50V-40", "slate", 4)
    )


@part("stool", "mustard")
def stool(wish: Wish) -> str:
    return line("M-12-26L-18 0M12-26L18 0", darker(wish.tint, 0.3), 5) + box(-22, -34, 44, 10, wish.tint, 5)


@part("bench", "oak")
def bench(wish: Wish) -> str:
    """A park bench 150 across."""
    legs = line("M-58-30V0M58-30V0", "slate", 6)
    return (
        line("M-58-66V-30M58-66V-30", "slate", 5)
        + box(-76, -68, 152, 10, wish.tint, 4)
        + box(-76, -54, 152, 10, wish.tint, 4)
        + legs
        + box(-78, -36, 156, 12, lighter(wish.tint, 0.15), 5)
    )


@part("bed", "wood")
def bed(wish: Wish) -> str:
    """Headboard and pillow, 120 across; put the blanket in front of the figure."""
    return (
        box(-64, -92, 128, 80, wish.tint, 16)
        + box(-60, -50, 120, 46, "white", 8)
        + fill("M-38-66Q0-78 38-66Q46-46 36-36Q0-30-36-36Q-46-46-38-66Z", "mist")
    )


@part("blanket", "purple")
def blanket(wish: Wish) -> str:
    """A blanket 128 across that covers a figure from the chest down."""
    return (
        box(-66, -8, 132, 90, wish.tint, 12)
        + box(-66, -8, 132, 16, lighter(wish.tint, 0.5), 8)
        + dots(((-40, 26), (0, 26), (40, 26), (-20, 46), (20, 46)), 4, lighter(wish.tint, 0.25))
    )


@part("beanbag", "lilac")
def beanbag(wish: Wish) -> str:
    return fill("M-50 0Q-62-20-40-44Q-20-66 8-60Q44-54 54-22Q58-4 48 0Z", wish.tint) + line(
        "M-30-42Q-10-30 4-56", darker(wish.tint), 2
    )


@part("cushion", "rose")
def cushion(wish: Wish) -> str:
    return fill("M-22-14Q0-9 22-14Q17 0 22 14Q0 9-22 14Q-17 0-22-14Z", wish.tint) + line("M-10-4Q0 0 10-4", darker(wish.tint), 2)


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


@part("bookcase", "oak")
def bookcase(wish: Wish) -> str:
    """A bookcase 96 across and 130 high."""
    rows = fill("M-42-124h84v34h-84ZM-42-84h84v34h-84ZM-42-44h84v34h-84Z", darker(wish.tint, 0.35))
    books = line("M-34-94v-20M-34-14v-20M14-14v-20", "coral", 8) + line("M-24-94v-24M-24-14v-24M24-94v-21", "teal", 8)
    return box(-48, -130, 96, 130, wish.tint, 4) + rows + books + line("M-14-94v-18M-14-14v-18M14-94v-23", "mustard", 8)


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


@part("wall-frame", "oak")
def wall_frame(wish: Wish) -> str:
    """A picture on the wall, 44 by 36."""
    return box(-22, -18, 44, 36, wish.tint, 3) + box(-18, -14, 36, 28, "white", 1) + wish.shows


@part("rug", "rose")
def rug(wish: Wish) -> str:
    return oval(0, 0, 90, 16, wish.tint) + oval(0, 0, 72, 11, lighter(wish.tint, 0.3))


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


@part("bin", "grey")
def bin_(wish: Wish) -> str:
    """A waste bin, 34 high."""
    return (
        fill("M-14-32H14L11 0H-11Z", wish.tint)
        + box(-17, -37, 34, 6, darker(wish.tint, 0.3), 3)
        + line("M-6-25L-5-6M0-25V-6M6-25L5-6", darker(wish.tint, 0.3), 2.4)
    )


@part("kitchen-wall", "mint")
def cupboards(wish: Wish) -> str:
    """Two cupboards on the wall, 110 across."""
    return box(-56, -20, 54, 40, wish.tint, 3) + box(2, -20, 54, 40, wish.tint, 3) + line("M-12 8v6M12 8v6", "slate", 3)


@part("water", "#6fb6dd")
def water(wish: Wish) -> str:
    """Water with soft waves, 320 across."""
    return box(-160, 0, 320, 70, wish.tint) + line(
        "M-140 18q10-8 20 0t20 0M-40 36q10-8 20 0t20 0M70 20q10-8 20 0t20 0", "white", 3, 0.6
    )


@part("pegs", "slate")
def pegs(wish: Wish) -> str:
    """Coat pegs on a rail, 90 across."""
    return box(-46, -4, 92, 8, "oak", 3) + dots(((-34, 4), (-11, 4), (12, 4), (35, 4)), 4, wish.tint)


@part("seat", "#3f5f80")
def seat(wish: Wish) -> str:
    """A seat of a coach, 66 across; its back is behind the figure."""
    return (
        box(-33, -104, 66, 104, wish.tint, 14)
        + box(-22, -100, 44, 26, lighter(wish.tint, 0.3), 9)
        + box(-36, -30, 72, 34, darker(wish.tint), 9)
    )


@part("front-desk", "oak")
def front_desk(wish: Wish) -> str:
    """A teacher's desk seen from the front, 120 across, its top at (0, 0)."""
    return (
        box(-56, 0, 112, 70, darker(wish.tint), 3)
        + box(-62, -7, 124, 12, wish.tint, 4)
        + line("M-40 24H40", darker(wish.tint, 0.35), 2.4)
    )


@part("pillow", "white")
def pillow(wish: Wish) -> str:
    """A big soft pillow, 80 across."""
    return fill("M-38-18Q0-28 38-18Q46 0 38 18Q0 26-38 18Q-46 0-38-18Z", wish.tint) + line(
        "M-26-8q8 4 14 1M16 8q8 2 12-2", "grey", 2
    )

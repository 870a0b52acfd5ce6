"""What grows, floats and lies outside. The middle of each is on the ground at (0, 0)."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval


@part("tree", "green")
def tree(wish: Wish) -> str:
    crown = dots(((-16, -66), (16, -66), (0, -84)), 24, wish.tint) + dots(
        ((-8, -86), (10, -74), (-18, -66)), 5, lighter(wish.tint, 0.25)
    )
    return line("M0 0V-50M0-36L10-48", "brown", 9) + crown


@part("bush", "leaf")
def bush(wish: Wish) -> str:
    return fill("M-36 0Q-42-22-22-24Q-10-40 6-28Q28-36 30-16Q42-12 36 0Z", wish.tint) + dots(
        ((-16, -12), (8, -18), (20, -8)), 2.4, "pink"
    )


@part("bunting", "purple")
def bunting(wish: Wish) -> str:
    """Flags on a string, 320 across, hanging from the top."""
    rows = (
        ("coral", "M-139 8h18l-9 17ZM25 22h18l-9 17Z"),
        ("yellow", "M-99 16h18l-9 17ZM67 18h18l-9 17Z"),
        ("teal", "M-59 21h18l-9 17ZM109 11h18l-9 17Z"),
    )
    flags = "".join(fill(outline, tint) for tint, outline in rows)
    return line("M-160 0Q0 46 160 0", "white", 2) + flags + fill("M-17 23h18l-9 17Z", wish.tint)


@part("cloud-sky", "white")
def sky_cloud(wish: Wish) -> str:
    return fill("M-26 10a11 11 0 0 1 0-22a18 18 0 0 1 34-4a13 13 0 0 1 18 26Z", wish.tint, 0.85)


@part("big-sun", "yellow")
def big_sun(wish: Wish) -> str:
    return dot(0, 0, 26, wish.tint, 0.35) + dot(0, 0, 18, wish.tint)


@part("picnic-table", "oak")
def picnic_table(wish: Wish) -> str:
    """A picnic table, 190 across, top at (0, 0)."""
    return (
        line("M-54 4L-70 60M54 4L70 60M-84 34H84", darker(wish.tint, 0.25), 8)
        + box(-96, -7, 192, 13, wish.tint, 5)
        + line("M-90 0H90", darker(wish.tint), 1.6)
    )


@part("cave-mouth", "slate")
def cave_mouth(wish: Wish) -> str:
    """A cave with two round eyes, 90 across."""
    return (
        fill("M-46 0Q-50-60 0-62T46 0Z", wish.tint)
        + fill("M-28 0Q-30-38 0-40T28 0Z", "night")
        + dots(((-9, -18), (9, -18)), 5, "#ffe6a3")
        + dots(((-8, -17), (10, -17)), 2.2, "ink")
    )


@part("path", "sand")
def footpath(wish: Wish) -> str:
    """A path that narrows into the distance, 60 high."""
    return fill("M-12-60H12Q30-30 70 0H-70Q-30-30-12-60Z", wish.tint)


@part("puddle", "sky")
def puddle(wish: Wish) -> str:
    return oval(0, 0, 34, 7, wish.tint) + line("M-16-1q8-3 16 0", "white", 1.6)


@part("safety-vest", "#f5a623")
def safety_vest(wish: Wish) -> str:
    """A bright safety waistcoat for a grown-up figure, laid over the chest."""
    return fill("M-19 24L-8 21L-3 74H-22ZM19 24L8 21L3 74H22Z", wish.tint) + line("M-21 52H-5M21 52H5", "#f7f3a0", 5)


@part("safety-hat", "yellow")
def safety_hat(wish: Wish) -> str:
    return fill("M-22-10C-22-32 22-32 22-10Z", wish.tint) + box(-27, -13, 54, 6, darker(wish.tint), 3)


@part("hill", "#b4d69a")
def hill(wish: Wish) -> str:
    """A soft hill in front, 360 across, its top at (0, 0)."""
    return fill("M-180 24Q-90 0 0 0T180 24V90H-180Z", wish.tint)


@part("footprint", "#9fb2cc")
def footprint(wish: Wish) -> str:
    """The print of a small shoe that walks to the right, 24 long."""
    return oval(5, 0, 7, 4.6, wish.tint) + oval(-7, 0, 4, 3.6, wish.tint)


@part("park-swing", "coral")
def park_swing(wish: Wish) -> str:
    """A swing in its frame, 76 across and 70 high."""
    return (
        line("M-36 0L-26-68H26L36 0M-18 0L-26-68M18 0L26-68", wish.tint, 5)
        + line("M-11-66V-20M11-66V-20", "slate", 2.4)
        + line("M-15-18H15", "oak", 6)
    )

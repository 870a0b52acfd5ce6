"""Sky, nature and feelings as small signs, each about 24 wide."""

from esafety.curriculum.drawing.palette import lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line

STAR = "M0-11L3.2-3.8L11-3L5.2 2.2L7 10L0 5.8L-7 10L-5.2 2.2L-11-3L-3.2-3.8Z"
HEART = "M0 10C-14 1-12-9-6-9C-2.5-9 0-6 0-4C0-6 2.5-9 6-9C12-9 14 1 0 10Z"


@part("heart", "coral")
def heart(wish: Wish) -> str:
    return fill(HEART, wish.tint) + line("M-7.5-3.5q.5-2.5 2.5-2.5", lighter(wish.tint, 0.6), 1.8)


@part("star", "yellow")
def star(wish: Wish) -> str:
    return fill(STAR, wish.tint) + line(STAR, wish.tint, 2)


@part("sun", "yellow")
def sun(wish: Wish) -> str:
    return dot(0, 0, 6, wish.tint) + line(
        "M0-11v2M0 9v2M-11 0h2M9 0h2M-7.8-7.8l1.4 1.4M6.4 6.4l1.4 1.4M-7.8 7.8l1.4-1.4M6.4-6.4l1.4-1.4", wish.tint, 2.2
    )


@part("moon", "yellow")
def moon(wish: Wish) -> str:
    return fill("M3-10A10.5 10.5 0 1 0 10 5A9 9 0 0 1 3-10Z", wish.tint)


@part("cloud", "white")
def cloud(wish: Wish) -> str:
    return fill("M-9 7a5.5 5.5 0 0 1-1-10.8a8 8 0 0 1 14.5-2.4a6.6 6.6 0 0 1 5.5 13.2Z", wish.tint)


@part("swirl", "purple")
def swirl(wish: Wish) -> str:
    return line("M0 1q2-3-1-4t-5 3q-1 6 5 7.5t9-6q1-9-8-10.5t-11 8", wish.tint, 2.4)


@part("spikes", "slate")
def spikes(wish: Wish) -> str:
    burst = "M0-12L3-5L9.5-8.5L7-2L12 2L6 4L7 11L1 7L-5 11L-5 5L-12 4L-7-1L-10-8L-3.5-5.5Z"
    return fill(burst, wish.tint) + line("M-3.5-.5l2.5 1.5M3.5-.5l-2.5 1.5M-2.5 4q2.5-2 5 0", "white", 1.4)


@part("wave", "teal")
def wavy_line(wish: Wish) -> str:
    return line("M-11 0q2.8-5 5.5 0t5.5 0t5.5 0t5.5 0", wish.tint, 2.8)


@part("waves", "coral")
def wavy_lines(wish: Wish) -> str:
    return line("M-9-5q2.2-4 4.5 0t4.5 0t4.5 0t4.5 0M-9 4q2.2-4 4.5 0t4.5 0t4.5 0t4.5 0", wish.tint, 2.2)


@part("drop", "blue")
def drop(wish: Wish) -> str:
    return fill("M0-10Q8 0 7 4a7 7 0 0 1-14 0Q-8 0 0-10Z", wish.tint)


@part("bolt", "yellow")
def bolt(wish: Wish) -> str:
    return fill("M3-11L-8 2H-1L-3 11L8-3H1Z", wish.tint)


@part("flower", "pink")
def flower(wish: Wish) -> str:
    return (
        line("M0 0V11M0 8q4 0 5-3", "leaf", 2)
        + dots(((0, -8), (5, -4.5), (3, 1), (-3, 1), (-5, -4.5)), 3.6, wish.tint)
        + dot(0, -3, 3, "yellow")
    )


@part("rainbow")
def rainbow(wish: Wish) -> str:
    arcs = ((10, "coral"), (7, "yellow"), (4, "green"))
    return "".join(line(f"M-{r} 6a{r} {r} 0 0 1 {2 * r} 0", tint, 3) for r, tint in arcs)


@part("landscape", "sky")
def landscape(wish: Wish) -> str:
    return box(-11, -9, 22, 18, wish.tint, 1.5) + dot(5, -4, 2.6, "yellow") + fill("M-11 9V3L-4-3L2 4L6 1L11 5V9Z", "green")


@part("zzz", "lilac")
def sleepy(wish: Wish) -> str:
    return line("M-10-1h5l-5 6h5M0-9h7l-7 8.5h7", wish.tint, 2.4)


@part("cave", "slate")
def cave(wish: Wish) -> str:
    return (
        fill("M-12 10Q-11-11 0-11T12 10Z", wish.tint)
        + fill("M-7 10Q-7-5 0-5T7 10Z", "night")
        + dots(((-2.6, 3), (2.6, 3)), 1.8, "yellow")
    )

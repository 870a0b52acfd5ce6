"""Signs, each about 24 wide: for screens, buttons and bubbles."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, ring


@part("tick", "leaf")
def tick(wish: Wish) -> str:
    return line("M-8 1L-2.5 7L8.5-6.5", wish.tint, 4.6)


@part("cross", "red")
def cross(wish: Wish) -> str:
    return line("M-7-7L7 7M7-7L-7 7", wish.tint, 4.4)


@part("question", "purple")
def question(wish: Wish) -> str:
    return line("M-5-5q0-5.5 5.5-5.5t5.5 5q0 3.5-3.5 5t-2.5 4", wish.tint, 3.2) + dot(0, 9.5, 2.2, wish.tint)


@part("warning", "yellow")
def warning(wish: Wish) -> str:
    sign = "M0-9L10 8H-10Z"
    return fill(sign, wish.tint) + line(sign, wish.tint, 4) + line("M0-4v5.5", "ink", 3) + dot(0, 6, 1.7, "ink")


@part("play", "coral")
def play(wish: Wish) -> str:
    return fill("M-6-8L9 0L-6 8Z", wish.tint) + line("M-6-8L9 0L-6 8Z", wish.tint, 3)


@part("lock", "yellow")
def lock(wish: Wish) -> str:
    return line("M-5-1v-4.5a5 5 0 0 1 10 0V-1", "slate", 3) + box(-8.5, -2, 17, 12.5, wish.tint, 3) + line("M0 3v3", "ink", 3.2)


@part("lock-open", "yellow")
def lock_open(wish: Wish) -> str:
    return line("M-5-1v-5.5a5 5 0 0 1 9.5-2", "slate", 3) + box(-8.5, -2, 17, 12.5, wish.tint, 3) + line("M0 3v3", "ink", 3.2)


@part("key", "mustard")
def key(wish: Wish) -> str:
    return ring(-6, -4, 4.4, wish.tint, 3.2) + line("M-2.5-1.5L9 7M5.5 4.5l-2 3", wish.tint, 3.2)


@part("bell", "yellow")
def bell(wish: Wish) -> str:
    return (
        dot(0, 8.5, 2.4, "mustard")
        + fill("M-9.5 6.5q3-3 3-8q0-7.5 6.5-8t6.5 8q0 5 3 8Z", wish.tint)
        + dot(0, -9.5, 1.8, wish.tint)
    )


@part("clock", "white")
def clock(wish: Wish) -> str:
    return dot(0, 0, 11, "teal") + dot(0, 0, 8.6, wish.tint) + line("M0-5.5V0L4 2.5", "ink", 2.2)


@part("flag", "red")
def flag(wish: Wish) -> str:
    return fill("M-5-9.5q6-2.5 9 0t6.5 0v9.5q-3.5 2.5-6.5 0t-9 0Z", wish.tint) + line("M-6-10V10.5", "ink", 2.6)


@part("coin", "yellow")
def coin(wish: Wish) -> str:
    return dot(0, 1, 9.6, darker(wish.tint, 0.25)) + dot(0, 0, 9.2, wish.tint) + ring(0, 0, 6, "mustard", 1.6)


@part("tag", "coral")
def tag(wish: Wish) -> str:
    return (
        fill("M-10-8L2-9L11 1L2 10L-10 0Z", wish.tint)
        + line("M-10-8L2-9L11 1L2 10L-10 0Z", wish.tint, 2)
        + dot(-5.5, -4, 2, "white")
    )


@part("arrow", "white")
def arrow(wish: Wish) -> str:
    return line("M-8 0H8M2-6.5L8.5 0L2 6.5", wish.tint, 3.6)


@part("plus", "leaf")
def plus(wish: Wish) -> str:
    return line("M0-8V8M-8 0H8", wish.tint, 4.6)


@part("dots", "slate")
def three_dots(wish: Wish) -> str:
    return dots(((-7.5, 0), (0, 0), (7.5, 0)), 2.6, wish.tint)


@part("lines", "grey")
def written_lines(wish: Wish) -> str:
    return line("M-8-6H8M-8 0H5M-8 6H7", wish.tint, 2.6)


@part("gear", "grey")
def gear(wish: Wish) -> str:
    return (
        line("M0-9.5v19M-9.5 0h19M-6.7-6.7l13.4 13.4M6.7-6.7l-13.4 13.4", wish.tint, 4)
        + dot(0, 0, 7, wish.tint)
        + dot(0, 0, 3, "white")
    )


@part("signal", "teal")
def signal(wish: Wish) -> str:
    return line("M-9-2q9-9 18 0M-5.5 2.5q5.5-5.5 11 0", wish.tint, 2.8) + dot(0, 7.5, 2.4, wish.tint)


@part("shield", "teal")
def shield(wish: Wish) -> str:
    return fill("M0-11Q5-8 9.5-8Q10 6 0 11Q-10 6-9.5-8Q-5-8 0-11Z", wish.tint) + line("M-4 0L-1 3.5L4.5-3", "white", 2.8)


@part("pin", "red")
def pin(wish: Wish) -> str:
    return fill("M0 11Q-8 0-8-4a8 8 0 0 1 16 0Q8 0 0 11Z", wish.tint) + dot(0, -4, 3, "white")


@part("no-entry", "red")
def no_entry(wish: Wish) -> str:
    return ring(0, 0, 9, wish.tint, 3.6) + line("M-6 6L6-6", wish.tint, 3.6)


@part("battery", "green")
def battery(wish: Wish) -> str:
    return box(-11, -6, 20, 12, "ink", 3) + box(-9, -4, 11, 8, wish.tint, 1.5) + line("M10.5-2v4", "ink", 2.4)


@part("poll-bars", "coral")
def poll_bars(wish: Wish) -> str:
    """The result of a vote: three bars, one far longer than the others, 48 wide."""
    return box(-24, -22, 48, 10, wish.tint, 3) + box(-24, -5, 14, 10, "teal", 3) + box(-24, 12, 9, 10, "purple", 3)

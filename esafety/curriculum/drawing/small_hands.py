"""Hands and eyes as small signs, each about 24 wide."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line


@part("eye", "white")
def eye(wish: Wish) -> str:
    return (
        fill("M-11 0Q0-11 11 0Q0 11-11 0Z", wish.tint)
        + dot(0, 0, 4.6, "teal")
        + dot(0, 0, 2.2, "ink")
        + line("M-11 0Q0-11 11 0Q0 11-11 0Z", "ink", 1.8)
    )


@part("eyes", "white")
def eyes(wish: Wish) -> str:
    return dots(((-5.5, 0), (5.5, 0)), 5, wish.tint) + dots(((-4.5, 0.5), (6.5, 0.5)), 2.4, "ink")


@part("thumb", "#dcaa80")
def thumb(wish: Wish) -> str:
    return box(-11, -1, 5, 11, "teal", 1.5) + fill(
        "M-5 9V-1Q-1-4 0-10Q5-11 4-2H9.5Q11.5-1.5 10.5 1Q12 3 10 4.5Q11 7 8.5 7.5Q8.5 10 5 10H-2Z", wish.tint
    )


@part("palm", "#a86f49")
def palm(wish: Wish) -> str:
    fingers = line("M-4.5-1L-5.5-8M-.5-2V-10M3.5-1.5L4.5-8.5M-6 3.5L-9.5-1.5", wish.tint, 3.5)
    return (
        fingers + fill("M-6.5-2H5.5L6 4Q5 10 0 10.5Q-5 10-7 5Z", wish.tint) + line("M-4 4q4 3 7-1", darker(wish.tint, 0.25), 1.2)
    )


@part("mask", "lilac")
def mask(wish: Wish) -> str:
    return (
        fill("M-10-8Q0-4 10-8Q11 4 0 11Q-11 4-10-8Z", wish.tint)
        + line("M-6.5-1.5q2-2.5 4 0M2.5-1.5q2-2.5 4 0", "ink", 1.6)
        + fill("M-5 3Q0 5 5 3Q3 8 0 8T-5 3Z", "#8c2f39")
    )


@part("dancer", "coral")
def dancer(wish: Wish) -> str:
    return (
        dot(1, -8, 2.8, "brown")
        + line("M0-4L-1 2M0-3L7-7M0-3L-7-1", "brown", 2)
        + fill("M-1-4L6 4H-7Z", wish.tint)
        + line("M-2 4L-4 10M2 4L8 7", "brown", 2)
    )


@part("finger-tap", "#dcaa80")
def finger_tap(wish: Wish) -> str:
    return line("M0-8V4", wish.tint, 5) + fill("M-4 1Q-9 0-9 4L-3 12H7Q10 6 8 2Q4 0 2.5 1Z", wish.tint)

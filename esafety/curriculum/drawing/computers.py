"""Laptops, computers and televisions, and what stands beside them."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval


@part("laptop", "#e3f2f7")
def laptop(wish: Wish) -> str:
    screen = box(-34, -42, 68, 46, "slate", 4) + box(-30, -38, 60, 37, wish.tint, 2) + moved(wish.shows, 0, -20, 1.2)
    return screen + fill("M-34 4H34L40 13Q40 16 37 16H-37Q-40 16-40 13Z", "grey") + fill("M-29 6H29L31 10H-31Z", "slate")


@part("laptop-back", "grey")
def laptop_back(wish: Wish) -> str:
    return (
        box(-34, -26, 68, 44, wish.tint, 4) + dot(0, -6, 5, lighter(wish.tint, 0.5)) + box(-39, 16, 78, 5, darker(wish.tint), 2.5)
    )


@part("computer", "#e3f2f7")
def computer(wish: Wish) -> str:
    stand = fill("M-7 28H7L10 42H-10Z", "slate") + box(-19, 40, 38, 5, "slate", 2.5)
    return stand + box(-40, -28, 80, 58, "ink", 5) + box(-36, -24, 72, 48, wish.tint, 2.5) + moved(wish.shows, size=1.5)


@part("computer-back", "mist")
def computer_back(wish: Wish) -> str:
    stand = fill("M-7 28H7L10 42H-10Z", "slate") + box(-19, 40, 38, 5, "slate", 2.5)
    return stand + box(-40, -28, 80, 58, "grey", 6) + box(-36, -24, 72, 50, wish.tint, 4) + dot(0, 0, 5, "grey")


@part("television", "#d9eef6")
def television(wish: Wish) -> str:
    legs = line("M-30 34L-36 44M30 34L36 44", "ink", 4)
    return legs + box(-56, -36, 112, 72, "ink", 5) + box(-52, -32, 104, 63, wish.tint, 2.5) + moved(wish.shows, size=2)


@part("mouse", "grey")
def mouse(wish: Wish) -> str:
    return oval(0, 0, 6, 4, wish.tint) + line("M0-4Q0-9 8-10", "slate", 1.4)


@part("keyboard", "mist")
def keyboard(wish: Wish) -> str:
    return box(-24, -5, 48, 10, "grey", 3) + line("M-20-2H20M-20 2H20", wish.tint, 2)


@part("remote", "ink")
def remote(wish: Wish) -> str:
    return box(-4, -14, 8, 28, wish.tint, 3) + dot(0, -9, 2, "red") + dots(((0, -3), (0, 2), (0, 7)), 1.2, "grey")


@part("web-page", "white")
def web_page(wish: Wish) -> str:
    """A page in a window, 64 by 48."""
    return (
        box(-32, -24, 64, 48, wish.tint, 4)
        + box(-32, -24, 64, 9, "slate", 4)
        + dots(((-27, -19.5), (-22, -19.5), (-17, -19.5)), 1.5, "white")
        + moved(wish.shows, 0, 4)
    )

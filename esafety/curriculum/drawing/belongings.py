"""Bags, locks and other things that people have with them, each around its middle."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line


@part("bag", "coral")
def bag(wish: Wish) -> str:
    """A school bag, 32 wide."""
    return (
        line("M-7-18Q0-28 7-18", darker(wish.tint), 4)
        + box(-16, -19, 32, 38, wish.tint, 10)
        + box(-12, 0, 24, 15, darker(wish.tint), 4)
        + line("M-9-8H9", darker(wish.tint), 2.4)
    )


@part("chained-box", "grey")
def chained_box(wish: Wish) -> str:
    """A heavy box in chains."""
    return (
        box(-27, -20, 54, 46, wish.tint, 3)
        + box(-30, -25, 60, 12, darker(wish.tint), 3)
        + line("M-27-10L27 24M27-10L-27 24", "ink", 5)
        + line("M-27-10L27 24M27-10L-27 24", "mist", 1.6)
        + box(-8, 0, 16, 14, "mustard", 3)
    )


@part("briefcase", "brown")
def briefcase(wish: Wish) -> str:
    return (
        line("M-6-11V-15H6V-11", darker(wish.tint), 3.4)
        + box(-17, -11, 34, 24, wish.tint, 4)
        + line("M-17 0H17", darker(wish.tint), 2)
    )


@part("towel", "coral")
def towel(wish: Wish) -> str:
    """A towel round the shoulders of a child."""
    return fill("M-17 22Q-30 34-27 62Q-14 66-8 60L-4 30Q0 27 4 30L8 60Q14 66 27 62Q30 34 17 22Q0 34-17 22Z", wish.tint) + line(
        "M-25 54L-10 56M25 54L10 56", "white", 3
    )


@part("price-tag", "coral")
def price_tag(wish: Wish) -> str:
    return fill("M-12-9L3-10L13 1L3 12L-12 1Z", wish.tint) + dot(-6, -4, 2.4, "white")


@part("padlock", "yellow")
def padlock(wish: Wish) -> str:
    """A big padlock, 50 high."""
    return (
        line("M-12-4v-10a12 12 0 0 1 24 0V-4", "slate", 7)
        + box(-21, -5, 42, 32, wish.tint, 7)
        + dot(0, 7, 4.4, "ink")
        + line("M0 8v8", "ink", 4)
    )


@part("ribbon", "ink")
def ribbon(wish: Wish) -> str:
    """A ribbon of little films that winds through the whole scene, its start near (-46, 40)."""
    way = "M-38 26C-24-10-50-76 6-78S76-44 100-62S152-50 138-8S74 40 98 62S150 78 170 96"
    return (
        line(way, wish.tint, 24)
        + f'<path d="{way}" stroke="#ffd98a" stroke-width="14" stroke-dasharray="13 9" stroke-linecap="butt"/>'
    )


@part("blanket-small", "lilac")
def small_blanket(wish: Wish) -> str:
    """A little blanket over a sleeping tablet."""
    return fill("M-22-3Q0-9 22-3L24 14H-24Z", wish.tint) + dots(((-12, 4), (0, 6), (12, 4)), 2, "white")


@part("rain-umbrella", "coral")
def rain_umbrella(wish: Wish) -> str:
    """An open umbrella, 92 across, its handle at (0, 0)."""
    cover = "M-46-50Q-42-92 0-94T46-50Q38-58 30-50Q23-58 15-50Q8-58 0-50Q-8-58-15-50Q-23-58-30-50Q-38-58-46-50Z"
    panel = "M-15-50Q-12-88 0-94Q12-88 15-50Q8-58 0-50Q-8-58-15-50Z"
    return line("M0-90V4", "brown", 4) + fill(cover, wish.tint) + fill(panel, darker(wish.tint, 0.16))


@part("raindrops", "blue")
def raindrops(wish: Wish) -> str:
    """Seven drops of rain over 90 by 50."""
    places = ((-40, -16), (-14, -22), (14, -18), (40, -22), (-28, 8), (0, 4), (28, 10))
    return "".join(fill(f"M{x} {y - 8}Q{x + 7} {y + 4} {x} {y + 5}Q{x - 7} {y + 4} {x} {y - 8}Z", wish.tint) for x, y in places)

"""Things to eat and drink, each around its middle."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, ring


@part("mug", "teal")
def mug(wish: Wish) -> str:
    return (
        ring(9, 1, 5, wish.tint, 3)
        + box(-9, -8, 18, 18, wish.tint, 4)
        + oval(0, -8, 9, 2.4, darker(wish.tint))
        + line("M-3-14q-3-4 0-7M3-14q-3-4 0-7", "grey", 1.6)
    )


@part("juice", "orange")
def juice(wish: Wish) -> str:
    return fill("M-8-12H8L6 12H-6Z", "white") + fill("M-7.3-5H7.3L6 12H-6Z", wish.tint) + line("M2-4L8-20", "coral", 2.4)


@part("jug", "orange")
def jug(wish: Wish) -> str:
    return (
        ring(12, -2, 7, "sky", 3)
        + fill("M-12-18H12V14Q12 18 8 18H-8Q-12 18-12 14Z", "sky")
        + fill("M-12-4H12V14Q12 18 8 18H-8Q-12 18-12 14Z", wish.tint)
    )


@part("cake", "pink")
def cake(wish: Wish) -> str:
    """A birthday cake with one candle, 44 wide."""
    base = box(-21, -4, 42, 22, "wood", 4) + fill(
        "M-22 4V-2Q-22-9-15-9H15Q22-9 22-2V4Q17 9 12 4Q6 9 0 4Q-6 9-12 4Q-17 9-22 4Z", wish.tint
    )
    return oval(0, 19, 28, 4, "mist") + base + line("M0-9V-19", "teal", 3.4) + fill("M0-31Q5-24 0-20Q-5-24 0-31Z", "yellow")


@part("sandwich", "sand")
def sandwich(wish: Wish) -> str:
    return fill("M-13 7L13-8V7Z", wish.tint) + line("M-11 8H13", "green", 3) + line("M-12 11H13", "wood", 4)


@part("biscuit", "wood")
def biscuit(wish: Wish) -> str:
    return dot(0, 0, 9, wish.tint) + dots(((-3, -3), (4, -1), (-1, 4)), 1.6, "brown")


@part("half-biscuit", "wood")
def half_biscuit(wish: Wish) -> str:
    return fill("M0-9A9 9 0 0 0 0 9L2 4L-1 0L3-4Z", wish.tint) + dots(((-4, -3), (-3, 4)), 1.6, "brown")


@part("apple", "red")
def apple(wish: Wish) -> str:
    return (
        fill("M0-6Q-10-12-11 0Q-9 11-3 10Q0 9 3 10Q9 11 11 0Q10-12 0-6Z", wish.tint)
        + line("M0-6Q0-11 3-13", "brown", 2)
        + fill("M3-11q5-4 8 0q-4 4-8 0Z", "leaf")
    )


@part("lunchbox", "green")
def lunchbox(wish: Wish) -> str:
    return (
        line("M-6-11Q0-18 6-11", darker(wish.tint), 3.4)
        + box(-19, -11, 38, 24, wish.tint, 5)
        + line("M-19-1H19", darker(wish.tint), 2)
    )


@part("frosting", "pink")
def frosting(wish: Wish) -> str:
    """A dab of cake on a nose."""
    return dots(((-3, 0), (3, 0), (0, -2.5), (0, 2)), 4, wish.tint)


@part("soup-bowl", "coral")
def soup_bowl(wish: Wish) -> str:
    """A bowl of soup, 40 across."""
    bowl = fill("M-20-4H20Q18 14 6 14H-6Q-18 14-20-4Z", wish.tint) + fill("M-20-4Q0-11 20-4Q0 3-20-4Z", "mustard")
    return bowl + line("M-6-14q3-4 0-8M6-14q3-4 0-8", "grey", 2.2)


@part("jam-pot", "red")
def jam_pot(wish: Wish) -> str:
    """A pot of jam, 24 across."""
    return box(-12, -10, 24, 26, wish.tint, 5) + box(-13, -15, 26, 7, "cream", 2) + box(-8, -2, 16, 10, "white", 2)

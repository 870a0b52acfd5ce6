"""Speech, thoughts, rays and trails: the signs of a story that float above the things."""

from esafety.curriculum.drawing.numbers import number
from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval, ring


@part("say", "white")
def say(wish: Wish) -> str:
    """Speech bubble about 52 wide; its tail leads down to the left."""
    shape = "M-10-20H10Q26-20 26-4T10 12H-6L-18 23L-15 11Q-26 8-26-4T-10-20Z"
    return fill(shape, wish.tint) + line(shape, darker(wish.tint, 0.2), 1.2) + moved(wish.shows, 0, -4)


@part("think", "white")
def think(wish: Wish) -> str:
    """Thought cloud about 60 wide; its small puffs lead down to the left."""
    puffs = dots(((-16, -6), (16, -6)), 15, wish.tint) + oval(0, -12, 18, 15, wish.tint) + oval(0, 3, 18, 13, wish.tint)
    return puffs + dot(-16, 19, 4.5, wish.tint) + dot(-23, 27, 2.6, wish.tint) + moved(wish.shows, 0, -5)


@part("bubble", "white")
def round_bubble(wish: Wish) -> str:
    """A round inset, radius 34, that shows something at a larger scale."""
    return dot(0, 0, 34, darker(wish.tint, 0.14)) + dot(0, 0, 32, wish.tint) + wish.shows


@part("spiky", "#8d90a6")
def spiky(wish: Wish) -> str:
    """A speech bubble whose edge has spikes."""
    shape = "M-24-14L-14-15L-10-25L-2-17L8-26L12-16L24-19L21-8L30-2L21 4L22 14L10 11L2 18L-5 12L-20 22L-17 9L-28 4L-20-4Z"
    return fill(shape, wish.tint) + moved(wish.shows, 0, -3)


@part("sunny", "#ffe08a")
def sunny(wish: Wish) -> str:
    """A warm speech bubble."""
    return say(Wish(wish.tint, wish.shows))


@part("heart-bubble", "coral")
def heart_bubble(wish: Wish) -> str:
    return fill(
        "M0 22C-32 4-28-22-12-22C-4-22 0-15 0-11C0-15 4-22 12-22C28-22 32 4 0 22ZM-12 10L-18 26L-2 18Z", wish.tint
    ) + moved(wish.shows, 0, -4)


@part("glow", "yellow")
def glow(wish: Wish) -> str:
    """Soft light, radius 40."""
    return dot(0, 0, 40, wish.tint, 0.22) + dot(0, 0, 28, wish.tint, 0.25)


@part("halo", "yellow")
def halo(wish: Wish) -> str:
    """A glowing ring that points something out."""
    return ring(0, 0, 13, wish.tint, 3.4) + dot(0, 0, 12, wish.tint, 0.22)


@part("rays", "yellow")
def rays(wish: Wish) -> str:
    return line("M0-20v-8M0 20v8M-20 0h-8M20 0h8M-14-14l-6-6M14-14l6-6M-14 14l-6 6M14 14l6 6", wish.tint, 3.4)


@part("shout", "coral")
def shout_lines(wish: Wish) -> str:
    return line("M0-9L10-15M2 0H14M0 9L10 15", wish.tint, 3)


@part("sparkle", "white")
def sparkle(wish: Wish) -> str:
    return fill("M0-8Q1-1 8 0Q1 1 0 8Q-1 1-8 0Q-1-1 0-8Z", wish.tint)


@part("confetti")
def confetti(wish: Wish) -> str:
    spots = (
        ("coral", ((-30, -8), (12, -16))),
        ("yellow", ((-14, 6), (28, -4))),
        ("teal", ((-4, -14), (34, 10))),
        ("purple", ((-34, 12), (16, 10))),
    )
    return "".join(dots(places, 2.4, tint) for tint, places in spots)


@part("trail", "slate")
def trail(wish: Wish) -> str:
    """A dotted line that swings up and over to `to`, given from where it starts."""
    x, y = wish.to
    dashes = f'stroke="{darker(wish.tint, 0)}" stroke-width="2.6" stroke-dasharray="0 7"'
    return f'<path d="M0 0Q{number(x / 2)} {number(y / 2 - abs(x) * 0.22)} {number(x)} {number(y)}" {dashes}/>'


@part("straight", "slate")
def straight(wish: Wish) -> str:
    """A plain line to `to`."""
    return line(f"M0 0L{number(wish.to[0])} {number(wish.to[1])}", wish.tint, 2.6)


@part("pointer", "coral")
def pointer(wish: Wish) -> str:
    """A bold arrow, 44 wide, to the right."""
    return line("M-18 0H16M6-10L17 0L6 10", wish.tint, 6)


@part("disc", "cream")
def disc(wish: Wish) -> str:
    """A plain round patch, radius 20."""
    return dot(0, 0, 20, wish.tint) + wish.shows


@part("panel", "white")
def panel(wish: Wish) -> str:
    """A plain card, 60 by 44."""
    return box(-30, -22, 60, 44, wish.tint, 5) + wish.shows


@part("button", "leaf")
def button(wish: Wish) -> str:
    """A big round button, radius 20."""
    return dot(0, 2, 20, darker(wish.tint, 0.3)) + dot(0, 0, 19.5, wish.tint) + wish.shows


@part("shadow", "ink")
def soft_shadow(wish: Wish) -> str:
    return oval(0, 0, 30, 5, wish.tint, 0.13)


@part("breath", "teal")
def breath(wish: Wish) -> str:
    return line("M-34-20Q-46 0-34 20M34-20Q46 0 34 20M-46-28Q-62 0-46 28M46-28Q62 0 46 28", wish.tint, 2.4, 0.6)

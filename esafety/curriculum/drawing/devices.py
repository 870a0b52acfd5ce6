"""Phones and tablets and what hangs on them, sized for a child whose head is 44 wide."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval, ring


@part("tablet", "#e3f2f7")
def tablet(wish: Wish) -> str:
    return box(-25, -19, 50, 38, "ink", 5) + box(-21, -15.5, 42, 31, wish.tint, 2.5) + moved(wish.shows, size=1.05)


@part("tablet-back", "slate")
def tablet_back(wish: Wish) -> str:
    return (
        box(-25, -18, 50, 36, wish.tint, 5)
        + box(-22.5, -15.5, 45, 31, lighter(wish.tint, 0.12), 3.5)
        + dot(-18, -11, 2.2, "ink")
        + dot(0, 0, 4, wish.tint)
    )


@part("tablet-stand", "#e3f2f7")
def tablet_on_stand(wish: Wish) -> str:
    return fill("M-20 22L0 4L20 22Z", "slate") + tablet(wish)


@part("tablet-down", "slate")
def tablet_face_down(wish: Wish) -> str:
    return (
        fill("M-24-9H26L20 9Q19 11 17 11H-30Q-33 11-31 8Z", darker(wish.tint, 0.3))
        + fill("M-22-11H24Q28-11 26-7L20 7H-32L-26-8Q-25-11-22-11Z", lighter(wish.tint, 0.1))
        + oval(-21, -6, 2.4, 1.4, "ink")
    )


@part("crack", "slate")
def crack(wish: Wish) -> str:
    """A crack in the glass of a screen, as big as the tablet's."""
    return line("M-20-6L-8-2L-3 5L-8 14M-8-2L-2-9L1-15M-3 5L7 2L12 9L20 12M7 2L12-6", wish.tint, 1.6)


@part("phone", "#e3f2f7")
def phone(wish: Wish) -> str:
    return box(-11, -20, 22, 40, "ink", 4.5) + box(-8.8, -16.5, 17.6, 32, wish.tint, 2) + moved(wish.shows, size=0.72)


@part("phone-back", "teal")
def phone_back(wish: Wish) -> str:
    return (
        box(-11, -20, 22, 40, darker(wish.tint), 4.5)
        + box(-9.5, -18.5, 19, 37, wish.tint, 3.5)
        + box(-7.5, -16.5, 8, 10, "ink", 3)
        + dots(((-3.5, -13.8), (-3.5, -9.5)), 1.7, "sky")
    )


@part("phone-down", "teal")
def phone_face_down(wish: Wish) -> str:
    return (
        fill("M-9-5H16Q19-5 17-2L10 6H-18Q-21 6-18 3Z", darker(wish.tint, 0.4))
        + fill("M-9-7H16Q19-7 17-4L10 4H-18Q-21 4-18 1Z", wish.tint)
        + oval(-8, -3.5, 3, 1.4, "ink")
    )


@part("phone-ear", "ink")
def phone_at_ear(wish: Wish) -> str:
    return moved(box(-5, -15, 10, 30, wish.tint, 3.5), turn=-12)


@part("big-phone", "#e3f2f7")
def big_phone(wish: Wish) -> str:
    """A phone as tall as the scene, for showing what is on it."""
    return (
        box(-43, -80, 86, 160, "ink", 13)
        + box(-37, -70, 74, 138, wish.tint, 6)
        + box(-9, -77, 18, 4, "slate", 2)
        + moved(wish.shows, size=2.2)
    )


@part("big-tablet", "#e3f2f7")
def big_tablet(wish: Wish) -> str:
    """A tablet that fills half the scene."""
    return box(-80, -56, 160, 112, "ink", 11) + box(-71, -48, 142, 96, wish.tint, 5) + moved(wish.shows, size=2.6)


@part("speaker", "plum")
def speaker(wish: Wish) -> str:
    return box(-11, -16, 22, 32, wish.tint, 6) + dot(0, 4, 7.5, "ink") + dot(0, 4, 4, lighter(wish.tint)) + dot(0, -9, 3, "ink")


@part("headset", "ink")
def headset(wish: Wish) -> str:
    """To be placed on a head."""
    return (
        line("M-24 2C-26-34 26-34 24 2", wish.tint, 4)
        + box(-28, -4, 8, 14, "coral", 4)
        + box(20, -4, 8, 14, "coral", 4)
        + line("M-24 9Q-22 18-9 17", wish.tint, 2.4)
    )


@part("telephone", "coral")
def telephone(wish: Wish) -> str:
    return (
        fill("M-14 10Q-12-4-6-4H6Q12-4 14 10Z", wish.tint)
        + line("M-12-8Q0-14 12-8", darker(wish.tint), 6)
        + dot(0, 3, 4, "cream")
    )


@part("watch", "teal")
def watch(wish: Wish) -> str:
    return (
        box(-5, -18, 10, 36, darker(wish.tint), 4)
        + box(-9, -10, 18, 20, "ink", 5)
        + box(-6.5, -7.5, 13, 15, "#e3f2f7", 3)
        + moved(wish.shows, size=0.5)
    )


@part("light-switch", "white")
def light_switch(wish: Wish) -> str:
    return box(-24, -34, 48, 68, "mist", 8) + box(-13, -22, 26, 44, wish.tint, 5) + box(-11, -20, 22, 22, "grey", 4) + wish.shows


@part("spotlight-ring", "yellow")
def spotlight_ring(wish: Wish) -> str:
    return ring(0, 0, 18, wish.tint, 4)

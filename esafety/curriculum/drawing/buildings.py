"""Houses, gates and fairground things. The middle of each stands on the ground at (0, 0)."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line


@part("home", "coral")
def home(wish: Wish) -> str:
    """A house, 64 high."""
    walls = box(-26, -40, 52, 40, "cream", 2) + fill("M-33-38L0-66L33-38Z", wish.tint)
    return walls + box(-8, -22, 16, 22, "brown", 2) + box(-21, -32, 11, 11, "sky", 1.5) + box(10, -32, 11, 11, "sky", 1.5)


@part("hut", "coral")
def small_home(wish: Wish) -> str:
    return box(-9, -14, 18, 14, "cream", 1) + fill("M-12-13L0-24L12-13Z", wish.tint) + box(-3, -8, 6, 8, "brown")


@part("school", "#d98a6a")
def school(wish: Wish) -> str:
    """The school, 190 across."""
    wings = box(-95, -62, 190, 62, wish.tint, 2) + box(-98, -68, 196, 9, darker(wish.tint), 3)
    middle = (
        box(-34, -80, 68, 80, lighter(wish.tint, 0.2), 2)
        + fill("M-40-79L0-106L40-79Z", darker(wish.tint))
        + dot(0, -86, 8, "cream")
    )
    panes = "".join(box(x, -48, 20, 22, "#d4ecf5", 2) for x in (-82, -56, 38, 64))
    return wings + middle + panes + box(-14, -38, 28, 38, "teal", 3) + line("M0-36V0", "cream", 2)


@part("fence", "white")
def fence(wish: Wish) -> str:
    posts = "".join(f"M{x} 0V-26" for x in range(-154, 160, 22))
    return line(posts, wish.tint, 7) + line("M-160-18H160M-160-7H160", wish.tint, 4)


@part("height-post", "white")
def height_post(wish: Wish) -> str:
    """A post with a measuring line across at the height of 110."""
    marks = "".join(f"M-6 {y}h8" for y in range(-98, -8, 15))
    return (
        box(-8, -134, 16, 134, wish.tint, 5)
        + line(marks, "teal", 2.6)
        + box(-14, -114, 62, 8, "red", 4)
        + dot(0, -134, 10, "yellow")
    )


@part("phone-gate", "coral")
def phone_gate(wish: Wish) -> str:
    """A gate in the shape of a big phone, 100 by 150."""
    return (
        box(-56, -154, 112, 160, "ink", 16)
        + box(-45, -138, 90, 144, "#d9eef6", 6)
        + box(-12, -150, 24, 5, "slate", 2.5)
        + wish.shows
    )


@part("crossbar", "red")
def crossbar(wish: Wish) -> str:
    """A striped bar, 96 across."""
    return box(-48, -6, 96, 12, wish.tint, 6) + line("M-32-2l-4 5M-14-2l-4 5M4-2l-4 5M22-2l-4 5M40-2l-4 5", "white", 5)


@part("little-gate", "oak")
def little_gate(wish: Wish) -> str:
    """A garden gate, 60 across and 44 high."""
    return line("M-24-2V-36M-8-2V-42M8-2V-42M24-2V-36", wish.tint, 9) + line("M-30-12H30M-30-28H30", darker(wish.tint), 5)


@part("big-wheel", "coral")
def big_wheel(wish: Wish) -> str:
    """A fair's big wheel, 110 high."""
    spokes = "M-34-60h68M0-94v68M-24-84l48 48M24-84l-48 48"
    rim = f'<circle cx="0" cy="-60" r="36" stroke="{darker(wish.tint, 0)}" stroke-width="4"/>'
    return (
        line("M0-60L-22 0M0-60L22 0", "slate", 5)
        + line(spokes, lighter(wish.tint), 2)
        + rim
        + dots(((-36, -60), (36, -60), (0, -96), (0, -24)), 7, "yellow")
        + dots(((-26, -86), (26, -86), (-26, -34), (26, -34)), 7, "teal")
    )


@part("tent", "coral")
def tent(wish: Wish) -> str:
    return (
        fill("M-40 0L-32-42H32L40 0Z", "cream")
        + fill("M-40 0L-32-42H-14L-16 0ZM14-42H32L40 0H16Z", wish.tint)
        + fill("M-38-40L0-70L38-40Z", wish.tint)
        + line("M0-70V-80", "brown", 2.4)
        + fill("M0-80L14-75L0-70Z", "yellow")
    )


@part("goal-net", "white")
def goal_net(wish: Wish) -> str:
    """A football goal, 110 across."""
    net = "M-40 0V-48M-20 0V-52M0 0V-52M20 0V-52M40 0V-48M-54-36H54M-54-18H54"
    return line(net, wish.tint, 1.2, 0.7) + line("M-55 0V-54H55V0", wish.tint, 5)


@part("bus", "yellow")
def bus(wish: Wish) -> str:
    """A bus, 130 across."""
    panes = "".join(box(x, -52, 20, 20, "#d4ecf5", 3) for x in (-56, -32, -8, 16))
    return (
        box(-64, -62, 128, 52, wish.tint, 9)
        + panes
        + box(42, -54, 18, 42, "#d4ecf5", 3)
        + line("M-62-24H38", "coral", 4)
        + dots(((-36, -9), (36, -9)), 10, "ink")
        + dots(((-36, -9), (36, -9)), 4, "grey")
    )

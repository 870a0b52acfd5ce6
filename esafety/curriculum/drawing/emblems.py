"""Animals and things as small signs, each about 24 wide: what a bubble or a screen can show."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, ring


@part("plane", "sky")
def plane(wish: Wish) -> str:
    return fill("M-11-1L11-10L4 10L-1 3Z", wish.tint) + fill("M-1 3L11-10L-4 1.5L-4 8.5Z", darker(wish.tint, 0.3))


@part("camera", "slate")
def camera(wish: Wish) -> str:
    body = box(-11, -6, 22, 15, wish.tint, 3.5) + box(-4.5, -9.5, 9, 5, wish.tint, 2)
    return body + dot(0, 1.5, 5.4, "white") + dot(0, 1.5, 3.4, "sky") + dot(7.5, -2.5, 1.3, "yellow")


@part("ball", "white")
def ball(wish: Wish) -> str:
    patch = fill("M0-4.5L4.5-1L2.8 4.2H-2.8L-4.5-1Z", "ink") + line(
        "M0-4.5V-10M4.5-1l5-2M2.8 4.2l3.6 5M-2.8 4.2l-3.6 5M-4.5-1l-5-2", "ink", 1.4
    )
    return dot(0, 0, 10.5, "mist") + dot(-0.6, -0.6, 9.9, wish.tint) + patch


@part("cat", "orange")
def cat(wish: Wish) -> str:
    return (
        fill("M-10 8C-11 0-10.5-6-9.5-10L-4-6.5H4L9.5-10C10.5-6 11 0 10 8Q0 12-10 8Z", wish.tint)
        + dots(((-4, -1), (4, -1)), 1.6, "ink")
        + line("M-2.5 4.5q1.2 1.5 2.5 0t2.5 0M-5 3l-6-1M5 3l6-1", "ink", 1.2)
    )


@part("dog", "wood")
def dog(wish: Wish) -> str:
    head = fill("M-8-6Q0-12 8-6Q10 3 6 8Q0 12-6 8Q-10 3-8-6Z", wish.tint) + oval(0, 5, 5, 4, lighter(wish.tint, 0.6))
    ears = fill("M-7-8Q-14-6-12 4Q-8 5-7-2ZM7-8Q14-6 12 4Q8 5 7-2Z", darker(wish.tint, 0.4))
    return (
        head
        + ears
        + dots(((-3.6, -1.5), (3.6, -1.5)), 1.5, "ink")
        + oval(0, 3, 2, 1.5, "ink")
        + line("M0 4v2q-2 2-3 .5M0 6q2 2 3 .5", "ink", 1)
    )


@part("bulb", "yellow")
def bulb(wish: Wish) -> str:
    return fill("M-3.5 5.5q0-3-2.5-5a7.5 7.5 0 1 1 12 0q-2.5 2-2.5 5Z", wish.tint) + line("M-3 8h6M-1.5 11h3", "slate", 2.2)


@part("note", "purple")
def music(wish: Wish) -> str:
    return line("M-4 7V-8L7-10V5", wish.tint, 2.4) + oval(-6.5, 7, 3.6, 2.8, wish.tint) + oval(4.5, 5, 3.6, 2.8, wish.tint)


@part("house", "coral")
def house(wish: Wish) -> str:
    return (
        box(-8, -2, 16, 12, "cream", 1)
        + fill("M-11-1L0-11L11-1Z", wish.tint)
        + box(-2.5, 3, 5, 7, "brown", 1)
        + box(3.5, 0.5, 3, 3, "sky")
    )


@part("present", "coral")
def present(wish: Wish) -> str:
    return (
        box(-9.5, -3, 19, 13, wish.tint, 2)
        + box(-11, -5, 22, 5, darker(wish.tint), 1.5)
        + line("M0-5V10", "yellow", 3.4)
        + line("M0-6q-7-6-6 0ZM0-6q7-6 6 0Z", "yellow", 2.2)
    )


@part("magnifier", "sky")
def magnifier(wish: Wish) -> str:
    return (
        line("M3.5 3.5L10 10", "brown", 4.4)
        + dot(-2, -2, 7.4, wish.tint, 0.7)
        + ring(-2, -2, 7.4, "ink", 2.4)
        + line("M-6-3q1-3 4-3", "white", 1.6)
    )


@part("crown", "yellow")
def crown(wish: Wish) -> str:
    return fill("M-10 7L-11-6L-4.5 0L0-9L4.5 0L11-6L10 7Z", wish.tint) + dots(((0, 3), (-5.5, 3.5), (5.5, 3.5)), 1.5, "coral")


@part("car", "red")
def car(wish: Wish) -> str:
    return (
        fill("M-11 4Q-12-1-6-2Q-3-8 2-8T8-2Q12-1 11.5 4Z", wish.tint)
        + fill("M-3-2.5Q-1-6 1.5-6V-2.5ZM3-2.5V-6Q5-5.5 6-2.5Z", "sky")
        + dots(((-6, 5), (6, 5)), 3, "ink")
    )


@part("boat", "coral")
def boat(wish: Wish) -> str:
    return (
        fill("M-10 3H10L6 9H-6Z", wish.tint)
        + fill("M1-10L9 1H1ZM-1-7V1H-7Z", "white")
        + line("M0-10V3", "brown", 1.6)
        + line("M-12 10q3-2 6 0t6 0t6 0t6 0", "blue", 1.8)
    )


@part("envelope", "white")
def envelope(wish: Wish) -> str:
    return box(-11, -7.5, 22, 15, wish.tint, 2) + line("M-10-6L0 2L10-6", "coral", 2)


@part("calendar", "white")
def calendar(wish: Wish) -> str:
    return (
        box(-10, -9, 20, 19, wish.tint, 2.5)
        + fill("M-10-4V-6.5Q-10-9-7.5-9H7.5Q10-9 10-6.5V-4Z", "coral")
        + dots(((-5, 0), (0, 0), (5, 0), (-5, 5), (0, 5)), 1.4, "slate")
    )


@part("robot", "sky")
def robot(wish: Wish) -> str:
    face = box(-9, -6, 18, 15, wish.tint, 4) + dots(((-4, 0), (4, 0)), 2.3, "ink") + line("M-3.5 5h7", "ink", 1.8)
    return line("M0-6v-3.5M-11 0v4M11 0v4", "slate", 2) + dot(0, -10, 1.8, "coral") + face


@part("controller", "slate")
def controller(wish: Wish) -> str:
    return (
        fill("M-6-6H6Q11-6 12 5Q11 9 7.5 6L5 3H-5L-7.5 6Q-11 9-12 5Q-11-6-6-6Z", wish.tint)
        + line("M-6-3v5M-8.5-.5h5", "white", 1.6)
        + dot(5, -2, 1.5, "coral")
        + dot(7.5, 0.8, 1.5, "yellow")
    )


@part("wheels", "white")
def date_wheels(wish: Wish) -> str:
    slots = "".join(box(x, -8, 6, 16, wish.tint, 3) for x in (-11, -3, 5))
    return slots + line("M-10-3h4M-10 0h4M-10 3h4M-2-3h4M-2 0h4M-2 3h4M6-3h4M6 0h4M6 3h4", "grey", 1.6)


@part("crest", "teal")
def crest(wish: Wish) -> str:
    return fill("M-8-8H8Q9 5 0 10Q-9 5-8-8Z", wish.tint) + fill("M-4-3L0-6L4-3V3H-4Z", "yellow")


@part("goal", "white")
def goal(wish: Wish) -> str:
    return line("M-11 8V-7H11V8M-6-7V6M0-7V6M6-7V6M-11-2H11M-11 3H11", wish.tint, 1.4)


@part("swim-cap", "blue")
def swim_cap(wish: Wish) -> str:
    return fill("M-10 4Q-11-9 0-9T10 4Q0 7-10 4Z", wish.tint) + line("M-9 0Q0 3 9 0", "white", 2)


@part("paper-ball", "mist")
def paper_ball(wish: Wish) -> str:
    return fill("M-8-3L-2-9L6-7L9 0L5 8L-4 9L-9 4Z", wish.tint) + line("M-4-5L1 0L6-3M1 0L-3 6M1 0L5 5", "grey", 1.3)


@part("dragon", "leaf")
def dragon(wish: Wish) -> str:
    """A small friendly dragon, 36 across, that looks to the left."""
    back = fill("M4-12L10-16L10-9L17-9L14-3L21 0L15 4Z", darker(wish.tint, 0.2))
    body = fill("M-4-6Q14-8 15 8Q16 14 24 10Q20 18 10 17H-4Z", wish.tint) + fill("M-4 2Q3 4 2 17H-5Z", "mint")
    head = fill("M-20-10Q-18-19-6-18Q4-17 3-7Q2 1-9 0Q-20 0-20-10Z", wish.tint)
    face = dot(-7, -11, 2.6, "white") + dot(-7.6, -11, 1.5, "ink") + line("M-18-4Q-13-2-9-4", "ink", 1.4)
    return back + body + head + fill("M-4-18L-2-24L1-17ZM-10-18L-9-24L-5-18Z", "mustard") + face


@part("fox-head", "orange")
def fox_head(wish: Wish) -> str:
    """The head of a fox, or a bear of snow in white, 28 across."""
    ears = fill("M-14-14L-12 2L0-8ZM14-14L12 2L0-8Z", darker(wish.tint, 0.12))
    face = fill("M-14-4Q0-14 14-4Q12 8 0 14Q-12 8-14-4Z", wish.tint) + fill(
        "M-14-3Q-4 0 0 14Q-10 8-14-3ZM14-3Q4 0 0 14Q10 8 14-3Z", "white"
    )
    return ears + face + dots(((-5.5, -2), (5.5, -2)), 1.9, "ink") + dot(0, 11, 2.4, "ink")


@part("tiger-mask", "orange")
def tiger_mask(wish: Wish) -> str:
    """A mask of a tiger on a stick, 44 across."""
    stick = line("M0 20V44", "wood", 4.4)
    ears = dots(((-15, -15), (15, -15)), 7.5, wish.tint) + dots(((-15, -15), (15, -15)), 3.6, "pink")
    face = dot(0, 0, 21, wish.tint) + fill("M-11 6Q0-1 11 6Q10 17 0 18Q-10 17-11 6Z", "cream")
    marks = line("M0-20V-11M-7-19L-5-12M7-19L5-12M-20-2H-13M-19 5L-13 4M20-2H13M19 5L13 4", "ink", 2.8)
    holes = dots(((-8, -3), (8, -3)), 3.8, "ink") + fill("M-3.5 5H3.5L0 9Z", "ink") + line("M-5 12Q0 15 5 12", "ink", 1.8)
    return stick + ears + face + marks + holes


@part("red-shirt", "red")
def red_shirt(wish: Wish) -> str:
    """A sports shirt, 26 across."""
    return fill("M-6-10Q0-6 6-10L13-5L10 2L7 0V11H-7V0L-10 2L-13-5Z", wish.tint) + line("M0-2V6", "white", 2.6)


@part("wing-pair", "yellow")
def wing_pair(wish: Wish) -> str:
    """Two wings, 70 across, to be put behind something."""
    right = "M4 4Q16-20 34-18Q32-10 30-8Q32-2 26 0Q26 6 19 7Q14 12 4 10Z"
    left = "M-4 4Q-16-20-34-18Q-32-10-30-8Q-32-2-26 0Q-26 6-19 7Q-14 12-4 10Z"
    return fill(right + left, wish.tint) + line("M12 2Q20-8 28-10M-12 2Q-20-8-28-10", darker(wish.tint), 1.8)


@part("sock", "teal")
def sock(wish: Wish) -> str:
    shape = fill("M-6-16H6V4L13 9Q16 16 8 16H-1Q-6 14-6 6Z", wish.tint)
    return shape + line("M-6-14H6M-6-8H6", lighter(wish.tint, 0.5), 2.6)


@part("sea-shell", "rose")
def sea_shell(wish: Wish) -> str:
    fan = fill("M0 11L-13-2Q-12-13 0-13Q12-13 13-2Z", wish.tint) + fill("M-6 7H6L4 13H-4Z", darker(wish.tint))
    return fan + line("M0 8V-11M-2 8L-7-9M2 8L7-9", darker(wish.tint, 0.15), 1.8)


@part("rabbit-head", "#c9b8a6")
def rabbit_head(wish: Wish) -> str:
    ears = (
        oval(-5, -9, 3.4, 9, wish.tint)
        + oval(5, -9, 3.4, 9, wish.tint)
        + oval(-5, -9, 1.5, 6, "pink")
        + oval(5, -9, 1.5, 6, "pink")
    )
    return ears + dot(0, 4, 10, wish.tint) + dots(((-4, 2), (4, 2)), 1.6, "ink") + dot(0, 6, 1.6, "rose")


@part("ink-pot", "navy")
def ink_pot(wish: Wish) -> str:
    """A pot of ink with a feather, 26 across."""
    feather = fill("M3-6Q6-26 20-28Q18-12 5-6Z", "teal") + line("M1 0L16-24", "white", 1.6)
    return feather + box(-12, -4, 24, 18, wish.tint, 6) + box(-8, -9, 16, 7, darker(wish.tint, 0.25), 2)

"""Games and toys, each around its middle."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval, ring


@part("game-box", "blue")
def game_box(wish: Wish) -> str:
    """A game box, 38 by 48, with an age label that carries no digits in its corner."""
    cover = box(-19, -24, 38, 48, darker(wish.tint, 0.3), 3) + box(-16, -24, 35, 48, wish.tint, 3) + moved(wish.shows, 1, -6, 1.1)
    return cover + box(-14, 9, 13, 13, "yellow", 2) + dots(((-10, 15.5), (-5, 15.5)), 1.6, "ink")


@part("age-label", "yellow")
def age_label(wish: Wish) -> str:
    return box(-12, -12, 24, 24, "ink", 4) + box(-10, -10, 20, 20, wish.tint, 3) + dots(((-4, 0), (4, 0)), 2.6, "ink")


@part("teddy", "wood")
def teddy(wish: Wish) -> str:
    """A teddy bear, 46 high."""
    ears = dots(((-10, -20), (10, -20)), 5, wish.tint) + dots(((-10, -20), (10, -20)), 2.4, "sand")
    body = (
        oval(0, 10, 13, 13, wish.tint)
        + oval(0, 11, 7, 8, "sand")
        + dots(((-14, 6), (14, 6), (-9, 21), (9, 21)), 5.5, darker(wish.tint, 0.08))
    )
    return (
        body
        + ears
        + dot(0, -11, 13.5, wish.tint)
        + oval(0, -7, 6, 4.6, "sand")
        + dots(((-5, -13), (5, -13)), 1.8, "ink")
        + line("M0-9v2q-2 2-3.5.5M0-7q2 2 3.5.5", "ink", 1.4)
    )


@part("blocks", "coral")
def blocks(wish: Wish) -> str:
    return (
        box(-20, 2, 19, 17, wish.tint, 2)
        + box(1, 2, 19, 17, "blue", 2)
        + box(-10, -16, 19, 17, "yellow", 2)
        + fill("M-9-17L0-27L9-17Z", "green")
    )


@part("block", "coral")
def block(wish: Wish) -> str:
    return box(-9, -8, 18, 16, wish.tint, 2.5) + line("M-5-4H5", lighter(wish.tint), 2)


@part("bridge", "coral")
def bridge(wish: Wish) -> str:
    """A small bridge of toy blocks, 84 wide."""
    left = box(-42, 2, 16, 18, wish.tint, 2) + box(-42, -14, 16, 15, "yellow", 2)
    right = box(26, 2, 16, 18, "blue", 2) + box(26, -14, 16, 15, "green", 2)
    return left + right + fill("M-28-16H28V-3Q0-15-28-3Z", "red")


@part("gift", "coral")
def gift(wish: Wish) -> str:
    """A gift with a bow, 52 wide."""
    return (
        box(-23, -12, 46, 36, wish.tint, 3)
        + box(-26, -18, 52, 11, darker(wish.tint), 3)
        + line("M0-16V23", "yellow", 7)
        + fill("M0-18Q-20-38-18-20ZM0-18Q20-38 18-20Z", "yellow")
    )


@part("controller-pad", "slate")
def controller_pad(wish: Wish) -> str:
    pad = fill("M-6-6H6Q11-6 12 5Q11 9 7.5 6L5 3H-5L-7.5 6Q-11 9-12 5Q-11-6-6-6Z", wish.tint)
    return moved(
        pad + line("M-6-3v5M-8.5-.5h5", "white", 1.6) + dot(5, -2, 1.5, "coral") + dot(7.5, 0.8, 1.5, "yellow"), size=1.5
    )


@part("football", "white")
def football(wish: Wish) -> str:
    patch = fill("M0-6L6-1.500L3.7 5.500H-3.700L-6-1.500Z", "ink") + line(
        "M0-6V-13M6-1.500l6.5-2.500M3.7 5.500l4.5 6M-3.7 5.500l-4.5 6M-6-1.500l-6.5-2.5", "ink", 1.8
    )
    return dot(0, 0, 14, "grey") + dot(-0.7, -0.7, 13.2, wish.tint) + patch


@part("medal", "yellow")
def medal(wish: Wish) -> str:
    return fill("M-9-20H-3L3-4L-3-1ZM9-20H3L-3-4L3-1Z", "coral") + dot(0, 7, 11, wish.tint) + dot(0, 7, 7, lighter(wish.tint))


@part("sack", "sand")
def sack(wish: Wish) -> str:
    """A jumping sack for a child from the waist down."""
    return (
        fill("M-22-14Q0-8 22-14L25 34Q0 40-25 34Z", wish.tint)
        + line("M-22-14Q0-8 22-14", darker(wish.tint, 0.3), 3)
        + line("M-12 4l6 5M8 14l6-4", darker(wish.tint), 1.8)
    )


@part("puzzle", "teal")
def puzzle(wish: Wish) -> str:
    left = fill("M-22-12H-2V-5Q6-9 6 0T-2 5V12H-22Z", wish.tint)
    return left + moved(fill("M-9-12H11V12H-9V5Q-1 9-1 0T-9-5Z", "coral"), 16, -3, turn=8)


@part("balloon", "coral")
def balloon(wish: Wish) -> str:
    return (
        line("M0 16Q4 28-2 40", "slate", 1.4)
        + oval(0, 0, 13, 16, wish.tint)
        + fill("M-3 16H3L0 13Z", wish.tint)
        + line("M-6-7Q-4-11 0-11", "white", 2)
    )


@part("trophy", "yellow")
def trophy(wish: Wish) -> str:
    return (
        line("M-12-12Q-22-8-10 2M12-12Q22-8 10 2", wish.tint, 3.4)
        + fill("M-12-16H12Q12 6 0 8Q-12 6-12-16Z", wish.tint)
        + box(-2.5, 7, 5, 8, "mustard")
        + box(-10, 14, 20, 6, "brown", 2)
    )


@part("swim-float", "coral")
def swim_float(wish: Wish) -> str:
    return ring(0, 0, 13, wish.tint, 8) + line("M0-17v8M0 9v8M-17 0h8M9 0h8", "white", 4)


@part("farm-pig", "rose")
def farm_pig(wish: Wish) -> str:
    """A toy pig, 40 across."""
    legs = line("M-10 10V17M-3 11V17M6 11V17M12 10V17", darker(wish.tint), 4.6)
    body = oval(0, 2, 18, 12, wish.tint) + dot(-17, -4, 9.5, wish.tint)
    ears = fill("M-23-11L-21-18L-15-12ZM-17-13L-11-17L-10-9Z", darker(wish.tint))
    snout = oval(-23, -1, 4, 3.2, darker(wish.tint)) + dots(((-16, -6), (-22, -6)), 1.5, "ink")
    return legs + line("M17-2q7-2 4-7", darker(wish.tint), 2.4) + body + ears + snout


@part("treasure-box", "oak")
def treasure_box(wish: Wish) -> str:
    """A wooden chest with bands, 52 across; what it shows sits on its front."""
    chest = box(-26, -6, 52, 30, wish.tint, 4) + fill("M-26-4Q-26-22 0-22T26-4Z", darker(wish.tint, 0.14))
    bands = line("M-15-18V23M15-18V23", "mustard", 4.4) + line("M-26-5H26", darker(wish.tint, 0.35), 2.6)
    return chest + bands + (moved(wish.shows, 0, 5, 0.9) if wish.shows else box(-6, -9, 12, 11, "yellow", 3))


@part("gold-egg", "yellow")
def gold_egg(wish: Wish) -> str:
    return fill("M0-14Q11-6 11 4A11 11 0 0 1-11 4Q-11-6 0-14Z", wish.tint) + line("M-5-2Q-6 4-3 8", "white", 2.4, 0.8)


@part("bike", "coral")
def bike(wish: Wish) -> str:
    """A child's bike, 52 across."""
    wheels = ring(-16, 8, 11, "ink", 3.4) + ring(16, 8, 11, "ink", 3.4)
    frame = line("M-16 8L-7-10H10L0 8H-16M0 8L-8-13M16 8L9-16M5-17H12", wish.tint, 3.6)
    return wheels + frame + line("M-13-14H-4", "ink", 4)

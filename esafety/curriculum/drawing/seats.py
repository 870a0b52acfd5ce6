"""Where people sit and lie. The middle of each stands on the floor at (0, 0)."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dots, fill, line


@part("sofa", "teal")
def sofa(wish: Wish) -> str:
    """A sofa 170 across; figures sit in front of its back."""
    shade, feet = darker(wish.tint), line("M-70-4V0M70-4V0", "brown", 6)
    back = box(-78, -82, 156, 62, shade, 16) + line("M0-74V-36", darker(wish.tint, 0.3), 2)
    return (
        feet
        + back
        + box(-84, -40, 168, 36, wish.tint, 10)
        + box(-90, -58, 24, 54, wish.tint, 11)
        + box(66, -58, 24, 54, wish.tint, 11)
    )


@part("armchair", "coral")
def armchair(wish: Wish) -> str:
    shade = darker(wish.tint)
    return (
        line("M-30-4V0M30-4V0", "brown", 6)
        + box(-36, -90, 72, 70, shade, 18)
        + box(-42, -42, 84, 38, wish.tint, 10)
        + box(-48, -58, 20, 54, wish.tint, 10)
        + box(28, -58, 20, 54, wish.tint, 10)
    )


@part("chair", "coral")
def chair(wish: Wish) -> str:
    return (
        line("M-16 0V-36M16 0V-36", "slate", 4)
        + box(-20, -84, 40, 34, wish.tint, 8)
        + box(-22, -42, 44, 10, wish.tint, 5)
        + line("M-15-50V-40M15-50V-40", "slate", 4)
    )


@part("stool", "mustard")
def stool(wish: Wish) -> str:
    return line("M-12-26L-18 0M12-26L18 0", darker(wish.tint, 0.3), 5) + box(-22, -34, 44, 10, wish.tint, 5)


@part("bench", "oak")
def bench(wish: Wish) -> str:
    """A park bench 150 across."""
    legs = line("M-58-30V0M58-30V0", "slate", 6)
    return (
        line("M-58-66V-30M58-66V-30", "slate", 5)
        + box(-76, -68, 152, 10, wish.tint, 4)
        + box(-76, -54, 152, 10, wish.tint, 4)
        + legs
        + box(-78, -36, 156, 12, lighter(wish.tint, 0.15), 5)
    )


@part("bed", "wood")
def bed(wish: Wish) -> str:
    """Headboard and pillow, 120 across; put the blanket in front of the figure."""
    return (
        box(-64, -92, 128, 80, wish.tint, 16)
        + box(-60, -50, 120, 46, "white", 8)
        + fill("M-38-66Q0-78 38-66Q46-46 36-36Q0-30-36-36Q-46-46-38-66Z", "mist")
    )


@part("blanket", "purple")
def blanket(wish: Wish) -> str:
    """A blanket 128 across that covers a figure from the chest down."""
    return (
        box(-66, -8, 132, 90, wish.tint, 12)
        + box(-66, -8, 132, 16, lighter(wish.tint, 0.5), 8)
        + dots(((-40, 26), (0, 26), (40, 26), (-20, 46), (20, 46)), 4, lighter(wish.tint, 0.25))
    )


@part("beanbag", "lilac")
def beanbag(wish: Wish) -> str:
    return fill("M-50 0Q-62-20-40-44Q-20-66 8-60Q44-54 54-22Q58-4 48 0Z", wish.tint) + line(
        "M-30-42Q-10-30 4-56", darker(wish.tint), 2
    )


@part("cushion", "rose")
def cushion(wish: Wish) -> str:
    return fill("M-22-14Q0-9 22-14Q17 0 22 14Q0 9-22 14Q-17 0-22-14Z", wish.tint) + line("M-10-4Q0 0 10-4", darker(wish.tint), 2)


@part("seat", "#3f5f80")
def seat(wish: Wish) -> str:
    """A seat of a coach, 66 across; its back is behind the figure."""
    return (
        box(-33, -104, 66, 104, wish.tint, 14)
        + box(-22, -100, 44, 26, lighter(wish.tint, 0.3), 9)
        + box(-36, -30, 72, 34, darker(wish.tint), 9)
    )


@part("pillow", "white")
def pillow(wish: Wish) -> str:
    """A big soft pillow, 80 across."""
    return fill("M-38-18Q0-28 38-18Q46 0 38 18Q0 26-38 18Q-46 0-38-18Z", wish.tint) + line(
        "M-26-8q8 4 14 1M16 8q8 2 12-2", "grey", 2
    )

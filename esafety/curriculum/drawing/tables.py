"""Tables and desks. The middle of the top lies at (0, 0)."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, fill, line


@part("table", "wood")
def table(wish: Wish) -> str:
    """A wide table, 220 across; its top is a soft slab that hides laps."""
    return (
        box(-104, 8, 208, 80, darker(wish.tint, 0.3))
        + fill("M-100-14H100L114 4Q116 10 110 10H-110Q-116 10-114 4Z", wish.tint)
        + line("M-110 8H110", darker(wish.tint), 3)
    )


@part("small-table", "wood")
def small_table(wish: Wish) -> str:
    """A table 92 across on two legs, 44 high."""
    return line("M-36 0L-38 44M36 0L38 44", darker(wish.tint, 0.25), 6) + box(-46, -6, 92, 10, wish.tint, 4)


@part("desk", "wood")
def desk(wish: Wish) -> str:
    """A desk 130 across, with a drawer."""
    return (
        box(-62, 4, 14, 60, darker(wish.tint, 0.2), 2)
        + box(20, 4, 42, 60, darker(wish.tint, 0.2), 2)
        + line("M34 18h14M34 36h14", "cream", 3)
        + box(-68, -7, 136, 12, wish.tint, 4)
    )


@part("front-desk", "oak")
def front_desk(wish: Wish) -> str:
    """A teacher's desk seen from the front, 120 across, its top at (0, 0)."""
    return (
        box(-56, 0, 112, 70, darker(wish.tint), 3)
        + box(-62, -7, 124, 12, wish.tint, 4)
        + line("M-40 24H40", darker(wish.tint, 0.35), 2.4)
    )

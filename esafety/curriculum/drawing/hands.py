"""Hands and arms that come into the picture from outside."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line


@part("big-hand", "#a86f49")
def big_hand(wish: Wish) -> str:
    """An open hand, 120 high, palm to us."""
    fingers = line("M-24 8L-38-28M-9 0L-14-46M9 0L11-47M25 8L36-32M-30 34L-56 12", wish.tint, 20)
    return (
        fingers
        + fill("M-36 10Q0-12 36 10L34 40Q28 62 20 70H-20Q-32 60-36 36Z", wish.tint)
        + line("M-18 30Q4 44 24 22", darker(wish.tint, 0.2), 2.4)
    )


@part("pointing-hand", "#dcaa80")
def pointing_hand(wish: Wish) -> str:
    """A hand from above with one finger down, its tip at (0, 0)."""
    return (
        line("M0-4V-26", wish.tint, 10)
        + fill("M-12-28Q-14-50 2-52Q20-52 20-34Q20-22 8-20H-4Q-12-20-12-28Z", wish.tint)
        + fill("M-10-48H18L20-80H-14Z", wish.trim)
    )


@part("two-hands", "#dcaa80")
def two_hands(wish: Wish) -> str:
    """Two hands that hold something wide between them."""
    return line("M-54 30L-34 8M54 30L34 8", wish.trim, 15) + line("M-34 8L-28 0M34 8L28 0", wish.tint, 13)


@part("linked-hands", "#a86f49")
def linked_hands(wish: Wish) -> str:
    return (
        line("M-26 12L-8 2", "yellow", 11)
        + line("M26 12L8 2", "blue", 11)
        + line("M-9 2L2-1", wish.tint, 9)
        + line("M9 2L0 3", "#f7d3bc", 9)
        + line("M-1-3v7", darker("#f7d3bc"), 1.2)
    )


@part("robot-arm", "grey")
def robot_arm(wish: Wish) -> str:
    """A friendly robot arm that holds a brush; its tip is at the left."""
    return (
        line("M52 50L44 4L8-8", wish.tint, 11)
        + dots(((52, 50), (44, 4), (10, -8)), 8, "teal")
        + dots(((44, 3),), 3, "white")
        + line("M8-8L-14 4", "brown", 4)
        + fill("M-12-1Q-22 1-24 10Q-14 10-9 4Z", "ink")
    )


@part("arm-with-phone", "#e9b98f")
def arm_with_phone(wish: Wish) -> str:
    """An arm that comes from below and holds up a phone."""
    return (
        line("M14 100Q2 60 0 38", "purple", 14)
        + box(-11, -8, 22, 40, "ink", 4.5)
        + box(-9.5, -6.5, 19, 37, "teal", 3.5)
        + dot(-4, -1, 2.6, "ink")
        + line("M-9 26H9", wish.tint, 8)
    )

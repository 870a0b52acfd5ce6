"""People who are not of the cast: outlines, shadows and small groups."""

from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved


@part("stranger", "#aab0c4")
def stranger(wish: Wish) -> str:
    """The outline of somebody who is not known: no face."""
    return fill("M-26 46Q-26 20-9 16H9Q26 20 26 46Z", wish.tint) + dot(0, -2, 18, wish.tint) + moved(wish.shows, 0, -2)


@part("tall-shadow", "night")
def tall_shadow(wish: Wish) -> str:
    """A long soft shadow in the shape of a grown-up with a briefcase; its head is at (0, 0)."""
    body = fill("M-20 22Q-26 60-22 84H-16L-18 140H-4L0 90L4 140H18L16 84H22L26 74L20 22Q0 14-20 22Z", wish.tint, 0.45)
    return (
        dot(0, 2, 19, wish.tint, 0.45)
        + body
        + box(22, 78, 28, 22, wish.tint, 3, 0.45)
        + line("M30 78v-5h12v5", wish.tint, 3, 0.45)
    )


@part("joke-face", "ink")
def joke_face(wish: Wish) -> str:
    """A painted moustache and long ears, put on the picture of a face."""
    ears = fill("M-20-16Q-44-44-30-50Q-14-44-10-24ZM20-16Q44-44 30-50Q14-44 10-24Z", "#8fc46a")
    return ears + line("M0 8Q-8 4-14 9Q-20 12-20 5M0 8Q8 4 14 9Q20 12 20 5", wish.tint, 3)


@part("class-group")
def class_group(wish: Wish) -> str:
    """Four children close together, small and simple, 84 wide."""
    children = (
        (-28, -14, "#a86f49", "yellow", "#33241f"),
        (28, -12, "#f7d3bc", "green", "#d8663a"),
        (-11, -2, "#7a4e38", "blue", "#1f1a20"),
        (12, 0, "#fbe3cd", "purple", "#26202b"),
    )
    return "".join(moved(_child(skin, top, hair), x, y) for x, y, skin, top, hair in children)


def _child(skin: str, top: str, hair: str) -> str:
    body = fill("M-14 50Q-14 15 0 15T14 50Z", top) + dot(0, 0, 14, skin) + fill("M-15 0A15 15 0 0 1 15 0Q8-8 0-8T-15 0Z", hair)
    return body + dots(((-5, 2), (5, 2)), 1.6, "ink") + line("M-4 6.5q4 3.5 8 0", "ink", 1.6)


@part("stranger-small", "#aab0c4")
def small_stranger(wish: Wish) -> str:
    """A head without a face, for a screen."""
    return dot(0, -3, 7, wish.tint) + fill("M-11 14Q-10 4 0 4T11 14Z", wish.tint)

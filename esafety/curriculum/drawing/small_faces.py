"""Round faces, one for each mood, 44 wide: for answers that are feelings."""

from functools import partial

from esafety.curriculum.drawing.faces import MOODS, face
from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import dot, line


def round_face(wish: Wish, mood: str) -> str:
    """A plain round face with a mood."""
    return (
        dot(0, 1.2, 22, darker(wish.tint, 0.14))
        + dot(0, 0, 22, wish.tint)
        + line("M-15 8.5h2M13 8.5h2", "red", 6.6, 0.28)
        + face("#f0b040", mood, "ahead", plain=True)
    )


for _mood in MOODS:
    part(f"face-{_mood}", "#fbcf5c")(partial(round_face, mood=_mood))

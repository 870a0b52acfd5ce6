"""Paper, photos and what is written or drawn on them, each around its middle."""

from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dots, fill, line, moved, ring


@part("book", "teal")
def book(wish: Wish) -> str:
    """A closed book, 30 by 38."""
    return box(-15, -19, 30, 38, wish.tint, 3) + box(-15, -19, 6, 38, darker(wish.tint), 2) + moved(wish.shows, 3, -2, 0.8)


@part("open-book", "white")
def open_book(wish: Wish) -> str:
    return (
        fill("M0-10Q-14-17-29-12V12Q-14 7 0 14Q14 7 29 12V-12Q14-17 0-10Z", "coral")
        + fill("M0-11Q-13-16-26-12V9Q-13 5 0 11Q13 5 26 9V-12Q13-16 0-11Z", wish.tint)
        + line("M0-10V10M-20-6q7-2 14 1M-20 0q7-2 14 1M6-5q7-3 14-1M6 1q7-3 14-1", "grey", 1.6)
    )


@part("crayon", "coral")
def crayon(wish: Wish) -> str:
    return moved(
        box(-14, -3.5, 24, 7, wish.tint, 1.5)
        + fill("M10-3L17 0L10 3Z", darker(wish.tint))
        + box(-8, -3.5, 12, 7, darker(wish.tint, 0.1)),
        turn=35,
    )


@part("pencil", "yellow")
def pencil(wish: Wish) -> str:
    return moved(
        box(-18, -4, 28, 8, wish.tint)
        + box(-22, -4, 6, 8, "rose", 2)
        + fill("M10-4L19 0L10 4Z", "sand")
        + fill("M16-1.4L19 0L16 1.4Z", "ink"),
        turn=50,
    )


@part("brush", "brown")
def brush(wish: Wish) -> str:
    return moved(line("M-18 0H4", wish.tint, 4) + fill("M4-4Q14-5 19 0Q14 5 4 4Z", "coral"), turn=30)


@part("paper", "white")
def paper(wish: Wish) -> str:
    """A sheet of paper, 34 by 42."""
    return box(-17, -21, 34, 42, "grey", 2, 0.35) + box(-18, -22, 34, 42, wish.tint, 2) + moved(wish.shows, -1, -1)


@part("wobbly-cat", "orange")
def wobbly_cat(wish: Wish) -> str:
    """A young child's drawing of a cat with five legs."""
    body = line("M-9-4Q-9 4-7 5H8Q11 0 8-4Z", wish.tint, 2.2) + line(
        "M-6 5l-1 6M-2 5v6M2 5l1 6M5 5v6M8 4l2 6M9-3q6-3 5-9", wish.tint, 2
    )
    return (
        body
        + line("M-9-4Q-14-4-13-10L-11-8L-8-8L-5-11Q-4-5-9-4Z", wish.tint, 2.2)
        + dots(((-10.5, -6.5), (-7, -6.8)), 0.9, "ink")
    )


@part("folded-note", "white")
def folded_note(wish: Wish) -> str:
    return fill("M-11-7H11V8H-11Z", wish.tint) + line("M-11-7L0 1L11-7", "grey", 1.6)


@part("note-box", "coral")
def note_box(wish: Wish) -> str:
    """A box with a slot and a heart, 54 wide."""
    return (
        box(-27, -20, 54, 44, wish.tint, 5)
        + box(-29, -24, 58, 11, darker(wish.tint), 4)
        + box(-15, -21, 30, 4.5, "ink", 2)
        + moved(fill("M0 10C-14 1-12-9-6-9C-2.5-9 0-6 0-4C0-6 2.5-9 6-9C12-9 14 1 0 10Z", "white"), 0, 5)
    )


@part("photo", "white")
def photo(wish: Wish) -> str:
    """A printed photo, 40 by 44."""
    return (
        box(-20, -22, 42, 46, "ink", 2, 0.15)
        + box(-21, -23, 42, 46, wish.tint, 2)
        + box(-17, -19, 34, 32, "sky", 1)
        + moved(wish.shows, 0, -3)
    )


@part("film-frame", "ink")
def film_frame(wish: Wish) -> str:
    return box(-17, -13, 34, 26, wish.tint, 3) + box(-13, -9, 26, 18, "sky", 2) + moved(wish.shows, size=0.6)


@part("card", "cream")
def card(wish: Wish) -> str:
    return box(-14, -10, 28, 20, darker(wish.tint), 3) + box(-13, -10, 26, 18, wish.tint, 2.5) + moved(wish.shows, 0, -1, 0.7)


@part("name-tag", "white")
def name_tag(wish: Wish) -> str:
    return box(-11, -6, 22, 12, wish.tint, 3) + line("M-6 0H6", "grey", 3)


@part("number-plate", "yellow")
def number_plate(wish: Wish) -> str:
    return box(-14, -5, 28, 10, "ink", 2.5) + box(-12.5, -3.5, 25, 7, wish.tint, 1.5)


@part("street-sign", "white")
def street_sign(wish: Wish) -> str:
    return (
        line("M-14 4V40M14 4V40", "slate", 3.4)
        + box(-22, -8, 44, 16, "ink", 3)
        + box(-20, -6, 40, 12, wish.tint, 2)
        + line("M-13 0H13", "grey", 3.4)
    )


@part("blank-picture", "white")
def blank_picture(wish: Wish) -> str:
    return box(-20, -15, 40, 30, "slate", 3) + box(-17, -12, 34, 24, wish.tint, 1.5) + moved(wish.shows, size=0.9)


@part("scissors", "coral")
def scissors(wish: Wish) -> str:
    return line("M-6 4L14-12M-6-4L14 12", "grey", 4) + ring(-11, -7, 5.4, wish.tint, 4) + ring(-11, 7, 5.4, wish.tint, 4)


@part("glue", "white")
def glue_stick(wish: Wish) -> str:
    return box(-7, -8, 14, 24, wish.tint, 3) + box(-7, 0, 14, 8, "teal") + box(-4, -16, 8, 9, "coral", 2)


@part("written-form", "grey")
def form_lines(wish: Wish) -> str:
    """An empty form: boxes to fill in, 36 wide."""
    return "".join(box(-16, y, 32, 6, "white", 1.5) + line(f"M-12 {y + 3}h8", wish.tint, 1.4) for y in (-11, -3, 5))

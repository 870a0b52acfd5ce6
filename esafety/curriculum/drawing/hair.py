"""Hair and headscarves: a layer behind the head and one in front of it, for a head 44 wide around (0, 0)."""

from collections.abc import Callable
from dataclasses import dataclass

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, pair


@dataclass(frozen=True)
class Hair:
    """The two layers of one hair style; `away` is seen when the figure turns its back to us."""

    behind: str = ""
    before: str = ""
    away: str = ""


def puffs(tint: str) -> Hair:
    """Two curly puffs with ribbons."""
    curls = pair(22, -21, 11, tint) + dots(((s * x, y) for s in (-1, 1) for x, y in ((30, -15), (15, -28), (29, -26))), 7, tint)
    cap = fill("M-22.5-2C-25-21-13-27.5 0-27.5S25-21 22.5-2C20-10 13-15 1-17C-12-15-20-10-22.5-2Z", tint)
    bands = line("M-19-15l4-7M19-15l-4-7", "coral", 4)
    return Hair(curls, cap + line("M0-27Q2-22 1-17", darker(tint, 0.5), 1.2) + bands, curls + bands)


def tousled(tint: str) -> Hair:
    """Short hair that will not lie flat."""
    top = "M-22.5 0C-27-12-22-24-13-26C-11-31-4-31-1-28C4-33 12-30 13-26C23-25 27-13 22.5 0C21-5 20-8 17-11"
    return Hair("", fill(top + "C13-9 9-10 7-13C3-9-4-10-6-13C-9-9-14-9-17-11C-20-8-21-5-22.5 0Z", tint))


def bob(tint: str) -> Hair:
    """A straight bob with a fringe."""
    behind = fill("M-26-4C-27-22-14-29 0-29S27-22 26-4L27 17Q20 22 14 17H-14Q-20 22-27 17Z", tint)
    fringe = "M-22.5 6C-26-18-15-28.5 0-28.5S26-18 22.5 6L20-9Q0-13-20-9Z"
    return Hair(behind, fill(fringe, tint) + line("M-14-21Q-5-25 6-24", lighter(tint, 0.25), 2), behind)


def cropped(tint: str) -> Hair:
    """Very short hair with a crisp line."""
    return Hair("", fill("M-22.5-3C-25-21-14-28 0-28S25-21 22.5-3L19.5-5C19.5-12 15-15 10-15H-10C-15-15-19.5-12-19.5-5Z", tint))


def wavy(tint: str) -> Hair:
    """Wavy hair swept to one side."""
    sweep = "M-23 1C-28-14-20-29-4-29C10-33 26-24 24-9C25-4 23 0 22.5 1C21-7 17-12 9-15C2-9-9-8-16-10C-20-7-22-3-23 1Z"
    return Hair("", fill(sweep, tint) + line("M-12-22Q-2-25 7-22", lighter(tint, 0.2), 1.8))


def bun(tint: str) -> Hair:
    """A soft bun on the crown."""
    knot = dot(0, -31, 10.5, tint) + line("M-6-33q6 5 11-1", darker(tint), 1.6)
    cap = fill("M-22.5 1C-27-18-14-27.5 0-27.5S27-18 22.5 1C21-9 12-15 0-17C-12-15-21-9-22.5 1Z", tint)
    return Hair(knot, cap + line("M0-27V-18", darker(tint), 1.4), knot)


def short_curls(tint: str) -> Hair:
    """Short round curls."""
    spots = ((-21, -8), (-19, -17), (-11, -24), (0, -27), (11, -24), (19, -17), (21, -8))
    curls = dots(spots, 7, tint)
    return Hair(curls, fill("M-22-4C-23-20-12-26 0-26S23-20 22-4C19-12 10-16 0-16S-19-12-22-4Z", tint), curls)


def braids(tint: str) -> Hair:
    """Long braids, gathered at the top and falling behind the shoulders."""
    falls = line("M-20-6Q-27 14-24 38M20-6Q27 14 24 38M-15 0Q-20 20-16 42M15 0Q20 20 16 42", tint, 6.5)
    ends = dots(((-24, 40), (24, 40), (-16, 44), (16, 44)), 3.2, "mustard")
    cap = fill("M-22.5 2C-26-20-14-27.5 0-27.5S26-20 22.5 2C20-8 12-15 0-17C-12-15-20-8-22.5 2Z", tint)
    rows = line("M-7-26Q-11-21-13-12M0-27V-18M7-26Q11-21 13-12", lighter(tint, 0.22), 1.3)
    return Hair(falls + ends, cap + rows, falls + ends)


def fringe_of_age(tint: str) -> Hair:
    """A bald crown with hair above the ears."""
    sides = fill("M-22 4C-27-3-25-12-20-13C-21-7-21-2-22 4ZM22 4C27-3 25-12 20-13C21-7 21-2 22 4Z", tint)
    return Hair("", sides + line("M-8-20Q-2-23 5-21.5", "white", 2.4, 0.5), sides)


def ponytail(tint: str) -> Hair:
    """Hair tied at the back, with a side fringe."""
    tail = fill("M14-20C32-26 36-6 29 14C24 8 24-6 14-10Z", tint)
    cap = fill("M-22.5 1C-27-19-14-28 0-28S27-19 22.5 1C22-8 17-14 6-17C-1-11-12-9-18-9C-21-6-22-3-22.5 1Z", tint)
    return Hair(tail, cap, tail)


def scarf(tint: str) -> Hair:
    """A headscarf that frames the face and falls over the shoulders."""
    behind = fill("M-25 0C-27-21-14-29 0-29S27-21 25 0C25 12 24 20 26 32Q0 44-26 32C-24 20-25 12-25 0Z", tint)
    frame = fill(
        "M0-29C-16-29-27-20-25 2C-24 18-14 27 0 27S24 18 25 2C27-20 16-29 0-29ZM0-18C11-18 18-11 18 2C18 13 10 20 0 20"
        "S-18 13-18 2C-18-11-11-18 0-18Z",
        tint,
    )
    folds = line("M-17 17Q-4 29 16 30M-21 9Q-14 26 2 33", darker(tint), 1.8) + line("M-13-22Q0-27 13-22", lighter(tint, 0.3), 1.8)
    drape = fill("M-19 19Q0 29 19 19L23 33Q0 43-23 33Z", tint)
    return Hair(behind, drape + frame + folds, behind)


STYLES: dict[str, Callable[[str], Hair]] = {
    "puffs": puffs,
    "tousled": tousled,
    "bob": bob,
    "cropped": cropped,
    "wavy": wavy,
    "bun": bun,
    "curls": short_curls,
    "braids": braids,
    "fringe": fringe_of_age,
    "ponytail": ponytail,
    "scarf": scarf,
}


def beard(tint: str) -> str:
    """A short full beard; the mouth is drawn over it by the face."""
    return fill("M-22-2C-22 15-13 25.5 0 25.5S22 15 22-2C19 4 17 7 10 7.6C6 6.6-6 6.6-10 7.6C-17 7-19 4-22-2Z", tint) + oval(
        0, 13.2, 8.6, 5.2, lighter(tint, 0.2)
    )


def moustache(tint: str) -> str:
    """A bushy moustache."""
    return fill("M0 7.4C-4 5.4-11 8-12.5 12.5C-8 12.6-3 12.6 0 10C3 12.6 8 12.6 12.5 12.5C11 8 4 5.4 0 7.4Z", tint)


def earrings(tint: str) -> str:
    """Two round earrings."""
    return pair(22.5, 10, 3, tint)


def hood(tint: str) -> str:
    """The hood of a top, lying behind the neck."""
    return box(-17, 14, 34, 15, darker(tint, 0.22), 7)

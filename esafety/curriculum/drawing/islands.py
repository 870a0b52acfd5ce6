"""The islands of a pupil's path: one ground for all, and a landmark for each strand, in a picture 96 by 96."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, ring


@part("island", "green")
def island(wish: Wish) -> str:
    """A small island in still water, its grass at (0, 0), 84 wide."""
    sea = oval(0, 14, 44, 16, "#8fcbe3") + line("M-34 22q5-3 9 0M20 25q5-3 9 0", "white", 2)
    sand = fill("M-36 12Q-30 0 0 0T36 12Q24 22 0 22T-36 12Z", "sand")
    return (
        sea
        + sand
        + fill("M-31 8Q-24-8 0-8T31 8Q16 14 0 13T-31 8Z", wish.tint)
        + line("M-20 4l-2-4M-18 4l2-4M19 5l-2-4M21 5l2-4", darker(wish.tint, 0.3), 1.8)
    )


@part("mirror", "mustard")
def mirror(wish: Wish) -> str:
    """A standing mirror that shows a smile."""
    return (
        line("M-10 0L-4-12M10 0L4-12", "brown", 4)
        + oval(0, -32, 18, 23, wish.tint)
        + oval(0, -32, 14, 19, "#d9eff7")
        + dots(((-5, -35), (5, -35)), 2, "ink")
        + line("M-6-28q6 6 12 0M-8-44q3-3 6-3", "ink", 2)
    )


@part("footbridge", "oak")
def footbridge(wish: Wish) -> str:
    """A bridge with a heart above it."""
    return (
        line("M-26 2Q0-26 26 2", wish.tint, 6)
        + line("M-18-4v-12M0-11v-13M18-4v-12M-26-8Q0-34 26-8", darker(wish.tint), 3)
        + fill("M0-32C-12-40-9-49-4.5-49C-2-49 0-47 0-45C0-47 2-49 4.5-49C9-49 12-40 0-32Z", "coral")
    )


@part("star-flag", "yellow")
def star_flag(wish: Wish) -> str:
    """A hill with footprints and a flag with a star."""
    prints = dots(((-18, 4), (-12, -2), (-8, 4), (-2, -4)), 2.2, "#e8cf9a")
    flag = line("M8-2V-52", "brown", 3.4) + fill("M9-52Q20-57 36-50L30-40L36-30Q20-36 9-31Z", "purple")
    return prints + flag + fill("M20-49l2 4.5l5 .5l-3.7 3.3l1 4.7l-4.3-2.5l-4.3 2.5l1-4.7l-3.7-3.3l5-.5Z", wish.tint)


@part("umbrella", "coral")
def umbrella(wish: Wish) -> str:
    """A big umbrella that shelters two flowers from the rain."""
    cover = fill("M-30-30Q-26-56 0-56T30-30Q25-35 20-30Q15-35 10-30Q5-35 0-30Q-5-35-10-30Q-15-35-20-30Q-25-35-30-30Z", wish.tint)
    flowers = (
        line("M-14 2V-10M15 2V-8", "leaf", 2.4)
        + dots(((-14, -12), (15, -10)), 5, "pink")
        + dots(((-14, -12), (15, -10)), 2.2, "yellow")
    )
    return (
        flowers
        + line("M0-54V0q0 5-6 4", "brown", 3.4)
        + cover
        + fill("M-10-30Q-8-54 0-56Q8-54 10-30Q5-35 0-30Q-5-35-10-30Z", lighter(wish.tint, 0.3))
    )


@part("lighthouse", "red")
def lighthouse(wish: Wish) -> str:
    """A lighthouse whose beam finds things out."""
    beam = fill("M0-46L40-58V-36ZM0-46L-40-58V-36Z", "#fff0b0", 0.9)
    tower = fill("M-8-40H8L12 2H-12Z", "white") + fill("M-9.2-27H9.2L10.3-15H-10.3Z", wish.tint)
    return (
        beam
        + tower
        + box(-8, -51, 16, 10, "yellow", 2)
        + fill("M-10-50L0-60L10-50Z", wish.tint)
        + box(-4, -10, 8, 12, "brown", 3)
    )


@part("hammock", "teal")
def hammock(wish: Wish) -> str:
    """Two palm trees with a hammock in the shade."""
    trunks = line("M-24 2Q-30-20-22-38M24 2Q30-20 22-38", "brown", 4)
    leaves = line(
        "M-22-40q-12-8-18 2M-22-40q-2-12-14-10M-22-40q6-12 16-6M22-40q12-8 18 2M22-40q2-12 14-10M22-40q-6-12-16-6", "leaf", 5
    )
    return trunks + leaves + fill("M-25-18Q0 12 25-18Q0-2-25-18Z", wish.tint) + fill("M-10-8Q0-14 10-8Q4-3 0-3T-10-8Z", "yellow")


@part("castle", "purple")
def castle(wish: Wish) -> str:
    """A small castle with a padlock on its gate."""
    towers = box(-28, -34, 15, 36, lighter(wish.tint, 0.15), 2) + box(13, -34, 15, 36, lighter(wish.tint, 0.15), 2)
    roofs = fill("M-31-33L-20.5-52L-10-33ZM10-33L20.5-52L31-33Z", "coral")
    return (
        towers
        + roofs
        + fill("M-14-26h5v5h6v-5h6v5h6v-5h5V2H-14Z", wish.tint)
        + fill("M-9 2V-8Q0-18 9-8V2Z", "brown")
        + ring(0, -7, 3, "grey", 2)
        + box(-4.5, -6.5, 9, 7.5, "yellow", 1.5)
    )


@part("easel", "oak")
def easel(wish: Wish) -> str:
    """An easel with a finished picture and its maker's mark."""
    legs = line("M-16 4L-2-54M16 4L2-54M0-50V0", wish.tint, 3.6)
    picture = box(-22, -48, 44, 34, "white", 2) + fill("M-19-18V-26L-8-36L2-24L8-29L19-18Z", "teal") + dot(11, -39, 4, "yellow")
    return legs + picture + line("M10-19q2-3 4 0t4-1", "coral", 1.8) + box(-20, -14, 40, 5, wish.tint, 2)

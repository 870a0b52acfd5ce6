"""Landscapes: outdoor places where scenes happen, each fills 320 by 200."""

from esafety.curriculum.drawing.palette import lighter
from esafety.curriculum.drawing.placing import put
from esafety.curriculum.drawing.shapes import box, fill, line


def _sky_and_grass(sky: str, grass: str, level: int) -> str:
    far = fill(f"M0 {level + 6}Q70 {level - 34} 150 {level - 8}T320 {level - 14}V200H0Z", lighter(grass, 0.3))
    return box(0, 0, 320, 200, sky) + far + fill(f"M0 {level + 8}Q160 {level - 10} 320 {level + 6}V200H0Z", grass)


def _tufts() -> str:
    return line("M24 178q2-7 0-9M24 178q5-5 7-6M292 186q2-7 0-9M292 186q5-5 7-6M150 190q2-6 0-8M150 190q4-4 6-5", "#4c8f5f", 2)


def park() -> str:
    """A park with trees."""
    return (
        _sky_and_grass("#c5e8f3", "#8cc67f", 136)
        + put("big-sun", 276, 36, 0.9)
        + put("cloud-sky", 92, 34, 0.9)
        + put("tree", 30, 146)
        + put("tree", 296, 140, 0.8, "leaf")
        + _tufts()
    )


def field() -> str:
    """A school field."""
    return (
        _sky_and_grass("#cdeaf4", "#93cb83", 118)
        + put("cloud-sky", 70, 40, 0.9)
        + put("cloud-sky", 250, 56, 0.6)
        + line("M0 168Q160 150 320 168", "#ffffff", 3, 0.7)
        + _tufts()
    )


def playground() -> str:
    """A playground in front of the school."""
    ground = (
        box(0, 132, 320, 68, "#d9c9b3") + line("M40 178q120-26 250 4", "#fffdf8", 4, 0.8) + fill("M0 132H320V140H0Z", "#8cc67f")
    )
    return (
        box(0, 0, 320, 200, "#cfeaf4")
        + put("cloud-sky", 40, 30, 0.7)
        + put("school", 222, 134, 0.95)
        + put("tree", 26, 138, 0.9)
        + ground
    )


def school_path() -> str:
    """The way to the school's door."""
    return (
        _sky_and_grass("#d3ecf5", "#97cc88", 132)
        + put("big-sun", 44, 34, 0.9)
        + put("school", 160, 136, 0.92)
        + put("path", 160, 200, 1.1)
        + put("bush", 30, 152, 0.9)
        + put("bush", 290, 152, 0.9)
    )


def street() -> str:
    """A street with houses."""
    homes = (
        put("home", 50, 140, 1.2)
        + put("home", 132, 140, 1.05, "teal")
        + put("home", 268, 140, 1.25, "mustard")
        + put("tree", 204, 142, 0.8)
    )
    return (
        box(0, 0, 320, 200, "#cfeaf4")
        + put("cloud-sky", 190, 34, 0.8)
        + homes
        + box(0, 138, 320, 62, "#dccdb8")
        + box(0, 138, 320, 6, "#b9ab9c")
    )


def hills() -> str:
    """Many hills with small houses."""
    slopes = fill("M0 120Q60 70 130 104T320 84V200H0Z", "#b7dba0") + fill("M0 160Q90 106 190 146T320 130V200H0Z", "#93c983")
    huts = "".join(
        put("hut", x, y, s, t)
        for x, y, s, t in (
            (226, 104, 0.8, "coral"),
            (272, 96, 0.8, "teal"),
            (170, 112, 0.7, "purple"),
            (300, 136, 1.1, "mustard"),
            (244, 142, 1.1, "coral"),
            (186, 146, 1, "blue"),
        )
    )
    return box(0, 0, 320, 200, "#cdeaf4") + put("cloud-sky", 60, 34, 0.9) + slopes + huts


def fair() -> str:
    """A cheerful fairground."""
    return (
        _sky_and_grass("#fbe3c0", "#a8cf8e", 146)
        + put("big-wheel", 270, 152, 1.15)
        + put("tent", 44, 152, 0.9)
        + put("bunting", 160, 0)
        + put("balloon", 214, 60, 0.8, "purple")
    )


def swimming_pool() -> str:
    """The side of a swimming pool."""
    tiles = line("M0 40H320M0 70H320M40 14V96M90 14V96M140 14V96M190 14V96M240 14V96M290 14V96", "#ffffff", 1.4, 0.7)
    return (
        box(0, 0, 320, 200, "#d6eef0")
        + tiles
        + put("water", 160, 92, 1)
        + box(0, 138, 320, 62, "#f0dfc0")
        + box(0, 136, 320, 7, "#fffdf8")
        + put("swim-float", 284, 56)
    )


def doorstep() -> str:
    """A front door with a step and flowers."""
    return (
        box(0, 0, 320, 200, "#e8b796")
        + line("M20 30h30M90 60h30M250 40h30M30 100h30M270 96h30M240 140h30", "#d9a07c", 4)
        + put("door", 160, 164, 1.25, "teal")
        + box(96, 162, 128, 12, "#d5ccc0", 3)
        + box(0, 172, 320, 28, "#cfc3b2")
        + put("plant", 258, 176, 0.9)
    )

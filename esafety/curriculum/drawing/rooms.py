"""Backdrops: the places where scenes happen, each fills 320 by 200."""

from collections.abc import Callable

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import drawn
from esafety.curriculum.drawing.shapes import box, dots, fill, line, moved, oval

FLOOR = 150


def _room(wall: str, floor: str, level: int = FLOOR) -> str:
    skirting = box(0, level - 5, 320, 5, lighter(wall, 0.5))
    return box(0, 0, 320, 200, wall) + box(0, level, 320, 200 - level, floor) + skirting


def _put(name: str, x: float, y: float, size: float = 1, tint: str = "", *, shows: str = "") -> str:
    return moved(drawn(name, shows, tint), x, y, size)


def living_room() -> str:
    """A warm room with a window, a picture and a rug."""
    return (
        _room("#fbe0bd", "#d9a774")
        + _put("window", 52, 58)
        + _put("wall-frame", 286, 42, 0.9, "coral", shows=drawn("flower"))
        + _put("rug", 160, 180, 1.4)
    )


def evening_room() -> str:
    """The living room in the evening, with a lamp."""
    return (
        _room("#d9a58c", "#8f6a58")
        + _put("night-window", 56, 56)
        + _put("glow", 282, 70, 1.9)
        + _put("lamp", 282, 158)
        + _put("rug", 160, 182, 1.4, "plum")
    )


def kitchen() -> str:
    """A kitchen with tiles, cupboards and a window."""
    tiles = line("M0 96H320M40 78V128M80 78V128M120 78V128M160 78V128M200 78V128M240 78V128M280 78V128", "#ffffff", 1.4, 0.7)
    return (
        _room("#fdeed2", "#c9886a", 160)
        + box(0, 78, 320, 50, "#d5ebe3")
        + tiles
        + _put("kitchen-wall", 64, 38, 1, "#7fb7a5")
        + _put("window", 246, 42, 0.95)
        + box(0, 122, 320, 8, "#b67c48")
        + box(0, 130, 320, 34, "#8cc0ae")
    )


def classroom() -> str:
    """A classroom with a board, drawings and low shelves."""
    drawings = "".join(
        box(x, 34, 26, 20, tint, 2) for x, tint in ((226, "#f8c850"), (258, "#8cc7dd"), (242, "#f0a2a8")) if x != 242
    )
    shelf = box(214, 106, 106, 46, "#b67c48", 3) + box(219, 112, 96, 15, "#7d5230") + box(219, 132, 96, 15, "#7d5230")
    books = "".join(
        box(x, 114, 7, 13, tint)
        for x, tint in ((224, "#ef7660"), (233, "#2f9b94"), (242, "#f8c850"), (280, "#8b64ba"), (289, "#4a80cb"))
    )
    return (
        _room("#e4eed6", "#d8b184")
        + _put("whiteboard", 92, 56, 1.05)
        + drawings
        + box(242, 60, 26, 20, "#f0a2a8", 2)
        + shelf
        + books
    )


def carpet() -> str:
    """The carpet area of a classroom."""
    dots_on = dots(((70, 176), (120, 186), (200, 188), (250, 176), (160, 172)), 4, "#8fd0c0")
    return (
        _room("#fbe6c8", "#dcb88c", 132)
        + _put("shelf", 62, 70)
        + _put("window", 258, 52)
        + fill("M22 200Q30 146 160 146T298 200Z", "#4fae9f")
        + dots_on
    )


def bedroom() -> str:
    """A child's bedroom by day."""
    stars = dots(((40, 34), (96, 20), (132, 58), (196, 26), (300, 96)), 2.6, "#f8c850")
    return (
        _room("#dcd3f0", "#c99f78")
        + stars
        + _put("window", 262, 54)
        + _put("shelf", 60, 84, 0.9)
        + _put("rug", 160, 182, 1.3, "sky")
    )


def night_bedroom() -> str:
    """A bedroom at night with a soft lamp."""
    return _room("#4b4a80", "#37325c") + _put("night-window", 262, 54) + _put("glow", 50, 84, 1.6) + _put("shelf", 56, 104, 0.8)


def library() -> str:
    """Shelves of books and boxes."""
    return (
        _room("#f6dfb8", "#b9855c")
        + _put("bookcase", 52, 152, 1.02)
        + _put("bookcase", 268, 152, 1.02)
        + _put("rug", 160, 182, 1.2, "teal")
    )


def corridor() -> str:
    """A school corridor with coat pegs."""
    wall = box(0, 0, 320, 104, "#fdf0d5") + box(0, 104, 320, 50, "#9cc9bd") + box(0, 101, 320, 5, "#fffdf8")
    shine = fill("M110 154H210L250 200H70Z", "#ffffff", 0.25)
    return wall + box(0, 154, 320, 46, "#d8b98e") + box(0, 150, 320, 5, "#6fa698") + shine


def corner() -> str:
    """A calm corner with a plant and a picture."""
    return (
        _room("#d9e8df", "#cfa57a")
        + _put("wall-frame", 160, 48, 1.2, "oak", shows=drawn("landscape"))
        + _put("plant", 294, 156, 1.1)
        + _put("rug", 160, 180, 1.4, "#e8b08a")
    )


def stairs() -> str:
    """The stairs at home."""
    steps = "".join(
        box(0, 176 - i * 30, 210 - i * 40, 200, darker("#c98f5f", i * 0.05)) + box(0, 174 - i * 30, 214 - i * 40, 6, "#e6b98a", 2)
        for i in range(5)
    )
    return _room("#f3dcc9", "#b98a64", 172) + steps + _put("wall-frame", 268, 64, 1, "teal", shows=drawn("sun"))


def coach() -> str:
    """Inside a school coach."""
    panes = "".join(
        box(x, 26, 92, 66, "#c9e8f2", 10) + fill(f"M{x} 92V76q24-18 46-4t46-6V82q0 10-10 10h-72q-10 0-10-10Z", "#a8cf8e")
        for x in (8, 114, 220)
    )
    return (
        box(0, 0, 320, 200, "#f2dfc0")
        + box(0, 0, 320, 16, "#5c8f9c")
        + panes
        + box(0, 108, 320, 92, "#5f7f9a")
        + line("M0 108H320", "#fffdf8", 4)
    )


def hall_stage() -> str:
    """A plain warm ground for symbols."""
    return box(0, 0, 320, 200, "#fdeccb") + oval(160, 186, 180, 40, "#f7d9a6")


def _sky_and_grass(sky: str, grass: str, level: int) -> str:
    far = fill(f"M0 {level + 6}Q70 {level - 34} 150 {level - 8}T320 {level - 14}V200H0Z", lighter(grass, 0.3))
    return box(0, 0, 320, 200, sky) + far + fill(f"M0 {level + 8}Q160 {level - 10} 320 {level + 6}V200H0Z", grass)


def _tufts() -> str:
    return line("M24 178q2-7 0-9M24 178q5-5 7-6M292 186q2-7 0-9M292 186q5-5 7-6M150 190q2-6 0-8M150 190q4-4 6-5", "#4c8f5f", 2)


def park() -> str:
    """A park with trees."""
    return (
        _sky_and_grass("#c5e8f3", "#8cc67f", 136)
        + _put("big-sun", 276, 36, 0.9)
        + _put("cloud-sky", 92, 34, 0.9)
        + _put("tree", 30, 146)
        + _put("tree", 296, 140, 0.8, "leaf")
        + _tufts()
    )


def field() -> str:
    """A school field."""
    return (
        _sky_and_grass("#cdeaf4", "#93cb83", 118)
        + _put("cloud-sky", 70, 40, 0.9)
        + _put("cloud-sky", 250, 56, 0.6)
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
        + _put("cloud-sky", 40, 30, 0.7)
        + _put("school", 222, 134, 0.95)
        + _put("tree", 26, 138, 0.9)
        + ground
    )


def school_path() -> str:
    """The way to the school's door."""
    return (
        _sky_and_grass("#d3ecf5", "#97cc88", 132)
        + _put("big-sun", 44, 34, 0.9)
        + _put("school", 160, 136, 0.92)
        + _put("path", 160, 200, 1.1)
        + _put("bush", 30, 152, 0.9)
        + _put("bush", 290, 152, 0.9)
    )


def street() -> str:
    """A street with houses."""
    homes = (
        _put("home", 50, 140, 1.2)
        + _put("home", 132, 140, 1.05, "teal")
        + _put("home", 268, 140, 1.25, "mustard")
        + _put("tree", 204, 142, 0.8)
    )
    return (
        box(0, 0, 320, 200, "#cfeaf4")
        + _put("cloud-sky", 190, 34, 0.8)
        + homes
        + box(0, 138, 320, 62, "#dccdb8")
        + box(0, 138, 320, 6, "#b9ab9c")
    )


def hills() -> str:
    """Many hills with small houses."""
    slopes = fill("M0 120Q60 70 130 104T320 84V200H0Z", "#b7dba0") + fill("M0 160Q90 106 190 146T320 130V200H0Z", "#93c983")
    huts = "".join(
        _put("hut", x, y, s, t)
        for x, y, s, t in (
            (226, 104, 0.8, "coral"),
            (272, 96, 0.8, "teal"),
            (170, 112, 0.7, "purple"),
            (300, 136, 1.1, "mustard"),
            (244, 142, 1.1, "coral"),
            (186, 146, 1, "blue"),
        )
    )
    return box(0, 0, 320, 200, "#cdeaf4") + _put("cloud-sky", 60, 34, 0.9) + slopes + huts


def fair() -> str:
    """A cheerful fairground."""
    return (
        _sky_and_grass("#fbe3c0", "#a8cf8e", 146)
        + _put("big-wheel", 270, 152, 1.15)
        + _put("tent", 44, 152, 0.9)
        + _put("bunting", 160, 0)
        + _put("balloon", 214, 60, 0.8, "purple")
    )


def swimming_pool() -> str:
    """The side of a swimming pool."""
    tiles = line("M0 40H320M0 70H320M40 14V96M90 14V96M140 14V96M190 14V96M240 14V96M290 14V96", "#ffffff", 1.4, 0.7)
    return (
        box(0, 0, 320, 200, "#d6eef0")
        + tiles
        + _put("water", 160, 92, 1)
        + box(0, 138, 320, 62, "#f0dfc0")
        + box(0, 136, 320, 7, "#fffdf8")
        + _put("swim-float", 284, 56)
    )


def doorstep() -> str:
    """A front door with a step and flowers."""
    return (
        box(0, 0, 320, 200, "#e8b796")
        + line("M20 30h30M90 60h30M250 40h30M30 100h30M270 96h30M240 140h30", "#d9a07c", 4)
        + _put("door", 160, 164, 1.25, "teal")
        + box(96, 162, 128, 12, "#d5ccc0", 3)
        + box(0, 172, 320, 28, "#cfc3b2")
        + _put("plant", 258, 176, 0.9)
    )


def _ground(tint: str, spot: str) -> Callable[[], str]:
    soft = "M30 104C24 44 84 14 164 18S304 54 296 112S222 190 150 186S36 160 30 104Z"
    return lambda: box(0, 0, 320, 200, tint) + fill(soft, spot)


def _halves(left: str, right: str) -> Callable[[], str]:
    edge = "M166 0Q150 50 162 100T158 200"
    return lambda: box(0, 0, 320, 200, left) + fill(f"{edge}H320V0Z", right) + line(edge, "#fffdf8", 5)


BACKDROPS: dict[str, Callable[[], str]] = {
    "living-room": living_room,
    "evening": evening_room,
    "kitchen": kitchen,
    "classroom": classroom,
    "carpet": carpet,
    "bedroom": bedroom,
    "night": night_bedroom,
    "library": library,
    "corridor": corridor,
    "corner": corner,
    "stairs": stairs,
    "coach": coach,
    "stage": hall_stage,
    "park": park,
    "field": field,
    "playground": playground,
    "school-path": school_path,
    "street": street,
    "hills": hills,
    "fair": fair,
    "pool": swimming_pool,
    "doorstep": doorstep,
    "sunny": _ground("#ffeecc", "#ffdd99"),
    "sea": _ground("#ddeeee", "#bbddee"),
    "meadow": _ground("#eeeedd", "#ddeebb"),
    "blush": _ground("#ffeedd", "#ffcccc"),
    "violet": _ground("#eeddff", "#ddccee"),
    "dusk": _ground("#bbbbdd", "#9999bb"),
    "paper": _ground("#fff7ee", "#ffeecc"),
    "halves": _halves("#fde9c3", "#cfe6ec"),
    "warm-cool": _halves("#fde3b4", "#c3c8dc"),
    "two-rooms": _halves("#fbe0bd", "#dcd3f0"),
}

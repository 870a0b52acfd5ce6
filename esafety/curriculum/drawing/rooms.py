"""Rooms: indoor places where scenes happen, each fills 320 by 200."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import drawn
from esafety.curriculum.drawing.placing import put
from esafety.curriculum.drawing.shapes import box, dots, fill, line

FLOOR = 150


def _room(wall: str, floor: str, level: int = FLOOR) -> str:
    skirting = box(0, level - 5, 320, 5, lighter(wall, 0.5))
    return box(0, 0, 320, 200, wall) + box(0, level, 320, 200 - level, floor) + skirting


def living_room() -> str:
    """A warm room with a window, a picture and a rug."""
    return (
        _room("#fbe0bd", "#d9a774")
        + put("window", 52, 58)
        + put("wall-frame", 286, 42, 0.9, "coral", shows=drawn("flower"))
        + put("rug", 160, 180, 1.4)
    )


def evening_room() -> str:
    """The living room in the evening, with a lamp."""
    return (
        _room("#d9a58c", "#8f6a58")
        + put("night-window", 56, 56)
        + put("glow", 282, 70, 1.9)
        + put("lamp", 282, 158)
        + put("rug", 160, 182, 1.4, "plum")
    )


def kitchen() -> str:
    """A kitchen with tiles, cupboards and a window."""
    tiles = line("M0 96H320M40 78V128M80 78V128M120 78V128M160 78V128M200 78V128M240 78V128M280 78V128", "#ffffff", 1.4, 0.7)
    return (
        _room("#fdeed2", "#c9886a", 160)
        + box(0, 78, 320, 50, "#d5ebe3")
        + tiles
        + put("cupboards", 64, 38, 1, "#7fb7a5")
        + put("window", 246, 42, 0.95)
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
        + put("whiteboard", 92, 56, 1.05)
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
        + put("shelf", 62, 70)
        + put("window", 258, 52)
        + fill("M22 200Q30 146 160 146T298 200Z", "#4fae9f")
        + dots_on
    )


def bedroom() -> str:
    """A child's bedroom by day."""
    stars = dots(((40, 34), (96, 20), (132, 58), (196, 26), (300, 96)), 2.6, "#f8c850")
    return (
        _room("#dcd3f0", "#c99f78")
        + stars
        + put("window", 262, 54)
        + put("shelf", 60, 84, 0.9)
        + put("rug", 160, 182, 1.3, "sky")
    )


def night_bedroom() -> str:
    """A bedroom at night with a soft lamp."""
    return _room("#4b4a80", "#37325c") + put("night-window", 262, 54) + put("glow", 50, 84, 1.6) + put("shelf", 56, 104, 0.8)


def library() -> str:
    """Shelves of books and boxes."""
    return (
        _room("#f6dfb8", "#b9855c")
        + put("bookcase", 52, 152, 1.02)
        + put("bookcase", 268, 152, 1.02)
        + put("rug", 160, 182, 1.2, "teal")
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
        + put("wall-frame", 160, 48, 1.2, "oak", shows=drawn("landscape"))
        + put("plant", 294, 156, 1.1)
        + put("rug", 160, 180, 1.4, "#e8b08a")
    )


def stairs() -> str:
    """The stairs at home."""
    steps = "".join(
        box(0, 176 - i * 30, 210 - i * 40, 200, darker("#c98f5f", i * 0.05)) + box(0, 174 - i * 30, 214 - i * 40, 6, "#e6b98a", 2)
        for i in range(5)
    )
    return _room("#f3dcc9", "#b98a64", 172) + steps + put("wall-frame", 268, 64, 1, "teal", shows=drawn("sun"))


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

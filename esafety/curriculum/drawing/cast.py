"""The people who return from lesson to lesson, each described once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Build:
    """Proportions: half the shoulders, half the hem, and the lengths of torso and legs."""

    shoulder: float
    hem: float
    torso: float
    leg: float


SMALL = Build(14, 17, 33, 24)
CHILD = Build(15, 18, 38, 32)
TALL = Build(16, 19, 44, 42)
GROWN = Build(20, 23, 54, 56)
BABY = Build(13, 18, 26, 12)


@dataclass(frozen=True)
class Person:
    """One member of the cast."""

    skin: str
    hair: str
    hair_colour: str
    top: str
    outfit: str
    legs: str
    shoes: str
    build: Build = CHILD
    wears: tuple[str, ...] = ()
    scarf: str = ""
    trim: str = "cream"


_DARK_HAIR, _BLACK_HAIR = "#33241f", "#26202b"

CAST: dict[str, Person] = {
    "maya": Person("#a86f49", "puffs", _DARK_HAIR, "yellow", "jumper", "#4a5f9a", "coral"),
    "tom": Person("#f7d3bc", "tousled", "#d8663a", "green", "tee", "#5a6ea8", "red", SMALL, ("glasses",)),
    "aisha": Person("#cf9a72", "scarf", _DARK_HAIR, "#3aa79f", "dress", "#2d5a66", "plum", CHILD, (), "#1f7f7d", "mint"),
    "leo": Person("#dcaa80", "wavy", "#5d3a28", "orange", "stripes", "#4a5a80", "white", CHILD, ("wheelchair",)),
    "wen": Person("#fbe3cd", "bob", _BLACK_HAIR, "purple", "dungarees", "purple", "rose", CHILD, (), "", "lilac"),
    "kofi": Person("#7a4e38", "cropped", "#1f1a20", "blue", "hoodie", "#4b4a63", "yellow", CHILD),
    "gran": Person("#f3cdb2", "bun", "#c5c6cf", "#b96a8a", "cardigan", "slate", "brown", GROWN, ("glasses",), "", "cream"),
    "dad": Person("#d9a67c", "wavy", "#4a3024", "#a8503c", "shirt", "#44506e", "brown", GROWN, ("beard",)),
    "mum": Person("#cf9a72", "scarf", _DARK_HAIR, "#7d5a94", "coat", "plum", "brown", GROWN, (), "#d98a8f", "lilac"),
    "auntie": Person("#a86f49", "curls", _DARK_HAIR, "#d9573f", "jumper", "#3f4a70", "mustard", GROWN, ("earrings",)),
    "bell": Person("#f5cdb3", "fringe", "#a08c7c", "#5c7f73", "tie", "#55506a", "brown", GROWN, ("moustache",)),
    "okoro": Person("#6f4632", "braids", "#241a1c", "#e0895a", "dress", "#6d3f52", "mustard", GROWN, ("earrings",), "", "yellow"),
    "teen": Person("#dcaa80", "tousled", "#4a3024", "#4d8f7c", "hoodie", "#3d4460", "white", TALL, ("cap",), "", "cream"),
    "bea": Person("#f6d2b8", "ponytail", "#c98d4a", "#6fa8d6", "tee", "#7a5a8f", "teal"),
    "sam": Person("#e9b98f", "tousled", "#6b4630", "#8fae4a", "stripes", "#55627f", "blue"),
    "ravi": Person("#b57a50", "wavy", _BLACK_HAIR, "#c9504f", "hoodie", "#46506e", "white"),
    "grandad": Person("#f6dcc4", "cropped", "#a9a9b3", "#8a6244", "cardigan", "slate", "brown", GROWN, ("moustache",)),
    "ama": Person("#7a4e38", "braids", "#1f1a20", "#c9577f", "tee", "#3d4460", "white", TALL),
    "stepdad": Person("#f5cdb3", "tousled", "#6b4630", "#4f7fb0", "shirt", "#55506a", "brown", GROWN),
    "coach": Person("#e9b98f", "ponytail", "#5d3a28", "#2f7fa0", "jumper", "#2f4f70", "white", GROWN),
    "worker": Person("#b57a50", "cropped", "#26202b", "#46627f", "shirt", "#44506e", "brown", GROWN, ("vest",)),
    "curly": Person("#c98f66", "curls", "#4a2f22", "#e08a9a", "tee", "#5a6ea8", "teal"),
    "girl": Person("#e9b98f", "ponytail", "#33241f", "#8f6fc0", "hoodie", "#46506e", "coral", TALL),
    "clerk": Person("#f7d9c4", "bob", "#a2593a", "#4a80a8", "cardigan", "#44506e", "plum", GROWN, ("glasses",)),
    "father": Person("#7a4e38", "cropped", "#1f1a20", "#d0a040", "jumper", "#44506e", "brown", GROWN),
    "mother": Person("#fbe3cd", "ponytail", _BLACK_HAIR, "#5f9a7a", "shirt", "#4a4f78", "brown", GROWN),
    "baby": Person("#dcaa80", "tousled", "#7a5238", "#f3d27a", "tee", "#f3d27a", "white", BABY),
}

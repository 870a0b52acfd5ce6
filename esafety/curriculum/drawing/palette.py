"""The colours of the picture book: warm paper, deep ink and one family of clear hues."""

COLOURS: dict[str, str] = {
    "ink": "#2b2747",
    "paper": "#fdf6ea",
    "cream": "#fbecd0",
    "white": "#fffdf8",
    "sand": "#f1d5a8",
    "peach": "#fbd3b8",
    "coral": "#ef7660",
    "rose": "#f0a2a8",
    "pink": "#f8c9cf",
    "red": "#d9504f",
    "orange": "#f2903e",
    "yellow": "#f8c850",
    "mustard": "#dda02f",
    "green": "#6fb06c",
    "leaf": "#4c8f5f",
    "mint": "#c3e5d1",
    "teal": "#2f9b94",
    "sky": "#b4dff0",
    "blue": "#4a80cb",
    "navy": "#343f72",
    "night": "#2a3060",
    "purple": "#8b64ba",
    "lilac": "#d3c2ec",
    "plum": "#6d3f72",
    "brown": "#85553a",
    "wood": "#d8a26a",
    "oak": "#b67c48",
    "grey": "#979db3",
    "mist": "#dde2ee",
    "slate": "#5c6484",
}


def colour(name: str) -> str:
    """Return the colour that a picture description names, or the value itself when it already is one."""
    return name if name.startswith("#") else COLOURS[name]


def mix(first: str, second: str, share: float) -> str:
    """Return `first` with a share (0 to 1) of `second` stirred in."""
    pairs = zip(_channels(colour(first)), _channels(colour(second)), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def darker(name: str, share: float = 0.16) -> str:
    """Return a shade for folds, sleeves and soft shadows."""
    return mix(name, "ink", share)


def lighter(name: str, share: float = 0.35) -> str:
    """Return a tint for shine and far-away things."""
    return mix(name, "white", share)


def _channels(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)

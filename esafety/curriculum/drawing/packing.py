"""Writes a finished drawing as shortly as possible, so that thirty tablets can fetch it over a weak network."""

import re

from esafety.curriculum.drawing.pathdata import shortened

_COLOUR = re.compile(r'"#([0-9a-f]{6})"')
_AT_ORIGIN = re.compile(r' (?:cx|cy|x|y)="0"')
_OUTLINE = re.compile(r'<path d="([^"]*)"')
_PATHS = re.compile(r'<path d="([^"]*)"((?: [a-z-]+="[^"]*")*)/>')


def packed(drawing: str) -> str:
    """Return the same picture with short colours, short outlines and neighbouring marks of one brush joined."""
    drawing = _COLOUR.sub(lambda found: f'"#{_short(found.group(1))}"', drawing)
    drawing = _AT_ORIGIN.sub("", drawing)
    return _OUTLINE.sub(lambda found: f'<path d="{shortened(found.group(1))}"', _joined(drawing))


def _short(channels: str) -> str:
    """Round a colour to the nearest one that can be written with three digits."""
    return "".join(f"{min(15, round(int(channels[i : i + 2], 16) / 17)):x}" for i in (0, 2, 4))


def _joined(drawing: str) -> str:
    """Join paths that follow each other and differ in their outline only; see-through ones stay apart."""
    pieces: list[str] = []
    end, outline, brush = -1, "", ""
    for found in _PATHS.finditer(drawing):
        if found.start() == end and found.group(2) == brush and "opacity" not in brush:
            outline += found.group(1)
        else:
            pieces += [_path(outline, brush), drawing[max(end, 0) : found.start()]]
            outline, brush = found.group(1), found.group(2)
        end = found.end()
    return "".join([*pieces, _path(outline, brush), drawing[max(end, 0) :]])


def _path(outline: str, brush: str) -> str:
    return f'<path d="{outline}"{brush}/>' if outline else ""

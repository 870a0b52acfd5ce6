"""The picture book of the lessons: parts for people, places and things, and the scenes made from them."""

from esafety.curriculum.drawing import bubbles, devices, furniture, islands, outdoors, props, small_faces, symbols
from esafety.curriculum.drawing.gallery import contact_sheet, draw_all

__all__ = [
    "bubbles",
    "contact_sheet",
    "devices",
    "draw_all",
    "furniture",
    "islands",
    "outdoors",
    "props",
    "small_faces",
    "symbols",
]

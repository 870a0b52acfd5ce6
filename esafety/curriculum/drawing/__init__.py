"""The picture book of the lessons: parts for people, places and things, and the scenes made from them.

A part draws one thing around (0, 0) and puts itself into the box under a name; a scene in content/pictures/scenes
names parts and members of the cast and says where they are. To add a picture, describe it there (or in content/pictures/icons)
and run `esafety content pictures draw`.
"""

from importlib import import_module

from esafety.curriculum.drawing.gallery import contact_sheet, draw_all

BOX = (
    "belongings buildings bubbles computers devices emblems fittings food hands islands moods_and_weather on_the_wall "
    "outdoors papers people_shapes playthings seats signs small_faces small_hands tables"
).split()

for _name in BOX:
    import_module(f"{__name__}.{_name}")

__all__ = ["contact_sheet", "draw_all"]

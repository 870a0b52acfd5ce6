"""The names by which scenes call their backdrops."""

from collections.abc import Callable

from esafety.curriculum.drawing import landscapes, rooms
from esafety.curriculum.drawing.grounds import ground, halves, stage

BACKDROPS: dict[str, Callable[[], str]] = {
    "living-room": rooms.living_room,
    "evening": rooms.evening_room,
    "kitchen": rooms.kitchen,
    "classroom": rooms.classroom,
    "carpet": rooms.carpet,
    "bedroom": rooms.bedroom,
    "night": rooms.night_bedroom,
    "library": rooms.library,
    "corridor": rooms.corridor,
    "corner": rooms.corner,
    "stairs": rooms.stairs,
    "coach": rooms.coach,
    "stage": stage,
    "park": landscapes.park,
    "field": landscapes.field,
    "playground": landscapes.playground,
    "school-path": landscapes.school_path,
    "street": landscapes.street,
    "hills": landscapes.hills,
    "fair": landscapes.fair,
    "pool": landscapes.swimming_pool,
    "doorstep": landscapes.doorstep,
    "sunny": ground("#ffeecc", "#ffdd99"),
    "sea": ground("#ddeeee", "#bbddee"),
    "meadow": ground("#eeeedd", "#ddeebb"),
    "blush": ground("#ffeedd", "#ffcccc"),
    "violet": ground("#eeddff", "#ddccee"),
    "dusk": ground("#bbbbdd", "#9999bb"),
    "paper": ground("#fff7ee", "#ffeecc"),
    "halves": halves("#fde9c3", "#cfe6ec"),
    "warm-cool": halves("#fde3b4", "#c3c8dc"),
    "two-rooms": halves("#fbe0bd", "#dcd3f0"),
}

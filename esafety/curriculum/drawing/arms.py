"""Arms: where elbows and hands go in each pose, for a child whose neck is at y 22 and shoulders at y 29."""

from dataclasses import dataclass

from esafety.curriculum.drawing.cast import Build, Person
from esafety.curriculum.drawing.numbers import number
from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.shapes import dots, line

Point = tuple[float, float]
Arm = tuple[Point, Point]  # elbow, hand

DOWN: Arm = ((23, 42), (21, 56))


@dataclass(frozen=True)
class Pose:
    """The two arms; a left arm is written as a right one and mirrored."""

    left: Arm = DOWN
    right: Arm = DOWN
    item: Point | None = None  # where a held thing sits; the right hand when not given


POSES: dict[str, Pose] = {
    "down": Pose(),
    "wave": Pose(right=((35, 32), (32, 4))),
    "cheer": Pose(((35, 20), (31, -10)), ((35, 20), (31, -10))),
    "hold": Pose(((26, 52), (13, 47)), ((26, 52), (13, 47)), (0, 42)),
    "show": Pose(((29, 46), (19, 36)), ((29, 46), (19, 36)), (0, 36)),
    "one-hand": Pose(right=((30, 50), (20, 35)), item=(21, 28)),
    "hold-up": Pose(right=((36, 30), (34, 2)), item=(35, -8)),
    "think": Pose(((23, 50), (-3, 50)), ((29, 48), (9, 21))),
    "cheeks": Pose(((29, 40), (18, 14)), ((29, 40), (18, 14))),
    "mouth": Pose(right=((30, 44), (3, 16))),
    "ears": Pose(((38, 26), (23, 2)), ((38, 26), (23, 2))),
    "eyes": Pose(((34, 30), (10, 1)), ((34, 30), (10, 1))),
    "point-right": Pose(right=((30, 36), (46, 24))),
    "point-left": Pose(left=((30, 36), (46, 24))),
    "point-up": Pose(right=((34, 30), (33, 0))),
    "point-down": Pose(right=((27, 44), (33, 58))),
    "reach-right": Pose(right=((30, 44), (47, 42))),
    "reach-left": Pose(left=((30, 44), (47, 42))),
    "give": Pose(((24, 54), (-12, 48)), ((32, 46), (44, 44)), (46, 38)),
    "give-left": Pose(((32, 46), (44, 44)), ((24, 54), (-12, 48)), (-46, 38)),
    "hips": Pose(((34, 44), (20, 54)), ((34, 44), (20, 54))),
    "crossed": Pose(((26, 50), (-9, 44)), ((26, 50), (-9, 47))),
    "shrug": Pose(((28, 50), (38, 36)), ((28, 50), (38, 36))),
    "stop": Pose(right=((34, 44), (40, 20))),
    "thumb": Pose(right=((30, 50), (27, 34))),
    "lap": Pose(((25, 48), (7, 58)), ((25, 48), (7, 58)), (0, 52)),
    "type": Pose(((26, 48), (11, 55)), ((26, 48), (11, 55)), (0, 50)),
    "heart": Pose(right=((28, 50), (-2, 38))),
    "write": Pose(((26, 50), (13, 57)), ((26, 52), (8, 56)), (8, 50)),
    "hug": Pose(((26, 52), (-6, 46)), ((26, 52), (-6, 46)), (0, 38)),
    "open": Pose(((34, 36), (46, 34)), ((34, 36), (46, 34))),
    "explain": Pose(((24, 52), (-10, 48)), ((29, 52), (32, 37))),
    "hand-up": Pose(right=((33, 18), (27, -26))),
    "finger": Pose(right=((29, 46), (2, 20))),
}


NEAR_FACE = {"think", "cheeks", "mouth", "eyes", "finger", "ears"}


def placed(pose: Pose, build: Build) -> tuple[Arm, Arm, Point]:
    """Fit a pose to a build; returns left arm, right arm and the place of a held thing."""
    left, right = _fit(pose.left, build), _fit(pose.right, build)
    mirrored = ((-left[0][0], left[0][1]), (-left[1][0], left[1][1]))
    item = _stretch(pose.item, build) if pose.item else (right[1][0], right[1][1] - 4)
    return mirrored, right, item


def sleeve(side: int, arm: Arm, person: Person, tint: str, short: bool) -> str:
    """Draw one arm from the shoulder to the wrist."""
    build, skin = person.build, person.skin
    start = (side * (build.shoulder - 1.5), 29.5)
    wide = 10.5 if build.torso < 50 else 12.5
    if not short:
        return line(_bend(start, arm), tint, wide)
    cuff = ((start[0] + arm[0][0]) / 2 + side, (start[1] + arm[0][1]) / 2)
    return line(_bend(start, arm), darker(skin, 0.05), wide - 2.5) + line(f"M{_at(start)}L{_at(cuff)}", tint, wide)


def hands(left: Arm, right: Arm, skin: str, build: Build) -> str:
    """Draw both hands as soft mittens."""
    return dots((left[1], right[1]), 5.2 if build.torso < 50 else 6, skin)


def finger(pose: str, left: Arm, right: Arm, skin: str) -> str:
    """Add the finger or thumb that some poses need."""
    (x, y), (u, v) = right[1], left[1]
    if pose == "eyes":
        return line(f"M{x} {y}h-2M{u} {v}h2", skin, 18)
    strokes = {
        "point-right": f"M{x} {y}l9-2.5",
        "point-left": f"M{u} {v}l-9-2.5",
        "point-up": f"M{x} {y}v-10",
        "point-down": f"M{x} {y}l4 9",
        "thumb": f"M{x} {y}v-9",
        "finger": f"M{x} {y}V{y - 11}",
        "hand-up": f"M{x} {y}l-2-7M{x} {y}l3-6.5",
        "stop": f"M{x} {y}l-2-9M{x} {y}l3-9M{x} {y}l6-5",
    }
    return line(strokes[pose], skin, 4.4) if pose in strokes else ""


def _fit(arm: Arm, build: Build) -> Arm:
    return _stretch(arm[0], build), _stretch(arm[1], build)


def _stretch(point: Point, build: Build) -> Point:
    x, y = point
    down = 24 + (y - 24) * (build.torso / 38) if y > 24 else y
    return x + (build.shoulder - 15) * (1 if x > 16 else 0.4 if x > 4 else 0), down


def _bend(start: Point, arm: Arm) -> str:
    return f"M{_at(start)}Q{_at(arm[0])} {_at(arm[1])}"


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"

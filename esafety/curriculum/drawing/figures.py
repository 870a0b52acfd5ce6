"""Figures: one member of the cast in a stance, an arm pose and a mood."""

from dataclasses import dataclass, replace

from esafety.curriculum.drawing import arms, bodies, hair
from esafety.curriculum.drawing.cast import CAST, Person
from esafety.curriculum.drawing.faces import face
from esafety.curriculum.drawing.palette import darker
from esafety.curriculum.drawing.shapes import box, fill, line, moved, oval, pair


@dataclass(frozen=True)
class Figure:
    """What a scene says about one figure; `holds` is a finished drawing."""

    who: str
    pose: str = "down"
    stance: str = "stand"
    mood: str = "happy"
    look: str = "ahead"
    tilt: float = 0
    away: bool = False
    holds: str = ""
    mirrored: bool = False  # the arms (not the person) are seen in a mirror
    plain: bool = False  # a face of fewer marks, for crowds and small pictures
    bare: bool = False  # clothes of one colour, for crowds and small pictures
    turned: bool = False  # legs and wheelchair face right instead of left


def figure(wish: Figure) -> str:
    """Draw a whole figure with the head's middle at (0, 0)."""
    person, pose = _dressed(wish), arms.POSES[wish.pose]
    if wish.mirrored:
        pose = arms.Pose(pose.right, pose.left, (-pose.item[0], pose.item[1]) if pose.item else None)
    left, right, item = arms.placed(pose, person.build)
    style = hair.STYLES[person.hair](person.scarf or person.hair_colour)
    held = moved(wish.holds, *item) if wish.holds else ""
    if wish.away:
        return (
            _lower(person, wish)
            + _sleeves(person, left, right)
            + held
            + _upper(person, wish)
            + _back_of_head(person, style, wish)
        )
    hands = _hands(person, wish, left, right)
    under = moved(style.behind, turn=wish.tilt)
    return (
        under
        + _lower(person, wish)
        + _upper(person, wish)
        + head(person, style, wish)
        + _sleeves(person, left, right)
        + held
        + hands
    )


def portrait(wish: Figure, cut: float = 0) -> str:
    """Draw head and shoulders, for small pictures; `cut` is how much shorter the body ends."""
    person = _dressed(wish)
    style = hair.STYLES[person.hair](person.scarf or person.hair_colour)
    shoulders = bodies.torso(person, bodies.TOP + person.build.torso - cut)
    return moved(style.behind, turn=wish.tilt) + shoulders + head(person, style, wish)


def _dressed(wish: Figure) -> Person:
    return replace(CAST[wish.who], outfit="plain") if wish.bare else CAST[wish.who]


def head(person: Person, style: hair.Hair, wish: Figure) -> str:
    """Draw the head with its face, hair and what it wears."""
    skin = oval(0, -1.5, 22, 23.5, person.skin)
    if person.hair != "scarf":
        skin = pair(22, 1, 4.6, darker(person.skin, 0.08)) + skin
    worn = "".join(
        (
            hair.beard(person.hair_colour) if "beard" in person.wears else "",
            style.before if person.hair == "scarf" else "",
            face(person.skin, wish.mood, wish.look, "glasses" in person.wears, wish.plain),
            hair.moustache(person.hair_colour) if "moustache" in person.wears else "",
            style.before if person.hair != "scarf" else "",
            hair.earrings("yellow") if "earrings" in person.wears and not wish.plain else "",
            _cap() if "cap" in person.wears else "",
        )
    )
    return moved(skin + worn, turn=wish.tilt)


def _lower(person: Person, wish: Figure) -> str:
    if wish.stance == "wheelchair":
        return moved(bodies.chair_behind(), flip=wish.turned)
    return "" if wish.stance in ("bust", "floor", "sit") else bodies.LEGS[wish.stance](person)


def _upper(person: Person, wish: Figure) -> str:
    hem = bodies.TOP + person.build.torso + (45 if wish.stance == "bust" else 0)
    body = bodies.torso(person, hem)
    seated = wish.stance in ("wheelchair", "floor", "sit")
    return body + (moved(bodies.LEGS[wish.stance](person), flip=wish.turned) if seated else "")


def _sleeves(person: Person, left: arms.Arm, right: arms.Arm) -> str:
    tint = darker(person.trim if person.outfit == "dungarees" else person.top, 0.1)
    short = person.outfit == "tee"
    return "".join(arms.sleeve(side, arm, person, tint, short) for side, arm in ((-1, left), (1, right)))


def _hands(person: Person, wish: Figure, left: arms.Arm, right: arms.Arm) -> str:
    # a hand in front of the face is a little darker, so that it can be told from it
    skin = darker(person.skin, 0.12) if wish.pose in arms.NEAR_FACE else person.skin
    return arms.hands(left, right, skin, person.build) + ("" if wish.mirrored else arms.finger(wish.pose, left, right, skin))


def _back_of_head(person: Person, style: hair.Hair, wish: Figure) -> str:
    tint = person.scarf or person.hair_colour
    bald = person.hair == "fringe"
    ears = "" if person.hair == "scarf" else pair(22, 1, 4.6, person.skin)
    skull = ears + fill("M-23-3C-23-20-13-26.5 0-26.5S23-20 23-3C23 12 13 18 0 18S-23 12-23-3Z", person.skin if bald else tint)
    return moved(
        skull + style.away + (oval(0, 8, 20, 8, tint) if bald else "") + (_cap_back() if "cap" in person.wears else ""),
        turn=wish.tilt,
    )


def _cap() -> str:
    return fill("M-23-10C-22-30 22-30 23-10Q0-16-23-10Z", "coral") + fill("M-20-11Q4-20 33-9Q14-6-20-11Z", darker("coral", 0.2))


def _cap_back() -> str:
    return (
        fill("M-23-6C-22-30 22-30 23-6Q0-10-23-6Z", "coral")
        + line("M-7-9q7-5 14 0", darker("coral"), 2)
        + box(-1, -28, 2, 3, "coral")
    )

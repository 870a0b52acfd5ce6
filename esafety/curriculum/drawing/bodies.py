"""Bodies: torso, outfit, legs and the wheelchair, hung below a head at (0, 0)."""

from collections.abc import Callable

from esafety.curriculum.drawing.cast import Person
from esafety.curriculum.drawing.hair import hood
from esafety.curriculum.drawing.numbers import number
from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, pair, ring

TOP = 20


def torso(person: Person, hem: float) -> str:
    """Draw the neck and the upper body down to `hem`."""
    s, h = person.build.shoulder, person.build.hem
    shape = (
        f"M{-s} 24C{-s - 5} 27 {-h} {hem - 12} {-h} {hem}Q0 {hem + 4} {h} {hem}C{h} {hem - 12} {s + 5} 27 {s} 24Q0 18 {-s} 24Z"
    )
    back = hood(person.top) if person.outfit == "hoodie" else ""
    detail = "" if person.outfit == "plain" else _OUTFITS[person.outfit](person, hem)
    return back + fill(shape, person.top) + detail + _neck(person)


def _neck(person: Person) -> str:
    return fill("M-7 16H7V23Q0 29-7 23Z", darker(person.skin, 0.14))


def _jumper(person: Person, hem: float) -> str:
    h, shade = person.build.hem, darker(person.top)
    return line(f"M{-h + 2} {hem - 2}Q0 {hem + 2} {h - 2} {hem - 2}", shade, 3.5) + line("M-8.5 22Q0 31 8.5 22", shade, 3)


def _tee(person: Person, hem: float) -> str:
    return line("M-8.5 22Q0 30 8.5 22", darker(person.top), 2.2) + dot(0, 40, 5, lighter(person.top, 0.5))


def _stripes(person: Person, hem: float) -> str:
    h, rows = person.build.hem - 1, range(36, int(hem) - 2, 9)
    return line("".join(f"M{-h} {y}Q0 {y + 4} {h} {y}" for y in rows), lighter(person.top, 0.55), 3)


def _hoodie(person: Person, hem: float) -> str:
    pocket = fill(f"M-10 {hem - 16}H10L13 {hem - 4}H-13Z", darker(person.top))
    return pocket + line("M-5 25V35M5 25V33", person.trim, 1.8)


def _cardigan(person: Person, hem: float) -> str:
    front = fill(f"M-8 21L-4 {hem + 1}Q0 {hem + 3} 4 {hem + 1}L8 21Q0 26-8 21Z", person.trim)
    return front + dots(((6.5, y) for y in (38, 48, 58) if y < hem), 1.4, darker(person.top, 0.5))


def _shirt(person: Person, hem: float) -> str:
    collar = fill("M-10 21L0 30L-8 34ZM10 21L0 30L8 34Z", lighter(person.top, 0.3))
    return line(f"M0 30V{number(hem)}", darker(person.top), 1.6) + collar


def _tie(person: Person, hem: float) -> str:
    front = fill("M-9 21L0 50L9 21Q0 27-9 21Z", "white")
    return front + fill("M-2.6 27H2.6L3.6 44L0 49L-3.6 44Z", "red") + line(f"M0 52V{number(hem)}", darker(person.top), 1.6)


def _dress(person: Person, hem: float) -> str:
    h = person.build.hem
    spots = dots(((x, y) for x, y in ((-9, 40), (0, 47), (9, 40), (-9, 54), (9, 54)) if y < hem), 1.7, person.trim)
    return spots + line(f"M{-h + 1} {hem - 1}Q0 {hem + 3} {h - 1} {hem - 1}", person.trim, 2.4)


def _coat(person: Person, hem: float) -> str:
    buttons = dots(((4, y) for y in (44, 55, 66) if y < hem), 1.6, person.trim)
    return line(f"M0 32V{number(hem)}", darker(person.top, 0.3), 1.6) + buttons


def _dungarees(person: Person, hem: float) -> str:
    h, b = person.build.hem, person.build.shoulder
    shirt = fill(f"M{-b} 24C{-b - 4} 27 {-h} 38 {-h} 44L-10 40V24ZM{b} 24C{b + 4} 27 {h} 38 {h} 44L10 40V24Z", person.trim)
    bib = fill("M-10 21H10V36H-10Z", person.trim) + line("M-9.5 24V38M9.5 24V38", person.top, 4)
    return shirt + bib + pair(9.5, 37, 1.7, "yellow")


_OUTFITS: dict[str, Callable[[Person, float], str]] = {
    "jumper": _jumper,
    "tee": _tee,
    "stripes": _stripes,
    "hoodie": _hoodie,
    "cardigan": _cardigan,
    "shirt": _shirt,
    "tie": _tie,
    "dress": _dress,
    "coat": _coat,
    "dungarees": _dungarees,
}


def skirted(person: Person) -> bool:
    """Whether the outfit reaches below the hips."""
    return person.outfit in ("dress", "coat")


def legs_standing(person: Person) -> str:
    """Two legs and shoes, the feet apart."""
    hip, foot = TOP + person.build.torso - 3, TOP + person.build.torso + person.build.leg
    wide = 12 if person.build.torso < 50 else 14
    out = line(f"M-8 {hip}L-9 {foot - 6}M8 {hip}L9 {foot - 6}", person.legs, wide)
    skirt = ""
    if skirted(person):
        h, low = person.build.hem, hip + (foot - hip) * 0.5
        skirt = fill(
            f"M{-h} {hip - 2}Q{-h - 5} {low} {-h - 5} {low + 2}Q0 {low + 6} {h + 5} {low + 2}Q{h + 5} {low} {h} {hip - 2}Z",
            darker(person.top, 0.06),
        )
    return _shoe(-11, foot - 3, person.shoes) + _shoe(11, foot - 3, person.shoes) + out + skirt


def legs_walking(person: Person) -> str:
    """One leg in front of the other."""
    hip, foot = TOP + person.build.torso - 3, TOP + person.build.torso + person.build.leg
    out = line(f"M-5 {hip}L-15 {foot - 7}M5 {hip}L15 {foot - 6}", person.legs, 12)
    return _shoe(-14, foot - 3, person.shoes) + _shoe(19, foot - 3, person.shoes) + out


def legs_seated(person: Person) -> str:
    """Sitting towards us on a chair or sofa."""
    hip = TOP + person.build.torso
    knee, foot = hip + 9, hip + 9 + person.build.leg * 0.75
    shins = line(f"M-12 {knee}L-12 {foot - 6}M12 {knee}L12 {foot - 6}", darker(person.legs, 0.1), 12)
    thighs = line(f"M-8 {hip - 2}L-12 {knee}M8 {hip - 2}L12 {knee}", person.legs, 15)
    return _shoe(-14, foot - 3, person.shoes) + _shoe(14, foot - 3, person.shoes) + shins + thighs


def legs_floor(person: Person) -> str:
    """Sitting on the floor with crossed legs."""
    hip = TOP + person.build.torso - 4
    back = line(f"M12 {hip}Q36 {hip + 8} 20 {hip + 15}L-6 {hip + 15}", darker(person.legs, 0.12), 12)
    front = line(f"M-12 {hip}Q-36 {hip + 8}-20 {hip + 16}L8 {hip + 17}", person.legs, 12)
    return back + oval(-12, hip + 17, 7, 5, person.shoes) + front + oval(15, hip + 18, 7, 5, person.shoes)


def chair_behind(tint: str = "#46557d") -> str:
    """The wheelchair's back and handle, behind the figure."""
    return line("M20 28V70M28 30h-8", "slate", 4) + box(-21, 34, 42, 32, tint, 8)


def legs_in_chair(person: Person) -> str:
    """Legs on the footrest and the wheel, the wheelchair facing left."""
    hip = TOP + person.build.torso
    legs = line(f"M4 {hip - 2}L-22 {hip + 3}L-25 {hip + 24}", person.legs, 13) + _shoe(-30, hip + 27, person.shoes)
    frame = line(f"M-36 {hip + 32}h15l7-30M14 {hip}v14", "slate", 3.4)
    wheel = ring(9, hip + 13, 24, "ink", 4) + ring(9, hip + 13, 18.5, "grey", 1.8) + dot(9, hip + 13, 4, "slate")
    spokes = line(f"M9 {hip - 6}V{hip + 32}M-10 {hip + 13}H28M-4 {hip}l26 26M22 {hip}l-26 26", "grey", 1.1)
    return frame + ring(-19, hip + 33, 6, "ink", 3) + legs + spokes + wheel


def _shoe(x: float, y: float, tint: str) -> str:
    return fill(f"M{x - 8} {y + 3}q0-8 8-8t8 8q-8 2-16 0Z", tint)


LEGS: dict[str, Callable[[Person], str]] = {
    "stand": legs_standing,
    "walk": legs_walking,
    "sit": legs_seated,
    "floor": legs_floor,
    "wheelchair": legs_in_chair,
}


def foot_line(person: Person, stance: str) -> float:
    """How far below the head's middle the ground is."""
    hip = TOP + person.build.torso
    drops = {
        "stand": person.build.leg,
        "walk": person.build.leg,
        "sit": 9 + person.build.leg * 0.75,
        "floor": 20,
        "wheelchair": 38,
        "bust": 0,
    }
    return hip + drops[stance]

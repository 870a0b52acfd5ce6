"""Things that children and grown-ups handle, each around its middle."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, moved, oval, ring


@part("game-box", "blue")
def game_box(wish: Wish) -> str:
    """A game box, 38 by 48, with an age label that carries no digits in its corner."""
    cover = box(-19, -24, 38, 48, darker(wish.tint, 0.3), 3) + box(-16, -24, 35, 48, wish.tint, 3) + moved(wish.shows, 1, -6, 1.1)
    return cover + box(-14, 9, 13, 13, "yellow", 2) + dots(((-10, 15.5), (-5, 15.5)), 1.6, "ink")


@part("age-label", "yellow")
def age_label(wish: Wish) -> str:
    return box(-12, -12, 24, 24, "ink", 4) + box(-10, -10, 20, 20, wish.tint, 3) + dots(((-4, 0), (4, 0)), 2.6, "ink")


@part("book", "teal")
def book(wish: Wish) -> str:
    """A closed book, 30 by 38."""
    return box(-15, -19, 30, 38, wish.tint, 3) + box(-15, -19, 6, 38, darker(wish.tint), 2) + moved(wish.shows, 3, -2, 0.8)


@part("open-book", "white")
def open_book(wish: Wish) -> str:
    return (
        fill("M0-10Q-14-17-29-12V12Q-14 7 0 14Q14 7 29 12V-12Q14-17 0-10Z", "coral")
        + fill("M0-11Q-13-16-26-12V9Q-13 5 0 11Q13 5 26 9V-12Q13-16 0-11Z", wish.tint)
        + line("M0-10V10M-20-6q7-2 14 1M-20 0q7-2 14 1M6-5q7-3 14-1M6 1q7-3 14-1", "grey", 1.6)
    )


@part("bag", "coral")
def bag(wish: Wish) -> str:
    """A school bag, 32 wide."""
    return (
        line("M-7-18Q0-28 7-18", darker(wish.tint), 4)
        + box(-16, -19, 32, 38, wish.tint, 10)
        + box(-12, 0, 24, 15, darker(wish.tint), 4)
        + line("M-9-8H9", darker(wish.tint), 2.4)
    )


@part("mug", "teal")
def mug(wish: Wish) -> str:
    return (
        ring(9, 1, 5, wish.tint, 3)
        + box(-9, -8, 18, 18, wish.tint, 4)
        + oval(0, -8, 9, 2.4, darker(wish.tint))
        + line("M-3-14q-3-4 0-7M3-14q-3-4 0-7", "grey", 1.6)
    )


@part("juice", "orange")
def juice(wish: Wish) -> str:
    return fill("M-8-12H8L6 12H-6Z", "white") + fill("M-7.3-5H7.3L6 12H-6Z", wish.tint) + line("M2-4L8-20", "coral", 2.4)


@part("jug", "orange")
def jug(wish: Wish) -> str:
    return (
        ring(12, -2, 7, "sky", 3)
        + fill("M-12-18H12V14Q12 18 8 18H-8Q-12 18-12 14Z", "sky")
        + fill("M-12-4H12V14Q12 18 8 18H-8Q-12 18-12 14Z", wish.tint)
    )


@part("cake", "pink")
def cake(wish: Wish) -> str:
    """A birthday cake with one candle, 44 wide."""
    base = box(-21, -4, 42, 22, "wood", 4) + fill(
        "M-22 4V-2Q-22-9-15-9H15Q22-9 22-2V4Q17 9 12 4Q6 9 0 4Q-6 9-12 4Q-17 9-22 4Z", wish.tint
    )
    return oval(0, 19, 28, 4, "mist") + base + line("M0-9V-19", "teal", 3.4) + fill("M0-31Q5-24 0-20Q-5-24 0-31Z", "yellow")


@part("sandwich", "sand")
def sandwich(wish: Wish) -> str:
    return fill("M-13 7L13-8V7Z", wish.tint) + line("M-11 8H13", "green", 3) + line("M-12 11H13", "wood", 4)


@part("biscuit", "wood")
def biscuit(wish: Wish) -> str:
    return dot(0, 0, 9, wish.tint) + dots(((-3, -3), (4, -1), (-1, 4)), 1.6, "brown")


@part("half-biscuit", "wood")
def half_biscuit(wish: Wish) -> str:
    return fill("M0-9A9 9 0 0 0 0 9L2 4L-1 0L3-4Z", wish.tint) + dots(((-4, -3), (-3, 4)), 1.6, "brown")


@part("apple", "red")
def apple(wish: Wish) -> str:
    return (
        fill("M0-6Q-10-12-11 0Q-9 11-3 10Q0 9 3 10Q9 11 11 0Q10-12 0-6Z", wish.tint)
        + line("M0-6Q0-11 3-13", "brown", 2)
        + fill("M3-11q5-4 8 0q-4 4-8 0Z", "leaf")
    )


@part("lunchbox", "green")
def lunchbox(wish: Wish) -> str:
    return (
        line("M-6-11Q0-18 6-11", darker(wish.tint), 3.4)
        + box(-19, -11, 38, 24, wish.tint, 5)
        + line("M-19-1H19", darker(wish.tint), 2)
    )


@part("teddy", "wood")
def teddy(wish: Wish) -> str:
    """A teddy bear, 46 high."""
    ears = dots(((-10, -20), (10, -20)), 5, wish.tint) + dots(((-10, -20), (10, -20)), 2.4, "sand")
    body = (
        oval(0, 10, 13, 13, wish.tint)
        + oval(0, 11, 7, 8, "sand")
        + dots(((-14, 6), (14, 6), (-9, 21), (9, 21)), 5.5, darker(wish.tint, 0.08))
    )
    return (
        body
        + ears
        + dot(0, -11, 13.5, wish.tint)
        + oval(0, -7, 6, 4.6, "sand")
        + dots(((-5, -13), (5, -13)), 1.8, "ink")
        + line("M0-9v2q-2 2-3.5.5M0-7q2 2 3.5.5", "ink", 1.4)
    )


@part("blocks", "coral")
def blocks(wish: Wish) -> str:
    return (
        box(-20, 2, 19, 17, wish.tint, 2)
        + box(1, 2, 19, 17, "blue", 2)
        + box(-10, -16, 19, 17, "yellow", 2)
        + fill("M-9-17L0-27L9-17Z", "green")
    )


@part("block", "coral")
def block(wish: Wish) -> str:
    return box(-9, -8, 18, 16, wish.tint, 2.5) + line("M-5-4H5", lighter(wish.tint), 2)


@part("bridge", "coral")
def bridge(wish: Wish) -> str:
    """A small bridge of toy blocks, 84 wide."""
    left = box(-42, 2, 16, 18, wish.tint, 2) + box(-42, -14, 16, 15, "yellow", 2)
    right = box(26, 2, 16, 18, "blue", 2) + box(26, -14, 16, 15, "green", 2)
    return left + right + fill("M-28-16H28V-3Q0-15-28-3Z", "red")


@part("crayon", "coral")
def crayon(wish: Wish) -> str:
    return moved(
        box(-14, -3.5, 24, 7, wish.tint, 1.5)
        + fill("M10-3L17 0L10 3Z", darker(wish.tint))
        + box(-8, -3.5, 12, 7, darker(wish.tint, 0.1)),
        turn=35,
    )


@part("pencil", "yellow")
def pencil(wish: Wish) -> str:
    return moved(
        box(-18, -4, 28, 8, wish.tint)
        + box(-22, -4, 6, 8, "rose", 2)
        + fill("M10-4L19 0L10 4Z", "sand")
        + fill("M16-1.4L19 0L16 1.4Z", "ink"),
        turn=50,
    )


@part("brush", "brown")
def brush(wish: Wish) -> str:
    return moved(line("M-18 0H4", wish.tint, 4) + fill("M4-4Q14-5 19 0Q14 5 4 4Z", "coral"), turn=30)


@part("paper", "white")
def paper(wish: Wish) -> str:
    """A sheet of paper, 34 by 42."""
    return box(-17, -21, 34, 42, "grey", 2, 0.35) + box(-18, -22, 34, 42, wish.tint, 2) + moved(wish.shows, -1, -1)


@part("wobbly-cat", "orange")
def wobbly_cat(wish: Wish) -> str:
    """A young child's drawing of a cat with five legs."""
    body = line("M-9-4Q-9 4-7 5H8Q11 0 8-4Z", wish.tint, 2.2) + line(
        "M-6 5l-1 6M-2 5v6M2 5l1 6M5 5v6M8 4l2 6M9-3q6-3 5-9", wish.tint, 2
    )
    return (
        body
        + line("M-9-4Q-14-4-13-10L-11-8L-8-8L-5-11Q-4-5-9-4Z", wish.tint, 2.2)
        + dots(((-10.5, -6.5), (-7, -6.8)), 0.9, "ink")
    )


@part("folded-note", "white")
def folded_note(wish: Wish) -> str:
    return fill("M-11-7H11V8H-11Z", wish.tint) + line("M-11-7L0 1L11-7", "grey", 1.6)


@part("note-box", "coral")
def note_box(wish: Wish) -> str:
    """A box with a slot and a heart, 54 wide."""
    return (
        box(-27, -20, 54, 44, wish.tint, 5)
        + box(-29, -24, 58, 11, darker(wish.tint), 4)
        + box(-15, -21, 30, 4.5, "ink", 2)
        + moved(fill("M0 10C-14 1-12-9-6-9C-2.5-9 0-6 0-4C0-6 2.5-9 6-9C12-9 14 1 0 10Z", "white"), 0, 5)
    )


@part("gift", "coral")
def gift(wish: Wish) -> str:
    """A gift with a bow, 52 wide."""
    return (
        box(-23, -12, 46, 36, wish.tint, 3)
        + box(-26, -18, 52, 11, darker(wish.tint), 3)
        + line("M0-16V23", "yellow", 7)
        + fill("M0-18Q-20-38-18-20ZM0-18Q20-38 18-20Z", "yellow")
    )


@part("chained-box", "grey")
def chained_box(wish: Wish) -> str:
    """A heavy box in chains."""
    return (
        box(-27, -20, 54, 46, wish.tint, 3)
        + box(-30, -25, 60, 12, darker(wish.tint), 3)
        + line("M-27-10L27 24M27-10L-27 24", "ink", 5)
        + line("M-27-10L27 24M27-10L-27 24", "mist", 1.6)
        + box(-8, 0, 16, 14, "mustard", 3)
    )


@part("photo", "white")
def photo(wish: Wish) -> str:
    """A printed photo, 40 by 44."""
    return (
        box(-20, -22, 42, 46, "ink", 2, 0.15)
        + box(-21, -23, 42, 46, wish.tint, 2)
        + box(-17, -19, 34, 32, "sky", 1)
        + moved(wish.shows, 0, -3)
    )


@part("film-frame", "ink")
def film_frame(wish: Wish) -> str:
    return box(-17, -13, 34, 26, wish.tint, 3) + box(-13, -9, 26, 18, "sky", 2) + moved(wish.shows, size=0.6)


@part("controller-pad", "slate")
def controller_pad(wish: Wish) -> str:
    pad = fill("M-6-6H6Q11-6 12 5Q11 9 7.5 6L5 3H-5L-7.5 6Q-11 9-12 5Q-11-6-6-6Z", wish.tint)
    return moved(
        pad + line("M-6-3v5M-8.5-.5h5", "white", 1.6) + dot(5, -2, 1.5, "coral") + dot(7.5, 0.8, 1.5, "yellow"), size=1.5
    )


@part("football", "white")
def football(wish: Wish) -> str:
    patch = fill("M0-6L6-1.500L3.7 5.500H-3.700L-6-1.500Z", "ink") + line(
        "M0-6V-13M6-1.500l6.5-2.500M3.7 5.500l4.5 6M-3.7 5.500l-4.5 6M-6-1.500l-6.5-2.5", "ink", 1.8
    )
    return dot(0, 0, 14, "grey") + dot(-0.7, -0.7, 13.2, wish.tint) + patch


@part("briefcase", "brown")
def briefcase(wish: Wish) -> str:
    return (
        line("M-6-11V-15H6V-11", darker(wish.tint), 3.4)
        + box(-17, -11, 34, 24, wish.tint, 4)
        + line("M-17 0H17", darker(wish.tint), 2)
    )


@part("medal", "yellow")
def medal(wish: Wish) -> str:
    return fill("M-9-20H-3L3-4L-3-1ZM9-20H3L-3-4L3-1Z", "coral") + dot(0, 7, 11, wish.tint) + dot(0, 7, 7, lighter(wish.tint))


@part("card", "cream")
def card(wish: Wish) -> str:
    return box(-14, -10, 28, 20, darker(wish.tint), 3) + box(-13, -10, 26, 18, wish.tint, 2.5) + moved(wish.shows, 0, -1, 0.7)


@part("towel", "coral")
def towel(wish: Wish) -> str:
    """A towel round the shoulders of a child."""
    return fill("M-17 22Q-30 34-27 62Q-14 66-8 60L-4 30Q0 27 4 30L8 60Q14 66 27 62Q30 34 17 22Q0 34-17 22Z", wish.tint) + line(
        "M-25 54L-10 56M25 54L10 56", "white", 3
    )


@part("big-hand", "#a86f49")
def big_hand(wish: Wish) -> str:
    """An open hand, 120 high, palm to us."""
    fingers = line("M-24 8L-38-28M-9 0L-14-46M9 0L11-47M25 8L36-32M-30 34L-56 12", wish.tint, 20)
    return (
        fingers
        + fill("M-36 10Q0-12 36 10L34 40Q28 62 20 70H-20Q-32 60-36 36Z", wish.tint)
        + line("M-18 30Q4 44 24 22", darker(wish.tint, 0.2), 2.4)
    )


@part("pointing-hand", "#dcaa80")
def pointing_hand(wish: Wish) -> str:
    """A hand from above with one finger down, its tip at (0, 0)."""
    return (
        line("M0-4V-26", wish.tint, 10)
        + fill("M-12-28Q-14-50 2-52Q20-52 20-34Q20-22 8-20H-4Q-12-20-12-28Z", wish.tint)
        + fill("M-10-48H18L20-80H-14Z", wish.trim)
    )


@part("two-hands", "#dcaa80")
def two_hands(wish: Wish) -> str:
    """Two hands that hold something wide between them."""
    return line("M-54 30L-34 8M54 30L34 8", wish.trim, 15) + line("M-34 8L-28 0M34 8L28 0", wish.tint, 13)


@part("linked-hands", "#a86f49")
def linked_hands(wish: Wish) -> str:
    return (
        line("M-26 12L-8 2", "yellow", 11)
        + line("M26 12L8 2", "blue", 11)
        + line("M-9 2L2-1", wish.tint, 9)
        + line("M9 2L0 3", "#f7d3bc", 9)
        + line("M-1-3v7", darker("#f7d3bc"), 1.2)
    )


@part("sack", "sand")
def sack(wish: Wish) -> str:
    """A jumping sack for a child from the waist down."""
    return (
        fill("M-22-14Q0-8 22-14L25 34Q0 40-25 34Z", wish.tint)
        + line("M-22-14Q0-8 22-14", darker(wish.tint, 0.3), 3)
        + line("M-12 4l6 5M8 14l6-4", darker(wish.tint), 1.8)
    )


@part("puzzle", "teal")
def puzzle(wish: Wish) -> str:
    left = fill("M-22-12H-2V-5Q6-9 6 0T-2 5V12H-22Z", wish.tint)
    return left + moved(fill("M-9-12H11V12H-9V5Q-1 9-1 0T-9-5Z", "coral"), 16, -3, turn=8)


@part("robot-arm", "grey")
def robot_arm(wish: Wish) -> str:
    """A friendly robot arm that holds a brush; its tip is at the left."""
    return (
        line("M52 50L44 4L8-8", wish.tint, 11)
        + dots(((52, 50), (44, 4), (10, -8)), 8, "teal")
        + dots(((44, 3),), 3, "white")
        + line("M8-8L-14 4", "brown", 4)
        + fill("M-12-1Q-22 1-24 10Q-14 10-9 4Z", "ink")
    )


@part("name-tag", "white")
def name_tag(wish: Wish) -> str:
    return box(-11, -6, 22, 12, wish.tint, 3) + line("M-6 0H6", "grey", 3)


@part("number-plate", "yellow")
def number_plate(wish: Wish) -> str:
    return box(-14, -5, 28, 10, "ink", 2.5) + box(-12.5, -3.5, 25, 7, wish.tint, 1.5)


@part("street-sign", "white")
def street_sign(wish: Wish) -> str:
    return (
        line("M-14 4V40M14 4V40", "slate", 3.4)
        + box(-22, -8, 44, 16, "ink", 3)
        + box(-20, -6, 40, 12, wish.tint, 2)
        + line("M-13 0H13", "grey", 3.4)
    )


@part("price-tag", "coral")
def price_tag(wish: Wish) -> str:
    return fill("M-12-9L3-10L13 1L3 12L-12 1Z", wish.tint) + dot(-6, -4, 2.4, "white")


@part("stranger", "#aab0c4")
def stranger(wish: Wish) -> str:
    """The outline of somebody who is not known: no face."""
    return fill("M-26 46Q-26 20-9 16H9Q26 20 26 46Z", wish.tint) + dot(0, -2, 18, wish.tint) + moved(wish.shows, 0, -2)


@part("wanted-picture", "white")
def blank_picture(wish: Wish) -> str:
    return box(-20, -15, 40, 30, "slate", 3) + box(-17, -12, 34, 24, wish.tint, 1.5) + moved(wish.shows, size=0.9)


@part("balloon", "coral")
def balloon(wish: Wish) -> str:
    return (
        line("M0 16Q4 28-2 40", "slate", 1.4)
        + oval(0, 0, 13, 16, wish.tint)
        + fill("M-3 16H3L0 13Z", wish.tint)
        + line("M-6-7Q-4-11 0-11", "white", 2)
    )


@part("padlock", "yellow")
def padlock(wish: Wish) -> str:
    """A big padlock, 50 high."""
    return (
        line("M-12-4v-10a12 12 0 0 1 24 0V-4", "slate", 7)
        + box(-21, -5, 42, 32, wish.tint, 7)
        + dot(0, 7, 4.4, "ink")
        + line("M0 8v8", "ink", 4)
    )


@part("trophy", "yellow")
def trophy(wish: Wish) -> str:
    return (
        line("M-12-12Q-22-8-10 2M12-12Q22-8 10 2", wish.tint, 3.4)
        + fill("M-12-16H12Q12 6 0 8Q-12 6-12-16Z", wish.tint)
        + box(-2.5, 7, 5, 8, "mustard")
        + box(-10, 14, 20, 6, "brown", 2)
    )


@part("swim-float", "coral")
def swim_float(wish: Wish) -> str:
    return ring(0, 0, 13, wish.tint, 8) + line("M0-17v8M0 9v8M-17 0h8M9 0h8", "white", 4)


@part("scissors", "coral")
def scissors(wish: Wish) -> str:
    return line("M-6 4L14-12M-6-4L14 12", "grey", 4) + ring(-11, -7, 5.4, wish.tint, 4) + ring(-11, 7, 5.4, wish.tint, 4)


@part("glue", "white")
def glue_stick(wish: Wish) -> str:
    return box(-7, -8, 14, 24, wish.tint, 3) + box(-7, 0, 14, 8, "teal") + box(-4, -16, 8, 9, "coral", 2)


@part("tall-shadow", "night")
def tall_shadow(wish: Wish) -> str:
    """A long soft shadow in the shape of a grown-up with a briefcase; its head is at (0, 0)."""
    body = fill("M-20 22Q-26 60-22 84H-16L-18 140H-4L0 90L4 140H18L16 84H22L26 74L20 22Q0 14-20 22Z", wish.tint, 0.45)
    return (
        dot(0, 2, 19, wish.tint, 0.45)
        + body
        + box(22, 78, 28, 22, wish.tint, 3, 0.45)
        + line("M30 78v-5h12v5", wish.tint, 3, 0.45)
    )


@part("ribbon", "ink")
def ribbon(wish: Wish) -> str:
    """A ribbon of little films that winds through the whole scene, its start near (-46, 40)."""
    way = "M-38 26C-24-10-50-76 6-78S76-44 100-62S152-50 138-8S74 40 98 62S150 78 170 96"
    return (
        line(way, wish.tint, 24)
        + f'<path d="{way}" stroke="#ffd98a" stroke-width="14" stroke-dasharray="13 9" stroke-linecap="butt"/>'
    )


@part("frosting", "pink")
def frosting(wish: Wish) -> str:
    """A dab of cake on a nose."""
    return dots(((-3, 0), (3, 0), (0, -2.5), (0, 2)), 4, wish.tint)


@part("arm-with-phone", "#e9b98f")
def arm_with_phone(wish: Wish) -> str:
    """An arm that comes from below and holds up a phone."""
    return (
        line("M14 100Q2 60 0 38", "purple", 14)
        + box(-11, -8, 22, 40, "ink", 4.5)
        + box(-9.5, -6.5, 19, 37, "teal", 3.5)
        + dot(-4, -1, 2.6, "ink")
        + line("M-9 26H9", wish.tint, 8)
    )


@part("joke-face", "ink")
def joke_face(wish: Wish) -> str:
    """A painted moustache and long ears, put on the picture of a face."""
    ears = fill("M-20-16Q-44-44-30-50Q-14-44-10-24ZM20-16Q44-44 30-50Q14-44 10-24Z", "#8fc46a")
    return ears + line("M0 8Q-8 4-14 9Q-20 12-20 5M0 8Q8 4 14 9Q20 12 20 5", wish.tint, 3)


@part("class-group")
def class_group(wish: Wish) -> str:
    """Four children close together, small and simple, 84 wide."""
    children = (
        (-28, -14, "#a86f49", "yellow", "#33241f"),
        (28, -12, "#f7d3bc", "green", "#d8663a"),
        (-11, -2, "#7a4e38", "blue", "#1f1a20"),
        (12, 0, "#fbe3cd", "purple", "#26202b"),
    )
    return "".join(moved(_child(skin, top, hair), x, y) for x, y, skin, top, hair in children)


def _child(skin: str, top: str, hair: str) -> str:
    body = fill("M-14 50Q-14 15 0 15T14 50Z", top) + dot(0, 0, 14, skin) + fill("M-15 0A15 15 0 0 1 15 0Q8-8 0-8T-15 0Z", hair)
    return body + dots(((-5, 2), (5, 2)), 1.6, "ink") + line("M-4 6.5q4 3.5 8 0", "ink", 1.6)


@part("written-form", "grey")
def form_lines(wish: Wish) -> str:
    """An empty form: boxes to fill in, 36 wide."""
    return "".join(box(-16, y, 32, 6, "white", 1.5) + line(f"M-12 {y + 3}h8", wish.tint, 1.4) for y in (-11, -3, 5))


@part("stranger-small", "#aab0c4")
def small_stranger(wish: Wish) -> str:
    """A head without a face, for a screen."""
    return dot(0, -3, 7, wish.tint) + fill("M-11 14Q-10 4 0 4T11 14Z", wish.tint)


@part("blanket-small", "lilac")
def small_blanket(wish: Wish) -> str:
    """A little blanket over a sleeping tablet."""
    return fill("M-22-3Q0-9 22-3L24 14H-24Z", wish.tint) + dots(((-12, 4), (0, 6), (12, 4)), 2, "white")

"""Small signs, each about 24 wide: they stand in bubbles, on screens and, enlarged, on option pictures."""

from esafety.curriculum.drawing.palette import darker, lighter
from esafety.curriculum.drawing.parts import Wish, part
from esafety.curriculum.drawing.shapes import box, dot, dots, fill, line, oval, ring

STAR = "M0-11L3.2-3.8L11-3L5.2 2.2L7 10L0 5.8L-7 10L-5.2 2.2L-11-3L-3.2-3.8Z"
HEART = "M0 10C-14 1-12-9-6-9C-2.5-9 0-6 0-4C0-6 2.5-9 6-9C12-9 14 1 0 10Z"


@part("heart", "coral")
def heart(wish: Wish) -> str:
    return fill(HEART, wish.tint) + line("M-7.5-3.5q.5-2.5 2.5-2.5", lighter(wish.tint, 0.6), 1.8)


@part("star", "yellow")
def star(wish: Wish) -> str:
    return fill(STAR, wish.tint) + line(STAR, wish.tint, 2)


@part("sun", "yellow")
def sun(wish: Wish) -> str:
    return dot(0, 0, 6, wish.tint) + line(
        "M0-11v2M0 9v2M-11 0h2M9 0h2M-7.8-7.8l1.4 1.4M6.4 6.4l1.4 1.4M-7.8 7.8l1.4-1.4M6.4-6.4l1.4-1.4", wish.tint, 2.2
    )


@part("moon", "yellow")
def moon(wish: Wish) -> str:
    return fill("M3-10A10.5 10.5 0 1 0 10 5A9 9 0 0 1 3-10Z", wish.tint)


@part("cloud", "white")
def cloud(wish: Wish) -> str:
    return fill("M-9 7a5.5 5.5 0 0 1-1-10.8a8 8 0 0 1 14.5-2.4a6.6 6.6 0 0 1 5.5 13.2Z", wish.tint)


@part("swirl", "purple")
def swirl(wish: Wish) -> str:
    return line("M0 1q2-3-1-4t-5 3q-1 6 5 7.5t9-6q1-9-8-10.5t-11 8", wish.tint, 2.4)


@part("tick", "leaf")
def tick(wish: Wish) -> str:
    return line("M-8 1L-2.5 7L8.5-6.5", wish.tint, 4.6)


@part("cross", "red")
def cross(wish: Wish) -> str:
    return line("M-7-7L7 7M7-7L-7 7", wish.tint, 4.4)


@part("question", "purple")
def question(wish: Wish) -> str:
    return line("M-5-5q0-5.5 5.5-5.5t5.5 5q0 3.5-3.5 5t-2.5 4", wish.tint, 3.2) + dot(0, 9.5, 2.2, wish.tint)


@part("warning", "yellow")
def warning(wish: Wish) -> str:
    sign = "M0-9L10 8H-10Z"
    return fill(sign, wish.tint) + line(sign, wish.tint, 4) + line("M0-4v5.5", "ink", 3) + dot(0, 6, 1.7, "ink")


@part("play", "coral")
def play(wish: Wish) -> str:
    return fill("M-6-8L9 0L-6 8Z", wish.tint) + line("M-6-8L9 0L-6 8Z", wish.tint, 3)


@part("plane", "sky")
def plane(wish: Wish) -> str:
    return fill("M-11-1L11-10L4 10L-1 3Z", wish.tint) + fill("M-1 3L11-10L-4 1.5L-4 8.5Z", darker(wish.tint, 0.3))


@part("camera", "slate")
def camera(wish: Wish) -> str:
    body = box(-11, -6, 22, 15, wish.tint, 3.5) + box(-4.5, -9.5, 9, 5, wish.tint, 2)
    return body + dot(0, 1.5, 5.4, "white") + dot(0, 1.5, 3.4, "sky") + dot(7.5, -2.5, 1.3, "yellow")


@part("lock", "yellow")
def lock(wish: Wish) -> str:
    return line("M-5-1v-4.5a5 5 0 0 1 10 0V-1", "slate", 3) + box(-8.5, -2, 17, 12.5, wish.tint, 3) + line("M0 3v3", "ink", 3.2)


@part("lock-open", "yellow")
def lock_open(wish: Wish) -> str:
    return line("M-5-1v-5.5a5 5 0 0 1 9.5-2", "slate", 3) + box(-8.5, -2, 17, 12.5, wish.tint, 3) + line("M0 3v3", "ink", 3.2)


@part("key", "mustard")
def key(wish: Wish) -> str:
    return ring(-6, -4, 4.4, wish.tint, 3.2) + line("M-2.5-1.5L9 7M5.5 4.5l-2 3", wish.tint, 3.2)


@part("bell", "yellow")
def bell(wish: Wish) -> str:
    return (
        dot(0, 8.5, 2.4, "mustard")
        + fill("M-9.5 6.5q3-3 3-8q0-7.5 6.5-8t6.5 8q0 5 3 8Z", wish.tint)
        + dot(0, -9.5, 1.8, wish.tint)
    )


@part("clock", "white")
def clock(wish: Wish) -> str:
    return dot(0, 0, 11, "teal") + dot(0, 0, 8.6, wish.tint) + line("M0-5.5V0L4 2.5", "ink", 2.2)


@part("flag", "red")
def flag(wish: Wish) -> str:
    return fill("M-5-9.5q6-2.5 9 0t6.5 0v9.5q-3.5 2.5-6.5 0t-9 0Z", wish.tint) + line("M-6-10V10.5", "ink", 2.6)


@part("coin", "yellow")
def coin(wish: Wish) -> str:
    return dot(0, 1, 9.6, darker(wish.tint, 0.25)) + dot(0, 0, 9.2, wish.tint) + ring(0, 0, 6, "mustard", 1.6)


@part("tag", "coral")
def tag(wish: Wish) -> str:
    return (
        fill("M-10-8L2-9L11 1L2 10L-10 0Z", wish.tint)
        + line("M-10-8L2-9L11 1L2 10L-10 0Z", wish.tint, 2)
        + dot(-5.5, -4, 2, "white")
    )


@part("arrow", "white")
def arrow(wish: Wish) -> str:
    return line("M-8 0H8M2-6.5L8.5 0L2 6.5", wish.tint, 3.6)


@part("ball", "white")
def ball(wish: Wish) -> str:
    patch = fill("M0-4.5L4.5-1L2.8 4.2H-2.8L-4.5-1Z", "ink") + line(
        "M0-4.5V-10M4.5-1l5-2M2.8 4.2l3.6 5M-2.8 4.2l-3.6 5M-4.5-1l-5-2", "ink", 1.4
    )
    return dot(0, 0, 10.5, "mist") + dot(-0.6, -0.6, 9.9, wish.tint) + patch


@part("cat", "orange")
def cat(wish: Wish) -> str:
    return (
        fill("M-10 8C-11 0-10.5-6-9.5-10L-4-6.5H4L9.5-10C10.5-6 11 0 10 8Q0 12-10 8Z", wish.tint)
        + dots(((-4, -1), (4, -1)), 1.6, "ink")
        + line("M-2.5 4.5q1.2 1.5 2.5 0t2.5 0M-5 3l-6-1M5 3l6-1", "ink", 1.2)
    )


@part("dog", "wood")
def dog(wish: Wish) -> str:
    head = fill("M-8-6Q0-12 8-6Q10 3 6 8Q0 12-6 8Q-10 3-8-6Z", wish.tint) + oval(0, 5, 5, 4, lighter(wish.tint, 0.6))
    ears = fill("M-7-8Q-14-6-12 4Q-8 5-7-2ZM7-8Q14-6 12 4Q8 5 7-2Z", darker(wish.tint, 0.4))
    return (
        head
        + ears
        + dots(((-3.6, -1.5), (3.6, -1.5)), 1.5, "ink")
        + oval(0, 3, 2, 1.5, "ink")
        + line("M0 4v2q-2 2-3 .5M0 6q2 2 3 .5", "ink", 1)
    )


@part("eye", "white")
def eye(wish: Wish) -> str:
    return (
        fill("M-11 0Q0-11 11 0Q0 11-11 0Z", wish.tint)
        + dot(0, 0, 4.6, "teal")
        + dot(0, 0, 2.2, "ink")
        + line("M-11 0Q0-11 11 0Q0 11-11 0Z", "ink", 1.8)
    )


@part("eyes", "white")
def eyes(wish: Wish) -> str:
    return dots(((-5.5, 0), (5.5, 0)), 5, wish.tint) + dots(((-4.5, 0.5), (6.5, 0.5)), 2.4, "ink")


@part("bulb", "yellow")
def bulb(wish: Wish) -> str:
    return fill("M-3.5 5.5q0-3-2.5-5a7.5 7.5 0 1 1 12 0q-2.5 2-2.5 5Z", wish.tint) + line("M-3 8h6M-1.5 11h3", "slate", 2.2)


@part("plus", "leaf")
def plus(wish: Wish) -> str:
    return line("M0-8V8M-8 0H8", wish.tint, 4.6)


@part("dots", "slate")
def three_dots(wish: Wish) -> str:
    return dots(((-7.5, 0), (0, 0), (7.5, 0)), 2.6, wish.tint)


@part("lines", "grey")
def written_lines(wish: Wish) -> str:
    return line("M-8-6H8M-8 0H5M-8 6H7", wish.tint, 2.6)


@part("spikes", "slate")
def spikes(wish: Wish) -> str:
    burst = "M0-12L3-5L9.5-8.5L7-2L12 2L6 4L7 11L1 7L-5 11L-5 5L-12 4L-7-1L-10-8L-3.5-5.5Z"
    return fill(burst, wish.tint) + line("M-3.5-.5l2.5 1.5M3.5-.5l-2.5 1.5M-2.5 4q2.5-2 5 0", "white", 1.4)


@part("wave", "teal")
def wavy_line(wish: Wish) -> str:
    return line("M-11 0q2.8-5 5.5 0t5.5 0t5.5 0t5.5 0", wish.tint, 2.8)


@part("waves", "coral")
def wavy_lines(wish: Wish) -> str:
    return line("M-9-5q2.2-4 4.5 0t4.5 0t4.5 0t4.5 0M-9 4q2.2-4 4.5 0t4.5 0t4.5 0t4.5 0", wish.tint, 2.2)


@part("note", "purple")
def music(wish: Wish) -> str:
    return line("M-4 7V-8L7-10V5", wish.tint, 2.4) + oval(-6.5, 7, 3.6, 2.8, wish.tint) + oval(4.5, 5, 3.6, 2.8, wish.tint)


@part("drop", "blue")
def drop(wish: Wish) -> str:
    return fill("M0-10Q8 0 7 4a7 7 0 0 1-14 0Q-8 0 0-10Z", wish.tint)


@part("bolt", "yellow")
def bolt(wish: Wish) -> str:
    return fill("M3-11L-8 2H-1L-3 11L8-3H1Z", wish.tint)


@part("flower", "pink")
def flower(wish: Wish) -> str:
    return (
        line("M0 0V11M0 8q4 0 5-3", "leaf", 2)
        + dots(((0, -8), (5, -4.5), (3, 1), (-3, 1), (-5, -4.5)), 3.6, wish.tint)
        + dot(0, -3, 3, "yellow")
    )


@part("house", "coral")
def house(wish: Wish) -> str:
    return (
        box(-8, -2, 16, 12, "cream", 1)
        + fill("M-11-1L0-11L11-1Z", wish.tint)
        + box(-2.5, 3, 5, 7, "brown", 1)
        + box(3.5, 0.5, 3, 3, "sky")
    )


@part("present", "coral")
def present(wish: Wish) -> str:
    return (
        box(-9.5, -3, 19, 13, wish.tint, 2)
        + box(-11, -5, 22, 5, darker(wish.tint), 1.5)
        + line("M0-5V10", "yellow", 3.4)
        + line("M0-6q-7-6-6 0ZM0-6q7-6 6 0Z", "yellow", 2.2)
    )


@part("thumb", "#dcaa80")
def thumb(wish: Wish) -> str:
    return box(-11, -1, 5, 11, "teal", 1.5) + fill(
        "M-5 9V-1Q-1-4 0-10Q5-11 4-2H9.5Q11.5-1.5 10.5 1Q12 3 10 4.5Q11 7 8.5 7.5Q8.5 10 5 10H-2Z", wish.tint
    )


@part("palm", "#a86f49")
def palm(wish: Wish) -> str:
    fingers = line("M-4.5-1L-5.5-8M-.5-2V-10M3.5-1.5L4.5-8.5M-6 3.5L-9.5-1.5", wish.tint, 3.5)
    return (
        fingers + fill("M-6.5-2H5.5L6 4Q5 10 0 10.5Q-5 10-7 5Z", wish.tint) + line("M-4 4q4 3 7-1", darker(wish.tint, 0.25), 1.2)
    )


@part("magnifier", "sky")
def magnifier(wish: Wish) -> str:
    return (
        line("M3.5 3.5L10 10", "brown", 4.4)
        + dot(-2, -2, 7.4, wish.tint, 0.7)
        + ring(-2, -2, 7.4, "ink", 2.4)
        + line("M-6-3q1-3 4-3", "white", 1.6)
    )


@part("gear", "grey")
def gear(wish: Wish) -> str:
    return (
        line("M0-9.5v19M-9.5 0h19M-6.7-6.7l13.4 13.4M6.7-6.7l-13.4 13.4", wish.tint, 4)
        + dot(0, 0, 7, wish.tint)
        + dot(0, 0, 3, "white")
    )


@part("signal", "teal")
def signal(wish: Wish) -> str:
    return line("M-9-2q9-9 18 0M-5.5 2.5q5.5-5.5 11 0", wish.tint, 2.8) + dot(0, 7.5, 2.4, wish.tint)


@part("shield", "teal")
def shield(wish: Wish) -> str:
    return fill("M0-11Q5-8 9.5-8Q10 6 0 11Q-10 6-9.5-8Q-5-8 0-11Z", wish.tint) + line("M-4 0L-1 3.5L4.5-3", "white", 2.8)


@part("crown", "yellow")
def crown(wish: Wish) -> str:
    return fill("M-10 7L-11-6L-4.5 0L0-9L4.5 0L11-6L10 7Z", wish.tint) + dots(((0, 3), (-5.5, 3.5), (5.5, 3.5)), 1.5, "coral")


@part("car", "red")
def car(wish: Wish) -> str:
    return (
        fill("M-11 4Q-12-1-6-2Q-3-8 2-8T8-2Q12-1 11.5 4Z", wish.tint)
        + fill("M-3-2.5Q-1-6 1.5-6V-2.5ZM3-2.5V-6Q5-5.5 6-2.5Z", "sky")
        + dots(((-6, 5), (6, 5)), 3, "ink")
    )


@part("boat", "coral")
def boat(wish: Wish) -> str:
    return (
        fill("M-10 3H10L6 9H-6Z", wish.tint)
        + fill("M1-10L9 1H1ZM-1-7V1H-7Z", "white")
        + line("M0-10V3", "brown", 1.6)
        + line("M-12 10q3-2 6 0t6 0t6 0t6 0", "blue", 1.8)
    )


@part("rainbow")
def rainbow(wish: Wish) -> str:
    arcs = ((10, "coral"), (7, "yellow"), (4, "green"))
    return "".join(line(f"M-{r} 6a{r} {r} 0 0 1 {2 * r} 0", tint, 3) for r, tint in arcs)


@part("landscape", "sky")
def landscape(wish: Wish) -> str:
    return box(-11, -9, 22, 18, wish.tint, 1.5) + dot(5, -4, 2.6, "yellow") + fill("M-11 9V3L-4-3L2 4L6 1L11 5V9Z", "green")


@part("envelope", "white")
def envelope(wish: Wish) -> str:
    return box(-11, -7.5, 22, 15, wish.tint, 2) + line("M-10-6L0 2L10-6", "coral", 2)


@part("pin", "red")
def pin(wish: Wish) -> str:
    return fill("M0 11Q-8 0-8-4a8 8 0 0 1 16 0Q8 0 0 11Z", wish.tint) + dot(0, -4, 3, "white")


@part("calendar", "white")
def calendar(wish: Wish) -> str:
    return (
        box(-10, -9, 20, 19, wish.tint, 2.5)
        + fill("M-10-4V-6.5Q-10-9-7.5-9H7.5Q10-9 10-6.5V-4Z", "coral")
        + dots(((-5, 0), (0, 0), (5, 0), (-5, 5), (0, 5)), 1.4, "slate")
    )


@part("zzz", "lilac")
def sleepy(wish: Wish) -> str:
    return line("M-10-1h5l-5 6h5M0-9h7l-7 8.5h7", wish.tint, 2.4)


@part("robot", "sky")
def robot(wish: Wish) -> str:
    face = box(-9, -6, 18, 15, wish.tint, 4) + dots(((-4, 0), (4, 0)), 2.3, "ink") + line("M-3.5 5h7", "ink", 1.8)
    return line("M0-6v-3.5M-11 0v4M11 0v4", "slate", 2) + dot(0, -10, 1.8, "coral") + face


@part("mask", "lilac")
def mask(wish: Wish) -> str:
    return (
        fill("M-10-8Q0-4 10-8Q11 4 0 11Q-11 4-10-8Z", wish.tint)
        + line("M-6.5-1.5q2-2.5 4 0M2.5-1.5q2-2.5 4 0", "ink", 1.6)
        + fill("M-5 3Q0 5 5 3Q3 8 0 8T-5 3Z", "#8c2f39")
    )


@part("no-entry", "red")
def no_entry(wish: Wish) -> str:
    return ring(0, 0, 9, wish.tint, 3.6) + line("M-6 6L6-6", wish.tint, 3.6)


@part("controller", "slate")
def controller(wish: Wish) -> str:
    return (
        fill("M-6-6H6Q11-6 12 5Q11 9 7.5 6L5 3H-5L-7.5 6Q-11 9-12 5Q-11-6-6-6Z", wish.tint)
        + line("M-6-3v5M-8.5-.5h5", "white", 1.6)
        + dot(5, -2, 1.5, "coral")
        + dot(7.5, 0.8, 1.5, "yellow")
    )


@part("dancer", "coral")
def dancer(wish: Wish) -> str:
    return (
        dot(1, -8, 2.8, "brown")
        + line("M0-4L-1 2M0-3L7-7M0-3L-7-1", "brown", 2)
        + fill("M-1-4L6 4H-7Z", wish.tint)
        + line("M-2 4L-4 10M2 4L8 7", "brown", 2)
    )


@part("wheels", "white")
def date_wheels(wish: Wish) -> str:
    slots = "".join(box(x, -8, 6, 16, wish.tint, 3) for x in (-11, -3, 5))
    return slots + line("M-10-3h4M-10 0h4M-10 3h4M-2-3h4M-2 0h4M-2 3h4M6-3h4M6 0h4M6 3h4", "grey", 1.6)


@part("crest", "teal")
def crest(wish: Wish) -> str:
    return fill("M-8-8H8Q9 5 0 10Q-9 5-8-8Z", wish.tint) + fill("M-4-3L0-6L4-3V3H-4Z", "yellow")


@part("goal", "white")
def goal(wish: Wish) -> str:
    return line("M-11 8V-7H11V8M-6-7V6M0-7V6M6-7V6M-11-2H11M-11 3H11", wish.tint, 1.4)


@part("swim-cap", "blue")
def swim_cap(wish: Wish) -> str:
    return fill("M-10 4Q-11-9 0-9T10 4Q0 7-10 4Z", wish.tint) + line("M-9 0Q0 3 9 0", "white", 2)


@part("battery", "green")
def battery(wish: Wish) -> str:
    return box(-11, -6, 20, 12, "ink", 3) + box(-9, -4, 11, 8, wish.tint, 1.5) + line("M10.5-2v4", "ink", 2.4)


@part("cave", "slate")
def cave(wish: Wish) -> str:
    return (
        fill("M-12 10Q-11-11 0-11T12 10Z", wish.tint)
        + fill("M-7 10Q-7-5 0-5T7 10Z", "night")
        + dots(((-2.6, 3), (2.6, 3)), 1.8, "yellow")
    )


@part("paper-ball", "mist")
def paper_ball(wish: Wish) -> str:
    return fill("M-8-3L-2-9L6-7L9 0L5 8L-4 9L-9 4Z", wish.tint) + line("M-4-5L1 0L6-3M1 0L-3 6M1 0L5 5", "grey", 1.3)


@part("finger-tap", "#dcaa80")
def finger_tap(wish: Wish) -> str:
    return line("M0-8V4", wish.tint, 5) + fill("M-4 1Q-9 0-9 4L-3 12H7Q10 6 8 2Q4 0 2.5 1Z", wish.tint)

"""The class's door: the code, the own name, the own pictures or card, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.people.models import Pupil
from tests.people.classroom import PICTURES, Classroom, Clock

pytestmark = pytest.mark.both_databases


@pytest.fixture
def make_classroom(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Classroom]:
    hands = Clock()
    monkeypatch.setattr(clock, "now", hands.now)
    return lambda **options: Classroom(app, hands).build(**options)


@pytest.fixture
def room(make_classroom: Callable[..., Classroom]) -> Classroom:
    return make_classroom()


def test_a_child_comes_in_with_the_code_the_name_and_three_pictures(room: Classroom) -> None:
    code = room.open()
    page = room.device().visitor.open("/class").write("Class code", code).press("Open my class")
    assert page.heading == "Who are you?"
    page = page.follow("Maya")
    assert page.heading == "Hello, Maya!"
    for picture in ("moon", "apple"):
        page = page.press(picture)
        assert page.heading == "Hello, Maya!"
    page = page.press("key")
    assert page.url == "/path"
    assert "Maya" in page.html
    assert room.seat("Maya").signed_in_at is not None


@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        lambda code: f" {code[:3]} - {code[3:]} ",
        lambda code: code.replace("0", "o").replace("1", "l").replace("V", "u"),
    ],
)
def test_the_code_is_forgiving(room: Classroom, change: Callable[[str], str]) -> None:
    assert room.device().enter(change(room.open())).location == "/class/who"


NOT_CODES = ["", "ZZZZZZ", "ABC", "x" * 100_000, "ABC\x00DE", "\u202eABCDEF", "O'Neil", "{{7*7}}", "😀😀😀😀😀😀"]


@pytest.mark.parametrize("typed", NOT_CODES)
def test_another_code_opens_nothing_and_says_so(room: Classroom, typed: str) -> None:
    room.open()
    device = room.device()
    answer = device.enter(typed)
    assert answer.status_code in (400, 413, 422)
    assert device.client.get("/class/who").location == "/class"


def test_no_name_is_shown_without_an_open_class(room: Classroom) -> None:
    code = room.open()
    device = room.device()
    assert device.client.get("/class/who").location == "/class"
    assert device.client.get(device.tile("Maya")).status_code == 404
    assert device.client.get("/class/card").location == "/class"
    device.enter(code)
    assert "Maya" in device.visitor.open("/class/who").text
    room.teacher().open("/teach").follow("See who is in: Owls").press("End it now")
    assert device.client.get("/class/who").location == "/class"
    assert device.enter(code).status_code == 422


def test_a_tile_that_is_not_of_this_class_looks_like_one_that_is_not_there(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    asked = [room.pupils["Noor"], room.stranger_id, 12345, 2**63, 2**80]
    answers = [device.client.get(f"/class/who/{number}") for number in asked]
    sent = [device.post(f"/class/who/{number}", shown_at="/class", chosen=list(PICTURES[:3])) for number in asked]
    assert {answer.status_code for answer in [*answers, *sent]} == {404}
    for told in (answers, sent):
        pages = {answer.text.replace(str(number), "…") for answer, number in zip(told, asked, strict=True)}
        assert len(pages) == 1
    assert room.opening().wrong == 0


def test_two_children_of_one_name_carry_their_initials(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(names=("Sam K", "sam B", "Ali C"))
    device = room.device()
    device.enter(room.open())
    page = device.visitor.open("/class/who")
    assert [link.split()[-2:] for link in page.links if "am " in link.casefold()] == [["sam", "B"], ["Sam", "K"]]
    assert "Ali C" not in page.text


def test_older_children_tap_four_pictures(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(year_group=5)
    device = room.device()
    device.enter(room.open())
    assert device.tap("Maya", *PICTURES[:3]).status_code == 200
    assert device.sign_in("Maya", length=4).location == "/path"


def test_a_second_tap_on_the_same_picture_or_an_unknown_one_costs_nothing(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    assert device.tap("Maya", "moon", "moon", "apple").status_code == 200
    assert device.tap("Maya", "moon", "../moon", "scissors").status_code == 200
    assert device.tap("Maya").status_code == 200
    assert room.opening().wrong == 0


def test_wrong_pictures_are_counted_and_told_kindly(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    answer = device.wrong("Maya")
    assert answer.status_code == 303
    page = device.visitor.open(answer.location)
    assert "Not quite." in page.text
    assert room.seat("Maya").wrong == 1
    assert room.opening().wrong == 1
    assert device.who() is None


def test_after_five_wrong_the_tile_needs_the_teacher_or_the_card(room: Classroom) -> None:
    code = room.open()
    device, other = room.device(), room.device()
    device.enter(code)
    other.enter(code)
    device.wrong("Maya", times=5)
    for tablet in (device, other):
        assert tablet.sign_in("Maya").location == f"{tablet.tile('Maya')}?again=yes"
        assert tablet.who() is None
        assert "Put your hand up" in tablet.visitor.open(tablet.tile("Maya")).text
    assert room.seat("Maya").wrong == 5
    assert other.sign_in("Tom").location == "/path"
    room.clock.ahead += timedelta(minutes=60)
    assert device.sign_in("Maya").location != "/path"
    assert device.post("/class/card", code=room.card_of("Maya")).location == "/path"


def test_the_teacher_lets_a_child_in_with_one_tap(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.wrong("Maya", times=5)
    page = room.teacher().open("/teach").follow("See who is in: Owls")
    assert "May need you" in page.text
    page.press("Let in: Maya")
    page = device.visitor.open(device.tile("Maya")).press("Come in")
    assert page.url == "/path"
    assert room.seat("Maya").let_in_until is None
    assert room.seat("Maya").wrong == 0


def test_a_tap_holds_for_ten_minutes_and_one_child(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    room.teacher().open("/teach").follow("See who is in: Owls").press("Let in: Maya")
    assert device.post(device.tile("Tom"), come_in="yes").status_code == 200
    room.clock.ahead += timedelta(minutes=11)
    assert device.post(device.tile("Maya"), come_in="yes").status_code == 200
    assert device.who() is None


def test_ten_wrong_on_a_device_stop_pictures_there_and_nowhere_else(room: Classroom) -> None:
    code = room.open()
    device, other = room.device(), room.device()
    device.enter(code)
    other.enter(code)
    for name, times in (("Maya", 4), ("Tom", 4), ("Wen", 4)):
        device.wrong(name, times=times)
    assert room.opening().wrong == 10
    assert device.sign_in("Wen").location != "/path"
    assert other.sign_in("Wen").location == "/path"
    device.enter(code)
    assert device.sign_in("Tom").location != "/path"


def test_sixty_wrong_in_the_class_need_taps_until_the_teacher_forgives(make_classroom: Callable[..., Classroom]) -> None:
    names = tuple(f"Child{letter}" for letter in "abcdefghijklmno")
    room = make_classroom(names=names)
    code = room.open()
    for at in range(0, 15, 2):
        device = room.device()
        device.enter(code)
        for name in names[at : at + 2]:
            device.wrong(name, times=4)
    assert room.opening().wrong == 60
    fresh = room.device()
    fresh.enter(code)
    assert fresh.sign_in("Childo").location != "/path"
    room.teacher().open("/teach").follow("See who is in: Owls").press("Let everybody try again")
    assert fresh.sign_in("Childo").location == "/path"


def test_forty_devices_fit_into_a_class_and_the_teacher_can_make_room(room: Classroom) -> None:
    code = room.open()
    tablets = [room.device() for _number in range(40)]
    assert {tablet.enter(code).status_code for tablet in tablets} == {303}
    tablets[0].sign_in("Maya")
    late = room.device()
    assert late.enter(code).status_code == 422
    assert tablets[1].enter(code).status_code == 303
    room.teacher().open("/teach").follow("See who is in: Owls").press("Make room")
    assert late.enter(code).status_code == 303
    assert tablets[0].who() == "Maya"


def test_a_card_of_this_class_opens_and_any_other_does_not(room: Classroom) -> None:
    code = room.open()
    card = room.card_of("Maya")
    device = room.device()
    device.enter(code)
    for typed in ("ABCDEFGH", "x", card[:-1], code, "\u0000" * 8):
        answer = device.post("/class/card", code=typed)
        assert answer.location == "/class/card?again=yes" or answer.status_code == 422
    assert device.post("/class/card", code=f" {card[:4].lower()}-{card[4:]} ").location == "/path"
    assert device.who() == "Maya"


def test_a_new_card_ends_the_old_one_at_once(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    old = room.card_of("Maya")
    new = room.card_of("Maya")
    assert device.post("/class/card", code=old).location == "/class/card?again=yes"
    assert device.post("/class/card", code=new).location == "/path"


def test_a_lesson_is_taken_up_on_another_device_and_ends_on_the_first(room: Classroom) -> None:
    code = room.open()
    first, second = room.device(), room.device()
    for tablet in (first, second):
        tablet.enter(code)
        tablet.sign_in("Maya")
    assert (first.who(), second.who()) == (None, "Maya")


def test_finished_hands_the_device_to_the_next_child(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.sign_in("Maya")
    before = device.session or ""
    answer = device.post("/finished", shown_at="/class/still-you")
    assert answer.location == "/class/who"
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert device.client.get_cookie("session") is None
    device.client.set_cookie("session", before)
    assert device.who() is None
    assert device.client.get("/path").location == "/class"
    assert room.seat("Maya").finished_at is not None
    device.client.delete_cookie("session")
    assert device.sign_in("Tom").location == "/path"
    assert device.session not in (None, before)
    assert device.who() == "Tom"


def test_a_device_that_lay_idle_asks_who_is_there_until_somebody_says(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.sign_in("Maya")
    room.clock.ahead += timedelta(minutes=6)
    for _time in range(2):
        page = device.visitor.open("/path")
        assert page.heading == "Is it still you, Maya?"
        assert "Maya" not in page.title
    assert page.press("Yes, it is me").url == "/path"
    room.clock.ahead += timedelta(minutes=6)
    page = device.visitor.open("/path").press("No, I am someone else")
    assert page.heading == "Who are you?"
    assert device.who() is None


def test_a_child_who_is_in_is_asked_before_another_takes_the_device(room: Classroom) -> None:
    code = room.open()
    device = room.device()
    device.enter(code)
    device.sign_in("Maya")
    assert device.client.get("/class/who").location == "/class/still-you"
    assert device.client.get("/class").location == "/class/still-you"
    assert device.post(device.tile("Tom"), shown_at="/class/still-you", chosen=list(PICTURES[:3])).location == "/class/still-you"
    assert device.who() == "Maya"


def test_the_session_ends_with_the_class(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.sign_in("Maya")
    room.clock.ahead += timedelta(minutes=91)
    assert device.client.get("/path").location == "/class"


def test_a_child_without_a_secret_cannot_be_guessed(room: Classroom) -> None:
    with room.database.transaction(school_id=room.school_id) as db:
        pupil = db.get_one(Pupil, (room.school_id, room.pupils["Maya"]))
        pupil.picture_secret = ""
        pupil.card_code_hash = None
    device = room.device()
    device.enter(room.open())
    assert device.sign_in("Maya").location != "/path"
    assert device.tap("Maya").location != "/path"
    assert device.post("/class/card", code="").status_code == 422
    assert "Put your hand up" in device.visitor.open(device.tile("Maya")).text


def test_the_same_pictures_make_another_hash_for_each_child(room: Classroom) -> None:
    with room.database.reading(across="a test compares hashes") as db:
        kept = db.scalars(select(Pupil.picture_secret)).all()
    assert len(set(kept)) == len(kept) == 5
    assert not any(picture in hashed for hashed in kept if hashed for picture in PICTURES)


def test_a_form_without_its_token_changes_nothing(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    right = device.client.post(device.tile("Maya"), data={"chosen": list(PICTURES[:3])})
    wrong = device.client.post(device.tile("Maya"), data={"chosen": ["moon", "key", "apple"]})
    assert right.status_code == wrong.status_code == 400
    assert right.headers.getlist("Set-Cookie") == wrong.headers.getlist("Set-Cookie") == [], (
        "a guess that is not counted tells nothing"
    )
    assert not any(picture in right.text for picture in PICTURES), "the secret is not shown on the page"
    assert right.data == wrong.data
    assert room.opening().wrong == 0
    assert device.who() is None


def test_my_information_says_who_can_see_what(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.sign_in("Maya")
    page = device.visitor.open("/path").follow("What we keep about you")
    assert "grown-ups at home can see what you learned" in page.text
    assert "Maya" not in page.title

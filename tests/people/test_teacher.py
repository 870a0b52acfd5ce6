"""The teacher's desk: whose classes, what is seen of an open one, and that every change is recorded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import event, select

from esafety.access import sessions
from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.people import cards
from esafety.people.models import ClassOpening, Pupil, SchoolClass
from esafety.people.pupil_secrets import picture_hash
from tests.harness.page import Page
from tests.people.classroom import Classroom, Clock


@pytest.fixture
def room(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Classroom:
    hands = Clock()
    monkeypatch.setattr(clock, "now", hands.now)
    return Classroom(app, hands).build()


def watch(room: Classroom) -> Page:
    return room.teacher().open("/teach").follow("See who is in: Owls")


def seats(page: Page) -> dict[str, str]:
    """What stands on each child's card."""
    cards = page.find("//li[contains(@class, 'seat ')]")
    return {card.xpath("string(.//strong)"): " ".join(card.xpath("string(.//div)").split()) for card in cards}


def test_a_teacher_sees_the_own_classes_only(room: Classroom) -> None:
    page = room.teacher().open("/teach")
    assert "Owls" in page.text
    assert "3 children" in page.text
    assert "Foxes" not in page.text


def test_a_teacher_finds_what_the_own_class_can_do(room: Classroom) -> None:
    page = room.teacher().open("/teach").follow("Who can do what: Owls")
    assert page.status == 200
    assert page.find("//h1[text()='Owls']")
    assert "Maya" in page.text


def test_opening_twice_keeps_the_one_code(room: Classroom) -> None:
    teacher = room.teacher()
    shown = teacher.open("/teach")
    first = shown.press("Open the class: Owls")
    second = shown.press("Open the class: Owls")
    other = room.teacher().open("/teach")
    assert first.url == second.url
    assert "Open the class: Owls" not in other.buttons
    with room.database.reading(school_id=room.school_id) as db:
        assert len(db.scalars(select(ClassOpening)).all()) == 1


def test_a_class_next_door_looks_like_one_that_is_not_there(room: Classroom) -> None:
    client = room.teacher().client
    room.open()
    with room.database.transaction(school_id=room.school_id) as db:
        now = room.clock.now()
        db.add(ClassOpening(class_id=room.next_door_id, code="AAAAAA", opened_at=now, closes_at=now + timedelta(minutes=90)))
    with room.database.reading(school_id=room.school_id) as db:
        next_door = db.scalars(select(ClassOpening.id).where(ClassOpening.class_id == room.next_door_id)).one()
    for number in (next_door, 99):
        assert client.get(f"/teach/openings/{number}").status_code == 404
        assert client.get(f"/teach/openings/{number}/seats").status_code == 404
        for what in ("end", "let-in", "send-out", "forgive"):
            assert client.post(f"/teach/openings/{number}/{what}").status_code == 404
    for number in (room.next_door_id, 99):
        assert client.post(f"/teach/classes/{number}/open").status_code == 404
    for number in (room.pupils["Noor"], room.stranger_id, 99):
        assert client.post(f"/teach/pupils/{number}/pictures").status_code == 404


def test_only_children_of_this_class_can_be_let_in(room: Classroom) -> None:
    room.open()
    device = room.device()
    device.client = room.teacher().client
    shown = f"/teach/openings/{room.opening().id}"
    for number in (str(room.pupils["Noor"]), str(room.stranger_id), "", "-1", "x", "9" * 30, "²"):
        assert device.post(f"{shown}/let-in", shown_at=shown, pupil=number).status_code == 404


def test_the_seats_tell_who_is_in_waiting_quiet_and_finished(room: Classroom) -> None:
    code = room.open()
    maya, tom = room.device(), room.device()
    for device, name in ((maya, "Maya"), (tom, "Tom")):
        device.enter(code)
        device.sign_in(name)
    tom.post("/finished", shown_at="/class/still-you")
    told = seats(watch(room))
    assert "Working" in told["Maya"]
    assert "Finished" in told["Tom"]
    assert "Not in yet" in told["Wen"]
    room.clock.ahead += timedelta(minutes=4, seconds=10)
    assert "Quiet for 4 minutes" in seats(watch(room))["Maya"]
    assert "May need you Maya" in watch(room).text


def test_who_guessed_at_a_name_is_seen_by_the_device(room: Classroom) -> None:
    code = room.open()
    device = room.device()
    device.enter(code)
    device.sign_in("Tom")
    device.post("/finished", shown_at="/class/still-you")
    device.wrong("Wen", times=5)
    told = seats(watch(room))
    assert "Needs you to come in" in told["Wen"]
    assert "5 wrong tries, on the device of Tom" in told["Wen"]
    assert "wrong" not in told["Tom"]


def test_ending_the_lesson_signs_everybody_out_at_once(room: Classroom) -> None:
    code = room.open()
    devices = [room.device() for _name in range(2)]
    for device, name in zip(devices, ("Maya", "Tom"), strict=True):
        device.enter(code)
        device.sign_in(name)
    page = watch(room).press("End it now")
    assert "This lesson has ended" in page.text
    assert [device.who() for device in devices] == [None, None]
    assert room.teacher().client.get(f"/teach/openings/{room.opening().id}/seats").status_code == 303
    assert room.device().enter(code).status_code == 422


def test_one_child_can_be_signed_out(room: Classroom) -> None:
    code = room.open()
    devices = [room.device() for _name in range(2)]
    for device, name in zip(devices, ("Maya", "Tom"), strict=True):
        device.enter(code)
        device.sign_in(name)
    watch(room).press("Sign out: Maya")
    assert [device.who() for device in devices] == [None, "Tom"]


def test_new_pictures_are_shown_once_and_end_the_old_ones(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    device.wrong("Maya", times=5)
    page = watch(room).press("New pictures: Maya")
    assert page.heading == "New pictures for Maya"
    keys = [image.get("src").rpartition("/")[2][:-4] for image in page.find("//ol[@class='new-pictures']//img")]
    assert len(set(keys)) == 3
    with room.database.reading(school_id=room.school_id) as db:
        kept = db.scalars(select(Pupil.picture_secret).where(Pupil.id == room.pupils["Maya"])).one()
    pepper = room.app.extensions["settings"].pepper
    assert kept == picture_hash(pepper, school_id=room.school_id, pupil_id=room.pupils["Maya"], pictures=keys)
    assert device.tap("Maya", *keys).location == "/path"


def test_a_lost_card_is_replaced_in_the_lesson_without_a_printer(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    lost = room.card_of("Maya")
    page = room.teacher().open("/teach").follow("Children and cards: Owls").press("New card: Maya")
    assert page.heading == "New card for Maya"
    code = page.find("string(//code)")
    assert device.post("/class/card", code=lost).location == "/class/card?again=yes"
    assert device.post("/class/card", code=str(code)).location == "/path"


def test_cards_of_a_class_can_carry_new_pictures(room: Classroom) -> None:
    settings = room.app.extensions["settings"]
    with room.database.transaction(school_id=room.school_id) as db:
        made = cards.issue(db, room.class_id, room.clock.now(), settings, actor="test", with_pictures=True)
    assert [card.name for card in made] == ["Maya", "Tom", "Wen"]
    assert len({card.code for card in made}) == 3
    device = room.device()
    device.enter(room.open())
    assert device.tap("Tom", *made[1].pictures).location == "/path"


def test_every_change_is_recorded_without_names_or_secrets(room: Classroom) -> None:
    room.open()
    watch(room).press("Let in: Maya")
    watch(room).press("New pictures: Maya")
    room.card_of("Tom")
    watch(room).press("End it now")
    with room.database.reading(school_id=room.school_id) as db:
        entries = db.scalars(select(AuditEntry).order_by(AuditEntry.at)).all()
    assert [entry.action for entry in entries] == [
        "class.opened",
        "pupil.let_in",
        "pupil.pictures.renewed",
        "cards.issued",
        "class.ended",
    ]
    assert {entry.actor for entry in entries} == {f"account:{room.teacher_account}", "test"}
    assert not any(name in f"{entry.about}{entry.reason}" for entry in entries for name in ("Maya", "Tom"))


def test_the_board_shows_the_code_and_no_name(room: Classroom) -> None:
    code = room.open()
    page = watch(room).follow("Only the code, for the board")
    assert f"{code[:3]} {code[3:]}" in page.text
    assert "Maya" not in page.html


def test_the_seats_cost_the_same_statements_for_any_class(room: Classroom) -> None:
    room.open()
    client = room.teacher().client
    address = f"/teach/openings/{room.opening().id}/seats"
    counted: list[str] = []
    engine = room.database.engine

    def note(*arguments: object) -> None:
        # Every few seconds somebody's request looks whether the school has lessons of its own, whatever the page.
        if "lesson_off" not in str(arguments[2]) and arguments[2] != "BEGIN":
            counted.append(str(arguments[2]))

    event.listen(engine, "before_cursor_execute", note)
    client.get(address)
    few = len(counted)
    with room.database.transaction(school_id=room.school_id) as db:
        school_class = db.get_one(SchoolClass, (room.school_id, room.class_id))
        for number in range(27):
            room.add_pupil(db, f"Child{number}", school_class, number)
    counted.clear()
    client.get(address)
    assert len(counted) == few <= 14


def test_a_pupil_or_nobody_reaches_no_teachers_page(room: Classroom) -> None:
    device = room.device()
    device.enter(room.open())
    assert device.client.get("/teach").location == "/staff/sign-in"
    device.sign_in("Maya")
    assert device.client.get("/teach").status_code == 404
    assert device.client.get(f"/teach/openings/{room.opening().id}").status_code == 404


def test_a_password_without_the_second_factor_reaches_no_teachers_page(room: Classroom) -> None:
    now = room.clock.now()
    with room.database.across_schools("a test signs in with a password alone") as db:
        token = sessions.begin(
            db,
            kind="adult",
            now=now,
            expires_at=now + timedelta(hours=1),
            facts={},
            school_id=room.school_id,
            account_id=room.teacher_account,
        )
    client = room.app.test_client()
    client.set_cookie("session", token)
    assert client.get("/teach").status_code == 404
    assert client.post(f"/teach/classes/{room.class_id}/open").status_code == 404

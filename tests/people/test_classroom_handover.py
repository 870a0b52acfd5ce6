"""Thirty devices, three hundred handovers: no child ever works under another child's name, and nobody is locked out."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, func, select

from esafety.access.sessions import WebSession
from esafety.core import clock
from tests.people.classroom import PICTURES, Classroom, Clock, Device

NAMES = tuple(f"Child{number:02d}" for number in range(30))


@pytest.fixture
def make_classroom(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Classroom]:
    hands = Clock()
    monkeypatch.setattr(clock, "now", hands.now)
    return lambda **options: Classroom(app, hands).build(**options)


def test_three_hundred_handovers_never_mix_up_two_children(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(names=NAMES)
    code, chance = room.open(), random.Random(7)
    devices = [room.device() for _number in range(30)]
    for device in devices:
        device.enter(code)
    sits: dict[int, str] = {}
    for _handover in range(300):
        at, name = chance.randrange(30), chance.choice(NAMES)
        _leave(devices[at], how=chance.choice(("finished", "someone else")), somebody=at in sits)
        sits = {place: who for place, who in sits.items() if who != name and place != at}
        if chance.random() < 0.1:
            devices[at].wrong(name)
            if devices[at].sign_in(name).location != "/path":
                _by_card(room, devices[at], name)
        else:
            _come_in(room, devices[at], name)
        sits[at] = name
        near = chance.sample(range(30), 2)
        assert {place: devices[place].who() for place in (at, *near)} == {place: sits.get(place) for place in (at, *near)}
    assert {place: device.who() for place, device in enumerate(devices) if device.who()} == sits


def _leave(device: Device, *, how: str, somebody: bool) -> None:
    if not somebody:
        return
    if how == "finished":
        device.post("/finished", shown_at="/class/still-you")
    else:
        device.post("/class/still-you", answer="no")
    assert device.who() is None


def _come_in(room: Classroom, device: Device, name: str) -> None:
    if device.sign_in(name).location != "/path":
        _by_card(room, device, name)


def _by_card(room: Classroom, device: Device, name: str) -> None:
    assert device.post("/class/card", code=room.card_of(name)).location == "/path"


@pytest.mark.both_databases
def test_thirty_children_come_in_at_the_same_moment(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(names=NAMES)
    code = room.open()
    devices = [room.device() for _name in NAMES]

    def come(at: int) -> str | None:
        devices[at].enter(code)
        return devices[at].sign_in(NAMES[at]).location

    with ThreadPoolExecutor(30) as pool:
        assert list(pool.map(come, range(30))) == ["/path"] * 30
    assert [device.who() for device in devices] == list(NAMES)


@pytest.mark.both_databases
def test_guesses_at_one_moment_are_all_counted_and_no_more_than_five_are_looked_at(
    make_classroom: Callable[..., Classroom],
) -> None:
    room = make_classroom()
    code = room.open()
    devices = [room.device() for _number in range(12)]
    for device in devices:
        device.enter(code)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda device: device.wrong("Maya"), devices))
    assert room.seat("Maya").wrong == 5
    assert room.opening().wrong == 5
    assert devices[0].sign_in("Maya").location != "/path"
    assert devices[0].sign_in("Tom").location == "/path"


@pytest.mark.both_databases
def test_one_child_on_two_devices_at_one_moment_has_one_session(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom()
    code = room.open()
    devices = [room.device() for _number in range(6)]
    for device in devices:
        device.enter(code)
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda device: device.sign_in("Maya"), devices))
    living = select(func.count()).select_from(WebSession)
    with room.database.reading(across="a test counts sessions") as db:
        number = db.scalar(living.where(WebSession.pupil_id == room.pupils["Maya"], WebSession.ended_at.is_(None)))
    assert number == 1
    assert sum(device.who() == "Maya" for device in devices) == 1


@pytest.mark.both_databases
def test_ending_the_lesson_while_children_come_in_leaves_nobody_in(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(names=NAMES[:12])
    code = room.open()
    devices = [room.device() for _name in range(12)]
    for device in devices:
        device.enter(code)
    teacher = room.teacher().open("/teach").follow("See who is in: Owls")
    with ThreadPoolExecutor(13) as pool:
        coming = [pool.submit(device.sign_in, name) for device, name in zip(devices, NAMES, strict=False)]
        pool.submit(teacher.press, "End it now").result()
        for one in coming:
            one.result()
    assert {device.who() for device in devices} == {None}


def test_a_sign_in_costs_the_same_statements_for_any_class(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom(names=NAMES)
    device = room.device()
    device.enter(room.open())
    page = device.client.get(device.tile(NAMES[0])).text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    counted = _statements(room)
    sent = device.client.post(device.tile(NAMES[0]), data={"csrf": token, "chosen": list(PICTURES[:3])})
    assert sent.location == "/path"
    assert len(counted) <= 6, counted
    device.post("/finished", shown_at="/class/still-you")
    counted.clear()
    device.client.get("/class/who")
    assert len(counted) <= 3, counted


def _statements(room: Classroom) -> list[str]:
    """Every statement from now on, but for those that fill an empty shelf of content."""
    counted: list[str] = []

    def count(*arguments: Any) -> None:
        if "content_version" not in arguments[2] and "BEGIN" not in arguments[2]:
            counted.append(arguments[2])

    event.listen(room.database.engine, "before_cursor_execute", count)
    return counted


def test_an_idle_device_writes_no_answer_for_the_child_who_left(make_classroom: Callable[..., Classroom]) -> None:
    room = make_classroom()
    device = room.device()
    device.enter(room.open())
    device.sign_in("Maya")
    room.clock.ahead += timedelta(minutes=6)
    answer = device.post("/lesson/begin", shown_at="/class/still-you", lesson="x")
    assert answer.location == "/class/still-you"

"""A class signs in: the teacher at the front, children at shared devices, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.harness.axe import assert_accessible
from tests.harness.server import Server
from tests.people.classroom import Classroom, Clock

pytestmark = pytest.mark.journey
NAMES = ("Maya", "Tom", "Sam K", "Sam B", "Bartholomew-James", *(f"Child{letter}" for letter in "abcdefghijklmnopqrstuvwxy"))
OLD_SCREEN = {"width": 1024, "height": 600}


@pytest.fixture
def room(app: Flask) -> Classroom:
    return Classroom(app, Clock()).build(names=NAMES)


@pytest.mark.expects_console("422")
def test_a_child_comes_in_by_touch_and_hands_the_device_over(
    room: Classroom, live_server: Server, new_tab: Callable[..., Page]
) -> None:
    tab = new_tab(viewport=OLD_SCREEN)
    code = room.open()
    tab.goto(live_server.url("/class"))
    assert_accessible(tab)
    tab.get_by_label("Class code").fill("ZZZZZZ")
    tab.get_by_role("button", name="Open my class").click()
    expect(tab.get_by_label("Class code")).to_be_focused()
    assert _fits(tab)
    tab.get_by_label("Class code").fill(code.lower())
    tab.get_by_role("button", name="Open my class").click()
    assert tab.locator(".name-tile").count() == 30
    assert _fits(tab)
    assert_accessible(tab)
    tab.get_by_role("link", name="Maya").click()
    assert _fits(tab)
    assert_accessible(tab)
    for picture in ("moon", "moon", "apple", "key"):
        tab.get_by_role("button", name=picture, exact=True).click()
    tab.wait_for_url("**/path")
    tab.get_by_role("link", name="Tell someone").click()
    assert _stands_clear(tab, ".option, .help-numbers li")
    assert_accessible(tab)
    tab.get_by_role("link", name="My path").click()
    tab.get_by_role("button", name="I’m finished").click()
    expect(tab.get_by_role("heading", name="Who are you?")).to_be_visible()
    tab.goto(live_server.url("/path"))
    expect(tab.get_by_label("Class code")).to_be_visible()


def test_a_child_comes_in_by_keyboard_alone(room: Classroom, live_server: Server, tab: Page) -> None:
    code = room.open()
    tab.goto(live_server.url("/class"))
    tab.get_by_label("Class code").focus()
    tab.keyboard.type(code)
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="Tom").focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name="Hello, Tom!")).to_be_visible()
    for picture in ("moon", "apple", "key"):
        tab.get_by_role("button", name=picture, exact=True).focus()
        tab.keyboard.press("Enter")
    tab.wait_for_url("**/path")


def test_a_child_comes_in_without_javascript(room: Classroom, live_server: Server, tab_without_javascript: Page) -> None:
    tab, code = tab_without_javascript, room.open()
    tab.goto(live_server.url("/class"))
    tab.get_by_label("Class code").fill(code)
    tab.get_by_role("button", name="Open my class").click()
    tab.get_by_role("link", name="Maya").click()
    for picture in ("moon", "boat"):
        tab.get_by_role("button", name=picture, exact=True).click()
    tab.get_by_role("button", name="Start again").click()
    for picture in ("moon", "apple", "key"):
        tab.get_by_role("button", name=picture, exact=True).click()
    tab.wait_for_url("**/path")


def test_the_teacher_sees_a_child_come_in_without_touching_anything(
    room: Classroom, live_server: Server, new_tab: Callable[..., Page]
) -> None:
    code = room.open()
    tab = new_tab()
    cookie = room.teacher().client.get_cookie("session")
    assert cookie is not None
    tab.context.add_cookies([{"name": "session", "value": cookie.value, "url": live_server.origin}])
    tab.goto(live_server.url(f"/teach/openings/{room.opening().id}"))
    assert_accessible(tab)
    focused = tab.get_by_role("button", name="Let in: Tom")
    focused.focus()
    device = room.device()
    device.enter(code)
    device.sign_in("Maya")
    expect(tab.get_by_role("button", name="Sign out: Maya")).to_be_visible(timeout=9_000)
    expect(focused).to_be_focused()
    assert_accessible(tab)


def _fits(tab: Page) -> bool:
    tab.wait_for_load_state()
    fits: bool = tab.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
    return fits


def _stands_clear(tab: Page, selector: str) -> bool:
    """Whether everything of a kind is seen at once: on the screen, and above the buttons at its foot."""
    tab.wait_for_load_state()
    clear: bool = tab.evaluate(
        """selector => {
            const foot = document.querySelector('.actions .button').getBoundingClientRect().top;
            return [...document.querySelectorAll(selector)].every(each => each.getBoundingClientRect().bottom <= foot);
        }""",
        selector,
    )
    return clear

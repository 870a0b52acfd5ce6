"""A child's lesson on a shared device, from the class door to the next child; and everything that goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Error, Page, Route, expect

from esafety.learning.models import Attempt
from esafety.learning.way import Screen
from tests.journeys.children import Child, Classes
from tests.journeys.desk import ANSWER, GO_ON, ON, Desk, KeyboardDesk
from tests.journeys.house import House
from tests.journeys.looking import DESK, Findings, look
from tests.learning.sending import fields_for

pytestmark = pytest.mark.journey
OLDER, YOUNGER = "images-of-others/lks2", "tell-an-adult/ks1"

Seat = Callable[..., Desk]


@pytest.fixture
def classes(house: House) -> Classes:
    return Classes(house)


@pytest.fixture
def sit(house: House, open_tab: Callable[..., Page]) -> Seat:
    """A new device, with JavaScript or without."""

    def down(*, scripts: bool = True) -> Desk:
        return Desk(open_tab(viewport=DESK, java_script_enabled=scripts), house, scripts=scripts)

    return down


def begin(desk: Desk, classes: Classes, child: Child, key: str) -> tuple[Attempt, tuple[Screen, ...]]:
    """Come in and start a lesson, which is then dealt so that it asks every kind of question."""
    desk.come_in(child)
    desk.open_lesson(key)
    desk.press("Start")
    desk.stands_at(0)
    attempt = classes.attempt_of(child, key)
    way = classes.deal_every_kind(attempt)
    desk.tab.reload()
    return attempt, way


@pytest.mark.expects_console("404")  # the second child asks for the first one's lesson
@pytest.mark.parametrize(("scripts", "key"), [(True, OLDER), (False, YOUNGER)], ids=["with JavaScript", "without JavaScript"])
def test_a_child_does_a_whole_lesson_and_hands_the_device_over(classes: Classes, sit: Seat, scripts: bool, key: str) -> None:
    child, other = classes.children(key, 2)
    desk, findings = sit(scripts=scripts), Findings()
    attempt, way = begin(desk, classes, child, key)
    desk.walk(way)
    expect(desk.tab.get_by_role("heading", name="You did it!")).to_be_visible()
    assert set(classes.answers_of(attempt)) == {screen.question_id for screen in way if screen.question}
    assert classes.has_badge(child, key)
    if scripts:
        look(desk.tab, "the end of a lesson", findings)
    desk.tab.get_by_role("link", name="Tell someone").click()
    expect(desk.tab.get_by_text("0800 1111")).to_be_visible()
    desk.tab.locator("label.option").first.click()
    desk.press("Tell")
    expect(desk.tab.get_by_role("heading", name="Thank you for telling us.")).to_be_visible()
    desk.press("I’m finished")
    expect(desk.tab.get_by_role("heading", name="Who are you?")).to_be_visible()
    desk.choose_tile(other)
    for _step in range(6):  # all the way back through what the first child saw
        seen = whatever_is_shown(desk.tab)
        assert f">{child.first_name}<" not in seen
        assert "Thank you for telling us" not in seen
        with suppress(Error):  # Chromium does not send a form of without-JavaScript again by itself
            desk.tab.go_back()
    desk.tab.goto(desk.house.url(f"/attempt/{attempt.id}/0"))
    expect(desk.tab.get_by_role("heading", level=1)).to_be_visible()
    assert not desk.tab.url.endswith("/end")
    assert f">{child.first_name}<" not in whatever_is_shown(desk.tab)
    findings.none()


def whatever_is_shown(tab: Page) -> str:
    """The page as it is when it has come to rest: going back may still be on its way."""
    for _wait in range(30):
        with suppress(Error):
            tab.wait_for_load_state()
            return tab.content()
        tab.wait_for_timeout(100)
    raise AssertionError("the page does not come to rest")


def test_a_child_does_every_kind_of_question_by_keyboard_alone(
    house: House, classes: Classes, open_tab: Callable[..., Page]
) -> None:
    (child,) = classes.children(OLDER, 1)
    desk = KeyboardDesk(open_tab(viewport=DESK), house)
    attempt, way = begin(desk, classes, child, OLDER)
    desk.walk(way)
    expect(desk.tab.get_by_role("heading", name="You did it!")).to_be_visible()
    assert len(classes.answers_of(attempt)) == sum(1 for screen in way if screen.question)


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_lesson_left_on_one_device_goes_on_at_another(classes: Classes, sit: Seat, scripts: bool) -> None:
    (child,) = classes.children(OLDER, 1)
    first, second = sit(scripts=scripts), sit(scripts=scripts)
    attempt, way = begin(first, classes, child, OLDER)
    asked = next(screen for screen in way if screen.question)
    for screen in way[: asked.place + 1]:
        if screen.question is not None:
            first.answer(screen.question)
        first.press(ON)
    second.come_in(child)
    second.open_lesson(OLDER)
    second.press(GO_ON)
    second.stands_at(asked.place + 1)
    assert set(classes.answers_of(attempt)) == {asked.question_id}
    second.tab.get_by_role("link", name="Back").click()
    expect(second.tab.locator("#feedback")).to_be_visible()


@pytest.mark.expects_console("ERR_FAILED")
@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_nothing_that_happens_to_a_device_loses_or_doubles_an_answer(classes: Classes, sit: Seat, scripts: bool) -> None:
    (child,) = classes.children(OLDER, 1)
    desk = sit(scripts=scripts)
    attempt, way = begin(desk, classes, child, OLDER)
    asked = [screen for screen in way if screen.question]
    for screen, mishap in zip(asked, (_presses_twice, _goes_back, _has_two_tabs, _loses_the_reply), strict=False):
        while desk.place < screen.place:
            here = desk.place
            desk.press(ON)
            desk.stands_at(here + 1)
        before = classes.answers_of(attempt)
        mishap(desk, screen)
        expect(desk.tab.locator("#feedback")).to_be_visible()
        kept = classes.answers_of(attempt)
        assert set(kept) - set(before) == {screen.question_id}
        _changes_their_mind(desk, screen)
        assert classes.answers_of(attempt) == kept
    desk.press(ON)
    desk.stands_at(asked[3].place + 1)


def _presses_twice(desk: Desk, screen: Screen) -> None:
    assert screen.question is not None
    desk.choose(screen.question)
    desk.tab.get_by_role("button", name=ANSWER).dblclick(no_wait_after=True)


def _goes_back(desk: Desk, screen: Screen) -> None:
    assert screen.question is not None
    desk.answer(screen.question)
    desk.tab.go_back()
    desk.tab.goto(desk.address_of(screen.place))


def _has_two_tabs(desk: Desk, screen: Screen) -> None:
    assert screen.question is not None
    other = Desk(desk.tab.context.new_page(), desk.house, scripts=desk.scripts)
    other.tab.goto(desk.tab.url)
    desk.answer(screen.question)
    other.choose(screen.question, right=False)
    other.press(ANSWER)
    expect(other.tab.locator("#feedback")).to_be_visible()
    other.tab.close()


def _loses_the_reply(desk: Desk, screen: Screen) -> None:
    """The answer arrives at the school's server, but its reply never reaches the child."""
    assert screen.question is not None
    here = desk.address_of(screen.place)
    desk.choose(screen.question)

    def lose(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort()
        else:
            route.continue_()

    desk.tab.route(here, lose)
    with desk.tab.expect_event("requestfailed"):
        desk.tab.get_by_role("button", name=ANSWER).click(no_wait_after=True)
    desk.tab.unroute(here)
    desk.tab.goto(here)


def _changes_their_mind(desk: Desk, screen: Screen) -> None:
    """Sends another answer to the same question, as a page would that still asks it."""
    assert screen.question is not None
    token = desk.tab.locator("input[name=csrf]").first.input_value()
    sent = urlencode({"csrf": token, **fields_for(screen.question, right=False)}, doseq=True)
    answer = desk.tab.context.request.post(
        desk.address_of(screen.place),
        data=sent,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        max_redirects=0,
    )
    assert answer.status == 303

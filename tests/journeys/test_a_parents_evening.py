"""A parent with a telephone: the letter's code, the family, five minutes to read, and the agreement, promise by promise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.adults import answer_anyhow, kept_file, send
from tests.journeys.house import House, Person
from tests.journeys.looking import Findings, look

pytestmark = pytest.mark.journey
PHONE = {"width": 360, "height": 740}
OWN_PASSWORD = "copper teapots whistle"


@pytest.mark.parametrize(
    ("scripts", "language", "place"),
    [(True, "ur", 0), (False, "en", 1)],
    ids=["in Urdu with JavaScript", "in English without JavaScript"],
)
def test_a_parent_comes_with_a_letter_and_answers_in_every_way(
    house: House, open_tab: Callable[..., Page], scripts: bool, language: str, place: int
) -> None:
    tab, findings = open_tab(viewport=PHONE, java_script_enabled=scripts), Findings()

    def seen(where: str) -> None:
        if scripts:
            look(tab, f"{language}: {where}", findings)
            tab.set_viewport_size(PHONE)  # type: ignore[arg-type]

    _choose_language(tab, house, language)
    _use_letter(tab, house.person("new-parent", place), seen)
    _do_a_module(tab)
    tab.goto(house.url("/family"))
    link = _read_the_agreement(tab, seen)
    receipt = _sign(tab, house, link, seen)
    assert kept_file(tab, f"{receipt}/pdf").startswith(b"%PDF")
    tab.locator("main a[href$='/withdraw']").click()
    seen("withdraw")
    send(tab)
    expect(tab.locator("main a[href$='/withdraw']")).to_have_count(0)
    for answer in ("decline", "talk"):
        tab.goto(house.url(f"{link}/answer"))
        tab.locator(f"main a[href='{link}/{answer}']").click()
        seen(answer)
        tab.locator("main textarea").fill("Bitte zuerst sprechen. ہم بات کرنا چاہتے ہیں۔")
        send(tab)
        tab.wait_for_url("**/receipt/*")
        seen(f"receipt of {answer}")
    assert tab.locator("html").get_attribute("dir") == ("rtl" if language == "ur" else "ltr")
    findings.none()


def test_a_parent_signs_by_keyboard_alone(house: House, open_tab: Callable[..., Page]) -> None:
    tab = open_tab(viewport=PHONE)
    parent = house.parent_to_ask()
    house.enter(tab, parent)
    tab.goto(house.url("/family"))
    link = _first_agreement(tab)
    tab.goto(house.url(f"{link}/sign"))
    for box in tab.locator("main input[type=checkbox]").all():
        _reach(tab, f"#{box.get_attribute('id')}")
        tab.keyboard.press("Space")
        expect(box).to_be_checked()
        if box.get_attribute("name") == "promises" and not _has_more_promises(tab):
            _reach(tab, "[name=full_name]")
            tab.keyboard.type(parent.name)
    _reach(tab, "main form[method=post] button[type=submit]")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/receipt/*")
    expect(tab.get_by_role("heading", name="You have signed")).to_be_visible()


def _choose_language(tab: Page, house: House, language: str) -> None:
    tab.goto(house.url("/family/code"))
    tab.locator(".languages summary").click()
    tab.locator(f".languages button[value={language}]").click()
    expect(tab.locator("html")).to_have_attribute("lang", language)


def _use_letter(tab: Page, person: Person, seen: Callable[[str], None]) -> None:
    tab.locator("main [name=code]").fill(person.types["letter_code"])
    send(tab)
    tab.wait_for_url("**/family/welcome")
    seen("welcome")
    tab.locator("main [name=password]").fill(OWN_PASSWORD)
    send(tab)
    tab.wait_for_url("**/family")
    seen("our family")


def _do_a_module(tab: Page) -> None:
    tab.locator("main a[href^='/modules/']").first.click()
    send(tab)
    tab.wait_for_url("**/step/0")
    for _screen in range(30):
        if tab.url.endswith("/end"):
            break
        if tab.locator("form#answer").count():
            answer_anyhow(tab)
        tab.locator("main form[action$='/on'] button").click()
        tab.wait_for_load_state()
    assert tab.url.endswith("/end")


def _first_agreement(tab: Page) -> str:
    href = tab.locator("main a[href^='/agreement/']").first.get_attribute("href")
    assert href is not None
    return href


def _read_the_agreement(tab: Page, seen: Callable[[str], None]) -> str:
    link = _first_agreement(tab)
    tab.locator(f"main a[href='{link}']").first.click()
    seen("the agreement")
    tab.locator(f".actions a[href='{link}/promise/1']").click()
    number = 1
    while True:
        if tab.locator("main label.option").count():
            tab.locator("main label.option").first.click()
            tab.locator("main form[method=get] button").click()
            expect(tab.locator("#feedback")).to_be_visible()
            if number == 1:
                seen("a promise with an answer")
        number += 1
        further = tab.locator(f".actions a[href='{link}/promise/{number}']")
        if not further.count():
            break
        further.click()
        tab.wait_for_url(f"**{link}/promise/{number}")
    assert number > 3
    tab.locator(f".actions a[href='{link}/answer']").click()
    seen("three answers")
    return link


def _sign(tab: Page, house: House, link: str, seen: Callable[[str], None]) -> str:
    tab.locator(f"main a[href='{link}/sign']").click()
    seen("sign")
    for box in tab.locator("main input[type=checkbox]").all():
        box.check(force=True)
    tab.locator("main [name=full_name]").fill("Siân O’Brien-Hussein")
    send(tab)
    tab.wait_for_url("**/receipt/*")
    seen("receipt")
    return tab.url.removeprefix(house.server.origin)


def _has_more_promises(tab: Page) -> bool:
    return tab.locator("[name=promises]:not(:checked)").count() > 0


def _reach(tab: Page, selector: str) -> None:
    """Press the tabulator until this element has the focus."""
    for _press in range(60):
        if tab.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with the keyboard on {tab.url}")

"""A child at a device: comes in by the class door and answers by touch, with JavaScript or without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from esafety.curriculum.shapes import Order, Question, Sort
from esafety.learning.way import Screen
from tests.journeys.children import Child
from tests.journeys.house import House
from tests.learning.sending import all_fields_for

ANSWER, ON, GO_ON = "This is my answer", "On", "Go on"


MOST_STOPS = 80


class Desk:
    """One tab of one device. What is touched is what a child sees."""

    def __init__(self, tab: Page, house: House, *, scripts: bool) -> None:
        self.tab = tab
        self.house = house
        self.scripts = scripts

    def come_in(self, child: Child) -> None:
        """Class code, own tile, own pictures."""
        self.tab.goto(self.house.url("/class"))
        self.tab.get_by_label("Class code").fill(child.class_code)
        self.press("Open my class")
        self.choose_tile(child)

    def choose_tile(self, child: Child) -> None:
        """Own tile and own pictures, where the names are shown."""
        self.tab.locator(f"a.name-tile[href='/class/who/{child.pupil_id}']").click()
        for picture in child.pictures:
            self.tab.locator(f"button[name=picture][value={picture}]").click()
        expect(self.tab.get_by_role("heading", name="My path")).to_be_visible()

    def open_lesson(self, key: str) -> None:
        """Press the lesson's island on the path."""
        self.tab.locator(f"main a[href='/lesson/{key}']").first.click()

    def press(self, words: str) -> None:
        """Press a button by its words."""
        self.tab.get_by_role("button", name=words, exact=True).click()

    def walk(self, way: tuple[Screen, ...], *, right: bool = True) -> None:
        """Go on from the screen shown to the end of the lesson, answering what is asked."""
        for screen in way[self.place :]:
            self.stands_at(screen.place)
            if screen.question is not None:
                self.answer(screen.question, right=right)
            self.press(ON)
        self.tab.wait_for_url("**/end")

    @property
    def place(self) -> int:
        """Which screen of a lesson is shown."""
        return int(urlsplit(self.tab.url).path.rpartition("/")[2])

    def stands_at(self, place: int) -> None:
        """Wait until a screen of the lesson is shown."""
        expect(self.tab).to_have_url(re.compile(rf"/attempt/\d+/{place}(#.*)?$"))

    def address_of(self, place: int) -> str:
        """The address of another screen of the lesson shown."""
        return f"{self.tab.url.partition('#')[0].rpartition('/')[0]}/{place}"

    def answer(self, question: Question, *, right: bool = True) -> None:
        """Answer the question shown and wait for what the answer shows; a story turn by turn."""
        for turn in all_fields_for(question, right=right)[:-1]:
            self._set("choice", str(turn["choice"]), chip=False)
            self.press(ANSWER)
            expect(self.tab.locator(f"input[name='turn'][value='{int(str(turn['turn'])) + 1}']")).to_have_count(1)
        self.choose(question, right=right)
        self.press(ANSWER)
        expect(self.tab.locator("#feedback")).to_be_visible()

    def choose(self, question: Question, *, right: bool = True) -> None:
        """Lay out an answer without sending it."""
        fields = all_fields_for(question, right=right)[-1]
        fields.pop("turn", None)
        if isinstance(question, Order) and self.scripts:
            self._move(fields)
            return
        for name, value in fields.items():
            for one in [value] if isinstance(value, str) else value:
                self._set(name, one, chip=isinstance(question, Sort))

    def _set(self, name: str, value: str, *, chip: bool) -> None:
        if chip or name == "choice":
            kind = "label.chip" if chip else "label.option"
            self._label(kind, name, value).click()
        elif self.scripts:
            self.tab.locator(f"select[name='{name}'] + button").click()
            self.tab.locator(f".pool-card[value='{value}']").click()
        else:
            self.tab.locator(f"select[name='{name}']").select_option(value)

    def _label(self, kind: str, name: str, value: str) -> Locator:
        return self.tab.locator(kind, has=self.tab.locator(f"input[name='{name}'][value='{value}']"))

    def _move(self, fields: Mapping[str, str | list[str]]) -> None:
        """Move each card up to its place with the arrow, the first one first."""
        for name, place in sorted(fields.items(), key=lambda field: int(str(field[1]))):
            card = self.tab.locator("li.row-card", has=self.tab.locator(f"select[name='{name}']"))
            for _step in range(len(fields)):
                if card.locator(".row-place").inner_text() == place:
                    break
                card.locator("[data-by='-1']").click()


class KeyboardDesk(Desk):
    """A child who uses nothing but the keyboard: tabulator, arrows, space and enter."""

    def __init__(self, tab: Page, house: House) -> None:
        super().__init__(tab, house, scripts=True)

    def come_in(self, child: Child) -> None:
        self.tab.goto(self.house.url("/class"))
        self.reach(self.tab.get_by_label("Class code"))
        self.tab.keyboard.type(child.class_code)
        self.tab.keyboard.press("Enter")
        expect(self.tab.get_by_role("heading", name="Who are you?")).to_be_visible()
        self.choose_tile(child)

    def choose_tile(self, child: Child) -> None:
        self._enter(self.tab.locator(f"a.name-tile[href='/class/who/{child.pupil_id}']"))
        for picture in child.pictures:
            self._enter(self.tab.locator(f"button[name=picture][value={picture}]"))
        expect(self.tab.get_by_role("heading", name="My path")).to_be_visible()

    def open_lesson(self, key: str) -> None:
        self._enter(self.tab.locator(f"main a[href='/lesson/{key}']").first)

    def press(self, words: str) -> None:
        self._enter(self.tab.get_by_role("button", name=words, exact=True))

    def reach(self, wanted: Locator) -> None:
        """Press the tabulator until the element has the focus, and see that the focus shows."""
        wanted.wait_for(state="attached")
        for _stop in range(MOST_STOPS):
            if wanted.evaluate("element => element === document.activeElement"):
                return
            self.tab.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached with the keyboard on {self.tab.url}")

    def _enter(self, wanted: Locator) -> None:
        self.reach(wanted)
        self.tab.keyboard.press("Enter")

    def _set(self, name: str, value: str, *, chip: bool) -> None:
        if not chip and name != "choice":
            self._enter(self.tab.locator(f"select[name='{name}'] + button"))
            self._enter(self.tab.locator(f".pool-card[value='{value}']"))
            return
        box = self.tab.locator(f"input[name='{name}'][value='{value}']")
        if box.get_attribute("type") == "checkbox":
            self.reach(box)
            self.tab.keyboard.press("Space")
        else:
            self._arrow_to(name, box)
        expect(box).to_be_checked()

    def _arrow_to(self, name: str, box: Locator) -> None:
        """Into the group with the tabulator, along it with the arrows."""
        self.reach(self.tab.locator(f"input[name='{name}']").first)
        self.tab.keyboard.press("Space")
        while not box.is_checked():
            self.tab.keyboard.press("ArrowDown")

    def _move(self, fields: Mapping[str, str | list[str]]) -> None:
        for name, place in sorted(fields.items(), key=lambda field: int(str(field[1]))):
            card = self.tab.locator("li.row-card", has=self.tab.locator(f"select[name='{name}']"))
            while card.locator(".row-place").inner_text() != place:
                self._enter(card.locator("[data-by='-1']"))

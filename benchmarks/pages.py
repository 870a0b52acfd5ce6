"""What a page weighs: bytes on the wire, headers included, as a real Chromium asks for them, and that nothing comes twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from benchmarks.amounts import CHILDREN
from benchmarks.databases import Databases
from benchmarks.overview import let_in
from benchmarks.school import LESSON, Child, found, open_class, settings_for
from benchmarks.serving import serving
from esafety.bootstrap.browser import find_browser
from esafety.cli.server import environment_of
from esafety.core import clock
from esafety.core.db import Database
from tests.harness.crowd import fill

CLASS_PUPILS = 300
ONCE = frozenset({"Font", "Script"})
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
_VIEW: ViewportSize = {"width": 1180, "height": 820}


@dataclass
class Weighed:
    """A tab that counts what it is sent: bytes since the last page, and how often each address was fetched."""

    tab: Page
    sent: float = 0
    fetched: Counter[tuple[str, str]] = field(default_factory=Counter)
    _kinds: dict[str, tuple[str, str]] = field(default_factory=dict)

    def listen(self) -> None:
        """Begin to count."""
        wire = self.tab.context.new_cdp_session(self.tab)
        wire.on("Network.requestWillBeSent", self._asked)
        wire.on("Network.loadingFinished", self._finished)
        wire.send("Network.enable")

    def kb(self, step: Callable[[], Any]) -> float:
        """What one step to another page weighs, in kB of a thousand bytes."""
        self.sent = 0
        step()
        self.tab.wait_for_load_state("networkidle")
        return self.sent / 1000

    def twice(self) -> list[str]:
        """Fonts and scripts that were fetched more than once."""
        return sorted(address for (address, kind), number in self.fetched.items() if number > 1 and kind in ONCE)

    def _asked(self, told: dict[str, Any]) -> None:
        self._kinds[told["requestId"]] = (told["request"]["url"], told.get("type", ""))

    def _finished(self, told: dict[str, Any]) -> None:
        self.sent += told["encodedDataLength"]
        if told["encodedDataLength"] and told["requestId"] in self._kinds:
            self.fetched[self._kinds[told["requestId"]]] += 1


def measure(databases: Databases, server: str) -> tuple[dict[str, float], dict[str, Any]]:
    """The heaviest page of a pupil on first load and after, and the lead's overview on first load."""
    database = Database(databases.fresh("sqlite", "pages"))
    settings = settings_for(database.url, databases.folder)
    school = found(database, settings, children=CHILDREN)
    code = open_class(database, school)
    token = let_in(database, fill(database, pupils=CLASS_PUPILS, now=clock.now()), "lead")
    with (
        serving("wsgi:app", environment_of(settings), databases.folder / "pages.log", server=server) as app,
        _chromium() as browser,
    ):
        walk = _weighed(browser)
        pages = _a_childs_way(walk, app.origin, code, school.children[0])
        cookies = walk.tab.context.cookies()
        heavy = max(pages, key=lambda address: pages[address])
        first = {
            path: _first(browser, app.origin + path, cookies) for path in dict.fromkeys(("/path", f"/lesson/{LESSON}", heavy))
        }
        door = _first(browser, f"{app.origin}/class", [])
        lead = _first(browser, f"{app.origin}/lead", [{"name": "session", "value": token, "url": app.origin}])
        twice = walk.twice()
    database.close()
    told = {
        "pupil_first_kb": round(max(door, *first.values()), 1),
        "pupil_next_kb": round(max(pages.values()), 1),
        "lead_first_kb": round(lead, 1),
    }
    shown = {"door": door, **{_nameless(path): weight for path, weight in first.items()}}
    return told, {
        "first_loads_kb": {name: round(weight, 1) for name, weight in shown.items()},
        "following_pages": len(pages),
        "fonts_and_scripts_fetched_twice": twice,
    }


def _a_childs_way(walk: Weighed, origin: str, code: str, child: Child) -> dict[str, float]:
    """From the class's door through a whole lesson: what every page after the first weighs, by address."""
    tab = walk.tab
    walk.kb(lambda: tab.goto(f"{origin}/class"))
    tab.get_by_role("textbox").fill(code)
    weighed: dict[str, float] = {}

    def step(do: Callable[[], Any]) -> None:
        weight = walk.kb(do)
        address = tab.url.removeprefix(origin).partition("#")[0]
        weighed[address] = max(weight, weighed.get(address, 0))

    step(tab.locator("main form button[type=submit], main form button:not([type])").first.click)
    step(lambda: tab.locator(f"a[href='/class/who/{child.id}']").click())
    for picture in child.pictures[:-1]:
        tab.locator(f"button[value='{picture}']").click()
    step(lambda: tab.locator(f"button[value='{child.pictures[-1]}']").click())
    step(lambda: tab.goto(f"{origin}/lesson/{LESSON}"))
    step(tab.locator("form[action='/lesson/begin'] button").first.click)
    while not tab.url.endswith("/end"):
        if tab.locator("#answer").count():
            _choose(tab)
            step(lambda: tab.locator("button[form=answer]").click())
        else:
            step(tab.locator("form[action$='/on'] button").first.click)
    return weighed


def _choose(tab: Page) -> None:
    """The first choice of everything that the question asks."""
    for group in tab.evaluate("[...new Set([...document.querySelectorAll('#answer input[type=radio]')].map((i) => i.name))]"):
        tab.locator(f"#answer input[name='{group}']").first.check(force=True)
    if tab.locator("#answer input[type=checkbox]").count():
        tab.locator("#answer input[type=checkbox]").first.check(force=True)
    for place, choice in enumerate(tab.locator("#answer select").all(), 1):
        is_order = (choice.get_attribute("name") or "").startswith("place-")
        choice.select_option(index=place if is_order else 1, force=True)


def _first(browser: Browser, address: str, cookies: list[Any]) -> float:
    """A page opened on a device that was never here before."""
    tab = _weighed(browser)
    tab.tab.context.add_cookies(cookies)
    weight = tab.kb(lambda: tab.tab.goto(address))
    tab.tab.context.close()
    return weight


def _weighed(browser: Browser) -> Weighed:
    tab = Weighed(browser.new_context(viewport=_VIEW).new_page())
    tab.listen()
    return tab


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=_FLAGS)
        yield browser
        browser.close()


def _nameless(path: str) -> str:
    return "a question" if path.startswith("/attempt/") else path

"""What a page weighs: bytes on the wire, headers included, as a real Chromium asks for them, and that nothing comes twice.

First loads are those of every page where something large is seen for the first time: the door, the names, the secret
pictures, the path, a lesson. The pages after are all of the lesson, each with its new pictures.
"""

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
    log = databases.folder / "pages.log"
    with serving("wsgi:app", environment_of(settings), log, server=server) as app, _chromium() as browser:
        walk = _weighed(browser)
        walk.kb(lambda: walk.tab.goto(f"{app.origin}/class"))
        _type_code(walk, code)
        _come_in(walk, school.children[0])
        after = _lesson(walk, app.origin)
        first = _first_loads(browser, walk, app.origin, code, school.children[1])
        lead = _first(browser, f"{app.origin}/lead", [{"name": "session", "value": token, "url": app.origin}])
        twice = walk.twice()
        walk.tab.context.close()
    database.close()
    told = {
        "pupil_first_kb": round(max(first.values()), 1),
        "pupil_next_kb": round(max(after), 1),
        "lead_first_kb": round(lead, 1),
    }
    return told, {
        "pupil_first_loads_kb": {name: round(weight, 1) for name, weight in first.items()},
        "pupil_pages_after": len(after),
        "fonts_and_scripts_fetched_twice": twice,
    }


def _first_loads(browser: Browser, walk: Weighed, origin: str, code: str, child: Child) -> dict[str, float]:
    """Pages on a device that keeps nothing but its cookies, such as one that the child before handed on: that empties it."""
    door = _weighed(browser)
    first = {"the door": door.kb(lambda: door.tab.goto(f"{origin}/class"))}
    _type_code(door, code)
    device = door.tab.context.cookies()
    door.tab.context.close()
    for name, path in {"the names": "/class/who", "the pictures": f"/class/who/{child.id}"}.items():
        first[name] = _first(browser, origin + path, device)
    pupil = walk.tab.context.cookies()
    for name, path in {"the path": "/path", "a lesson": f"/lesson/{LESSON}"}.items():
        first[name] = _first(browser, origin + path, pupil)
    return first


def _type_code(walk: Weighed, code: str) -> None:
    walk.tab.get_by_role("textbox").fill(code)
    walk.kb(walk.tab.locator(".door-form button").first.click)


def _come_in(walk: Weighed, child: Child) -> None:
    """From the names to the path."""
    walk.kb(walk.tab.locator(f"a[href='/class/who/{child.id}']").click)
    for picture in child.pictures[:-1]:
        walk.tab.locator(f"button[value='{picture}']").click()
    walk.kb(walk.tab.locator(f"button[value='{child.pictures[-1]}']").click)


def _lesson(walk: Weighed, origin: str) -> list[float]:
    """Every page of a lesson, with its new pictures."""
    tab = walk.tab
    weights = [
        walk.kb(lambda: tab.goto(f"{origin}/lesson/{LESSON}")),
        walk.kb(tab.locator("form[action='/lesson/begin'] button").first.click),
    ]
    while not tab.url.endswith("/end"):
        if tab.locator("#answer").count():
            _choose(tab)
            weights.append(walk.kb(tab.locator("button[form=answer]").click))
        else:
            weights.append(walk.kb(tab.locator("form[action$='/on'] button").first.click))
    return weights


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

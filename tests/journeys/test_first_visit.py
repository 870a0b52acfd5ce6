"""The very first visit: setting up an empty installation, and what a browser has to fetch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

import pyotp
import pytest
from playwright.sync_api import Page, expect

from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.load import load_directory
from esafety.places import content_directory
from esafety.settings import Settings
from esafety.welcome.first_run import set_up_code
from tests.harness.server import Server
from tests.journeys.adults import sign_in
from tests.journeys.house import House, Person
from tests.journeys.looking import DESK, Findings, look

pytestmark = pytest.mark.journey
FIRST_KB, NEXT_KB = 90, 15
OWN_PASSWORD = "copper teapots whistle"


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_whoever_holds_the_servers_code_sets_up_the_first_school(
    settings: Settings, serve: Callable[[Settings], Server], open_tab: Callable[..., Page], scripts: bool
) -> None:
    database = Database(settings.database_url)
    with database.across_schools("an installation begins with the lessons") as db:
        load_directory(db, content_directory(), clock.now())
    database.close()
    house, findings = House(serve(settings)), Findings()
    tab = open_tab(viewport=DESK, java_script_enabled=scripts)
    tab.goto(house.url("/start"))
    if scripts:
        look(tab, "/start", findings)
    secret = tab.locator("[name=totp_secret]").input_value()
    words = {
        "code": set_up_code(house.settings),
        "name": "Ysgol Tŷ’r Felin",
        "key": "mill-house",
        "lead_name": "Siân Prys",
        "sign_in_name": "sian.prys",
        "password": OWN_PASSWORD,
        "totp_code": pyotp.TOTP(secret).now(),
    }
    for name, value in words.items():
        tab.locator(f"main [name={name}]").fill(value)
    tab.get_by_role("button", name="Set up").click()
    tab.wait_for_url("**/staff/sign-in?school=new")
    types = {"sign_in_name": "sian.prys", "password": OWN_PASSWORD, "totp_secret": secret}
    sign_in(tab, house, Person("lead", "Siân Prys", "/staff/sign-in", types))
    expect(tab.get_by_role("heading", name="Where we stand")).to_be_visible()
    assert tab.context.request.get(house.url("/start")).status == 404
    house.database.close()
    findings.none()


@pytest.mark.parametrize("role", ["pupil-ks1", "pupil-lks2", "pupil-uks2"])
def test_a_childs_pages_are_small_and_nothing_is_fetched_twice(house: House, open_tab: Callable[..., Page], role: str) -> None:
    tab = open_tab(viewport=DESK)
    fetched = _Fetched(tab)
    house.enter(tab, house.person(role))
    tab.goto(house.url("/class"))
    tab.wait_for_load_state("networkidle")
    assert fetched.kilobytes() < FIRST_KB
    tab.goto(house.url("/path"))
    tab.wait_for_load_state("networkidle")
    fetched.kilobytes()
    tab.locator("main a[href^='/lesson/']").first.click()
    tab.wait_for_load_state("networkidle")
    for _screen in range(4):
        assert fetched.kilobytes() < NEXT_KB, tab.url
        button = tab.locator(".actions form button").first
        if not button.count():
            break
        button.click()
        tab.wait_for_load_state("networkidle")
    assert fetched.twice() == []


class _Fetched:
    """What really came over the line, as the browser's own tools count it."""

    def __init__(self, tab: Page) -> None:
        self._bytes = 0
        self._addresses: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        tools = tab.context.new_cdp_session(tab)
        tools.send("Network.enable")
        tools.on("Network.responseReceived", lambda told: self._note(told["requestId"], told["response"]["url"]))
        tools.on("Network.loadingFinished", lambda told: self._count(told["requestId"], told["encodedDataLength"]))

    def kilobytes(self) -> float:
        """How much was fetched since the last question."""
        fetched, self._bytes = self._bytes, 0
        return fetched / 1024

    def twice(self) -> list[str]:
        """Fonts, scripts and styles that came more than once."""
        kinds = (".woff2", ".js", ".css")
        return [path for path, times in self._times.items() if times > 1 and path.endswith(kinds)]

    def _note(self, number: str, address: str) -> None:
        self._addresses[number] = address

    def _count(self, number: str, size: int) -> None:
        if size:
            self._bytes += size
            self._times[urlsplit(self._addresses.get(number, "")).path] += 1

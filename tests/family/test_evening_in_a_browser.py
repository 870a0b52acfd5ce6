"""A parent's evening in a real browser: accessible in English and Urdu, at a phone's and a laptop's width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from esafety.web.door import session_cookie
from tests.agreements.evening import Evening
from tests.family.test_family import learn, pupil_of
from tests.harness.axe import assert_accessible
from tests.harness.people import Enter, Make
from tests.harness.server import Server


@pytest.mark.journey
@pytest.mark.parametrize("seen", [("en", 1440), ("ur", 360)], ids=str)
def test_every_page_of_the_evening_is_accessible_and_fits(
    make: Make, enter: Enter, live_server: Server, new_tab: Callable[..., Page], seen: tuple[str, int]
) -> None:
    language, width = seen
    evening = Evening.begin(make)
    mary = evening.family("Mary Smith", evening.make.pupil("Maximiliana-Alexandrina Josephine"))
    learn(evening, pupil_of(evening, mary), "age-limits/lks2")
    parent = enter.as_guardian(mary)
    module = parent.open("/modules/age-limits/parents").press("Start").press("On").press("On").press("On").url
    link = f"/agreement/{mary.links[0].id}"
    asking = ["/family", f"/family/child/{mary.links[0].pupil_id}", link, f"{link}/promise/1?choice=a", f"{link}/answer"]
    tab = new_tab(viewport={"width": width, "height": 740})
    cookie = parent.client.get_cookie(session_cookie(live_server.settings))
    assert cookie is not None
    tab.context.add_cookies(
        [
            {"name": cookie.key, "value": cookie.value, "url": live_server.origin},
            {"name": "language", "value": language, "url": live_server.origin},
        ]
    )
    for address in [*asking, f"{link}/sign", f"{link}/talk", "/modules", "/modules/age-limits/parents", module]:
        _look(tab, f"{live_server.origin}{address}", width)
    receipt = evening.sign(parent, mary)
    for address in (receipt, f"{receipt}/withdraw", "/family"):
        _look(tab, f"{live_server.origin}{address}", width)
    assert tab.locator("html").get_attribute("dir") == ("rtl" if language == "ur" else "ltr")


def _look(tab: Page, address: str, width: int) -> None:
    answer = tab.goto(address)
    assert answer is not None
    assert answer.ok, address
    assert_accessible(tab)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, f"{address} is wider than {width}"

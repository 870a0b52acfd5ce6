"""Every page, for everybody who may open it: access, languages, narrow screens, and nothing said to third parties."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from esafety.access.viewer import Viewer
from tests.journeys.addresses import SAME_FOR_ALL, Address, addresses_for, pages_to_open
from tests.journeys.house import House
from tests.journeys.looking import BOTH_WAYS, DESK, LANGUAGES, Findings, look, pattern_of, tells_nobody

pytestmark = pytest.mark.journey

# In this order the first who may open a page also reads it in Welsh and Urdu.
VISITORS = (
    "nobody", "pupil-ks1", "pupil-lks2", "pupil-uks2", "parent", "office", "esafety-lead", "teacher", "head", "dsl",
    "governor", "trust-lead", "parent-of-two-households", "teacher-who-is-a-parent",
)  # fmt: skip
# Whose children and links differ most from each other: they look at pages again that somebody else has read already.
THOROUGH = frozenset({"parent", "office"})
# Shown only between two steps of a journey, which looks at them on its way, or a file about children of Year 6 (tests/notices).
ON_THE_WAY = frozenset(
    {
        "people.who", "people.pictures", "people.card", "people.make_sign_in", "people.join_with_sign_in", "people.new_password",
        "people.second_factor", "welcome.first_run", "authoring.changed", "notices.leavers_summary",
    }
)  # fmt: skip


def _read_by(role: str) -> tuple[str, ...]:
    return LANGUAGES if role == "nobody" or role.startswith(("pupil", "parent")) else BOTH_WAYS


@pytest.mark.parametrize("role", VISITORS)
def test_every_page_can_be_read_touched_and_told_by_everybody(house: House, open_tab: Callable[..., Page], role: str) -> None:
    tab = open_tab(viewport=DESK)
    viewer = _enter(house, tab, role)
    names, findings = pattern_of(house.names_of_people()), Findings()
    read_before = _pages_of(house, VISITORS[: VISITORS.index(role)])
    for address in addresses_for(house, viewer, rows=2 if role in THOROUGH else 1):
        if address.endpoint in SAME_FOR_ALL & read_before or not _opens(tab, house, address, findings):
            continue
        findings.add(address.path, *tells_nobody(tab, names))
        if address.endpoint not in read_before or role in THOROUGH:
            look(tab, address.path, findings, dark=viewer.kind != "pupil" and address.endpoint not in read_before)
    findings.none()


@pytest.mark.parametrize(
    ("role", "language"), [(role, one) for role in VISITORS for one in ("cy", "ur") if one in _read_by(role)]
)
def test_every_page_is_whole_in_every_language(house: House, open_tab: Callable[..., Page], role: str, language: str) -> None:
    tab = open_tab(viewport=DESK)
    viewer = _enter(house, tab, role)
    tab.context.add_cookies([{"name": "language", "value": language, "url": house.server.origin}])
    findings = Findings()
    read_before = _pages_of(house, VISITORS[: VISITORS.index(role)]) - {"learning.screen"}
    for address in addresses_for(house, viewer, rows=1):
        if address.endpoint in read_before or not _opens(tab, house, address, findings):
            continue
        look(tab, f"{language} {address.path}", findings)
    findings.none()


def test_no_page_is_left_out(house: House) -> None:
    assert pages_to_open() - _pages_of(house, VISITORS) <= ON_THE_WAY


def _pages_of(house: House, roles: tuple[str, ...]) -> set[str]:
    return {address.endpoint for role in roles for address in addresses_for(house, _viewer(house, role), rows=1)}


def _viewer(house: House, role: str) -> Viewer:
    return Viewer() if role == "nobody" else house.viewer(house.token(house.person(role)))


def _enter(house: House, tab: Page, role: str) -> Viewer:
    return Viewer() if role == "nobody" else house.enter(tab, house.person(role))


def _opens(tab: Page, house: House, address: Address, findings: Findings) -> bool:
    """Open a page in the tab. Files, parts of pages and pages that lead elsewhere are only asked for."""
    if address.endpoint in ON_THE_WAY:
        return False
    answer = tab.context.request.get(house.url(address.path), max_redirects=0)
    if answer.status >= 400:
        findings.add(address.path, f"answers {answer.status}")
    if answer.status != 200 or not answer.body().lstrip()[:15].lower().startswith(b"<!doctype html"):
        return False
    tab.goto(house.url(address.path))
    return urlsplit(tab.url).path == address.path

"""One page, met in this process, at a real server process, and in a real browser, on both databases."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.harness.axe import assert_accessible
from tests.harness.server import Server
from tests.harness.visitor import Visitor


@pytest.mark.both_databases
def test_a_page_can_be_read(visitor: Visitor) -> None:
    page = visitor.open("/nowhere")
    assert page.status == 404
    assert page.heading


@pytest.mark.journey
@pytest.mark.both_databases
@pytest.mark.expects_console("404")
def test_a_page_opens_in_a_browser(live_server: Server, new_tab: Callable[..., Page]) -> None:
    page = new_tab(viewport={"width": 320, "height": 640})
    page.goto(live_server.url("/nowhere"))
    assert page.locator("h1").count() == 1
    assert_accessible(page)


@pytest.mark.journey
@pytest.mark.expects_console("404")
def test_a_page_opens_without_javascript(lasting_server: Server, tab_without_javascript: Page) -> None:
    tab_without_javascript.goto(lasting_server.url("/nowhere"))
    assert tab_without_javascript.locator("h1").count() == 1

"""A real Chromium for the journeys, driven by playwright, that may reach this machine only."""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, sync_playwright

from esafety.bootstrap.browser import find_browser
from esafety.places import project_directory

_WALKED_BADLY = pytest.StashKey[bool]()
_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for each worker."""
    program = find_browser()
    assert program, "There is no browser to test with. Run: python3 -m esafety test"
    # Chromium's own sandbox refuses to be started by root, as containers do.
    flags = [*_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else _FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def new_tab(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens a tab with cookies of its own: another person, another device. Options are those of a browser context.

    In the end no tab may have asked another host for anything, nor have written an error to its console, which is
    also where a browser complains about what the security policy forbids. A test that provokes an error answer
    says so with `@pytest.mark.expects_console("404")`.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_tab(**options: object) -> Page:
        context = chromium.new_context(**{"locale": "en-GB", **options})  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        tab = context.new_page()
        _listen(context, complaints)
        return tab

    yield open_tab
    if request.node.stash.get(_WALKED_BADLY, False):
        _keep_pictures(contexts, request.node.name)
    for context in contexts:
        context.close()
    marker = request.node.get_closest_marker("expects_console")
    expected = marker.args if marker else ()
    unexpected = [line for line in complaints if not any(words in line for words in expected)]
    assert not unexpected, "The browser complained:\n  " + "\n  ".join(unexpected)


@pytest.fixture
def tab(new_tab: Callable[..., Page]) -> Page:
    """One tab of somebody whom nobody knows yet."""
    return new_tab()


@pytest.fixture
def tab_without_javascript(new_tab: Callable[..., Page]) -> Page:
    """The same with JavaScript switched off."""
    return new_tab(java_script_enabled=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[_WALKED_BADLY] = True
    return report


def _listen(context: BrowserContext, complaints: list[str]) -> None:
    def console(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text} ({message.location['url']})")

    def script(error: WebError) -> None:
        complaints.append(f"script: {error.error}")

    def request(asked: Request) -> None:
        if not _is_here(asked.url):
            complaints.append(f"another host: {asked.url}")

    context.on("console", console)
    context.on("weberror", script)
    context.on("request", request)


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1" or url.startswith(("about:", "data:", "blob:"))


def _keep_pictures(contexts: list[BrowserContext], name: str) -> None:
    folder = (project_directory() or Path.cwd()) / "build" / "journeys"
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(page for context in contexts for page in context.pages):
        safe = "".join(c if c.isalnum() else "-" for c in name)
        page.screenshot(path=folder / f"{safe}-{number}.png", full_page=True)

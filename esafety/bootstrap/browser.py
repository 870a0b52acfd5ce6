"""A Chromium for the journeys: the one named, an installed one, apt's, playwright's, or a clear refusal."""

import os
import shutil
import subprocess
from pathlib import Path

from esafety.bootstrap import system
from esafety.bootstrap.voice import NotReady, say

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_PLAYWRIGHT_FOLDERS = ("~/.cache/ms-playwright", "~/Library/Caches/ms-playwright")
_PLAYWRIGHT_PROGRAMS = (
    "chromium_headless_shell-*/chrome-*/headless_shell",
    "chromium_headless_shell-*/chrome-*/chrome-headless-shell",
)


def get_browser(python: Path) -> str:
    """The path of a browser that runs, fetched where need be; `python` is one that has playwright."""
    _need_driver(python)
    browser = find_browser()
    if browser is None and system.may_install() and system.install("chromium-headless-shell"):
        browser = find_browser()
    if browser is None:
        say("Fetching a browser with playwright.")
        subprocess.run(
            [str(python), "-m", "playwright", "install", "chromium-headless-shell"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        browser = find_browser()
    if browser is None:
        raise NotReady(
            "The tests need a real browser, and none could be found or fetched. Type this:\n\n"
            f"    {system.line_to_type('chromium')}\n\nor name one: ESAFETY_CHROMIUM=/path/to/chromium"
        )
    return browser


def find_browser() -> str | None:
    """A browser that is already here and starts."""
    named = os.environ.get("ESAFETY_CHROMIUM")
    if named:
        if not _starts(named):
            raise NotReady(f"ESAFETY_CHROMIUM names {named}, which does not start as a Chromium browser.")
        return named
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> list[str]:
    found = [path for name in _NAMES if (path := shutil.which(name))]
    folders = [os.environ.get("PLAYWRIGHT_BROWSERS_PATH"), *_PLAYWRIGHT_FOLDERS]
    for folder in filter(None, folders):
        for pattern in _PLAYWRIGHT_PROGRAMS:
            found += sorted(map(str, Path(folder).expanduser().glob(pattern)), reverse=True)
    return [*found, *_MAC]


def _starts(program: str) -> bool:
    try:
        done = subprocess.run(
            [program, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


def _need_driver(python: Path) -> None:
    """Playwright brings a Node of its own, which on a bare Debian misses one library."""
    if _driver_starts(python) or (system.may_install() and system.install("libatomic1") and _driver_starts(python)):
        return
    raise NotReady(
        "playwright, which drives the browser, does not start. On Debian it is usually one library:\n\n"
        f"    {system.line_to_type('libatomic1')}"
    )


def _driver_starts(python: Path) -> bool:
    asked = [str(python), "-m", "playwright", "--version"]
    return subprocess.run(asked, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0

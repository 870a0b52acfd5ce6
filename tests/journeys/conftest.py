"""The demo federation, filled once in a run by its own command; each module of journeys has a copy and a server."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from esafety.core import clock
from esafety.curriculum.load import load_directory
from esafety.places import content_directory, project_directory
from tests.harness.server import Server
from tests.harness.shared import SharedRun
from tests.journeys.house import House, copy_of

# Two cores carry the servers, the browsers and the rest of the suite.
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def demo_folder(shared_run: SharedRun) -> Path:
    """The folder that `esafety demo` filled."""
    return Path(shared_run.once("demo", lambda: _fill(shared_run.folder / "demo")))


@pytest.fixture(scope="module")
def house(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The running demo of this module."""
    opened = House.of_the_demo(copy_of(demo_folder, tmp_path_factory.mktemp("house") / "data"))
    yield opened
    opened.close()


@pytest.fixture
def empty_house(live_server: Server) -> Iterator[House]:
    """A school on its first day: nothing has happened in it, and whom a journey needs it enters itself."""
    opened = House(live_server)
    with opened.database.across_schools("a school begins with the lessons") as db:
        load_directory(db, content_directory(), clock.now())
    yield opened
    opened.close()


@pytest.fixture
def open_tab(new_tab: Callable[..., Page]) -> Callable[..., Page]:
    """Opens a patient tab with cookies of its own, in which nothing moves."""

    def patient(**options: object) -> Page:
        tab = new_tab(**{"reduced_motion": "reduce", **options})
        tab.context.set_default_timeout(PATIENCE_MS)
        tab.context.set_default_navigation_timeout(PATIENCE_MS)
        return tab

    return patient


def _fill(folder: Path) -> str:
    command = [sys.executable, "-m", "esafety", "demo", "--data", str(folder), "--no-serve"]
    filled = subprocess.run(command, cwd=project_directory(), capture_output=True, text=True, timeout=300, check=False)
    assert filled.returncode == 0, filled.stdout[-2000:] + filled.stderr[-4000:]
    return str(folder)

"""The frame of a test run: what all workers share is begun and ended here."""

import signal
import sys
from collections.abc import Iterator

import pytest

from esafety.core import i18n
from esafety.core.tenancy import come_to
from tests.harness.postgresql import stop_server
from tests.harness.shared import SharedRun, begin_run, end_run, this_run

pytest_plugins = [
    "tests.harness.databases",
    "tests.harness.application",
    "tests.harness.browser",
    "tests.harness.people",
]


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        run = begin_run()
        # A cancelled job is ended by SIGTERM; leaving in order stops the database server, too.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        config.add_cleanup(lambda: _end(run))


@pytest.fixture(autouse=True)
def like_a_new_thread() -> Iterator[None]:
    """Every test begins in English and in no school, as a thread does that has served nobody yet."""
    yield
    i18n.use(i18n.SOURCE)
    come_to(None)


@pytest.fixture(scope="session")
def shared_run() -> SharedRun:
    """The folder and the servers that all workers of this run share."""
    return this_run()


def _end(run: SharedRun) -> None:
    server = run.noted("postgresql")
    if server:
        stop_server(server["pid"])
    end_run(run)

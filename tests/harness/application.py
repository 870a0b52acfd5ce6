"""The application itself: inside this process for pages, as a real server process for journeys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from esafety import create_app
from esafety.core.db import Database
from esafety.settings import Settings
from tests.harness.databases import fresh_sqlite_in
from tests.harness.server import Server
from tests.harness.shared import SharedRun
from tests.harness.visitor import Visitor

# Not secrets: every test run has the same, and no installation ever has these.
_KEY = "a key that only the tests have ever used"
_PEPPER = "a pepper that only the tests have ever used"


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings on a fresh, migrated database."""
    return settings_for(database_url, tmp_path)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application on a fresh, migrated database."""
    made = create_app(settings)
    made.testing = True
    yield made
    opened: Database = made.extensions["database"]
    opened.close()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody whom nobody knows yet, at a browser without JavaScript."""
    return Visitor(app)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Settings], Server]]:
    """Starts a real server process with the given settings; all are stopped afterwards."""
    servers: list[Server] = []

    def start(settings: Settings) -> Server:
        servers.append(Server(settings, tmp_path / f"server-{len(servers)}.log"))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def live_server(settings: Settings, serve: Callable[[Settings], Server]) -> Server:
    """A real server process on a fresh, migrated database; `live_server.settings` says which."""
    return serve(settings)


@pytest.fixture(scope="session")
def lasting_server(shared_run: SharedRun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One real server for all journeys of a worker, on SQLite. Each journey founds a school of its own in it."""
    folder = tmp_path_factory.mktemp("lasting-server")
    server = Server(settings_for(fresh_sqlite_in(folder, shared_run), folder), folder / "server.log")
    yield server
    server.stop()


def settings_for(database_url: str, folder: Path) -> Settings:
    """Settings as an installation would have them, with its data in `folder`."""
    return Settings(
        database_url=database_url,
        secret_key=_KEY,
        pepper=_PEPPER,
        data_directory=folder,
    )

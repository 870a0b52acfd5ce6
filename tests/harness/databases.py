"""Fresh, migrated databases: SQLite for every test, PostgreSQL as well for those marked `both_databases`."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from esafety.core.db import Database
from tests.harness.migrated import migrate
from tests.harness.postgresql import administer, start_server
from tests.harness.shared import SharedRun

_TEMPLATE = "esafety_template"
_numbers = itertools.count()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=["sqlite", "postgresql"],
        help="run every test that needs a database on this one only",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database_kind" not in metafunc.fixturenames:
        return
    chosen = metafunc.config.getoption("--database")
    both = metafunc.definition.get_closest_marker("both_databases")
    kinds = [chosen] if chosen else ["sqlite", "postgresql"] if both else ["sqlite"]
    metafunc.parametrize("database_kind", kinds, scope="function")


@pytest.fixture
def database_url(database_kind: str, fresh_sqlite: Callable[[], str], fresh_postgresql: Callable[[], str]) -> str:
    """The address of a fresh database with all migrations applied and nothing in it."""
    return fresh_postgresql() if database_kind == "postgresql" else fresh_sqlite()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The fresh database, opened as the application opens it."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def fresh_sqlite(shared_run: SharedRun, tmp_path: Path) -> Callable[[], str]:
    """Makes a SQLite file, copied from one that was migrated once."""
    return lambda: fresh_sqlite_in(tmp_path, shared_run)


@pytest.fixture
def fresh_postgresql(empty_postgresql: Callable[..., str]) -> Callable[[], str]:
    """Makes a database on the real PostgreSQL, copied from one that was migrated once."""
    return lambda: empty_postgresql(template=_TEMPLATE)


@pytest.fixture
def empty_postgresql(request: pytest.FixtureRequest, shared_run: SharedRun) -> Callable[..., str]:
    """Makes a database on the real PostgreSQL, without tables unless a template is named; dropped after."""

    def empty(template: str = "template0") -> str:
        address = postgresql_address(shared_run)
        if template == _TEMPLATE:
            shared_run.once("postgresql-template", lambda: _migrated_database(address))
        name = f"test_{os.getpid()}_{next(_numbers)}"
        administer(address, f"CREATE DATABASE {name} TEMPLATE {template}")
        request.addfinalizer(lambda: administer(address, f"DROP DATABASE {name} WITH (FORCE)"))
        return for_sqlalchemy(address, name)

    return empty


def fresh_sqlite_in(folder: Path, run: SharedRun) -> str:
    """The address of a new migrated SQLite file in the folder."""
    template = run.once("sqlite", lambda: _migrated_file(run.folder / "template.sqlite3"))
    copy = folder / f"database-{next(_numbers)}.sqlite3"
    shutil.copyfile(template, copy)
    return f"sqlite+pysqlite:///{copy}"


def postgresql_address(run: SharedRun) -> str:
    """The run's one PostgreSQL server, started by whoever needs it first."""
    address: str = run.once("postgresql", lambda: start_server(run.folder / "postgresql"))["address"]
    return address


def for_sqlalchemy(address: str, name: str) -> str:
    """The address of one of the server's databases, as the settings want it."""
    return f"{address.replace('postgresql://', 'postgresql+psycopg://')}/{name}"


def _migrated_file(path: Path) -> str:
    migrate(f"sqlite+pysqlite:///{path}")
    # The copy must be whole: nothing may be left in the write-ahead log beside the file.
    leftovers = [p for p in path.parent.glob(path.name + "-*") if p.stat().st_size]
    assert not leftovers, f"migrating left {leftovers} open"
    return str(path)


def _migrated_database(address: str) -> str:
    administer(address, f"CREATE DATABASE {_TEMPLATE}")
    migrate(for_sqlalchemy(address, _TEMPLATE))
    return _TEMPLATE

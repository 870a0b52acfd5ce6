"""A living school for the lead's pages, made once for each file of tests."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from esafety import create_app
from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.shelf import Shelf, put_up
from tests.harness.application import settings_for
from tests.harness.crowd import Crowd, enter, fill
from tests.harness.databases import fresh_sqlite_in
from tests.harness.shared import SharedRun
from tests.harness.visitor import Visitor


@pytest.fixture(scope="module")
def living(shared_run: SharedRun, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on a database of its own that all tests of a file read."""
    folder = tmp_path_factory.mktemp("living")
    made = create_app(settings_for(fresh_sqlite_in(folder, shared_run), folder))
    made.testing = True
    yield made
    opened: Database = made.extensions["database"]
    opened.close()


@pytest.fixture(scope="module")
def crowd(living: Flask) -> Crowd:
    """A school of 140 pupils in five classes."""
    return fill(living.extensions["database"], pupils=140, now=clock.now(), answers=True)


@pytest.fixture
def as_(living: Flask, crowd: Crowd) -> Callable[[str], Visitor]:
    """Comes in as somebody of the school, by hat. Another test may have put up the shelf of a database that is gone."""
    put_up(Shelf(living.extensions["database"]))
    return lambda hat: enter(Visitor(living), living.extensions["database"], crowd, hat)

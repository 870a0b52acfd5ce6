"""Each test gets a database of its own with all migrations applied, on both systems."""

import pytest
from sqlalchemy import inspect, text

from esafety.core.db import Database
from esafety.core.migration import current, newest


@pytest.mark.both_databases
@pytest.mark.parametrize("_round", [1, 2])
def test_a_fresh_database_is_migrated_and_untouched_by_other_tests(database: Database, _round: int) -> None:
    assert current(database) == newest()
    with database.engine.begin() as connection:
        assert not inspect(connection).has_table("only_here")
        connection.execute(text("CREATE TABLE only_here (id INTEGER PRIMARY KEY)"))


@pytest.mark.both_databases
def test_the_database_is_the_one_that_was_asked_for(database: Database, database_kind: str) -> None:
    assert database.engine.dialect.name == database_kind

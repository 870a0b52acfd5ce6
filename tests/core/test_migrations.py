"""The tables are what the models say, and the way there and back is safe with data in every table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, inspect, select, table

from esafety import models
from esafety.core import migration
from esafety.core.db import Database
from esafety.places import migrations_directory
from tests.core.rows import row_in_every_table

METADATA = models.Base.metadata


@pytest.fixture
def empty_database(database_kind: str, empty_postgresql: Callable[..., str], tmp_path: object) -> Iterator[Database]:
    """A database without a single table."""
    url = empty_postgresql() if database_kind == "postgresql" else f"sqlite+pysqlite:///{tmp_path}/empty.sqlite3"
    opened = Database(url)
    yield opened
    opened.close()


@pytest.mark.both_databases
def test_the_migrations_make_what_the_models_say(database: Database) -> None:
    found = migration.differences(database, METADATA)
    assert not found, "Write a migration for:\n  " + "\n  ".join(map(str, found))


@pytest.mark.both_databases
def test_the_migrations_make_the_models_keys_and_checks(database: Database) -> None:
    """What Alembic's comparison leaves out: primary keys, foreign keys and checks, by name and columns."""
    with database.engine.connect() as connection:
        looked_at = inspect(connection)
        for model in METADATA.sorted_tables:
            key = looked_at.get_pk_constraint(model.name)
            assert key["constrained_columns"] == [column.name for column in model.primary_key.columns], model.name
            there = {str(check["name"]) for check in looked_at.get_check_constraints(model.name)}
            assert there == {str(check.name) for check in model.constraints if type(check).__name__ == "CheckConstraint"}, (
                model.name
            )
            pointing = {tuple(one["constrained_columns"]) for one in looked_at.get_foreign_keys(model.name)}
            assert pointing == {tuple(c.column_keys) for c in model.foreign_key_constraints}, model.name


@pytest.mark.both_databases
def test_every_step_can_be_taken_back_and_again_with_data_in_every_table(empty_database: Database) -> None:
    migration.upgrade(empty_database)
    with empty_database.engine.connect() as connection:
        row_in_every_table(connection, METADATA)
        connection.commit()
        before = _filled(connection)
    assert set(before) >= {table.name for table in METADATA.sorted_tables}
    for earlier in _revisions():
        migration.downgrade(empty_database, earlier)
        with empty_database.engine.connect() as connection:
            left = _filled(connection)
        assert all(left[name] == before[name] for name in left if name != "alembic_version"), f"{earlier} lost rows"
    assert not left or set(left) == {"alembic_version"}
    migration.upgrade(empty_database)
    assert not migration.differences(empty_database, METADATA)
    with empty_database.engine.connect() as connection:
        row_in_every_table(connection, METADATA)


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    at = migration.current(database)
    migration.upgrade(database)
    assert migration.current(database) == at == migration.newest()


def test_no_two_migrations_start_from_the_same_one() -> None:
    assert len(ScriptDirectory(str(migrations_directory())).get_heads()) == 1


def _revisions() -> list[str]:
    """All steps back from the newest: the one before it, and so on, to nothing."""
    walked = ScriptDirectory(str(migrations_directory())).walk_revisions()
    return [str(script.down_revision) if script.down_revision else "base" for script in walked]


def _filled(connection: Connection) -> dict[str, int]:
    names = inspect(connection).get_table_names()
    return {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in names}

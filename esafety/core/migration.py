"""Moving the database forwards and back, and telling whether the tables are what the models say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, MetaData, column, inspect, select, table

from esafety.core.db import Database
from esafety.places import migrations_directory

# Alembic is loaded only when tables are moved: whether they are up to date is asked at every start, and must cost nothing.
if TYPE_CHECKING:
    from alembic.config import Config

BOOKMARK = "alembic_version"


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the tables to a revision, all steps or none."""
    from alembic import command

    with _connection(database) as connection:
        command.upgrade(_config(connection), revision)
        connection.commit()


def downgrade(database: Database, revision: str) -> None:
    """Take the tables back to a revision, all steps or none."""
    from alembic import command

    with _connection(database) as connection:
        command.downgrade(_config(connection), revision)
        connection.commit()


def newest() -> str:
    """The name of the newest migration; they are numbered files."""
    return max(file.name.partition("_")[0] for file in (migrations_directory() / "versions").glob("[0-9]*_*.py"))


def current(database: Database) -> str | None:
    """The revision that the database is at; None for an empty one."""
    with _connection(database) as connection:
        if not inspect(connection).has_table(BOOKMARK):
            return None
        return connection.scalar(select(column("version_num")).select_from(table(BOOKMARK)))


def differences(database: Database, metadata: MetaData) -> list[object]:
    """What the models have that the tables do not, and the reverse; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with _connection(database) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def _connection(database: Database) -> Connection:
    connection = database.engine.connect()
    connection.execution_options(begin_immediate=True)
    return connection


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations_directory()))
    config.attributes["connection"] = connection
    return config

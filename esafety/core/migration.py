"""Moving the database forwards and back, and telling whether the tables are what the models say."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData

from esafety.core.db import Database
from esafety.places import migrations_directory


def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the tables to a revision, all steps or none."""
    with _connection(database) as connection:
        command.upgrade(_config(connection), revision)
        connection.commit()


def downgrade(database: Database, revision: str) -> None:
    """Take the tables back to a revision, all steps or none."""
    with _connection(database) as connection:
        command.downgrade(_config(connection), revision)
        connection.commit()


def newest() -> str:
    """The name of the newest migration."""
    return ScriptDirectory(str(migrations_directory())).get_current_head() or ""


def current(database: Database) -> str | None:
    """The revision that the database is at; None for an empty one."""
    with _connection(database) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(database: Database, metadata: MetaData) -> list[object]:
    """What the models have that the tables do not, and the reverse; empty when they agree."""
    with _connection(database) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def _connection(database: Database) -> Connection:
    connection = database.engine.connect()
    connection.execution_options(begin_immediate=True)
    return connection


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_directory()))
    config.attributes["connection"] = connection
    return config

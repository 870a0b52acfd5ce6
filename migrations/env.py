"""How Alembic reaches the database: through a connection that the caller opened."""

from alembic import context

from esafety import models
from esafety.core.base import UtcDateTime


def render_item(kind: str, item: object, _context: object) -> str | bool:
    """Write our moment type as plain SQL would have it, so that old migrations do not depend on today's code."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=models.Base.metadata,
    compare_type=True,
    render_item=render_item,
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()

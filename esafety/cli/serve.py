"""``esafety serve``: serve a real installation."""

from __future__ import annotations

import click

from esafety.cli.server import run_server
from esafety.core import migration
from esafety.core.db import Database
from esafety.settings import Settings
from esafety.welcome import first_run


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 32), help="Processes that answer.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the installation that the ESAFETY_ settings describe."""
    settings = Settings.from_environment()
    database = Database(settings.database_url)
    if migration.current(database) != migration.newest():
        raise click.ClickException("The tables are not up to date. Run: esafety db upgrade")
    with database.reading(across="the command looks whether any school was set up") as db:
        empty = first_run.is_empty(db)
    database.close()
    if empty:
        click.echo(
            f"No school yet. Open http://{host}:{port}/start and enter this set-up code: {first_run.set_up_code(settings)}"
        )
    run_server(settings, host=host, port=port, workers=workers)

"""``esafety privacy``: what is stored, why, and for how long."""

from __future__ import annotations

import click

from esafety import models
from esafety.welcome.privacy import kept_data


@click.command()
def privacy() -> None:
    """Print every stored column with its purpose and how long it is kept."""
    for table in kept_data(models.Base.metadata):
        click.echo(f"\n{table.name}: {table.about}")
        for column in table.columns:
            click.echo(f"  {column.name:24} {column.purpose}; {column.keep}")

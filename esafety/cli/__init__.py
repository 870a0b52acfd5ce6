"""The commands of ``esafety``. Each lives in a module of its own and is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

COMMANDS = {
    "access": "esafety.cli.access",
    "backup": "esafety.cli.backup",
    "bench": "esafety.cli.bench",
    "check": "esafety.cli.check",
    "content": "esafety.cli.content",
    "db": "esafety.cli.db",
    "demo": "esafety.cli.demo",
    "jobs": "esafety.cli.jobs",
    "learning": "esafety.cli.learning",
    "policy": "esafety.cli.policy",
    "privacy": "esafety.cli.privacy",
    "restore": "esafety.cli.backup",
    "school": "esafety.cli.school",
    "serve": "esafety.cli.serve",
}


class Commands(click.Group):
    """A group that imports a command when somebody asks for it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What the technician can mend is told in words, and the command ends with 1."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as trouble:
            from esafety.cli.trouble import in_words  # needs SQLAlchemy, which a list of commands does not

            told = in_words(trouble)
            if told is None:
                raise
            raise click.ClickException(told) from trouble


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """E-safety learning for primary schools."""

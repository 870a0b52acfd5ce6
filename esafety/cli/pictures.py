"""`esafety content pictures`: draw the lessons' pictures and look at them."""

import tempfile
from pathlib import Path

import click

from esafety.curriculum.drawing import contact_sheet, draw_all
from esafety.places import content_directory

directory_option = click.option(
    "--directory",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=lambda: content_directory() / "pictures",
    show_default=False,
    help="Where the folders scenes and icons lie and the pictures go.",
)


@click.group(invoke_without_command=True)
@click.pass_context
def pictures(context: click.Context) -> None:
    """The pictures of the lessons. Without a command: all of them on one page, in the folder for temporary files."""
    if context.invoked_subcommand is None:
        context.invoke(
            sheet, page=Path(tempfile.gettempdir()) / "esafety-pictures.html", directory=content_directory() / "pictures"
        )


@pictures.command()
@directory_option
def draw(directory: Path) -> None:
    """Draw every picture from its description."""
    click.echo(f"{draw_all(directory)} pictures drawn.")


@pictures.command()
@click.argument("page", type=click.Path(path_type=Path, dir_okay=False))
@directory_option
def sheet(page: Path, directory: Path) -> None:
    """Write one page with all pictures, to look at in a browser."""
    contact_sheet(page, directory)
    click.echo(f"All pictures are on {page}.")

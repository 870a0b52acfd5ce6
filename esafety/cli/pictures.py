"""`esafety content pictures`: draw the lessons' pictures and look at them."""

from pathlib import Path

import click

from esafety.curriculum.drawing import contact_sheet, draw_all

PICTURES = Path(__file__).resolve().parents[2] / "content" / "pictures"
directory_option = click.option(
    "--directory",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=PICTURES,
    show_default=False,
    help="Where the folders scenes and icons lie and the pictures go.",
)


@click.group()
def pictures() -> None:
    """The pictures of the lessons."""


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

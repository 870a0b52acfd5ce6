"""Draws every described picture into the content directory, and a sheet on which all can be looked at."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from esafety.curriculum.drawing.composer import icon, scene

SCENE_LIMIT = 6 * 1024
ICON_LIMIT = 2 * 1024
_SHEET_STYLE = """<style>
body { font: 12px sans-serif; display: flex; flex-wrap: wrap; gap: 12px }
figure { width: 240px; margin: 0 }
svg { width: 100%; max-height: 150px }
</style>"""
Descriptions = Mapping[str, Mapping[str, Any]]


def read_descriptions(directory: Path) -> Descriptions:
    """Read the picture descriptions of a folder's files: name to backdrop or ground, text alternative and what is drawn.

    Raises ValueError for a name that two files describe.
    """
    described: dict[str, Mapping[str, Any]] = {}
    for path in sorted(directory.glob("*.yaml")):
        found = YAML(typ="safe").load(path.read_text(encoding="utf-8"))["pictures"]
        if twice := sorted(described.keys() & found.keys()):
            raise ValueError(f"{path.name}: described elsewhere too: {', '.join(twice)}")
        described |= found
    return described


def drawings(directory: Path) -> dict[str, str]:
    """Return name to SVG of every picture that the directory's folders scenes and icons describe, in name order."""
    drawn = {name: scene(name, wish) for name, wish in read_descriptions(directory / "scenes").items()}
    drawn |= {name: icon(name, wish) for name, wish in read_descriptions(directory / "icons").items()}
    return dict(sorted(drawn.items()))


def alternatives(directory: Path) -> dict[str, str]:
    """Return name to text alternative, in name order."""
    described = {**read_descriptions(directory / "scenes"), **read_descriptions(directory / "icons")}
    return {name: str(described[name]["alt"]) for name in sorted(described)}


def alternatives_file(directory: Path) -> str:
    """Return the text of pictures.yaml."""
    rows = "".join(f"  {name}: {{alt: {_quoted(alt)}}}\n" for name, alt in alternatives(directory).items())
    return f"# Written by `esafety content pictures draw` from the files in scenes and icons.\nschema: 1\npictures:\n{rows}"


def draw_all(directory: Path) -> int:
    """Write every picture and pictures.yaml into the directory, drop those no longer described; returns how many there are."""
    drawn = drawings(directory)
    for path in directory.glob("*.svg"):
        if path.stem not in drawn:
            path.unlink()
    for name, svg in drawn.items():
        (directory / f"{name}.svg").write_text(svg, encoding="utf-8")
    (directory / "pictures.yaml").write_text(alternatives_file(directory), encoding="utf-8")
    return len(drawn)


def contact_sheet(path: Path, directory: Path) -> None:
    """Write a page with all pictures of the directory, each with its name and text alternative, for people to look at."""
    cards = "\n".join(
        f"<figure>{svg.strip()}<figcaption><b>{name}</b> {escape(alt)}</figcaption></figure>"
        for (name, svg), alt in zip(drawings(directory).items(), alternatives(directory).values(), strict=True)
    )
    path.write_text(f'<!doctype html><meta charset="utf-8"><title>Pictures</title>{_SHEET_STYLE}\n{cards}\n', encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

"""The committed pictures are exactly what the parts draw, small enough for a weak network, and harmless."""

import re
import tempfile
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from esafety.cli import main
from esafety.curriculum.drawing.composer import UnknownPicture, icon
from esafety.curriculum.drawing.gallery import (
    ICON_LIMIT,
    SCENE_LIMIT,
    alternatives_file,
    contact_sheet,
    draw_all,
    drawings,
    read_descriptions,
)
from esafety.curriculum.drawing.pathdata import shortened
from esafety.places import content_directory

PICTURES = Path(__file__).resolve().parents[2] / "content" / "pictures"
SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect"}
PRESENTATION = {
    "viewBox", "d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "opacity",
    "fill-opacity", "transform", "cx", "cy", "r", "rx", "ry", "x", "y", "width", "height",
}  # fmt: skip
PRECISE = re.compile(r"\d*\.\d{3,}")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return drawings(PICTURES)


def test_drawing_twice_gives_the_same_bytes(drawn: dict[str, str]) -> None:
    assert drawings(PICTURES) == drawn


def test_committed_files_are_what_the_parts_draw(drawn: dict[str, str]) -> None:
    committed = {path.stem: path.read_text(encoding="utf-8") for path in PICTURES.glob("*.svg")}
    assert committed == drawn
    assert (PICTURES / "pictures.yaml").read_text(encoding="utf-8") == alternatives_file(PICTURES)


def test_every_picture_has_a_text_alternative(drawn: dict[str, str]) -> None:
    listed = YAML(typ="safe").load(PICTURES / "pictures.yaml")["pictures"]
    assert set(listed) == set(drawn)
    assert [name for name, entry in listed.items() if len(entry["alt"]) < 3] == []


def test_pictures_are_small(drawn: dict[str, str]) -> None:
    scenes = read_descriptions(PICTURES / "scenes")
    too_big = {name: len(svg) for name, svg in drawn.items() if len(svg) > (SCENE_LIMIT if name in scenes else ICON_LIMIT)}
    assert too_big == {}


def test_pictures_hold_shapes_and_presentation_only(drawn: dict[str, str]) -> None:
    scenes = read_descriptions(PICTURES / "scenes")
    for name, svg in drawn.items():
        elements = list(ElementTree.fromstring(svg).iter())  # noqa: S314 - drawn by us a line above
        assert {element.tag.split("}")[1] for element in elements} <= SHAPES, name
        assert {key for element in elements for key in element.attrib} <= PRESENTATION, name
        assert not any((element.text or "").strip() for element in elements), name
        assert elements[0].attrib["viewBox"] == ("0 0 320 200" if name in scenes else "0 0 96 96"), name
        assert not PRECISE.search(svg), name


def test_drawing_into_a_directory_writes_every_file(tmp_path: Path, drawn: dict[str, str]) -> None:
    for described in ("scenes", "icons"):
        copytree(PICTURES / described, tmp_path / described)
    assert draw_all(tmp_path) == len(drawn)
    contact_sheet(tmp_path / "sheet.html", tmp_path)
    page = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    assert page.count("<figure>") == len(drawn)


def test_an_unknown_part_is_named_with_its_picture() -> None:
    with pytest.raises(UnknownPicture, match=r"my-badge.*unicorn"):
        icon("my-badge", {"ground": "cream", "draw": [{"part": "unicorn", "at": [0, 0]}]})


@pytest.mark.parametrize(
    ("outline", "short"),
    [
        ("M100 100L120 100L120 130Z", "M100 100h20v30Z"),
        ("M100 100Q110 90 120 100T140 100", "M100 100q10-10 20 0t20 0"),
        ("M3 10A10.5 10.5 0 1 0 10 5Z", "M3 10a10.5 10.5 0 1 0 7-5Z"),
        ("m5 5h10l-5 5zm20 0v4", "M5 5H15l-5 5ZM25 5V9"),
    ],
)
def test_outlines_are_written_briefly(outline: str, short: str) -> None:
    assert shortened(outline) == short


def test_shortening_a_short_outline_changes_nothing(drawn: dict[str, str]) -> None:
    outlines = re.findall(r' d="([^"]*)"', "".join(drawn.values()))
    assert [outline for outline in outlines if len(shortened(outline)) > len(outline)] == []


def test_one_command_shows_all_pictures_on_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    said = CliRunner().invoke(main, ["content", "pictures"])
    assert said.exit_code == 0, said.output
    page = (tmp_path / "esafety-pictures.html").read_text(encoding="utf-8")
    assert said.output == f"All pictures are on {tmp_path / 'esafety-pictures.html'}.\n"
    assert page.count("<figure") == len(list((content_directory() / "pictures").glob("*.svg")))

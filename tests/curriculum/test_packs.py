"""Content that schools share: packed with its pictures, looked over wholly, and refused with every reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from esafety.cli.content import content
from esafety.curriculum.archives import packed
from esafety.curriculum.packs.manifest import NAME, manifest_of
from tests.curriculum.conftest import SMALL

BANK = """schema: 1
questions:
- id: own-1
  name: Own
  expectation: age-limits
  readers: parents
  question:
    id: own-1
    kind: single
    stem: Which label helps at the shop counter?
    options:
    - {id: a, text: The one on the box, grade: secure, explanation: It says what is inside.}
    - {id: b, text: The one on the shelf, grade: unsure, explanation: That is only the price of it.}
    - {id: c, text: The one on the till, grade: unsure, explanation: Tills know nothing about ages.}
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(content, [*map(str, arguments), "--directory", str(SMALL)])


def pack(folder: Path, inside: Mapping[str, bytes | str], **spoilt: Any) -> Path:
    """A pack of some files; `spoilt` changes what its manifest says."""
    files = {path: data if isinstance(data, bytes) else data.encode() for path, data in inside.items()}
    manifest = json.loads(manifest_of(files, title="Ours", made_by="", licence="").as_bytes())
    path = folder / "pack.zip"
    path.write_bytes(packed({**files, NAME: json.dumps({**manifest, **spoilt}).encode()}))
    return path


def problems(path: Path) -> list[tuple[str, int, str]]:
    done = run("unpack", path, "--check", "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == (0 if found["sound"] else 1)
    return [(one["file"], one["line"], one["message"]) for one in found["problems"]]


def test_a_lesson_travels_with_its_translations_and_pictures(tmp_path: Path) -> None:
    made = tmp_path / "age.zip"
    assert run("pack", SMALL / "lessons/age-limits", "--output", made).exit_code == 0
    assert problems(made) == []
    done = run("unpack", made, "--into", tmp_path / "there")
    assert done.exit_code == 0, done.output
    lesson = "lessons/age-limits/ks1.yaml"
    assert (tmp_path / "there" / lesson).read_bytes() == (SMALL / lesson).read_bytes()
    assert list((tmp_path / "there/pictures").glob("*.svg"))
    assert (tmp_path / "there/pictures/age.yaml").is_file()


def test_the_same_content_makes_the_same_pack(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        assert run("pack", SMALL / "modules", "--output", tmp_path / name, "--title", "Modules").exit_code == 0
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_questions_travel_alone(tmp_path: Path) -> None:
    assert problems(pack(tmp_path, {"questions/own.yaml": BANK})) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Look <script>alert(1)</script>", 10, 'HTML stands here: "<script>".'),
        ("Look <b onclick='x'>here</b>", 10, 'Something that could run stands here: "onclick=\'".'),
        ("[here](javascript:alert)", 10, 'Something that could run stands here: "javascript:".'),
        ("[here](https://elsewhere.example)", 10, 'A link or a picture in Markdown stands here: "](".'),
        ("![x](y)", 10, 'A link or a picture in Markdown stands here: "![".'),
        ("{{ 7 * 7 }}", 10, 'A sign of a template stands here: "{{".'),
    ],
)
def test_what_could_run_or_lead_elsewhere_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    bank = BANK.replace("Which label helps at the shop counter?", json.dumps(text))
    assert ("questions/own.yaml", line, message) in problems(pack(tmp_path, {"questions/own.yaml": bank}))


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<script>alert(1)</script>", "The picture has an element <script>."),
        ('<path d="M0 0" onload="x"/>', 'The picture has an attribute "onload".'),
        ('<rect fill="url(https://elsewhere.example/x)"/>', 'The picture has an attribute "fill".'),
        ("<foreignObject/>", "The picture has an element <foreignObject>."),
    ],
)
def test_pictures_that_could_run_or_fetch_are_refused(tmp_path: Path, inside: str, says: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">{inside}</svg>'
    assert says in [message for _file, _line, message in problems(pack(tmp_path, {"pictures/new.svg": svg}))]


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    bad = BANK.replace("grade: secure", "grade: perfect")
    files = {
        "questions/own.yaml": bad,
        "setup.py": "x",
        "pictures/x.svg": "<!DOCTYPE svg>",
        "lessons/a/ks1.yaml": "schema: 1\nmore: &a b",
    }
    found = problems(pack(tmp_path, files, files={"questions/own.yaml": "0" * 64, "gone.yaml": sha256(b"").hexdigest()}))
    assert {(file, message) for file, _line, message in found} >= {
        ("setup.py", "No content belongs under this name."),
        ("setup.py", "The manifest does not name it."),
        ("questions/own.yaml", "Its hash is not the one in the manifest: it was changed."),
        ("gone.yaml", "The manifest names it, but it is not there."),
        ("pictures/x.svg", "The picture has a document type, entity or instruction."),
        ("lessons/a/ks1.yaml", "An anchor (&a) stands here."),
        ("questions/own.yaml", '"perfect" is not known here. (questions.own-1.question.options.a.grade)'),
    }


def test_a_refused_pack_changes_nothing(tmp_path: Path) -> None:
    made = pack(tmp_path, {"questions/own.yaml": BANK, "setup.py": "x"})
    done = run("unpack", made, "--into", tmp_path / "there")
    assert done.exit_code == 1
    assert "The pack is refused. Nothing was changed." in done.output
    assert not (tmp_path / "there").exists()


def test_what_is_there_already_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "there/questions").mkdir(parents=True)
    (tmp_path / "there/questions/own.yaml").write_text("mine")
    done = run("unpack", pack(tmp_path, {"questions/own.yaml": BANK}), "--into", tmp_path / "there")
    assert done.exit_code == 1
    assert (tmp_path / "there/questions/own.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (packed({"a.yaml": b"x"}), "It holds no pack.json, so it is no content pack."),
        (packed({NAME: b"{"}), "The manifest cannot be read"),
        (packed({NAME: b'{"pack": 1, "pack": 2}'}), "The manifest cannot be read: a key stands twice."),
        (packed({NAME: b"[]"}), "The manifest does not say pack"),
        (packed({NAME: b'{"pack": 9, "title": 1, "made_by": "", "licence": "", "files": {}}'}), "The pack is of version 9"),
        (b"hello", "It is no zip file that can be read"),
    ],
)
def test_what_is_no_pack_is_told(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "pack.zip").write_bytes(data)
    assert any(message.startswith(says) for _file, _line, message in problems(tmp_path / "pack.zip"))


def test_bad_content_is_not_packed(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "questions").mkdir(parents=True)
    (folder / "questions/own.yaml").write_text(BANK.replace("grade: secure", "grade: unsure"))
    done = CliRunner().invoke(content, ["pack", "--directory", str(folder), "--output", str(tmp_path / "p.zip")])
    assert done.exit_code == 1
    assert "No option is secure." in done.output
    assert not (tmp_path / "p.zip").exists()

"""What the lead's technician types to bring questions in and give them out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from esafety.cli.content import content
from esafety.core.db import Database
from esafety.curriculum.interchange.formats import ENDINGS, FORMATS
from esafety.curriculum.own.queries import own_questions
from tests.harness.people import Make

Run = Callable[..., Result]
GIFT = "::Post box::Which picture can go on the class page?{=A drawing#Nobody is in it.~A friend's face#Ask your friend first.}\n\nWho?{=me}\n"


@pytest.fixture
def gift(tmp_path: Path) -> Path:
    file = tmp_path / "ours.txt"
    file.write_text(GIFT, "utf-8")
    return file


@pytest.fixture
def run(database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("ESAFETY_DATABASE_URL", database.engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("ESAFETY_DATA", str(tmp_path / "data"))

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(content, [str(one) for one in arguments])

    return invoke


def test_a_check_keeps_nothing_and_says_everything(run: Run, gift: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = run("import", gift, "--format", "gift", "--check", "--json")
    told = json.loads(done.stdout)
    assert (done.exit_code, told["imported"], told["left_out"]) == (0, 1, 1)
    assert told["questions"][0]["options"][0]["grade"] == "secure"
    assert {"file", "line", "column", "reason", "advice", "severity", "name"} == set(told["problems"][0])
    assert (told["problems"][0]["file"], told["problems"][0]["line"]) == ("ours.txt", 3)
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_place_to_keep_them_nothing_is_done(run: Run, gift: Path) -> None:
    done = run("import", gift, "--format", "gift")
    assert done.exit_code == 2
    assert "--school NAME or --output FILE" in done.output


def test_a_school_keeps_its_questions_and_gives_them_out(
    run: Run, gift: Path, make: Make, database: Database, tmp_path: Path
) -> None:
    school = make.school()
    done = run("import", gift, "--format", "gift", "--school", school.key, "--json", "--readers", "lks2")
    assert json.loads(done.stdout)["school"] == {"name": school.key, "new": 1, "changed": 0, "unchanged": 0}
    with database.reading(school_id=school.id) as db:
        (row,) = own_questions(db)
    assert (row.is_draft, row.entry.readers) == (True, "lks2")
    for form in FORMATS:
        file = tmp_path / f"out{ENDINGS[form]}"
        assert run("export", "--format", form, "--school", school.key, "--output", file).exit_code == 0
        again = json.loads(run("import", file, "--format", form, "--school", school.key, "--json").stdout)
        assert again["school"] == {"name": school.key, "new": 0, "changed": 0, "unchanged": 1}


def test_a_school_gives_its_questions_to_another(run: Run, gift: Path, make: Make, database: Database, tmp_path: Path) -> None:
    school, other = make.school(), make.school("Mill Lane")
    assert run("import", gift, "--format", "gift", "--school", school.key).exit_code == 0
    done = run("pack", "--school", school.key, "--output", tmp_path / "own.zip", "--made-by", "Harbour Primary")
    assert done.exit_code == 0, done.output
    done = run("unpack", tmp_path / "own.zip", "--school", "Mill Lane", "--json")
    told = json.loads(done.stdout)
    assert (told["made_by"], told["files"], told["sound"]) == ("Harbour Primary", ["questions/own.yaml"], True)
    assert told["school"] == {"name": "Mill Lane", "new": 1, "changed": 0, "unchanged": 0}
    with database.reading(school_id=other.id) as db:
        assert [row.entry.name for row in own_questions(db)] == ["Post box"]


def test_an_unknown_school_is_told(run: Run, gift: Path) -> None:
    done = run("import", gift, "--format", "gift", "--school", "nowhere")
    assert done.exit_code == 1
    assert 'There is no school "nowhere".' in done.output


def test_a_file_of_our_own_is_written_once(run: Run, gift: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = run("import", gift, "--format", "gift", "--output", tmp_path / "bank")
        assert done.exit_code == 0, done.output
    file = tmp_path / "bank/ours.yaml"
    assert "stem: Which picture can go on the class page?" in file.read_text("utf-8")
    file.write_text("mine")
    assert run("import", gift, "--format", "gift", "--output", tmp_path / "bank").exit_code == 1
    assert file.read_text() == "mine"


def test_a_broken_file_keeps_nothing(run: Run, tmp_path: Path, make: Make, database: Database) -> None:
    school = make.school()
    (tmp_path / "bad.txt").write_text(f"{GIFT}\n\nOpen {{=a ~b\n", "utf-8")
    done = run("import", tmp_path / "bad.txt", "--format", "gift", "--school", school.key)
    assert done.exit_code == 1
    assert "bad.txt:6:6: The answers begin with {" in done.output
    with database.reading(school_id=school.id) as db:
        assert own_questions(db) == ()


@pytest.mark.parametrize("form", FORMATS)
def test_ours_go_to_standard_output(run: Run, form: str) -> None:
    done = run("export", "--format", form)
    assert done.exit_code == 0
    assert len(done.stdout_bytes) > 100_000

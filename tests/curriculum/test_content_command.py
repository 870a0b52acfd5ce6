"""The commands that writers and translators type."""

import json
from pathlib import Path

from click.testing import CliRunner

from esafety.cli.content import content
from tests.curriculum.conftest import SMALL, Spoil


def test_the_check_prints_totals_and_measures() -> None:
    done = CliRunner().invoke(content, ["check", "--json", "--directory", str(SMALL)])
    report = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (report["lessons"], report["modules"], report["questions"]) == ({"ks1": 1}, {"parents": 1}, {"ks1": 8, "parents": 4})
    assert report["problems"] == []
    assert report["reading"]["ks1"]["words_per_sentence"] < 8
    assert set(report["strategies"]["longest"]["ks1"]) >= {"score", "chance"}


def test_the_check_names_file_and_line_and_fails(directory: Path, spoil: Spoil) -> None:
    line = spoil("lessons/age-limits/ks1.yaml", "kind: talk", "kind: chat")
    done = CliRunner().invoke(content, ["check", "--directory", str(directory)])
    assert done.exit_code == 1
    assert f'content/lessons/age-limits/ks1.yaml:{line}: "chat" is not known here.' in done.stdout
    assert "1 problem, 0 warnings" in done.stdout


def test_translators_get_names_texts_and_version() -> None:
    file = SMALL / "modules/age-limits/parents.yaml"
    done = CliRunner().invoke(content, ["digest", str(file), "--scope", "family", "--directory", str(SMALL)])
    assert done.stdout == 'title: Waiting is a gift\nsource_version: "16600575623f"\n'


def test_a_file_that_holds_nothing_to_translate_is_said_so() -> None:
    done = CliRunner().invoke(content, ["digest", str(SMALL / "facts/facts.yaml"), "--directory", str(SMALL)])
    assert done.exit_code == 1
    assert "holds nothing to translate" in done.output

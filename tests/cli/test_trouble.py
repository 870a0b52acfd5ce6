"""Whatever a technician can mend is told in a sentence, never as a trace of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from esafety.cli import main


def run(tmp_path: Path, *words: str, **settings: str) -> Result:
    return CliRunner().invoke(main, words, env={"ESAFETY_DATA": str(tmp_path / "data"), **settings})


@pytest.mark.parametrize("command", [("serve",), ("db", "upgrade"), ("school", "list"), ("backup", "one.backup")])
def test_settings_that_make_no_sense_are_all_named(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run(tmp_path, *command, ESAFETY_OPENING_MINUTES="soon", ESAFETY_PUBLIC_URL="learn.example", ESAFETY_PEPPER="short")
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    for name in ("ESAFETY_OPENING_MINUTES", "ESAFETY_PUBLIC_URL", "ESAFETY_PEPPER"):
        assert name in done.output


@pytest.mark.parametrize("command", [("serve",), ("db", "upgrade"), ("school", "list")])
def test_a_database_that_does_not_answer_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    done = run(tmp_path, *command, ESAFETY_DATABASE_URL="postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    assert done.exit_code == 1
    assert "The database cannot do this: " in done.output
    assert isinstance(done.exception, SystemExit)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert run(tmp_path, "db", "upgrade").exit_code == 0
    done = run(tmp_path, "backup", str(tmp_path / "nowhere" / "one.backup"))
    assert done.exit_code == 1
    assert "nowhere" in done.output
    assert isinstance(done.exception, SystemExit)


def test_an_empty_folder_gives_no_backup_that_somebody_could_rely_on(tmp_path: Path) -> None:
    done = run(tmp_path, "backup", str(tmp_path / "one.backup"))
    assert done.exit_code == 1
    assert "nothing to back up" in done.output
    assert not (tmp_path / "one.backup").exists()


def test_a_file_that_is_no_backup_is_refused_before_anybody_is_asked(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear parents")
    done = run(tmp_path, "restore", str(tmp_path / "letter.txt"))
    assert done.exit_code == 1
    assert "not a whole backup" in done.output
    assert "Go on?" not in done.output


def test_a_fault_in_the_code_keeps_its_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise KeyError("a fault")

    monkeypatch.setattr("esafety.core.migration.upgrade", fail)
    assert isinstance(run(tmp_path, "db", "upgrade").exception, KeyError)

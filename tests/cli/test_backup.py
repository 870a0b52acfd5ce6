"""The technician takes a backup of a running system and puts it back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.cli import main
from esafety.cli.server import environment_of
from esafety.core import clock
from esafety.core.audit import AuditEntry, record
from esafety.people.models import School
from esafety.settings import Settings
from tests.harness.people import Enter, Make
from tests.harness.postgresql import programs_directory

Command = Callable[..., Result]
pytestmark = pytest.mark.both_databases


@pytest.fixture
def command(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command of the technician on this installation."""
    monkeypatch.setenv("PATH", f"{programs_directory()}{os.pathsep}{os.environ['PATH']}")

    def run(*words: object) -> Result:
        return CliRunner().invoke(main, [str(word) for word in words], env=environment_of(settings))

    return run


def number_of_entries(make: Make) -> int:
    with make.database.reading(across="a test counts") as db:
        return db.scalar(select(func.count()).select_from(AuditEntry)) or 0


def note(make: Make, school: School) -> None:
    with make.database.transaction(school_id=school.id) as db:
        record(db, at=clock.now(), actor="account:1", action="test.noted", about="nothing:1")


def test_what_was_backed_up_comes_back_and_everybody_signs_in_again(
    command: Command, make: Make, enter: Enter, tmp_path: Path
) -> None:
    school = make.school()
    mary = make.guardian_of(make.pupil("Ann"))
    visitor = enter.as_guardian(mary)
    note(make, school)
    before = number_of_entries(make)
    file = tmp_path / "first.backup"
    done = command("backup", file)
    assert done.exit_code == 0, done.output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for _more in range(3):
        note(make, school)
    assert number_of_entries(make) == before + 3
    make.database.close()
    done = command("restore", file, "--yes")
    assert done.exit_code == 0, done.output
    assert number_of_entries(make) == before
    with make.database.reading(across="a test looks at sessions") as db:
        assert db.scalar(select(func.count()).where(WebSession.ended_at.is_(None)).select_from(WebSession)) == 0
    assert visitor.client.get("/family").status_code == 303


def test_a_backup_under_writing_is_one_consistent_moment(command: Command, make: Make, tmp_path: Path) -> None:
    school = make.school()
    stop = Event()

    def write() -> None:
        while not stop.is_set():
            note(make, school)

    note(make, school)
    writer = Thread(target=write)
    writer.start()
    try:
        done = command("backup", tmp_path / "busy.backup")
    finally:
        stop.set()
        writer.join()
    assert done.exit_code == 0, done.output
    written = number_of_entries(make)
    for _later in range(3):
        note(make, school)
    make.database.close()
    assert command("restore", tmp_path / "busy.backup", "--yes").exit_code == 0
    # Some of what was written meanwhile is in it, nothing of what came after.
    assert 1 <= number_of_entries(make) <= written


def test_a_file_that_is_there_is_never_overwritten(command: Command, make: Make, tmp_path: Path) -> None:
    make.school()
    file = tmp_path / "kept.backup"
    file.write_text("mine")
    done = command("backup", file)
    assert done.exit_code == 1
    assert "nothing was overwritten" in done.output
    assert file.read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 4000])
def test_a_file_that_is_no_backup_changes_nothing(command: Command, make: Make, tmp_path: Path, content: bytes) -> None:
    school = make.school()
    note(make, school)
    file = tmp_path / "broken.backup"
    file.write_bytes(content)
    before = number_of_entries(make)
    done = command("restore", file, "--yes")
    assert done.exit_code == 1
    assert "nothing was changed" in done.output
    assert number_of_entries(make) == before


def test_a_lost_session_is_not_brought_back_by_an_old_backup(command: Command, make: Make, enter: Enter, tmp_path: Path) -> None:
    make.school()
    visitor = enter.as_staff(make.staff("head"))
    assert command("backup", tmp_path / "old.backup").exit_code == 0
    with make.database.across_schools("a test ends all sessions") as db:
        sessions.end(db, now=clock.now() - timedelta(seconds=1))
    make.database.close()
    assert command("restore", tmp_path / "old.backup", "--yes").exit_code == 0
    assert visitor.client.get("/account").status_code == 303

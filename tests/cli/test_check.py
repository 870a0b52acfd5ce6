"""`esafety check` looks at the evidence of the installation, when there is one, and says what does not hold."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import update

from esafety.agreements import actions
from esafety.agreements.models import Signature
from esafety.cli import check
from esafety.cli.server import environment_of
from esafety.core import clock
from esafety.core.db import Database
from esafety.settings import Settings
from tests.agreements.evening import Evening
from tests.harness.people import Make

SIGNED = actions.Answer(answer="signed", language="en", typed_name="Mary Smith", promises=("age-limits",))


@pytest.fixture
def installed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name, value in environment_of(settings).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(check, "CHECKS", (("evidence", check.evidence_problems),))
    return settings


@pytest.mark.both_databases
def test_evidence_that_holds_is_good_and_its_end_is_told_to_be_noted(make: Make, installed: Settings) -> None:
    evening = signed_by_two(make)
    done = CliRunner().invoke(check.check)
    assert done.exit_code == 0, done.output
    assert "evidence: good" in done.output
    assert f"{evening.school.key}: 2 entries of evidence, the last one is " in done.output


@pytest.mark.both_databases
def test_a_signature_that_was_changed_afterwards_fails_the_check(make: Make, installed: Settings) -> None:
    evening = signed_by_two(make)
    with make.database.transaction(school_id=evening.school.id) as db:
        db.execute(update(Signature).values(answer="declined"))
    done = CliRunner().invoke(check.check)
    assert done.exit_code == 1
    assert "evidence: 2 problems" in done.output
    assert f"{evening.school.key}, entry 1: the signature was changed." in done.output


def test_without_an_installation_there_is_nothing_to_check(installed: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = installed.data_directory / "nowhere" / "esafety.sqlite3"
    monkeypatch.setenv("ESAFETY_DATABASE_URL", f"sqlite+pysqlite:///{missing}")
    done = CliRunner().invoke(check.check)
    assert done.exit_code == 0, done.output
    assert not missing.exists()


def test_a_database_that_cannot_be_read_is_told(installed: Settings) -> None:
    Path(installed.database_url.removeprefix("sqlite+pysqlite:///")).write_bytes(b"not a database" * 100)
    done = CliRunner().invoke(check.check)
    assert done.exit_code == 1
    assert "cannot be read" in done.output


def test_nobody_else_on_the_machine_can_read_a_new_database(tmp_path: Path) -> None:
    database = Database(f"sqlite+pysqlite:///{tmp_path / 'new.sqlite3'}")
    with database.unit(write=True) as unit:
        assert unit.connection is not None
        unit.connection.exec_driver_sql("CREATE TABLE anything (id INTEGER)")
        unit.commit()
        files = list(tmp_path.glob("new.sqlite3*"))
    database.close()
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("new.sqlite3*")} <= {0o600}
    assert files


def signed_by_two(make: Make) -> Evening:
    evening = Evening.begin(make)
    for number in range(2):
        adult = evening.family(f"Mary {number}")
        with make.database.transaction(school_id=evening.school.id) as db:
            actions.answer(db, link_id=adult.links[0].id, version_id=evening.version_id, given=SIGNED, at=clock.now())
    return evening

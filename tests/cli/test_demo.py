"""One command makes two living schools, and never touches anything else."""

from __future__ import annotations

import json
import socket
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from esafety.agreements.models import Signature, Withdrawal
from esafety.cli import main
from esafety.concerns.models import Concern
from esafety.core.db import Database
from esafety.learning.models import Attempt, HeldMisconception, ModuleAttempt
from esafety.people.models import Guardian, GuardianLink, Pupil, School, SchoolClass
from esafety.settings import sqlite_url

ROLES = {
    "pupil-ks1",
    "pupil-lks2",
    "pupil-uks2",
    "parent",
    "new-parent",
    "parent-of-two-households",
    "restricted-adult",
    "barred-adult",
    "teacher",
    "esafety-lead",
    "dsl",
    "head",
    "governor",
    "office",
    "trust-lead",
}


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["demo", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo that was filled, but not served."""
    made = tmp_path_factory.mktemp("demo")
    done = run("--data", made, "--no-serve")
    assert done.exit_code == 0, done.output
    return made


@pytest.fixture(scope="module")
def database(folder: Path) -> Iterator[Database]:
    opened = Database(sqlite_url(folder))
    yield opened
    opened.close()


def count(database: Database, model: Any, *where: Any) -> int:
    with database.reading(across="a test counts") as db:
        return db.scalar(select(func.count()).select_from(model).where(*where)) or 0


def test_two_schools_with_fourteen_classes_and_their_people(database: Database) -> None:
    assert count(database, School) == 2
    newest = select(func.max(SchoolClass.school_year)).scalar_subquery()
    assert count(database, SchoolClass, SchoolClass.school_year == newest) == 14
    assert 360 <= count(database, Pupil) <= 400
    assert 540 <= count(database, Guardian) <= 640


def test_the_awkward_cases_are_there(database: Database) -> None:
    assert count(database, Pupil, Pupil.left_on.is_not(None)) == 2
    for restriction in ("limited", "barred"):
        assert count(database, GuardianLink, GuardianLink.restriction == restriction) >= 2
    for language in ("ur", "cy"):
        assert count(database, Guardian, Guardian.language == language) >= 10
    assert count(database, Guardian, Guardian.by_paper.is_(True)) >= 5
    assert count(database, Pupil, func.length(Pupil.first_name) >= 40) == 2


def test_half_a_year_of_lessons_answers_and_worries(database: Database) -> None:
    with database.reading(across="a test counts") as db:
        outcomes = Counter(db.scalars(select(Attempt.outcome)))
        answers = Counter((row.answer, row.channel) for row in db.execute(select(Signature.answer, Signature.channel)))
    assert min(outcomes[level] for level in ("secure", "developing", "misunderstood", None)) > 20
    assert all(answers[pair] for pair in (("signed", "online"), ("signed", "paper"), ("declined", "online"), ("talk", "online")))
    assert count(database, Withdrawal) >= 1
    assert count(database, HeldMisconception, HeldMisconception.cleared_at.is_(None)) > 50
    assert count(database, ModuleAttempt) > 100
    assert count(database, Concern) == 6


def test_the_list_says_for_every_role_where_to_sign_in_and_what_to_type(folder: Path) -> None:
    done = run("--data", folder, "--accounts")
    listed = json.loads(done.stdout)
    assert {one["role"] for one in listed} >= ROLES
    for one in listed:
        assert one["name"]
        assert one["where"].startswith("http://127.0.0.1:8000/")
        assert one["type"]
    pupil = next(one for one in listed if one["role"] == "pupil-ks1")
    assert set(pupil["type"]) == {"class_code", "tile", "pictures", "card_code"}
    lead = next(one for one in listed if one["role"] == "esafety-lead")
    assert lead["type"]["totp_code_now"].isdigit()


def test_the_list_gives_the_addresses_of_the_last_start(folder: Path) -> None:
    mark = folder / "this-is-a-demo"
    mark.write_text("8765", "ascii")
    first = json.loads(run("--data", folder, "--accounts").stdout)[0]
    mark.write_text("", "ascii")
    assert first["where"].startswith("http://127.0.0.1:8765/")


def test_a_second_start_overwrites_nothing(folder: Path, database: Database) -> None:
    before = (folder / "demo.json").read_bytes(), count(database, Pupil)
    assert run("--data", folder, "--no-serve").exit_code == 0
    assert ((folder / "demo.json").read_bytes(), count(database, Pupil)) == before


def test_a_folder_with_a_real_installation_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "esafety.sqlite3").write_bytes(b"a school's own data")
    for more in ((), ("--reset",)):
        done = run("--data", tmp_path, "--no-serve", *more)
        assert done.exit_code == 1
        assert "not a demo" in done.output
    assert (tmp_path / "esafety.sqlite3").read_bytes() == b"a school's own data"


def test_a_port_in_use_gets_a_clear_message(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--data", tmp_path / "new", "--port", port)
    assert done.exit_code == 1
    assert f"Port {port}" in done.output
    assert not (tmp_path / "new").exists()


def test_an_interrupted_filling_says_how_to_go_on(folder: Path, tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    for name in ("esafety.sqlite3", "this-is-a-demo", "secrets.json"):
        (half / name).write_bytes((folder / name).read_bytes())
    done = run("--data", half, "--no-serve")
    assert done.exit_code == 1
    assert "--reset" in done.output

"""All or nothing, whatever happens to the database: a full disk, a lock, a file that cannot be written."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from esafety.core import db as core_db
from esafety.core.db import Database, is_busy_or_full
from esafety.people.models import School, SchoolClass
from tests.core.conftest import Two


def classes(database: Database, school_id: int) -> int:
    with database.reading(school_id=school_id) as db:
        return db.scalar(select(func.count()).select_from(SchoolClass)) or 0


def a_class(number: int = 0, *, words: str = "") -> SchoolClass:
    return SchoolClass(name=f"{number} {words}", year_group=3, school_year=2030)


@pytest.mark.both_databases
def test_what_ends_well_is_kept_and_what_fails_leaves_nothing(two_schools: Two) -> None:
    database, ours = two_schools.database, two_schools.ours
    with database.transaction(school_id=ours) as db:
        db.add(a_class(1))
    with pytest.raises(LookupError), database.transaction(school_id=ours) as db:
        db.add(a_class(2))
        db.flush()
        raise LookupError
    with database.unit(write=True) as unit:  # ended without a commit, as the door does when a page refuses
        unit.inside(ours).add(a_class(3))
    assert classes(database, ours) == 2


@pytest.mark.both_databases
def test_sessions_of_one_transaction_are_kept_together_or_not_at_all(two_schools: Two) -> None:
    database = two_schools.database
    with database.together() as unit:
        for school_id in (two_schools.ours, two_schools.theirs):
            unit.inside(school_id).add(a_class(1))
    assert [classes(database, school_id) for school_id in (two_schools.ours, two_schools.theirs)] == [2, 2]
    with pytest.raises(LookupError), database.together() as unit:
        unit.inside(two_schools.ours).add(a_class(2))
        unit.across("a test adds a school and fails").add(School(key="k", name="n"))
        raise LookupError
    assert classes(database, two_schools.ours) == 2


def test_sqlite_is_opened_for_safety(database: Database) -> None:
    with database.engine.connect() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_writer_takes_its_right_at_once_and_readers_go_on(two_schools: Two) -> None:
    database = two_schools.database
    with database.unit(write=True) as unit:
        unit.inside(two_schools.ours).add(a_class(1))
        unit._sessions[-1].flush()
        assert classes(database, two_schools.ours) == 1  # a reader sees the state before
        rival = sqlite3.connect(database.engine.url.database or "", timeout=0.05, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            rival.execute("BEGIN IMMEDIATE")
        rival.close()


def test_two_writers_in_one_process_take_turns(two_schools: Two) -> None:
    """Each reads a number and writes the next one: none is lost."""
    database, ours = two_schools.database, two_schools.ours

    def write(name: int) -> None:
        for round_ in range(5):
            with database.transaction(school_id=ours) as db:
                number = db.scalar(select(func.count()).select_from(SchoolClass))
                db.add(SchoolClass(name=f"{name}-{round_}", year_group=1, school_year=3000 + (number or 0)))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with database.reading(school_id=ours) as db:
        years = sorted(db.scalars(select(SchoolClass.school_year).where(SchoolClass.school_year >= 3000)))
    assert years == list(range(3001, 3031))


def test_a_locked_database_is_told_after_a_wait(two_schools: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_db, "WAIT_FOR_A_LOCK_SECONDS", 0.05)
    impatient = Database(two_schools.database.url)
    with two_schools.database.unit(write=True), pytest.raises(OperationalError) as told:
        impatient.unit(write=True)
    assert is_busy_or_full(told.value)
    with impatient.transaction(school_id=two_schools.ours) as db:  # and free again afterwards
        db.add(a_class(1))
    impatient.close()


def test_a_waiting_writer_of_the_same_process_is_told_too(two_schools: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core_db, "WAIT_FOR_A_LOCK_SECONDS", 0.05)
    with two_schools.database.unit(write=True):
        with pytest.raises(OperationalError) as told:
            two_schools.database.unit(write=True)
        assert is_busy_or_full(told.value)
    with two_schools.database.unit(write=True):
        pass


def test_a_full_disk_leaves_nothing_half_saved(two_schools: Two) -> None:
    database, ours = two_schools.database, two_schools.ours
    with pytest.raises(OperationalError) as told, database.transaction(school_id=ours) as db:
        _no_more_pages(db.connection().connection.dbapi_connection)
        for number in range(50):
            db.add(a_class(number, words="x" * 4000))
            db.flush()
    assert is_busy_or_full(told.value)
    database.close()  # the limit belongs to the connection
    assert classes(database, ours) == 1
    with database.transaction(school_id=ours) as db:
        db.add(a_class(1))
    assert classes(database, ours) == 2


def test_a_database_that_cannot_be_written_can_still_be_read(two_schools: Two, tmp_path: Path) -> None:
    file = Path(two_schools.database.engine.url.database or "")
    two_schools.database.close()
    read_only = Database(f"sqlite+pysqlite:///file:{file}?mode=ro&uri=true")
    assert classes(read_only, two_schools.ours) == 1
    with pytest.raises(OperationalError) as told, read_only.transaction(school_id=two_schools.ours) as db:
        db.add(a_class(1))
    assert is_busy_or_full(told.value)
    read_only.close()


def test_a_fault_in_the_code_is_not_called_a_full_disk() -> None:
    assert not is_busy_or_full(OperationalError("SELECT", {}, sqlite3.OperationalError("no such table: pupil")))


def _no_more_pages(connection: object) -> None:
    assert isinstance(connection, sqlite3.Connection)
    now = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={now + 2}")

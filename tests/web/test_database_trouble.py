"""A locked, full or read-only database: a page that says so, nothing half-saved, and all is well again afterwards."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, func, select
from sqlalchemy.engine import Engine

from esafety import create_app
from esafety.core import db as core_db
from esafety.core.db import Database
from esafety.people.models import Guardian
from esafety.settings import Settings
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

NAME = "Zoë Wrigglesworth"


@pytest.fixture
def app(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An application that waits for a lock only as long as a test may."""
    monkeypatch.setattr(core_db, "WAIT_FOR_A_LOCK_SECONDS", 0.1)
    made = create_app(settings)
    made.testing = True
    yield made
    opened: Database = made.extensions["database"]
    opened.close()


@pytest.fixture
def office(make: Make, enter: Enter) -> Visitor:
    return enter.as_staff(make.staff("office"))


def fill_in(office: Visitor) -> Page:
    return office.open("/office/adults/new").write("Full name", NAME)


def save(page: Page) -> Page:
    return page.press(next(button for button in page.buttons if "adult" in button.lower() or "save" in button.lower()))


def kept(app: Flask) -> int:
    database: Database = app.extensions["database"]
    with database.reading(across="a test counts adults") as db:
        return db.scalar(select(func.count()).select_from(Guardian).where(Guardian.name == NAME)) or 0


def assert_told(page: Page, app: Flask) -> None:
    assert page.status == 503
    assert page.heading == "We cannot save just now"
    assert "nothing was saved" in page.text
    assert page.response.headers["Cache-Control"] == "no-store"
    assert kept(app) == 0


def test_a_locked_database_says_so_and_can_be_tried_again(app: Flask, office: Visitor) -> None:
    page = fill_in(office)
    rival = sqlite3.connect(app.extensions["database"].engine.url.database, isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    assert_told(save(page), app)
    assert office.client.get("/office/adults").status_code == 200, "reading goes on while somebody writes"
    rival.execute("ROLLBACK")
    rival.close()
    assert save(fill_in(office)).status == 200
    assert kept(app) == 1


def test_a_writer_of_the_same_process_that_hangs_says_so_too(app: Flask, office: Visitor) -> None:
    page = fill_in(office)
    database: Database = app.extensions["database"]
    with database.unit(write=True):
        assert_told(save(page), app)
    assert save(fill_in(office)).status == 200


def test_a_full_disk_says_so_and_leaves_nothing_half_saved(app: Flask, office: Visitor) -> None:
    page = fill_in(office)
    with no_room_on_the_disk(app.extensions["database"].engine):
        told = save(page)
        assert office.open("/office/adults").status == 200
    assert_told(told, app)
    assert save(fill_in(office)).status == 200


def test_a_read_only_database_can_be_read_and_says_that_nothing_is_saved(app: Flask, office: Visitor) -> None:
    page = fill_in(office)
    engine: Engine = app.extensions["database"].engine

    def read_only(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    event.listen(engine, "checkout", read_only)
    assert_told(save(page), app)
    assert office.open("/office/adults").status == 200


def test_a_database_that_is_not_there_says_so(app: Flask, office: Visitor, tmp_path: Path) -> None:
    away = Database(f"sqlite+pysqlite:///{tmp_path}/nowhere/at/all.sqlite3")
    there, app.extensions["database"] = app.extensions["database"], away
    for address in ("/", "/office", "/class", "/nowhere"):
        answer = office.client.get(address)
        assert answer.status_code in (503, 404), address
        assert "Content-Security-Policy" in answer.headers
    app.extensions["database"] = there


@contextmanager
def no_room_on_the_disk(engine: Engine) -> Iterator[None]:
    """No file may grow beyond half of what the database's log already has: the system itself says no to the next row."""
    reader = sqlite3.connect(engine.url.database or "", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM guardian").fetchone()  # while somebody reads, the log cannot begin again
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO sign_in_failure VALUES (1, ?, '2026-01-01 00:00:00')", ("x" * 1_000_000,))
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))
        reader.close()

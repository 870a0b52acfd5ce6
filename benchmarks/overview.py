"""The lead's first page over schools of growing size: the page by HTTP beside the bare SQL that it runs."""

from __future__ import annotations

import http.client
import time
from datetime import timedelta

from benchmarks.amounts import Amounts
from benchmarks.databases import Databases
from benchmarks.figures import middle
from benchmarks.hearing import Statement, heard
from benchmarks.school import settings_for
from benchmarks.serving import serving
from esafety import create_app
from esafety.access import sessions
from esafety.cli.server import environment_of
from esafety.core import clock
from esafety.core.db import Database
from esafety.core.migration import upgrade
from esafety.settings import Settings
from tests.harness.crowd import Crowd, fill

PAGE = "/lead"


def measure(kind: str, databases: Databases, amounts: Amounts, server: str, *, pupils: int) -> dict[str, float]:
    """Milliseconds of the page and of its SQL, and how many statements it runs, door included."""
    database = Database(databases.fresh(kind, f"overview_{pupils}"))
    settings = settings_for(database.url, databases.folder)
    upgrade(database)
    token = let_in(database, fill(database, pupils=pupils, now=clock.now()), "lead")
    _tidy(database)
    statements = statements_of(settings, token)
    with serving("wsgi:app", environment_of(settings), databases.folder / "overview.log", server=server) as app:
        _page_ms(app.port, token, 4)  # every process answers once before it counts
        page = _page_ms(app.port, token, amounts.requests)
    bare = _bare_ms(database, statements, amounts.requests)
    database.close()
    return {"ms": middle(page), "sql_ms": middle(bare), "queries": len(statements)}


def let_in(database: Database, crowd: Crowd, hat: str) -> str:
    """Sign one of the staff in with both factors; returns the session's token."""
    with database.across_schools("the bench signs a member of staff in") as db:
        return sessions.begin(
            db, kind="adult", now=crowd.now, expires_at=crowd.now + timedelta(hours=8), facts={}, school_id=crowd.school_id,
            account_id=crowd.accounts[hat], second_factor_at=crowd.now,
        )  # fmt: skip


def statements_of(settings: Settings, token: str) -> list[Statement]:
    """All SQL that one visit to the page runs, with its values, as the database gets it."""
    app = create_app(settings)
    database: Database = app.extensions["database"]
    client = app.test_client()
    client.set_cookie("session", token)
    client.get(PAGE)
    with heard(database.engine) as statements:
        answer = client.get(PAGE)
    database.close()
    if answer.status_code != 200:
        raise RuntimeError(f"{PAGE} answered {answer.status}")
    return statements


def _page_ms(port: int, token: str, number: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    taken = []
    for _ in range(number):
        begun = time.perf_counter()
        connection.request("GET", PAGE, headers={"Cookie": f"session={token}; device=bench"})
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - begun) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{PAGE} answered {answer.status}")
    connection.close()
    return taken


def _bare_ms(database: Database, statements: list[Statement], number: int) -> list[float]:
    """The same statements on one connection of the driver itself, all rows fetched."""
    taken = []
    with database.engine.connect() as connection:
        cursor = connection.connection.cursor()
        for _ in range(number + 1):
            begun = time.perf_counter()
            for statement, values in statements:
                cursor.execute(statement, values)
                cursor.fetchall()
            taken.append((time.perf_counter() - begun) * 1000)
        cursor.close()
    return taken[1:]


def _tidy(database: Database) -> None:
    """PostgreSQL's autovacuum does this by itself within minutes; SQLite never does, so it has to do without."""
    if database.is_sqlite:
        return
    with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")

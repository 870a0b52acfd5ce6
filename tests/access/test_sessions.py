"""A session is a row: it lives until it is ended or over, and the table alone lets nobody in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.core import clock
from esafety.core.db import Database

NOW = clock.now()
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def token(database: Database) -> str:
    with database.across_schools("a test signs somebody in") as db:
        return sessions.begin(db, kind="adult", now=NOW, expires_at=LATER, facts={"a": "ü"}, account_id=7, school_id=3)


def found(database: Database, token: str, now=NOW):  # type: ignore[no-untyped-def]
    with database.reading(across="a test looks for a session") as db:
        return sessions.find(db, token, now=now)


@pytest.mark.both_databases
def test_a_session_is_found_by_its_token_alone(database: Database, token: str) -> None:
    signed_in = found(database, token)
    assert (signed_in.kind, signed_in.account_id, signed_in.school_id, signed_in.facts) == ("adult", 7, 3, {"a": "ü"})
    for wrong in ("", token[:-1], token + "x", token.swapcase(), sessions.token_hash(token), "\x00", "ü" * 100):
        assert found(database, wrong) is None


def test_the_table_does_not_hold_the_token(database: Database, token: str) -> None:
    with database.reading(across="a test looks at the table") as db:
        kept = db.execute(select(WebSession)).scalar_one()
    assert token not in repr({column.name: getattr(kept, column.name) for column in WebSession.__table__.columns})


def test_a_session_that_is_over_is_not_found(database: Database, token: str) -> None:
    assert found(database, token, LATER - timedelta(seconds=1)) is not None
    assert found(database, token, LATER) is None


@pytest.mark.both_databases
def test_ending_ends_those_named_and_no_others(database: Database, token: str) -> None:
    with database.across_schools("a test signs a second person in") as db:
        other = sessions.begin(db, kind="pupil", now=NOW, expires_at=LATER, facts={}, pupil_id=1, school_id=3)
        sessions.end(db, WebSession.account_id == 7, now=NOW)
    assert found(database, token) is None
    assert found(database, other) is not None


def test_no_two_sessions_have_one_token(database: Database) -> None:
    with database.across_schools("a test signs many in") as db:
        tokens = {
            sessions.begin(db, kind="pupil", now=NOW, expires_at=LATER, facts={}, pupil_id=n, school_id=3) for n in range(50)
        }
    assert len(tokens) == 50
    assert all(len(token) >= 40 for token in tokens)

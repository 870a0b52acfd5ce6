"""The floor that the application is measured against: the least that saving one answer can cost.

One Flask file, written by hand: find the session by its cookie, check the form's token, load the attempt, check that the
option exists, insert the answer with SQLAlchemy Core, commit, redirect. No rooms, no templates, no languages.
It shares nothing with the application but the server, the database and the durability settings.
"""

import hashlib
import hmac
import os
import threading
from contextlib import nullcontext
from datetime import UTC, datetime

from flask import Flask, abort, redirect, request
from sqlalchemy import Column, DateTime, Integer, MetaData, String, Table, create_engine, event, insert, select

metadata = MetaData()
web_session = Table(
    "web_session",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("pupil_id", Integer, nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)
attempt = Table(
    "attempt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pupil_id", Integer, nullable=False),
    Column("seed", Integer),
)
answer = Table(
    "answer",
    metadata,
    Column("attempt_id", Integer, primary_key=True),
    Column("question", String, primary_key=True),
    Column("chosen", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
QUESTIONS = {f"q{number}": {"a": "secure", "b": "developing", "c": "misunderstood"} for number in range(4000)}
KEY = b"floor" * 8


def connect(url: str):  # type: ignore[no-untyped-def]
    """An engine with the durability that the application has."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_size=12, max_overflow=20, connect_args={"prepare_threshold": None})
    engine = create_engine(url, pool_size=12, max_overflow=40, connect_args={"timeout": 8, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection, _record):  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection):  # type: ignore[no-untyped-def]
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def form_token(session_token: str) -> str:
    """The token of a session's forms."""
    return hmac.new(KEY, session_token.encode(), hashlib.sha256).hexdigest()


def session_row(token: str, pupil_id: int, expires_at: datetime) -> dict[str, object]:
    """The row of a session, as the table keeps it."""
    return {"token_hash": hashlib.sha256(token.encode()).hexdigest(), "pupil_id": pupil_id, "expires_at": expires_at}


app = Flask(__name__)
engine = connect(os.environ["FLOOR_DATABASE"]) if "FLOOR_DATABASE" in os.environ else None
# SQLite has one writer at a time: threads that queue here are served faster than threads that knock at the file.
queue = threading.Lock() if engine is not None and engine.dialect.name == "sqlite" else nullcontext()


@app.post("/attempt/<int:attempt_id>/<question>")
def save_answer(attempt_id: int, question: str):  # type: ignore[no-untyped-def]
    """Check one answer, save it, and send the browser on."""
    assert engine is not None
    token = request.cookies.get("session", "")
    now = datetime.now(UTC)
    if not hmac.compare_digest(request.form.get("csrf", ""), form_token(token)):
        abort(400)
    with queue, engine.begin() as connection:
        hashed = hashlib.sha256(token.encode()).hexdigest()
        living = (web_session.c.token_hash == hashed, web_session.c.expires_at > now)
        found = connection.execute(select(web_session).where(*living)).one_or_none()
        if found is None:
            abort(403)
        mine = connection.execute(
            select(attempt).where(attempt.c.id == attempt_id, attempt.c.pupil_id == found.pupil_id)
        ).one_or_none()
        grade = QUESTIONS.get(question, {}).get(request.form.get("choice", ""))
        if mine is None or grade is None:
            abort(404)
        connection.execute(
            insert(answer),
            {"attempt_id": mine.id, "question": question, "chosen": request.form["choice"], "grade": grade, "at": now},
        )
    return redirect(f"/attempt/{attempt_id}/{question}", 303)

"""How many answers a second are saved: the application beside the floor, in alternating rounds.

Thirty children send answers at the same moment, each one lesson's questions after the other's, in their order. The
application's include every lesson's last answer, which also weighs the lesson; the floor's never do more than one insert.
"""

from __future__ import annotations

import http.client
import re
import secrets
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import func, insert, select

from benchmarks import floor
from benchmarks.amounts import CHILDREN, Amounts
from benchmarks.databases import Databases
from benchmarks.figures import middle
from benchmarks.processes import ask
from benchmarks.school import LESSON, BenchSchool, found, settings_for
from benchmarks.serving import Serving, serving
from esafety.access import sessions
from esafety.cli.server import environment_of
from esafety.core import clock
from esafety.core.base import new_id
from esafety.core.clock import school_day, school_year
from esafety.core.db import Database
from esafety.core.tenancy import insert_rows
from esafety.curriculum.shapes import Branching, Choice, Match, Order, Question, Several, Sort, TrueOrNot
from esafety.curriculum.shelf import library
from esafety.learning.models import Answer, Attempt
from esafety.learning.way import questions_that_count, way_of

WARM_UP = 300
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')
_SEED_BITS = 31

Queues = list[list[str]]


def measure(kind: str, databases: Databases, amounts: Amounts, server: str) -> tuple[dict[str, float], dict[str, Any]]:
    """Answers a second of both on one kind of database, and the rounds that the medians come from."""
    each = -(-(amounts.rounds * amounts.answers + WARM_UP) // CHILDREN)
    folder = databases.folder
    database = Database(databases.fresh(kind, "answers_app"))
    settings = settings_for(database.url, folder)
    school = found(database, settings, children=CHILDREN)
    attempts = begin_lessons(database, school, each)
    tokens = let_children_in(database, school)
    floor_url = databases.fresh(kind, "answers_floor")
    floor_environment = {"FLOOR_DATABASE": floor_url}
    with (
        serving("wsgi:app", environment_of(settings), folder / "app.log", server=server) as app,
        serving("benchmarks.floor:app", floor_environment, folder / "floor.log", server=server) as floor_app,
    ):
        app_lines = _app_queues(app, attempts, tokens)
        floor_lines = _floor_queues(floor_app, floor_url, each)
        rounds = _alternate(app, app_lines, floor_app, floor_lines, amounts)
        app_mb = app.largest_process_mb()
    _make_sure_that_all_was_saved(database, floor_url, WARM_UP // CHILDREN + amounts.rounds * (amounts.answers // CHILDREN))
    database.close()
    app_per_s, floor_per_s = (middle(one[name] for one in rounds) for name in ("app_per_s", "floor_per_s"))
    about = {"rounds": rounds, "app_largest_process_mb": round(app_mb, 1)}
    return {"app_per_s": app_per_s, "floor_per_s": floor_per_s, "ratio": round(app_per_s / floor_per_s, 2)}, about


def _alternate(
    app: Serving, app_lines: Queues, floor_app: Serving, floor_lines: Queues, amounts: Amounts
) -> list[dict[str, float]]:
    _send(app, app_lines, WARM_UP)
    _send(floor_app, floor_lines, WARM_UP)
    rounds = []
    for number in range(amounts.rounds):
        runs = [("floor", floor_app, floor_lines), ("app", app, app_lines)]
        told: dict[str, float] = {}
        for name, server, lines in runs if number % 2 else reversed(runs):
            sent = _send(server, lines, amounts.answers)
            told |= {f"{name}_{what}": value for what, value in sent.items()}
        rounds.append(told)
    return rounds


def _send(server: Serving, lines: Queues, number: int) -> dict[str, float]:
    """Send the next so many answers: how many a second, how long the server worked on one, the client's share of a core."""
    each = number // CHILDREN
    task = {"port": server.port, "queues": [line[:each] for line in lines]}
    for line in lines:
        del line[:each]
    worked = server.cpu_seconds()
    told = ask("client", task)
    worked = server.cpu_seconds() - worked
    if told["wrong"]:
        raise RuntimeError(f"{len(told['wrong'])} answers were not accepted, the first with {told['wrong'][0]}")
    answers, seconds = each * len(lines), told["seconds"]
    return {
        "per_s": round(answers / seconds, 1),
        "cpu_ms": round(worked / answers * 1000, 3),
        "client_share": round(told["cpu_seconds"] / seconds, 2),
    }


def begin_lessons(database: Database, school: BenchSchool, answers: int) -> list[list[tuple[int, int]]]:
    """Lessons of every child, all begun and walked to the quiz, with at least so many questions: (attempt, seed)."""
    edition, now = library().lesson(LESSON), clock.now()
    lesson = edition.item
    number = -(-answers // lesson.quiz.drawn)
    begun = [[(new_id(), secrets.randbits(_SEED_BITS)) for _ in range(number)] for _ in school.children]
    year = school_year(school_day(now))
    rows = [
        {
            "id": attempt_id, "pupil_id": child.id, "lesson_key": LESSON, "expectation": lesson.expectation,
            "version_id": edition.version_id, "turn": turn, "seed": seed, "school_year": year, "place": len(way_of(lesson, seed)),
            "started_at": now,
        }
        for child, lessons in zip(school.children, begun, strict=True) for turn, (attempt_id, seed) in enumerate(lessons, 1)
    ]  # fmt: skip
    with database.transaction(school_id=school.id) as db:
        insert_rows(db, Attempt, rows)
    return begun


def let_children_in(database: Database, school: BenchSchool) -> list[str]:
    """Sign every child in; returns the sessions' tokens."""
    now = clock.now()
    facts = {"school": "Harbour Primary School", "class_id": school.class_id, "year_group": 4, "animal": "otter", "settings": []}
    with database.across_schools("the bench lets its class in") as db:
        return [
            sessions.begin(
                db, kind="pupil", now=now, expires_at=now + timedelta(hours=2), facts={"name": "Pupil", **facts},
                school_id=school.id, pupil_id=child.id,
            )
            for child in school.children
        ]  # fmt: skip


def _app_queues(app: Serving, attempts: list[list[tuple[int, int]]], tokens: list[str]) -> Queues:
    lesson = library().lesson(LESSON).item
    queues: Queues = []
    for lessons, token in zip(attempts, tokens, strict=True):
        cookies = f"session={token}; device={secrets.token_urlsafe(18)}"
        csrf = ("csrf", _form_token(app.port, cookies))
        queues.append([])
        for attempt_id, seed in lessons:
            for screen in questions_that_count(way_of(lesson, seed)):
                assert screen.question is not None
                fields = [csrf, *some_answer(screen.question)]
                queues[-1].append(_request(app.port, f"/attempt/{attempt_id}/{screen.place}", cookies, fields))
    return queues


def _form_token(port: int, cookies: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/path", headers={"Cookie": cookies})
    page = connection.getresponse().read().decode()
    connection.close()
    shown = _CSRF.search(page)
    if shown is None:
        raise RuntimeError("the application did not let the child in")
    return shown[1]


def some_answer(question: Question) -> Iterator[tuple[str, str]]:
    """The fields of a whole answer to a question, right or wrong."""
    match question:
        case Choice() | Several():
            yield "choice", question.options[0].id
        case TrueOrNot():
            yield "choice", "true"
        case Branching():
            yield "turn", "0"
            yield "choice", question.turns[0].options[0].id
        case Order():
            yield from ((f"place-{item.id}", str(place)) for place, item in enumerate(question.items, 1))
        case Match():
            yield from ((f"match-{pair.id}", pair.id) for pair in question.pairs)
        case Sort():
            yield from ((f"group-{item.id}", question.groups[0].id) for item in question.items)


def _floor_queues(server: Serving, url: str, answers: int) -> Queues:
    """The floor's own tables with as many children, lessons and questions."""
    drawn = library().lesson(LESSON).item.quiz.drawn
    lessons = -(-answers // drawn)
    engine = floor.connect(url)
    floor.metadata.create_all(engine)
    tokens = [secrets.token_urlsafe(32) for _ in range(CHILDREN)]
    with engine.begin() as connection:
        until = clock.now() + timedelta(hours=2)
        connection.execute(
            insert(floor.web_session), [floor.session_row(token, child, until) for child, token in enumerate(tokens)]
        )
        connection.execute(
            insert(floor.attempt),
            [
                {"id": child * lessons + turn, "pupil_id": child, "seed": turn}
                for child in range(CHILDREN)
                for turn in range(lessons)
            ],
        )
    engine.dispose()
    return [
        [
            _request(
                server.port,
                f"/attempt/{child * lessons + turn}/q{number}",
                f"session={token}; device={secrets.token_urlsafe(18)}",
                [("csrf", floor.form_token(token)), ("choice", "a")],
            )
            for turn in range(lessons)
            for number in range(drawn)
        ]
        for child, token in enumerate(tokens)
    ]


def _request(port: int, path: str, cookies: str, fields: list[tuple[str, str]]) -> str:
    body = urlencode(fields)
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}"
    )


def _make_sure_that_all_was_saved(database: Database, floor_url: str, each: int) -> None:
    """Nobody is fast by not saving."""
    with database.reading(across="the bench counts what was saved") as db:
        kept = db.scalar(select(func.count()).select_from(Answer))
    engine = floor.connect(floor_url)
    with engine.begin() as connection:
        floor_kept = connection.scalar(select(func.count()).select_from(floor.answer))
    engine.dispose()
    if (kept, floor_kept) != (each * CHILDREN, each * CHILDREN):
        raise RuntimeError(f"{each * CHILDREN} answers were acknowledged; the application kept {kept}, the floor {floor_kept}")

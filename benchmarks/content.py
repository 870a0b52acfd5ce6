"""What the curriculum costs: loading it from files, starting with the same files again, holding it, and asking from it."""

from __future__ import annotations

from typing import Any

from benchmarks.amounts import Amounts
from benchmarks.answers import begin_lessons, let_children_in
from benchmarks.databases import KINDS, Databases
from benchmarks.figures import middle
from benchmarks.hearing import heard
from benchmarks.processes import ask
from benchmarks.school import LESSON, found, settings_for
from esafety import create_app
from esafety.cli.server import environment_of
from esafety.core.db import Database
from esafety.core.migration import upgrade
from esafety.curriculum.shelf import library
from esafety.learning.way import questions_that_count, way_of

_TABLE = "content_version"


def measure(databases: Databases, amounts: Amounts) -> tuple[dict[str, float], dict[str, Any]]:
    """Seconds of loading and of the same files again, a worker's growth in MB, and statements that read content on a page."""
    rounds = {kind: [_load(kind, databases, number) for number in range(amounts.starts)] for kind in KINDS}
    held = _hold(databases)
    worst = {
        name: max(middle((one[name] for one in rounds[kind]), digits=3) for kind in KINDS) for name in ("load_s", "unchanged_s")
    }
    return {**worst, "held_mb": round(held["mb"], 1), "page_content_queries": _content_queries(databases)}, {
        "rounds": rounds,
        "items": held["items"],
        "translations": held["translations"],
    }


def _load(kind: str, databases: Databases, number: int) -> dict[str, float]:
    database = Database(databases.fresh(kind, f"content_{number}"))
    upgrade(database)
    database.close()
    environment = environment_of(settings_for(database.url, databases.folder))
    seconds = [ask("loading", {"what": "load", "environment": environment})["seconds"] for _ in range(2)]
    return {"load_s": round(seconds[0], 3), "unchanged_s": round(seconds[1], 3)}


def _hold(databases: Databases) -> dict[str, Any]:
    database = Database(databases.fresh("sqlite", "content_held"))
    settings = settings_for(database.url, databases.folder)
    found(database, settings, children=1)
    database.close()
    return ask("loading", {"what": "hold", "environment": environment_of(settings)})


def _content_queries(databases: Databases) -> int:
    """How many statements of a pupil's question page read content, once the worker has answered before."""
    database = Database(databases.fresh("sqlite", "content_page"))
    settings = settings_for(database.url, databases.folder)
    school = found(database, settings, children=1)
    ((attempt_id, seed), *_rest) = begin_lessons(database, school, answers=1)[0]
    (token,) = let_children_in(database, school)
    place = questions_that_count(way_of(library().lesson(LESSON).item, seed))[0].place
    app = create_app(settings)
    client = app.test_client()
    client.set_cookie("session", token)
    client.set_cookie("device", "bench")
    page = f"/attempt/{attempt_id}/{place}"
    client.get(page)
    asked: Database = app.extensions["database"]
    with heard(asked.engine) as statements:
        answer = client.get(page)
    asked.close()
    database.close()
    if answer.status_code != 200 or b'id="answer"' not in answer.data:
        raise RuntimeError(f"{page} answered {answer.status} and asked nothing")
    return sum(_TABLE in statement for statement, _values in statements)

"""A class of thirty: they come in at once by code, name and pictures, then all do a lesson without a pause."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from benchmarks.amounts import CHILDREN, Amounts
from benchmarks.databases import Databases
from benchmarks.figures import middle, p95
from benchmarks.processes import ask
from benchmarks.school import LESSON, found, open_class, settings_for
from benchmarks.serving import serving
from esafety.cli.server import environment_of
from esafety.core.db import Database


def measure(kind: str, databases: Databases, amounts: Amounts, server: str) -> dict[str, Any]:
    """The p95 over all requests of signing in and of the lesson, as medians of the rounds; errors of all rounds."""
    database = Database(databases.fresh(kind, "school_class"))
    settings = settings_for(database.url, databases.folder)
    school = found(database, settings, children=CHILDREN)
    task = {"lesson": LESSON, "children": [asdict(child) for child in school.children]}
    with serving("wsgi:app", environment_of(settings), databases.folder / "class.log", server=server) as app:
        rounds = [
            ask("children", {**task, "port": app.port, "code": open_class(database, school)}) for _ in range(amounts.class_rounds)
        ]
    database.close()
    wrong = [error for told in rounds for error in told["wrong"]]
    return {
        "sign_in_p95_s": _middle_p95(rounds, "sign_in"),
        "lesson_p95_s": _middle_p95(rounds, "lesson"),
        "errors": len(wrong),
        "whole_sign_in_p95_s": _middle_p95(rounds, "whole_sign_in"),
        "requests": sum(len(told["sign_in"]) + len(told["lesson"]) for told in rounds),
        "first_errors": wrong[:3],
    }


def worse(measured: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Of both kinds of database the worse one of each number."""
    several = measured.values()
    slow = {name: max(one[name] for one in several) for name in ("sign_in_p95_s", "lesson_p95_s")}
    return {**slow, "errors": sum(one["errors"] for one in several)}


def _middle_p95(rounds: list[dict[str, Any]], what: str) -> float:
    told = [p95(one[what]) for one in rounds if one[what]]
    return middle(told, digits=3) if told else 0.0

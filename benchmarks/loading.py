"""Load the curriculum, or hold it in memory, in a process that has done nothing before.

A process of its own. Reads {"what": "load" or "hold", "environment": {...}} as JSON; prints {"seconds"} or {"mb"}.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

from esafety import create_app
from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.load import load_directory
from esafety.curriculum.shelf import library
from esafety.places import content_directory
from esafety.settings import Settings

_PAGE_BYTES = 4096
_LANGUAGES = ("en", "cy", "pl", "ro", "ur", "ar", "uk")


def load(settings: Settings) -> dict[str, float]:
    """Seconds from the files to the commit: reading, checking, planning, writing."""
    database = Database(settings.database_url)
    begun = time.perf_counter()
    with database.across_schools("the bench loads the content") as db:
        load_directory(db, content_directory(), clock.now())
    taken = time.perf_counter() - begun
    database.close()
    return {"seconds": taken}


def hold(settings: Settings) -> dict[str, float]:
    """By how many MB a worker grows that holds all content in all languages."""
    create_app(settings)
    before = _resident_mb()
    held = library()
    for edition in held.editions.values():
        for language in _LANGUAGES:
            held.in_language(edition, language)
    return {"mb": _resident_mb() - before, "items": len(held.editions), "translations": len(held.translations)}


def _resident_mb() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_BYTES / 1e6


if __name__ == "__main__":
    task: dict[str, Any] = json.load(sys.stdin)
    chosen = {"load": load, "hold": hold}[task["what"]]
    print(json.dumps(chosen(Settings.from_environment(task["environment"]))))

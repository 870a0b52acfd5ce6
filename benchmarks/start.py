"""What starting costs: importing, the first answer, memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from benchmarks.amounts import Amounts
from benchmarks.databases import Databases
from benchmarks.figures import middle
from benchmarks.school import found, settings_for
from benchmarks.serving import serving
from esafety.cli.server import environment_of
from esafety.core.db import Database
from esafety.places import project_directory

_IMPORT = "import time; begun = time.perf_counter(); import wsgi; print((time.perf_counter() - begun) * 1000)"


def measure(databases: Databases, amounts: Amounts, server: str) -> dict[str, Any]:
    """Milliseconds to import the application and to the server's first answer, and its largest process's memory."""
    database = Database(databases.fresh("sqlite", "start"))
    settings = settings_for(database.url, databases.folder)
    found(database, settings, children=1)
    database.close()
    environment = environment_of(settings)
    imports = [_import_ms(environment) for _ in range(amounts.starts)]
    first, memory = [], []
    for _ in range(amounts.starts):
        with serving("wsgi:app", environment, databases.folder / "start.log", server=server) as app:
            first.append(app.started_in * 1000)
            memory.append(app.largest_process_mb())
    return {"import_ms": middle(imports), "first_response_ms": middle(first), "rss_mb": middle(memory)}


def _import_ms(environment: dict[str, str]) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _IMPORT],
        cwd=project_directory(),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)

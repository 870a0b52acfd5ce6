"""Clients as processes of their own, so that they take no time from what measures them."""

import json
import subprocess
import sys
from typing import Any

from esafety.places import project_directory

_PATIENCE_SECONDS = 300


def ask(module: str, task: dict[str, Any]) -> dict[str, Any]:
    """Let a client do a task and return what it found."""
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}"],
        input=json.dumps(task),
        cwd=project_directory(),
        capture_output=True,
        text=True,
        check=True,
        timeout=_PATIENCE_SECONDS,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found

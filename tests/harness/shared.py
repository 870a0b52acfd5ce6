"""Things made once for a whole test run and used by all of its workers."""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_VARIABLE = "ESAFETY_TEST_RUN"


class SharedRun:
    """A folder of one run. The first worker that needs a thing makes it; the others read the note."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """Return what `make` returned in the first worker that asked; it must be plain JSON.

        When making it failed, every later asker gets the same failure at once instead of trying again.
        """
        note = self.folder / f"{name}.json"
        with (self.folder / f"{name}.lock").open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            if not note.exists():
                note.write_text(json.dumps(_attempt(make)), "utf-8")
        noted = json.loads(note.read_text("utf-8"))
        if "failure" in noted:
            raise RuntimeError(noted["failure"])
        return noted["value"]

    def noted(self, name: str) -> Any | None:
        """What was made under this name, or None."""
        note = self.folder / f"{name}.json"
        return json.loads(note.read_text("utf-8")).get("value") if note.exists() else None


def _attempt(make: Callable[[], Any]) -> dict[str, Any]:
    try:
        return {"value": make()}
    except Exception as failure:  # noqa: BLE001  # told to every worker that needs the thing
        return {"failure": f"{type(failure).__name__}: {failure}"}


def begin_run() -> SharedRun:
    """Make the folder of this run; workers inherit its address through the environment."""
    folder = Path(tempfile.mkdtemp(prefix="esafety-tests-"))
    folder.chmod(0o711)  # PostgreSQL never runs as root, and its own user must be able to reach its data
    os.environ[_VARIABLE] = str(folder)
    return SharedRun(folder)


def this_run() -> SharedRun:
    """The run that this process belongs to."""
    return SharedRun(Path(os.environ[_VARIABLE]))


def end_run(run: SharedRun) -> None:
    """Remove the folder and all that was made in it."""
    shutil.rmtree(run.folder, ignore_errors=True)
    os.environ.pop(_VARIABLE, None)

"""A copy of the start-up code with a tiny lock and a command of its own, so that a start takes no network."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from esafety.places import project_directory

Start = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project whose lock names nothing and whose one command says where it runs."""
    project = tmp_path / "project"
    real = project_directory()
    assert real is not None
    (project / "esafety" / "cli").mkdir(parents=True)
    (project / "locks").mkdir()
    for file in ("__init__.py", "__main__.py", "places.py"):
        shutil.copy(real / "esafety" / file, project / "esafety" / file)
    shutil.copytree(
        real / "esafety" / "bootstrap",
        project / "esafety" / "bootstrap",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (project / "esafety" / "cli" / "__init__.py").write_text(
        "import sys\ndef main():\n    print('runs in', sys.prefix, sys.argv[1:])\n    return 3\n", "utf-8"
    )
    (project / "locks" / "runtime.txt").write_text("", "utf-8")
    return project


@pytest.fixture
def start(small_project: Path) -> Start:
    """Types `python3 -m esafety <arguments>` in the small project, with nothing of this environment at hand."""

    def typed(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ESAFETY_")}
        return subprocess.run(
            [sys._base_executable, "-m", "esafety", *arguments],  # type: ignore[attr-defined]  # outside our venv
            cwd=small_project,
            env={**kept, "PYTHONDONTWRITEBYTECODE": "1", **settings},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return typed

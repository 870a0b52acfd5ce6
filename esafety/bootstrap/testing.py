"""`python3 -m esafety test`: everything that the tests need, then pytest. Extra arguments go to pytest."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import NoReturn

from esafety.bootstrap.browser import get_browser
from esafety.bootstrap.environment import prepare
from esafety.bootstrap.start import hand_over, is_installed_here
from esafety.bootstrap.voice import NotReady, say
from esafety.places import project_directory

_ONE_PROCESS = (
    "-n",
    "--numprocesses",
    "--dist",
    "--pdb",
    "--trace",
    "--co",
    "--collect-only",
    "--fixtures",
    "-h",
)


def run_tests(arguments: list[str]) -> NoReturn:
    """Run all tests, or those that the arguments choose. What is missing is fetched or named."""
    python, project = ready_for_tests()
    os.chdir(project)
    say(f"Testing with {os.environ['ESAFETY_CHROMIUM']}.")
    hand_over([str(python), "-m", "pytest", *_workers(arguments), *arguments])


def ready_for_tests() -> tuple[Path, Path]:
    """See to everything that tests and measurements need; returns the Python that has it, and the project's folder."""
    project = project_directory()
    if project is None:
        raise NotReady("The tests come with the source code: run this in a copy of the project's repository.")
    python = _python_for_tests(project)
    os.environ["ESAFETY_CHROMIUM"] = get_browser(python)
    return python, project


def _python_for_tests(project: Path) -> Path:
    if is_installed_here(project):
        if importlib.util.find_spec("pytest") is None:
            raise NotReady("This Python has esafety, but not its tests' packages: pip install -e '.[test]'")
        return Path(sys.executable)
    return prepare(project, project / "locks" / "test.txt")


def _workers(arguments: list[str]) -> list[str]:
    """As many workers as cores, between two and four, unless the person chose or wants to look inside."""
    if any(argument.startswith(_ONE_PROCESS) for argument in arguments):
        return []
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 2
    return ["-n", str(max(2, min(4, cores))), "--dist=loadgroup"]

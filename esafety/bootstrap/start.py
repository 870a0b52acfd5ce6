"""The first lines that run: decide where the command belongs and hand over to it."""

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NoReturn

from esafety.bootstrap.environment import environment_directory, prepare
from esafety.bootstrap.voice import NotReady
from esafety.places import project_directory


def main(arguments: list[str]) -> NoReturn:
    """Run one command of esafety; never returns."""
    try:
        if arguments[:1] == ["test"]:
            from esafety.bootstrap.testing import run_tests

            run_tests(arguments[1:])
        project = project_directory()
        if project is not None and not is_installed_here(project):
            python = prepare(project, project / "locks" / "runtime.txt")
            if not _is_inside(environment_directory(project)):
                hand_over([str(python), "-m", "esafety", *arguments])
    except NotReady as reason:
        sys.exit(f"\nesafety cannot start yet.\n{reason}")
    except KeyboardInterrupt:
        sys.exit("\nStopped. The next start takes up where it is needed.")
    from esafety.cli import main as run_command

    sys.exit(run_command())


def hand_over(command: list[str]) -> NoReturn:
    """Become the other program, so that signals and exit codes are its own."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":  # where exec lets the shell believe that we have ended
        sys.exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)


def _is_inside(environment: Path) -> bool:
    return Path(sys.prefix).resolve() == environment.resolve()


def is_installed_here(project: Path) -> bool:
    """Whether this interpreter holds esafety by `pip install`, and so all that it needs."""
    if _is_inside(environment_directory(project)):
        return False
    try:
        distribution("esafety")
    except PackageNotFoundError:
        return False
    return True

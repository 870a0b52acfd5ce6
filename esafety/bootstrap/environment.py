"""The environment `.venv`: made once, recognised by its stamp, remade when it was left half-made."""

import errno
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from esafety.bootstrap import packages, system
from esafety.bootstrap.stamp import Stamp, fingerprint, read_stamp, write_stamp
from esafety.bootstrap.turn import wait_for_turn
from esafety.bootstrap.voice import NotReady, say

THIS_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


def environment_directory(project: Path) -> Path:
    """Where the environment lies: `.venv` in the project, or what ESAFETY_ENVIRONMENT says."""
    return Path(os.environ.get("ESAFETY_ENVIRONMENT") or project / ".venv").absolute()


def python_of(environment: Path) -> Path:
    """The environment's own interpreter."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def prepare(project: Path, lock: Path) -> Path:
    """Make sure that the environment holds what the lock names, and return its python."""
    environment = environment_directory(project)
    if not is_ready(environment, lock):
        with wait_for_turn(project):
            if not is_ready(environment, lock):
                _make_ready(environment, lock, project)
    return python_of(environment)


def is_ready(environment: Path, lock: Path) -> bool:
    """Whether the environment can be used as it stands. Costs a few milliseconds."""
    stamp = read_stamp(environment)
    return stamp is not None and stamp.holds(lock) and _still_runs(environment, stamp)


def _still_runs(environment: Path, stamp: Stamp) -> bool:
    if not python_of(environment).exists():
        return False
    return stamp.python == THIS_PYTHON or packages.version_of(python_of(environment)) == stamp.python


def _make_ready(environment: Path, lock: Path, project: Path) -> None:
    stamp = read_stamp(environment)
    try:
        if stamp is None or not _can_be_continued(environment, stamp):
            stamp = _begin(environment, stamp)
        stamp.finished = False
        write_stamp(environment, stamp)
        packages.install(python_of(environment), lock)
        packages.make_importable(python_of(environment), project)
    except OSError as problem:
        raise NotReady(_explain(environment, problem)) from problem
    stamp.locks[lock.name] = fingerprint(lock)
    stamp.finished = True
    write_stamp(environment, stamp)
    say("The environment is ready.")


def _explain(environment: Path, problem: OSError) -> str:
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"The folder {environment} cannot be written. Copy the project to a folder of your own, or name "
            "another place for its environment: ESAFETY_ENVIRONMENT=/path/to/a/folder"
        )
    return f"The environment {environment} could not be made: {problem}."


def _can_be_continued(environment: Path, stamp: Stamp) -> bool:
    return _still_runs(environment, stamp) and (stamp.finished or not stamp.made_here)


def _begin(environment: Path, stamp: Stamp | None) -> Stamp:
    if stamp is None and environment.exists() and any(environment.iterdir()):
        return _adopt(environment)
    _need_pip()
    if environment.exists():
        say("The environment was left half-made or its Python has gone; making it again.")
        shutil.rmtree(environment)
    say("First start: making the environment. This needs the internet and takes about half a minute.")
    environment.mkdir(parents=True, exist_ok=True)
    stamp = Stamp(made_here=True, python=THIS_PYTHON)
    write_stamp(environment, stamp)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(environment)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise OSError("\n".join((made.stdout + made.stderr).strip().splitlines()[-5:]))
    return stamp


def _adopt(environment: Path) -> Stamp:
    """Use an environment that the person made; nothing of it is ever removed."""
    version = packages.version_of(python_of(environment))
    if version is None or not packages.has_pip(python_of(environment)):
        raise NotReady(
            f"The folder {environment} is there, but esafety did not make it, and it has no Python with pip "
            "that runs. Move it away and start again."
        )
    return Stamp(made_here=False, python=version)


def _need_pip() -> None:
    """Debian keeps the part of Python that puts pip into environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{THIS_PYTHON}-venv"
    if system.may_install() and system.install(package):
        return
    raise NotReady(
        f"Python is here, but not its part that makes environments. Type this, then start again:\n\n"
        f"    {system.line_to_type(package)}"
    )

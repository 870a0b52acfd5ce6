"""What `python3 -m esafety` does before anything is installed."""

import ast
import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from esafety.places import project_directory

Start = Callable[..., CompletedProcess[str]]


def test_the_first_start_makes_the_environment_and_the_second_uses_it(start: Start, small_project: Path) -> None:
    first = start("demo", "--port", "1")
    assert f"runs in {small_project / '.venv'} ['demo', '--port', '1']" in first.stdout
    assert first.returncode == 3
    assert "First start" in first.stderr
    began = time.monotonic()
    second = start("demo")
    assert second.stderr == ""
    assert "runs in" in second.stdout
    assert time.monotonic() - began < 1.5  # 0.1 s on an idle machine


def test_a_half_made_environment_is_made_again(start: Start, small_project: Path) -> None:
    start("demo")
    stamp = small_project / ".venv" / "esafety.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "finished": False}))
    (small_project / ".venv" / "bin" / "python").unlink()
    again = start("demo")
    assert "half-made" in again.stderr
    assert again.returncode == 3


def test_a_changed_lock_is_installed_on_the_next_start(start: Start, small_project: Path) -> None:
    start("demo")
    (small_project / "locks" / "runtime.txt").write_text("# changed\n")
    assert "Installing 0 packages" in start("demo").stderr
    assert start("demo").stderr == ""


def test_two_starts_at_once_make_one_environment(start: Start) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(start, ["demo", "check"]))
    assert [one.returncode for one in both] == [3, 3]
    assert sorted("First start" in one.stderr for one in both) == [False, True]


def test_a_folder_of_the_person_is_never_removed(start: Start, small_project: Path) -> None:
    theirs = small_project / ".venv" / "diary.txt"
    theirs.parent.mkdir()
    theirs.write_text("mine")
    refused = start("demo")
    assert refused.returncode == 1
    assert "Move it away" in refused.stderr
    assert theirs.read_text() == "mine"


def test_a_place_that_cannot_be_written_is_told(start: Start) -> None:
    refused = start("demo", ESAFETY_ENVIRONMENT="/proc/esafety")
    assert refused.returncode == 1
    assert "/proc/esafety" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_package_that_does_not_match_its_hash_stops_the_start(start: Start, small_project: Path) -> None:
    wheels = small_project / "wheels"
    wheels.mkdir()
    (wheels / "nothing-1-py3-none-any.whl").write_bytes(b"something else")
    lock = f"nothing==1 --hash=sha256:{'0' * 64}\n"
    (small_project / "locks" / "runtime.txt").write_text(lock)
    refused = start("demo", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels))
    assert refused.returncode == 1
    assert "DO NOT MATCH THE HASHES" in refused.stderr
    assert "runs in" not in refused.stdout


def test_what_runs_first_needs_the_standard_library_only() -> None:
    for file in _what_runs_first():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                room = name.split(".")[0]
                assert room == "esafety" or room in sys.stdlib_module_names, f"{file} imports {name}"


@pytest.mark.parametrize("file", ["__init__.py", "__main__.py"])
def test_an_old_python_can_read_the_file_that_refuses_it(file: str) -> None:
    project = project_directory()
    assert project is not None
    ast.parse((project / "esafety" / file).read_text("utf-8"), feature_version=(3, 7))


def _what_runs_first() -> list[Path]:
    project = project_directory()
    assert project is not None
    package = project / "esafety"
    return [package / "__main__.py", package / "places.py", *(package / "bootstrap").glob("*.py")]

"""`pip install .` works far from the checkout: the wheel carries all that the program reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from esafety.places import content_directory, migrations_directory, project_directory, translations_directory


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The names of all files in the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=project_directory(),
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return frozenset(wheel.namelist())


@pytest.mark.parametrize("place", [content_directory, migrations_directory, translations_directory])
def test_the_wheel_carries_the_projects_files(place: object, carried: frozenset[str]) -> None:
    assert callable(place)
    folder: Path = place()
    here = {f"esafety/_project/{folder.name}/{file}" for file in _files(folder)}
    assert here
    assert here <= carried


def test_the_wheel_carries_templates_and_static_files(carried: frozenset[str]) -> None:
    project = project_directory()
    assert project is not None
    here = {f"esafety/{file}" for file in _files(project / "esafety")}
    assert here <= carried, sorted(here - carried)


def _files(folder: Path) -> list[str]:
    made_while_running = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    return [
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and not made_while_running & set(file.parts) and file.suffix not in (".pyc", ".mo")
    ]

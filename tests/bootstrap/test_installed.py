"""`pip install .` works far from the checkout: the wheel carries all that the program reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from esafety.places import content_directory, migrations_directory, project_directory, translations_directory


@pytest.fixture(scope="module")
def forgotten(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The files that lie here and are not in the wheel."""
    project, folder = project_directory(), tmp_path_factory.mktemp("wheel")
    assert project is not None
    here = {f"esafety/{file}" for file in _files(project / "esafety")}
    for place in (content_directory(), migrations_directory(), translations_directory()):
        here |= {f"esafety/_project/{place.name}/{file}" for file in _files(place)}
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=project, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return frozenset(here - set(wheel.namelist()))


def test_the_wheel_carries_all_that_the_program_reads(forgotten: frozenset[str]) -> None:
    assert not forgotten


def _files(folder: Path) -> list[str]:
    made_while_running = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    return [
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and not made_while_running & set(file.parts) and file.suffix not in (".pyc", ".mo")
    ]

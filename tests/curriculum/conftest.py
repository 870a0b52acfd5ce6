"""A small library of content that passes every check, and copies of it that tests may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from esafety.curriculum.content import Content, read_directory

SMALL = Path(__file__).parent / "small"
Spoil = Callable[[str, str, str], int]


@pytest.fixture(scope="session")
def small() -> Content:
    """The small library, read and parsed."""
    return read_directory(SMALL)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A copy of the small library's files."""
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


@pytest.fixture
def spoil(directory: Path) -> Spoil:
    """Replaces one passage of a file; returns the line where it began."""

    def replace(file: str, old: str, new: str) -> int:
        text = (directory / file).read_text("utf-8")
        assert text.count(old) == 1, f"{text.count(old)} times in {file}: {old}"
        (directory / file).write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace

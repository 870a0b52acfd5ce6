"""The locks: every package pinned and hashed, the project's own needs covered, no registry named."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from esafety.places import project_directory

_PROJECT = project_directory() or Path()
_LOCKS = sorted((_PROJECT / "locks").glob("*.txt"))


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_and_hashed(lock: Path) -> None:
    for entry in re.split(r"\n(?=\S)", lock.read_text("utf-8").strip()):
        assert re.match(r"[\w.-]+(\[[\w,]+\])?==\S+", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


@pytest.mark.parametrize("lock", _LOCKS, ids=lambda lock: lock.name)
def test_no_registry_is_named(lock: Path) -> None:
    assert not re.search(r"://|index-url|find-links|file:", lock.read_text("utf-8"))


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((_PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {"runtime.txt": project["dependencies"]}
    asked["test.txt"] = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    for name, requirements in asked.items():
        pinned = _pinned(_PROJECT / "locks" / name)
        for requirement in map(Requirement, requirements):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version, f"{requirement} is not in {name}; run `make locks`"
            assert requirement.specifier.contains(version), f"{name} holds {version}, not {requirement}"


def test_the_tests_run_on_the_versions_that_schools_get() -> None:
    runtime, test = (_pinned(_PROJECT / "locks" / name) for name in ("runtime.txt", "test.txt"))
    assert runtime.items() <= test.items()


def _pinned(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}

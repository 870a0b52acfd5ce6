"""Names say what things are, and nothing of the machine on which the house was built stays in it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.architecture.source import ROOT, modules, told

SAY_NOTHING = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "stuff", "manager", "handlers"})
TEXT = {".py", ".html", ".md", ".yaml", ".yml", ".toml", ".txt", ".css", ".js", ".json", ".po", ".pot", ".svg", ".sh", ".typ", ""}
THIS_MACHINE = re.compile(r"(?<![\w.])/(?:work|home/\w+|Users/\w+|tmp/house|root)/\w")
LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|(?i:lorem ipsum)")
OF_OTHERS = ("vendor", "build", "well_known_passwords.txt")


def test_no_module_is_named_after_nothing() -> None:
    problems = [module.at(1) for module in modules() if module.path.stem in SAY_NOTHING or module.path.parent.name in SAY_NOTHING]
    assert not problems, told(problems, "Name a module after what it holds:")


def test_no_file_names_a_place_of_one_machine() -> None:
    problems = _lines_with(THIS_MACHINE)
    assert not problems, told(problems, "Nobody else has this folder:")


def test_nothing_is_left_for_later() -> None:
    problems = _lines_with(LEFT_OVER)
    assert not problems, told(problems, "Do it, or write it down as an issue:")


def test_every_module_says_what_it_is_for() -> None:
    import ast

    problems = [module.at(1) for module in modules() if module.tree.body and not ast.get_docstring(module.tree)]
    assert not problems, told(problems, "Begin the module with one sentence:")


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in _kept_files()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def _kept_files() -> list[Path]:
    """What travels with the project, as git sees it; in an unpacked archive, everything."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")]
    paths = [ROOT / name for name in names if name and not any(part in OF_OTHERS for part in Path(name).parts)]
    this_file = Path(__file__).resolve()
    return [p for p in paths if p.suffix in TEXT and p.is_file() and p.resolve() != this_file and p.stat().st_size < 2_000_000]

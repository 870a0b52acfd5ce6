"""The source as the architecture tests read it: modules with their syntax trees, and what each imports on which line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from esafety.places import project_directory

ROOT = project_directory() or Path(__file__).parents[2]
PACKAGE = ROOT / "esafety"


@dataclass(frozen=True)
class Module:
    """One module of the package."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room it stands in: ``learning`` for ``esafety.learning.views.pupil``, ``assembly`` for a single module."""
        return self.name.split(".")[1] if "." in self.name else "esafety"

    @property
    def drawers(self) -> frozenset[str]:
        """The words of its name below the room, such as ``views`` and ``pupil``."""
        return frozenset(self.name.split(".")[2:])

    def at(self, line: int) -> str:
        """Where a line is, as editors understand it."""
        return f"{self.path.relative_to(ROOT)}:{line}"


@dataclass(frozen=True)
class Import:
    """One imported name: ``from esafety.core import db`` imports ``esafety.core.db``."""

    target: str
    line: int
    only_for_types: bool


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the package."""
    return tuple(_module(path) for path in sorted(PACKAGE.rglob("*.py")) if "_project" not in path.parts)


def imports_of(module: Module) -> Iterator[Import]:
    """Everything that a module imports, also late and for types only."""
    for_types = frozenset(
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for statement in node.body
        for inner in ast.walk(statement)
    )
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (Import(one.name, node.lineno, id(node) in for_types) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from (Import(f"{base}.{one.name}", node.lineno, id(node) in for_types) for one in node.names)


def calls_of(module: Module) -> Iterator[tuple[str, int]]:
    """What a module calls, as it is written (``db.execute``), and on which line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


def attributes_of(module: Module) -> Iterator[tuple[str, int]]:
    """Every attribute that a module touches, and on which line."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            yield node.attr, node.lineno


def told(problems: list[str], advice: str) -> str:
    """What a failing test says: what to do, then each place."""
    return f"{advice}\n  " + "\n  ".join(problems)


def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, ast.parse(path.read_text("utf-8"), str(path)))


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".") if module.path.name == "__init__.py" else module.name.split(".")[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])

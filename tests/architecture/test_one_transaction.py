"""The core alone opens, commits and writes past the mapper; every other statement can be kept inside one school."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.source import Module, attributes_of, calls_of, imports_of, modules, told

ABOVE_THE_CORE = tuple(module for module in modules() if module.room not in {"core", "bootstrap"})
DATABASE_THINGS = frozenset({"db", "engine", "connection", "session", "unit", "database"})
MAY_INSERT = {"esafety.access.sessions": "a session is one row of a shared table, written before there is a school's session"}
PAST_THE_SCOPE = {
    "__table__": "the school's criterion does not reach it; use the mapped class",
    "exec_driver_sql": "nobody can scope it; use a statement on a mapped class",
    "bulk_insert_mappings": "use core.tenancy.insert_rows",
    "bulk_save_objects": "use core.tenancy.insert_rows",
    "bulk_update_mappings": "use update(Model)",
}
NOT_FROM_SQLALCHEMY = {
    "sqlalchemy.text": "nobody can scope text(); use a statement on a mapped class",
    "sqlalchemy.create_engine": "the engine is made in core.db",
    "sqlalchemy.insert": "use db.add, core.tenancy.insert_rows or insert_if_absent",
    "sqlalchemy.orm.sessionmaker": "the unit of work hands out sessions",
    "sqlalchemy.orm.scoped_session": "the unit of work hands out sessions",
}


def test_nobody_but_the_core_commits() -> None:
    problems = [
        f"{module.at(line)} calls {called}; the door and the command line end transactions, actions only flush."
        for module in ABOVE_THE_CORE
        for called, line in calls_of(module)
        if _ends_or_begins(called) and not _is_the_door(module.name, called)
    ]
    assert not problems, told(problems, "One transaction, ended in one place:")


def test_no_statement_goes_past_the_schools_scope() -> None:
    touched = [
        f"{module.at(line)} uses {name}: {PAST_THE_SCOPE[name]}."
        for module in ABOVE_THE_CORE
        for name, line in attributes_of(module)
        if name in PAST_THE_SCOPE
    ]
    imported = [
        f"{module.at(one.line)} imports {one.target}: {NOT_FROM_SQLALCHEMY[one.target]}."
        for module in ABOVE_THE_CORE
        for one in imports_of(module)
        if one.target in NOT_FROM_SQLALCHEMY and not (one.target == "sqlalchemy.insert" and module.name in MAY_INSERT)
    ]
    assert not touched + imported, told(touched + imported, "Reads and writes stay inside one school:")


def test_work_across_schools_says_why() -> None:
    problems = [
        f"{module.at(line)} calls {called} without a reason in words."
        for module in modules()
        for called, line, reason in _crossings(module)
        if len(reason.split()) < 3
    ]
    assert not problems, told(problems, "Whoever looks across schools says in a sentence why:")


def _ends_or_begins(called: str) -> bool:
    whose, _, verb = called.rpartition(".")
    return verb in {"commit", "rollback"} or (verb == "begin" and whose.rpartition(".")[2] in DATABASE_THINGS)


def _is_the_door(module: str, called: str) -> bool:
    """The door and the hooks around it end the visitor's transaction: that is what they are for."""
    return module == "esafety.web.door" and called == "unit.commit"


def _crossings(module: Module) -> Iterator[tuple[str, int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"across", "across_schools"}:
            given = node.args[0] if node.args else None
            if isinstance(given, ast.Constant):
                yield ast.unparse(node.func), node.lineno, str(given.value)

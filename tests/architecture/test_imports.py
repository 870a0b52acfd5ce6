"""Imports point downwards, rooms on one floor do not know each other, and only a room's face knows the web."""

from __future__ import annotations

import sys

from tests.architecture.source import Import, Module, imports_of, modules, told

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"core", "settings", "places"}),
    frozenset({"access"}),
    frozenset({"web"}),
    frozenset({"people", "curriculum"}),
    frozenset({"policies"}),
    frozenset({"learning", "agreements", "concerns"}),
    frozenset({"law", "authoring"}),
    frozenset({"reports", "notices", "family", "welcome"}),
    frozenset({"assembly", "models"}),
    frozenset({"demo"}),
    frozenset({"esafety"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
GROUND = FLOORS[0]
"""The rooms of the ground floor stand on each other; the settings are plain values that even the core reads."""
FACES = frozenset({"views", "forms", "introduction"})
WEB_ROOMS = frozenset({"web", "cli", "assembly", "esafety"})
WEB_LIBRARIES = ("flask", "flask_login", "werkzeug", "wtforms")


def floor_of(room: str) -> int:
    """How high a room stands."""
    found = [number for number, rooms in enumerate(FLOORS) if room in rooms]
    assert found, f"The room esafety.{room} stands on no floor: name it in {__name__}.FLOORS and in the design."
    return found[0]


def points_wrong(module: Module, one: Import) -> str | None:
    """Why an import may not be, or None."""
    target = one.target.split(".")
    if target[0] != "esafety" or len(target) < 2 or module.room == "bootstrap" or target[1] == "bootstrap":
        return None
    room = "esafety" if target[1] == "create_app" else target[1]
    if room == module.room or (module.room in GROUND and room in GROUND):
        return None
    here, there = floor_of(module.room), floor_of(room)
    if there < here:
        return None
    why = "stands beside it" if here == there else "stands above it"
    return f"{module.at(one.line)} imports {one.target}, but esafety.{room} {why}. Move this line up, or what it needs down."


def test_imports_point_downwards() -> None:
    problems = [wrong for module in modules() for one in imports_of(module) if (wrong := points_wrong(module, one))]
    assert not problems, told(problems, "A room may import only rooms below it:")


def test_only_views_forms_and_introductions_know_the_web() -> None:
    problems = [
        f"{module.at(one.line)} imports {one.target}; move the line to the room's views, forms or introduction."
        for module in modules()
        if module.room not in WEB_ROOMS and not module.drawers & FACES
        for one in imports_of(module)
        if one.target.split(".")[0] in WEB_LIBRARIES
    ]
    assert not problems, told(problems, "Rules, queries and actions do not know that there is a web:")


def test_lower_drawers_do_not_lean_on_a_rooms_face() -> None:
    problems = [
        f"{module.at(one.line)} imports {one.target}; rules, queries and actions are used by views, not the reverse."
        for module in modules()
        if module.room not in WEB_ROOMS | {"models", "__main__"} and not module.drawers & (FACES | {"showing"})
        for one in imports_of(module)
        if one.target.startswith("esafety.")
        and set(one.target.split(".")[2:]) & FACES
        and not one.target.startswith("esafety.web")
    ]
    assert not problems, told(problems, "Inside a room: views, then actions and queries, then rules and models:")


def test_rules_are_plain() -> None:
    """Rules decide on plain values: no tables, no session, no clock of their own."""
    problems = [
        f"{module.at(one.line)} imports {one.target}; read it in queries and hand the value to the rule."
        for module in modules()
        if "rules" in module.drawers
        for one in imports_of(module)
        if one.target.split(".")[0] == "sqlalchemy" or one.target.endswith((".models", ".queries", ".actions"))
    ]
    assert not problems, told(problems, "Rules know no database:")


def test_what_starts_on_a_bare_machine_needs_nothing() -> None:
    """``python3 -m esafety`` starts where only Python is: these modules import the standard library and each other."""
    early = [module for module in modules() if module.room in {"bootstrap", "__main__", "esafety", "places"}]
    problems = [
        f"{module.at(one.line)} imports {one.target}"
        for module in early
        for one in imports_of(module)
        if not one.only_for_types and _is_foreign(one) and one.line in _at_import(module)
    ]
    assert not problems, told(problems, "These modules must start without anything installed:")


def _is_foreign(one: Import) -> bool:
    root = one.target.split(".")[0]
    if root == "esafety":
        return not one.target.startswith(("esafety.bootstrap", "esafety.places"))
    return root not in sys.stdlib_module_names


def _at_import(module: Module) -> frozenset[int]:
    return frozenset(node.lineno for node in module.tree.body)

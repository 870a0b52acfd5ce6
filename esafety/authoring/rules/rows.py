"""The rows of a form: one more, one less, one place up or down. Pressed without JavaScript, the form is saved with it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from esafety.authoring.rules.layouts import Layout, Rows
from esafety.authoring.rules.pieces import Body

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ONWARD = {"up": -1, "down": 1}


def rearranged(layout: Layout, piece: Body, press: str) -> tuple[dict[str, Any], str]:
    """The piece after a press such as "add:options" or "up:options.b", and the place to look at then.

    A press that fits nothing changes nothing.
    """
    new = deepcopy(dict(piece))
    what, _colon, place = press.partition(":")
    found = _row(new, layout.rows, place.split("."))
    if found is None:
        return new, ""
    entries, some, name = found
    if what == "add" and not name and len(entries) < some.most:
        row = empty_row(some, free_name(new))
        entries.append(row)
        return new, f"{place}.{row['id']}"
    at = next((number for number, entry in enumerate(entries) if entry["id"] == name), None)
    if at is None:
        return new, ""
    if what == "away":
        del entries[at]
        return new, place.rpartition(".")[0]
    to = at + ONWARD.get(what, 0)
    if 0 <= to < len(entries):
        entries[at], entries[to] = entries[to], entries[at]
    return new, place


def empty_row(some: Rows, name: str) -> dict[str, Any]:
    """A row with gaps where something is needed."""
    row: dict[str, Any] = {"id": name}
    row.update({field.name: False if field.kind == "tick" else "" for field in some.fields if field.needed})
    row.update({inner.name: [] for inner in some.rows})
    return row


def free_name(piece: Body) -> str:
    """A letter, or a letter and a number, that no row of the piece has: in a story names are unique in the whole of it."""
    taken = set(_names(piece))
    singles = iter(LETTERS)
    doubles = (f"{letter}{number}" for number in range(2, 99) for letter in LETTERS)
    return next(name for name in (*singles, *doubles) if name not in taken)


def _names(value: Any) -> Any:
    if isinstance(value, dict):
        if "id" in value:
            yield value["id"]
        for inside in value.values():
            yield from _names(inside)
    if isinstance(value, list):
        for inside in value:
            yield from _names(inside)


def _row(piece: dict[str, Any], rows: tuple[Rows, ...], way: list[str]) -> tuple[list[dict[str, Any]], Rows, str] | None:
    """The list that a place leads to, what it is a list of, and the row's name; empty for the list itself."""
    some = next((one for one in rows if one.name == way[0]), None)
    if some is None:
        return None
    entries = piece.setdefault(some.name, [])
    if len(way) <= 2:
        return entries, some, way[1] if len(way) > 1 else ""
    inner = next((entry for entry in entries if entry["id"] == way[1]), None)
    return _row(inner, some.rows, way[2:]) if inner is not None else None

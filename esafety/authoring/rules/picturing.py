"""Put a picture where a form has room for one."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from esafety.authoring.rules.filling import FilledField, FilledForm, FilledRows
from esafety.authoring.rules.pieces import Body


def pictures_in(form: FilledForm) -> dict[str, str]:
    """Every place for a picture in a form, with the picture that stands there."""
    return {one.name: one.value for one in _fields(form) if one.field.kind == "picture"}


def with_picture(piece: Body, place: str, name: str) -> dict[str, Any]:
    """The piece with another picture at a place such as "options.a.picture"; with an empty name there is none."""
    new = deepcopy(dict(piece))
    *way, last = place.split(".")
    here: Any = new
    for step in way:
        here = _row(here, step) if isinstance(here, list) else here.setdefault(step, {})
    if name:
        here[last] = name
    else:
        here.pop(last, None)
    return new


def _row(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == name)


def _fields(form: FilledForm) -> Iterator[FilledField]:
    yield from (*form.fields, *form.after)
    yield from _in_rows(form.rows)


def _in_rows(rows: tuple[FilledRows, ...]) -> Iterator[FilledField]:
    for some in rows:
        for row in some.entries:
            yield from row.fields
            yield from _in_rows(row.rows)

"""A believable row for every table, made from the tables' own description: types, keys, checks."""

from __future__ import annotations

import itertools
import re
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Connection, Date, DateTime, Integer, MetaData, Table, insert
from sqlalchemy.types import TypeDecorator

ONE_OF = re.compile(r"(\w+) in \((.+)\)")
BETWEEN = re.compile(r"(\w+) between (\d+) and (\d+)")
_numbers = itertools.count(1000)

Rows = dict[str, dict[str, Any]]


def row_in_every_table(connection: Connection, metadata: MetaData, *, school_id: int | None = None, **known: Any) -> Rows:
    """Insert one row into every table, each pointing to the rows made before it. Returns them by table.

    ``school_id`` puts the owned rows into a school that is already there; ``known`` are values for columns of a name.
    """
    there = school_id is not None
    school = {"id": school_id or next(_numbers)}
    made: Rows = {"school": school}
    for table in metadata.sorted_tables:
        if table.name == "school" and there:
            continue
        row = believable_row(table, made) | {name: value for name, value in known.items() if name in table.columns}
        row |= school if table.name == "school" else {}
        connection.execute(insert(table).values(row))
        made[table.name] = row
    return made


def believable_row(table: Table, made: Rows, **given: Any) -> dict[str, Any]:
    """One row that the table accepts, pointing to rows made before."""
    row = {column.name: _value(column, table) for column in table.columns}
    if "school_id" in row and "school" in made:
        row["school_id"] = made["school"]["id"]
    for constraint in table.foreign_key_constraints:
        if (parent := made.get(constraint.referred_table.name)) is not None:
            row.update({element.parent.name: parent[element.column.name] for element in constraint.elements})
    return row | given


def _value(column: Column[Any], table: Table) -> Any:
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint) and (allowed := _allowed_by(str(constraint.sqltext), column.name)) is not None:
            return allowed
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, DateTime):
        return datetime(2026, 9, 3, 19, 42, tzinfo=UTC)
    if isinstance(kind, Date):
        return date(2026, 9, 3)
    if isinstance(kind, Boolean):
        return True
    number = next(_numbers)
    return number if isinstance(kind, Integer) else f"{column.name} {number}"


def _allowed_by(check: str, column: str) -> str | int | None:
    if (found := ONE_OF.match(check)) and found[1] == column:
        return found[2].split(",")[0].strip().strip("'")
    if (found := BETWEEN.match(check)) and found[1] == column:
        return int(found[2])
    return None

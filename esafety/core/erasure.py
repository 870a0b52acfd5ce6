"""Deleting rows with everything that hangs on them, in the order that foreign keys ask for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, exists, not_, or_, select

from esafety.core.base import Base
from esafety.core.tenancy import SchoolSession


def delete_all(db: SchoolSession, model: Any, *where: ColumnElement[bool]) -> None:
    """Delete the rows of a table that fulfil all conditions, after the rows of other tables that point to them.

    For work across schools: the conditions name rows whose time is over, whatever their school.
    """
    _delete(db, model.__table__, and_(*where))


def nothing_points_to(model: Any) -> ColumnElement[bool]:
    """That no row of any table points to a row of this one."""
    table: Table = model.__table__
    pointing = [exists(select(1).where(_points(constraint))) for _child, constraint in _pointing_to(table)]
    return not_(or_(*pointing)) if pointing else and_(True)


def _delete(db: SchoolSession, table: Table, where: ColumnElement[bool]) -> None:
    for child, constraint in _pointing_to(table):
        _delete(db, child, exists(select(1).select_from(table).where(_points(constraint), where)))
    db.execute(delete(table).where(where))


def _pointing_to(table: Table) -> list[tuple[Table, Any]]:
    return [
        (child, constraint)
        for child in Base.metadata.sorted_tables
        if child is not table
        for constraint in child.foreign_key_constraints
        if constraint.referred_table is table
    ]


def _points(constraint: Any) -> ColumnElement[bool]:
    return and_(*(element.parent == element.column for element in constraint.elements))

"""One school at a time: rows carry their school in every key, and a session reads and writes one school only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, TypeVar

from sqlalchemy import (
    BinaryExpression,
    BindParameter,
    ColumnElement,
    CursorResult,
    Executable,
    ForeignKeyConstraint,
    Select,
    Table,
    bindparam,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.orm import LoaderCriteriaOption, Mapped, ORMExecuteState, Session, UOWTransaction, with_loader_criteria
from sqlalchemy.sql.visitors import iterate

from esafety.core.base import Base, Keep, kept, new_id
from esafety.core.errors import Unscoped, WrongSchool

SCHOOL = "school_id"
Row = TypeVar("Row", bound="SchoolOwned")

IN_SCHOOL = "in_school"
IN_ONE_SCHOOL = {"in_one_school": True}
"""Marks the statements of this module that name the school themselves."""


_here: ContextVar[int | None] = ContextVar("school", default=None)


def come_to(school_id: int | None) -> None:
    """Be at this school from here on, for this request; None at none."""
    _here.set(school_id)


def school_here() -> int | None:
    """The school of this request; None for work across schools and before anybody signed in."""
    return _here.get()


class SchoolOwned:
    """Rows of one school. The school is the first part of the key and of every foreign key between owned tables."""

    school_id: Mapped[int] = kept("keeps schools apart", Keep.SCHOOL, primary_key=True, autoincrement=False, sort_order=-2)


class Numbered:
    """Rows that a page can be about: a random identifier beside the school."""

    id: Mapped[int] = kept(
        "names the row, tells nothing", Keep.SCHOOL, primary_key=True, autoincrement=False, default=new_id, sort_order=-1
    )


def within_school(column: str, target: str) -> ForeignKeyConstraint:
    """A foreign key to an owned table that cannot point into another school."""
    return ForeignKeyConstraint(["school_id", column], [f"{target}.school_id", f"{target}.id"])


class SchoolSession(Session):
    """A session that carries one school for its life, or none and the reason why it works across schools."""

    def __init__(self, *arguments: Any, school_id: int | None, across: str | None, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if (school_id is None) == (across is None):
            raise Unscoped("A session names either its school or the reason to work across schools.")
        self.school_id = school_id
        self.across = across


def insert_rows(db: SchoolSession, model: type[Any], rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert many rows at once, stamped with the session's school. Returns how many."""
    owned = issubclass(model, SchoolOwned)
    stamped = [dict(row) for row in rows]
    for row in stamped if owned else ():
        row.setdefault(SCHOOL, db.school_id)
        if row[SCHOOL] is None or db.school_id not in (None, row[SCHOOL]):
            raise WrongSchool(model.__name__)
    if stamped:
        # The mapper's own insert, so that Python-side defaults such as identifiers are applied.
        db.execute(insert(model), stamped, execution_options=IN_ONE_SCHOOL)
    return len(stamped)


def insert_if_absent(db: SchoolSession, model: type[Any], **values: Any) -> bool:
    """Insert one row unless its key is taken. Returns whether it was inserted: a second press changes nothing."""
    connection = db.connection()
    statement = _insert_unless_taken(model.__table__, connection.dialect.name)
    # The count is asked for, or PostgreSQL's driver has forgotten it by the time that it is read.
    done = connection.execute(statement, _stamped(db, model, values), execution_options={"preserve_rowcount": True})
    return bool(done.rowcount == 1)


def insert_or_change(db: SchoolSession, model: type[Any], rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows; where a key is taken, the row that is there gets the new values. All rows name the same columns."""
    stamped = [_stamped(db, model, row) for row in rows]
    if stamped:
        connection = db.connection()
        connection.execute(_insert_or_change(model.__table__, connection.dialect.name, frozenset(stamped[0])), stamped)


def find_row(db: SchoolSession, model: type[Row], row_id: int) -> Row | None:
    """One row of the session's school by its identifier."""
    mapped: Any = model
    key = {IN_SCHOOL: db.school_id, "row": row_id}
    found: Row | None = db.scalars(_by_key(mapped), key, execution_options=IN_ONE_SCHOOL).one_or_none()
    return found


# The statements that every answer of every child runs are built once.


def is_here(model: type[Any]) -> ColumnElement[bool]:
    """The condition by which a statement that is built once keeps to the school it will be run in."""
    in_here: ColumnElement[bool] = model.school_id == bindparam(IN_SCHOOL)
    return in_here


def run(db: SchoolSession, statement: Executable, **values: Any) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement that was built once, with ``is_here``. What waits in the session is not written before.

    Raises Unscoped where the session has no school, or the statement does not keep each of its tables to one.
    """
    if db.school_id is None or _left_open(statement):
        raise Unscoped("A statement that is built once keeps every table to its school; see is_here in esafety.core.tenancy.")
    # The count is asked for, or PostgreSQL's driver has forgotten it by the time that it is read.
    return db.connection().execute(statement, {IN_SCHOOL: db.school_id, **values}, execution_options={"preserve_rowcount": True})


@lru_cache(maxsize=256)
def _left_open(statement: Any) -> frozenset[str]:
    """The tables of a statement, by name, that it does not compare with the school it will be run in."""
    parts: tuple[Any, ...] = tuple(iterate(statement))
    tables = {part.name for part in parts if isinstance(part, Table) and SCHOOL in part.columns}
    return frozenset(tables.difference(part.left.table.name for part in parts if _compares_with_here(part)))


def _compares_with_here(part: Any) -> bool:
    return isinstance(part, BinaryExpression) and isinstance(part.right, BindParameter) and part.right.key == IN_SCHOOL


@cache
def _by_key(model: Any) -> Select[Any]:
    return select(model).where(is_here(model), model.id == bindparam("row"))


@cache
def _insert_unless_taken(table: Any, dialect: str) -> Any:
    return _dialect_insert(table, dialect).on_conflict_do_nothing()


@cache
def _insert_or_change(table: Any, dialect: str, columns: frozenset[str]) -> Any:
    statement = _dialect_insert(table, dialect)
    key = [column.name for column in table.primary_key]
    new = {name: statement.excluded[name] for name in sorted(columns.difference(key))}
    return statement.on_conflict_do_update(index_elements=key, set_=new)


def _dialect_insert(table: Any, dialect: str) -> Any:
    # Only the dialect in use is loaded: the other one would cost every start a twentieth of a second.
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


def _stamped(db: SchoolSession, model: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    if not issubclass(model, SchoolOwned):
        return dict(values)
    if db.school_id is None:
        raise WrongSchool(model.__name__)
    return {**values, SCHOOL: db.school_id}


@event.listens_for(SchoolSession, "do_orm_execute")
def _keep_inside_the_school(state: ORMExecuteState) -> None:
    session = state.session
    assert isinstance(session, SchoolSession)
    if session.across is not None or state.is_column_load or state.is_relationship_load:
        return
    if state.execution_options.get("in_one_school"):
        return
    mapper = state.bind_mapper
    if state.is_insert and mapper is not None and not issubclass(mapper.class_, SchoolOwned):
        return
    if not state.is_orm_statement or state.is_insert:
        raise Unscoped("Only statements on mapped classes can be kept inside one school; see esafety.core.tenancy.")
    assert session.school_id is not None
    state.statement = state.statement.options(_only_of(session.school_id))


@lru_cache(maxsize=1024)
def _only_of(school_id: int) -> LoaderCriteriaOption:
    # Kept for each school, because making it looks through all mapped classes.
    return with_loader_criteria(SchoolOwned, lambda owned: owned.school_id == school_id, include_aliases=True)


@event.listens_for(SchoolSession, "before_flush")
def _stamp_with_the_school(session: SchoolSession, _context: UOWTransaction, _instances: Any) -> None:
    for row in session.new:
        if isinstance(row, SchoolOwned):
            given: int | None = row.school_id
            if given is None and session.school_id is not None:
                row.school_id = session.school_id
            elif given is None or session.school_id not in (None, given):
                raise WrongSchool(type(row).__name__)
    for row in session.dirty:
        if isinstance(row, SchoolOwned) and inspect(row).attrs.school_id.history.has_changes():
            raise WrongSchool(f"{type(row).__name__} cannot move to another school.")


def owned_models() -> tuple[type[Any], ...]:
    """All mapped classes whose rows belong to a school."""
    return tuple(mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, SchoolOwned))

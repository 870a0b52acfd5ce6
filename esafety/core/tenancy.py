"""One school at a time: rows carry their school in every key, and a session reads and writes one school only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ForeignKeyConstraint, event, insert, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from esafety.core.base import Base, Keep, kept, new_id
from esafety.core.errors import Unscoped, WrongSchool

SCHOOL = "school_id"
ACROSS = "across_schools"


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
        db.execute(insert(model), stamped, execution_options={"stamped": True})
    return len(stamped)


def insert_if_absent(db: SchoolSession, model: type[Any], **values: Any) -> bool:
    """Insert one row unless its key is taken. Returns whether it was inserted: a second press changes nothing."""
    if issubclass(model, SchoolOwned):
        if db.school_id is None:
            raise WrongSchool(model.__name__)
        values[SCHOOL] = db.school_id
    connection = db.connection()
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    inserted = connection.execute(dialect.insert(model.__table__).on_conflict_do_nothing(), values)
    return bool(inserted.rowcount)


@event.listens_for(SchoolSession, "do_orm_execute")
def _keep_inside_the_school(state: ORMExecuteState) -> None:
    session = state.session
    assert isinstance(session, SchoolSession)
    if session.across is not None or state.is_column_load or state.is_relationship_load:
        return
    if state.execution_options.get("stamped"):
        return
    if not state.is_orm_statement or state.is_insert:
        raise Unscoped("Only statements on mapped classes can be kept inside one school; see esafety.core.tenancy.")
    school_id = session.school_id
    state.statement = state.statement.options(
        with_loader_criteria(SchoolOwned, lambda owned: owned.school_id == school_id, include_aliases=True)
    )


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

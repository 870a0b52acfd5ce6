"""The tables keep schools apart by themselves and say why each column is there."""

from __future__ import annotations

import pytest
from sqlalchemy import ForeignKeyConstraint, Table, UniqueConstraint

from esafety import models
from esafety.core.base import Keep
from esafety.core.tenancy import SCHOOL, SchoolOwned, owned_models
from tests.architecture.source import told

TABLES = tuple(models.Base.metadata.sorted_tables)
OWNED = frozenset(model.__table__ for model in owned_models())
GLOBALLY_UNIQUE = {
    ("invitation", ("code_hash",)): "a letter's code is typed before the school is known",
}


def test_every_owned_tables_key_begins_with_the_school() -> None:
    problems = [t.name for t in OWNED if next(iter(t.primary_key.columns)).name != SCHOOL]
    assert not problems, told(problems, "The school is the first part of the primary key:")


def test_what_is_unique_is_unique_within_a_school() -> None:
    problems = [
        f"{table.name}: unique {columns}"
        for table in OWNED
        for columns in _unique(table)
        if columns[0] != SCHOOL and (table.name, columns) not in GLOBALLY_UNIQUE
    ]
    assert not problems, told(problems, "Two schools may have the same; begin the constraint with school_id:")


def test_no_row_can_point_into_another_school() -> None:
    problems = [
        f"{table.name}{tuple(key.column_keys)} -> {key.referred_table.name}"
        for table in OWNED
        for key in table.foreign_key_constraints
        if key.referred_table in OWNED and not _carries_the_school(key)
    ]
    assert not problems, told(problems, "Use core.tenancy.within_school, so that the database itself refuses:")


def test_whatever_has_a_school_is_owned_or_says_why_not() -> None:
    shared = {"web_session", "job"}  # looked at before a school is known, and by workers of all schools
    problems = [table.name for table in TABLES if SCHOOL in table.columns and table not in OWNED and table.name not in shared]
    assert not problems, told(problems, "Derive the model from SchoolOwned:")


def test_a_shared_table_does_not_point_into_a_school() -> None:
    problems = [
        f"{table.name} -> {key.referred_table.name}"
        for table in TABLES
        if table not in OWNED
        for key in table.foreign_key_constraints
        if key.referred_table in OWNED
    ]
    assert not problems, told(problems, "A row of all schools cannot belong to a row of one:")


def test_every_foreign_key_of_owned_rows_is_declared() -> None:
    """A column that is named after an owned table's row is a foreign key to it, unless nothing may hang on it."""
    loose = {
        ("chain_entry", "subject_id"),  # the person can be erased and the chain still stands
        ("web_session", "pupil_id"),  # shared: the cookie is read before the school is known
        ("web_session", "opening_id"),
        ("concern", "account_id"),  # a concern outlives the account of who raised it
    }
    named = {f"{word}_id": word for word in ("pupil", "guardian", "membership", "opening", "attempt", "signature")}
    problems = [
        f"{table.name}.{column.name}"
        for table in TABLES
        for column in table.columns
        if column.name in named and not column.foreign_keys and (table.name, column.name) not in loose
    ]
    assert not problems, told(problems, "Say what it points to:")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_why_and_how_long(table: Table) -> None:
    problems = [
        f"{table.name}.{column.name}"
        for column in table.columns
        if not str(column.info.get("purpose", "")).strip() or not isinstance(column.info.get("keep"), Keep)
    ]
    assert not problems, told(problems, "Declare the column with core.base.kept(purpose, Keep.X):")


def test_nothing_is_stored_that_the_school_promised_not_to_store() -> None:
    never = (
        "date_of_birth",
        "birthday",
        "gender",
        "ethnicity",
        "religion",
        "photo",
        "address",
        "postcode",
        "surname",
        "phone",
        "ip",
    )
    problems = [f"{table.name}.{column.name}" for table in TABLES for column in table.columns if column.name in never]
    assert not problems, told(problems, "The privacy notice says that this is not collected:")


def test_relationships_stay_within_a_room() -> None:
    problems = [
        f"{mapper.class_.__name__}.{one.key} -> {one.mapper.class_.__name__}"
        for mapper in models.Base.registry.mappers
        for one in mapper.relationships
        if _room(mapper.class_) != _room(one.mapper.class_)
    ]
    assert not problems, told(problems, "Between rooms there are foreign keys and queries, no relationships:")


def test_every_model_says_what_its_rows_are() -> None:
    problems = [mapper.class_.__name__ for mapper in models.Base.registry.mappers if not (mapper.class_.__doc__ or "").strip()]
    assert not problems, told(problems, "One sentence in the school's words:")


def test_owned_means_derived_from_the_schools_own() -> None:
    assert all(issubclass(model, SchoolOwned) for model in owned_models())
    assert len(OWNED) > 20


def _unique(table: Table) -> list[tuple[str, ...]]:
    constraints = [tuple(c.name for c in one.columns) for one in table.constraints if isinstance(one, UniqueConstraint)]
    return constraints + [tuple(c.name for c in index.columns) for index in table.indexes if index.unique]


def _carries_the_school(key: ForeignKeyConstraint) -> bool:
    first = key.elements[0]
    return first.parent.name == SCHOOL and first.column.name == SCHOOL


def _room(model: type) -> str:
    return model.__module__.split(".")[1]

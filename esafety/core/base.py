"""The base of all tables: each column says why it is kept and for how long."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Boolean, Date, DateTime, MetaData, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(table_name)s__%(column_0_N_name)s",
    "uq": "uq_%(table_name)s__%(column_0_N_name)s",
    "ck": "ck_%(table_name)s__%(constraint_name)s",
    "fk": "fk_%(table_name)s__%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Keep(StrEnum):
    """How long a column's value is kept. The privacy notice and the deletion job read it from here."""

    INSTALLATION = "as long as the installation stands"
    CONTENT = "as long as somebody's answers or signatures refer to it"
    ON_ROLL = "while the pupil is on roll, and 30 days"
    NEXT_YEAR = "to the end of the next school year, then only class totals"
    LINK = "while the adult is linked to a pupil, and one year"
    EVIDENCE = "while the pupil is on roll, and one year"
    EMPLOYED = "while employed, and 30 days"
    SECURITY = "one year"
    SHORT = "90 days"
    ONE_DAY = "until both have answered, and never longer than a day"
    SESSION = "until the session ends, and 30 days"
    CASE = "until exported to the school's own safeguarding record, and 30 days"
    SCHOOL = "as long as the school uses the application"


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. Times without a zone are refused, because nobody can tell what they mean."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A stored moment needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {int: BigInteger, datetime: UtcDateTime, date: Date, str: Text, bool: Boolean}


def new_id() -> int:
    """A random identifier of 62 bits: nobody can count rows or guess the next one from an address."""
    return secrets.randbits(62) | 1


def kept(purpose: str, keep: Keep, *arguments: Any, **options: Any) -> MappedColumn[Any]:
    """A column that declares why it is stored and for how long."""
    return mapped_column(*arguments, info={"purpose": purpose, "keep": keep}, **options)

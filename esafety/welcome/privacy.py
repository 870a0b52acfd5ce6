"""The notice of what is stored, read from the tables themselves, so that it cannot be out of date."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import MetaData

from esafety.core.base import Base


@dataclass(frozen=True, slots=True)
class KeptColumn:
    """One stored value: why it is kept and for how long."""

    name: str
    purpose: str
    keep: str


@dataclass(frozen=True, slots=True)
class KeptTable:
    """One table and what it stores."""

    name: str
    about: str
    columns: tuple[KeptColumn, ...]


def kept_data(metadata: MetaData = Base.metadata) -> tuple[KeptTable, ...]:
    """Every table of the application with its purpose and the retention of each column."""
    models = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    return tuple(
        KeptTable(
            name=table.name,
            about=(models[table].__doc__ or "").strip().splitlines()[0],
            columns=tuple(KeptColumn(column.name, column.info["purpose"], str(column.info["keep"])) for column in table.columns),
        )
        for table in metadata.sorted_tables
    )

"""Two schools with a class and two pupils each, for everything that must keep them apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from esafety.core import clock
from esafety.core.db import Database
from esafety.people.models import Pupil, School, SchoolClass

FIRST_DAY = date(2025, 9, 1)


@dataclass(frozen=True)
class Two:
    """A database with two schools in which everything has the same name."""

    database: Database
    ours: int
    theirs: int
    our_pupils: tuple[int, ...]
    their_pupils: tuple[int, ...]


@pytest.fixture
def two_schools(database: Database) -> Two:
    with database.across_schools("a test enters two schools") as db:
        both = [School(key=key, name="Harbour Primary", created_at=clock.now()) for key in ("ours", "theirs")]
        db.add_all(both)
    pupils = [_fill(database, school.id) for school in both]
    return Two(database, both[0].id, both[1].id, pupils[0], pupils[1])


def _fill(database: Database, school_id: int) -> tuple[int, ...]:
    with database.transaction(school_id=school_id) as db:
        oak = SchoolClass(name="3 Oak", year_group=3, school_year=2026)
        db.add(oak)
        db.flush()
        pupils = [
            Pupil(first_name=name, animal="fox", year_group=3, class_id=oak.id, joined_on=FIRST_DAY) for name in ("Ann", "Tom")
        ]
        db.add_all(pupils)
        db.flush()
        return tuple(pupil.id for pupil in pupils)

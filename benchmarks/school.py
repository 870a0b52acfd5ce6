"""The school that answers and sign-ins are measured in: one class of thirty with pictures, a lesson set, and openings."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from esafety.core import clock
from esafety.core.base import new_id
from esafety.core.clock import school_day, school_year
from esafety.core.db import Database
from esafety.core.migration import upgrade
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.curriculum.load import load_directory
from esafety.curriculum.shelf import Shelf, put_up
from esafety.learning.models import Assignment
from esafety.people.class_sign_in import CODE_LENGTH
from esafety.people.codes import new_code
from esafety.people.models import ClassOpening, Pupil, School, SchoolClass
from esafety.people.pupil_secrets import kind_for, random_pictures, set_pictures
from esafety.places import content_directory
from esafety.settings import Settings
from esafety.web.pictures import ANIMALS

YEAR_GROUP = 4
LESSON = "age-limits/lks2"


@dataclass(frozen=True, slots=True)
class Child:
    """A pupil and the pictures that let them in."""

    id: int
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BenchSchool:
    """What was made."""

    id: int
    class_id: int
    children: tuple[Child, ...]


def settings_for(database_url: str, folder: Path) -> Settings:
    """Settings as an installation would have them, with secrets of its own."""
    return Settings.from_environment({"ESAFETY_DATA": str(folder / "data"), "ESAFETY_DATABASE_URL": database_url})


def found(database: Database, settings: Settings, *, children: int) -> BenchSchool:
    """Make tables, content and the school."""
    upgrade(database)
    now = clock.now()
    with database.across_schools("the bench makes its school") as db:
        load_directory(db, content_directory(), now)
        school = School(key="bench", name="Harbour Primary School", created_at=now, contact="the school office")
        db.add(school)
        db.flush()
        school_id = school.id
    put_up(Shelf(database))
    with database.transaction(school_id=school_id) as db:
        today = school_day(now)
        class_id = new_id()
        insert_rows(
            db, SchoolClass, [{"id": class_id, "name": "Otters", "year_group": YEAR_GROUP, "school_year": school_year(today)}]
        )
        db.add(Assignment(class_id=class_id, lesson_key=LESSON, opens_on=today - timedelta(days=1), set_at=now))
        made = tuple(_child(db, settings, class_id, place) for place in range(children))
    return BenchSchool(school_id, class_id, made)


def open_class(database: Database, school: BenchSchool) -> str:
    """Open the class as its teacher does; returns the code on the board."""
    now, code = clock.now(), new_code(CODE_LENGTH)
    with database.transaction(school_id=school.id) as db:
        db.add(ClassOpening(class_id=school.class_id, code=code, opened_at=now, closes_at=now + timedelta(hours=2)))
    return code


def _child(db: SchoolSession, settings: Settings, class_id: int, place: int) -> Child:
    pupil = Pupil(
        first_name=f"Pupil {place + 1}",
        animal=ANIMALS[place % len(ANIMALS)][0],
        year_group=YEAR_GROUP,
        class_id=class_id,
        joined_on=school_day(clock.now()) - timedelta(days=30),
    )
    db.add(pupil)
    pictures = random_pictures(kind_for(YEAR_GROUP))
    db.flush()
    set_pictures(db, pupil, pictures, settings)
    return Child(pupil.id, pictures)

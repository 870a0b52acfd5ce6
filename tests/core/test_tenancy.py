"""A session sees and changes one school only, whatever the statement; what cannot be scoped is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Executable, delete, exists, func, insert, literal, select, text, union_all, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from esafety.core import clock
from esafety.core.errors import Unscoped, WrongSchool
from esafety.core.tenancy import SchoolSession, find_row, insert_if_absent, insert_rows, is_here, run
from esafety.learning.models import Badge
from esafety.people.models import Pupil, School, SchoolClass
from tests.core.conftest import FIRST_DAY, Two

pytestmark = pytest.mark.both_databases
NOW = clock.now()
other = aliased(Pupil)
a_class = aliased(SchoolClass)

READS: dict[str, Callable[[SchoolSession], list[object]]] = {
    "rows": lambda db: [pupil.id for pupil in db.scalars(select(Pupil))],
    "columns only": lambda db: list(db.scalars(select(Pupil.id))),
    "an alias": lambda db: list(db.scalars(select(other.id))),
    "a join": lambda db: list(db.scalars(select(Pupil.id).join(SchoolClass, SchoolClass.id == Pupil.class_id))),
    "a join by name": lambda db: list(db.scalars(select(Pupil.id).distinct().join(a_class, a_class.name == "3 Oak"))),
    "a self join": lambda db: list(db.scalars(select(other.id).join(Pupil, Pupil.first_name == other.first_name))),
    "an outer join": lambda db: list(db.scalars(select(Pupil.id).select_from(SchoolClass).outerjoin(Pupil, literal(True)))),
    "a subquery": lambda db: list(db.scalars(select(select(Pupil.id).subquery().c.id))),
    "a common table": lambda db: list(db.scalars(select(select(Pupil.id).cte().c.id))),
    "an in": lambda db: list(db.scalars(select(Pupil.id).where(Pupil.id.in_(select(other.id))))),
    "an exists": lambda db: list(db.scalars(select(Pupil.id).where(exists().where(other.first_name == Pupil.first_name)))),
    "a union": lambda db: list(db.scalars(union_all(select(Pupil.id), select(Pupil.id).where(literal(False))))),
    "from a shared table": lambda db: list(
        db.scalars(select(Pupil.id).distinct().select_from(School).join(Pupil, literal(True)))
    ),
    "an old query": lambda db: [pupil.id for pupil in db.query(Pupil)],
}


def test_every_kind_of_reading_sees_one_school(two_schools: Two) -> None:
    """Twice, because statements are kept compiled: the second school must not get the first one's."""
    for school_id, pupils in ((two_schools.ours, two_schools.our_pupils), (two_schools.theirs, two_schools.their_pupils)):
        with two_schools.database.reading(school_id=school_id) as db:
            seen = {kind: sorted(map(str, read(db))) for kind, read in READS.items()}
        assert seen == dict.fromkeys(READS, sorted(map(str, pupils)))


def test_counting_counts_one_school(two_schools: Two) -> None:
    with two_schools.database.reading(school_id=two_schools.ours) as db:
        assert db.scalar(select(func.count()).select_from(Pupil)) == 2
        assert db.scalar(select(func.count(Pupil.id))) == 2
        assert db.scalar(select(select(func.count(Pupil.id)).scalar_subquery())) == 2
        theirs = exists().where(Pupil.id == two_schools.their_pupils[0])
        assert not db.scalars(select(SchoolClass.id).where(theirs)).all()


def test_getting_a_row_of_another_school_finds_nothing(two_schools: Two) -> None:
    foreign = two_schools.their_pupils[0]
    with two_schools.database.reading(school_id=two_schools.ours) as db:
        assert db.get(Pupil, (two_schools.ours, foreign)) is None
        assert db.get(Pupil, (two_schools.theirs, foreign)) is None
        assert find_row(db, Pupil, foreign) is None
        assert find_row(db, Pupil, two_schools.our_pupils[0]) is not None


def test_what_is_added_belongs_to_the_sessions_school(two_schools: Two) -> None:
    with two_schools.database.transaction(school_id=two_schools.ours) as db:
        added = SchoolClass(name="4 Ash", year_group=4, school_year=2026)
        db.add(added)
        db.flush()
        assert added.school_id == two_schools.ours
        insert_rows(db, SchoolClass, [{"name": "5 Elm", "year_group": 5, "school_year": 2026}])
        assert insert_if_absent(db, Badge, pupil_id=two_schools.our_pupils[0], lesson_key="l", earned_at=NOW)
    with two_schools.database.reading(school_id=two_schools.theirs) as db:
        assert set(db.scalars(select(SchoolClass.name))) == {"3 Oak"}
        assert not db.scalars(select(Badge)).all()


def test_a_row_of_another_school_cannot_be_added(two_schools: Two) -> None:
    row = {"school_id": two_schools.theirs, "name": "4 Ash", "year_group": 4, "school_year": 2026}
    with two_schools.database.unit(write=True) as unit:
        db = unit.inside(two_schools.ours)
        with pytest.raises(WrongSchool):
            insert_rows(db, SchoolClass, [row])
        db.add(SchoolClass(**row))
        with pytest.raises(WrongSchool):
            db.flush()


def test_a_row_cannot_move_to_another_school(two_schools: Two) -> None:
    with two_schools.database.unit(write=True) as unit:
        db = unit.inside(two_schools.ours)
        db.scalars(select(Pupil)).first().school_id = two_schools.theirs  # type: ignore[union-attr]
        with pytest.raises(WrongSchool):
            db.flush()


def test_inserting_if_absent_ignores_a_foreign_school(two_schools: Two) -> None:
    """Whatever school is named, the row is the session's; and the database refuses a pupil of another school."""
    with two_schools.database.unit(write=True) as unit:
        db = unit.inside(two_schools.ours)
        with pytest.raises(IntegrityError):
            insert_if_absent(
                db,
                Badge,
                school_id=two_schools.theirs,
                pupil_id=two_schools.their_pupils[0],
                lesson_key="l",
                earned_at=NOW,
            )


def test_inserting_if_absent_inserts_once(two_schools: Two) -> None:
    with two_schools.database.transaction(school_id=two_schools.ours) as db:
        done = [insert_if_absent(db, Badge, pupil_id=two_schools.our_pupils[0], lesson_key="l", earned_at=NOW) for _ in range(3)]
    assert done == [True, False, False]


def test_the_database_itself_refuses_a_row_that_points_into_another_school(two_schools: Two) -> None:
    with two_schools.database.unit(write=True) as unit:
        db = unit.across("a test tries to write past the session")
        theirs = db.scalars(select(Pupil).where(Pupil.school_id == two_schools.theirs)).first()
        assert theirs is not None
        db.add(
            Pupil(
                school_id=two_schools.ours,
                first_name="Eve",
                animal="fox",
                year_group=3,
                class_id=theirs.class_id,
                joined_on=FIRST_DAY,
            )
        )
        with pytest.raises(IntegrityError):
            db.flush()


def test_changing_many_changes_one_school(two_schools: Two) -> None:
    with two_schools.database.transaction(school_id=two_schools.ours) as db:
        db.execute(update(Pupil).values(animal="owl"))
        db.execute(update(Pupil).where(Pupil.id == two_schools.their_pupils[0]).values(animal="bee"))
        db.execute(delete(Pupil).where(Pupil.first_name == "Tom"))
    with two_schools.database.reading(across="a test looks at both schools") as db:
        left = [(row.school_id, row.first_name, row.animal) for row in db.scalars(select(Pupil))]
    assert sorted(left) == sorted(
        [(two_schools.ours, "Ann", "owl"), (two_schools.theirs, "Ann", "fox"), (two_schools.theirs, "Tom", "fox")]
    )


PAST_THE_MAPPER: dict[str, Callable[[Two], object]] = {
    "raw text": lambda two: text("SELECT * FROM pupil"),
    "a table": lambda two: select(Pupil.__table__),
    "a table's columns": lambda two: select(Pupil.__table__.c.id),
    "a table to change": lambda two: update(Pupil.__table__).values(animal="owl"),  # type: ignore[arg-type]
    "a table to empty": lambda two: delete(Pupil.__table__),  # type: ignore[arg-type]
    "a mapped insert": lambda two: insert(SchoolClass).values(school_id=two.theirs, name="x", year_group=1, school_year=1),
    "a table's insert": lambda two: insert(SchoolClass.__table__).values(school_id=two.theirs, name="x"),  # type: ignore[arg-type]
    "an existence alone": lambda two: select(exists().where(Pupil.id == two.their_pupils[0])),
    "text from another": lambda two: select(text("first_name")).select_from(text("pupil")),
}


def test_what_cannot_be_scoped_is_refused(two_schools: Two) -> None:
    with two_schools.database.unit(write=True) as unit:
        db = unit.inside(two_schools.ours)
        for kind, statement in PAST_THE_MAPPER.items():
            with pytest.raises(Unscoped):
                db.execute(statement(two_schools))  # type: ignore[call-overload]
                pytest.fail(f"{kind} was carried out")


ALL_PUPILS = select(Pupil.id).where(is_here(Pupil))
FORGETFUL: dict[str, Executable] = {
    "no table": select(Pupil.id),
    "one table of two": select(Pupil.id).join(SchoolClass, SchoolClass.id == Pupil.class_id).where(is_here(Pupil)),
    "a subquery": select(Pupil.id).where(is_here(Pupil), Pupil.class_id.in_(select(SchoolClass.id))),
    "half of a union": union_all(ALL_PUPILS, select(SchoolClass.id)),
    "a change": update(Pupil).values(initial="X"),
    "a deletion": delete(Badge),
}


def test_a_statement_that_was_built_once_is_run_in_the_school_of_its_session(two_schools: Two) -> None:
    for school_id, pupils in ((two_schools.ours, two_schools.our_pupils), (two_schools.theirs, two_schools.their_pupils)):
        with two_schools.database.reading(school_id=school_id) as db:
            assert sorted(row.id for row in run(db, ALL_PUPILS)) == sorted(pupils)


@pytest.mark.parametrize("which", FORGETFUL)
def test_a_statement_that_keeps_a_table_open_to_all_schools_is_not_run(two_schools: Two, which: str) -> None:
    with two_schools.database.reading(school_id=two_schools.ours) as db, pytest.raises(Unscoped):
        run(db, FORGETFUL[which])


def test_a_statement_that_was_built_once_is_not_run_across_schools(two_schools: Two) -> None:
    with two_schools.database.reading(across="a test") as db, pytest.raises(Unscoped):
        run(db, ALL_PUPILS)


def test_a_session_names_its_school_or_its_reason(two_schools: Two) -> None:
    for school_id, across in ((None, None), (two_schools.ours, "a reason, too")):
        with pytest.raises(Unscoped):
            SchoolSession(school_id=school_id, across=across)


def test_work_across_schools_must_say_whose_row_it_adds(two_schools: Two) -> None:
    with two_schools.database.unit(write=True) as unit:
        db = unit.across("a test forgets to name the school")
        db.add(SchoolClass(name="x", year_group=1, school_year=2026))
        with pytest.raises(WrongSchool):
            db.flush()
        with pytest.raises(WrongSchool):
            insert_rows(db, SchoolClass, [{"name": "x", "year_group": 1, "school_year": 2026}])
        with pytest.raises(WrongSchool):
            insert_if_absent(db, Badge, pupil_id=1, lesson_key="l", earned_at=NOW)

"""What is let go of after somebody left: the calendar keeps what the privacy notice promises."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, Table, func, insert, select

from esafety import models
from esafety.agreements import chain
from esafety.core import clock
from esafety.core.base import Keep
from esafety.core.db import Database
from esafety.core.housekeeping import let_go
from esafety.people import roster
from esafety.people.models import Account, Guardian, GuardianLink, Membership, Pupil
from tests.agreements.evening import Evening
from tests.core.rows import Rows, believable_row, row_in_every_table
from tests.harness.people import Enter, Make

pytestmark = pytest.mark.both_databases
METADATA = models.Base.metadata
NOT_ABOUT_LEAVING = {"audit_entry", "web_session", "job", "guess_round"}
"""Whose time runs by itself, or in which housekeeping writes."""


def _today() -> date:
    return clock.school_day(clock.now())


def _a_child_who_left(database: Database, *, days_ago: int) -> Rows:
    with database.engine.begin() as connection:
        last_day, year = _today() - timedelta(days=days_ago), clock.school_year(_today())
        return row_in_every_table(connection, METADATA, left_on=last_day, from_on=_today(), school_year=year)


def _housekeeping(app: Flask, database: Database, *, times: int = 1, now: datetime | None = None) -> None:
    for _day in range(times):
        let_go(database, app.extensions["housekeeping"], now=now or clock.now())


def _left(database: Database) -> dict[str, int]:
    with database.engine.connect() as connection:
        tables: list[Table] = METADATA.sorted_tables
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in tables}


def _hang_on_a_pupil(*keeps: Keep) -> set[str]:
    """The tables that point to a pupil and keep their rows for so long."""
    return {
        table.name
        for table in METADATA.sorted_tables
        if any(constraint.referred_table.name == "pupil" for constraint in table.foreign_key_constraints)
        if {column.info["keep"] for column in table.columns if column.name != "school_id" and "keep" in column.info}
        <= {*keeps, Keep.SCHOOL}
    }


@pytest.fixture
def database(app: Flask) -> Database:
    found: Database = app.extensions["database"]
    return found


def test_until_thirty_days_everything_stays(app: Flask, database: Database) -> None:
    _a_child_who_left(database, days_ago=29)
    before = _left(database)
    _housekeeping(app, database)
    after = _left(database)
    for table in ("pupil", "attempt", "answer", "badge", "standing", "signature", "guardian_link"):
        assert after[table] == before[table] == 1, table


def test_after_thirty_days_what_the_child_learned_and_was_called_is_gone(app: Flask, database: Database) -> None:
    _a_child_who_left(database, days_ago=31)
    _housekeeping(app, database)
    left = _left(database)
    of_the_child = _hang_on_a_pupil(Keep.ON_ROLL, Keep.NEXT_YEAR, Keep.SHORT)
    assert {"attempt", "badge", "standing", "held_misconception", "seat", "pupil_agreement"} <= of_the_child
    assert {table: left[table] for table in of_the_child} == dict.fromkeys(of_the_child, 0)
    assert (left["answer"], left["pupil"], left["signature"], left["guardian_link"]) == (0, 1, 1, 1)
    with database.engine.connect() as connection:
        row: Any = connection.execute(select(Pupil.__table__)).one()
    assert (row.first_name, row.initial, row.animal, row.match_key, row.class_id) == ("", "", "", None, None)
    assert (row.card_hash, row.card_code_hash, row.picture_secret) == (None, None, None)


def test_after_a_year_nothing_of_the_child_is_left_but_an_unfinished_worry(app: Flask, database: Database) -> None:
    _a_child_who_left(database, days_ago=366)
    _housekeeping(app, database, times=2)
    left = _left(database)
    for table in ("signature", "withdrawal", "paper_check", "guardian_link", "invitation", "message", "attempt", "badge"):
        assert left[table] == 0, table
    assert (left["concern"], left["pupil"]) == (1, 1)


def test_a_child_without_an_open_worry_is_gone_wholly(app: Flask, database: Database, make: Make) -> None:
    pupil = make.pupil("Ann")
    with database.transaction(school_id=pupil.school_id) as db:
        there = db.get_one(Pupil, (pupil.school_id, pupil.id))
        roster.mark_leaver(db, there, today=_today() - timedelta(days=400), now=clock.now())
    _housekeeping(app, database)
    assert _left(database)["pupil"] == 0


def test_the_chain_of_evidence_holds_after_the_person_is_gone(app: Flask, make: Make, enter: Enter) -> None:
    evening = Evening.begin(make)
    mary = evening.family()
    evening.sign(enter.as_guardian(mary), mary)
    with evening.database.transaction(school_id=evening.school.id) as db:
        child = db.get_one(Pupil, (evening.school.id, mary.links[0].pupil_id))
        roster.mark_leaver(db, child, today=evening.today - timedelta(days=400), now=clock.now())
    _housekeeping(app, evening.database)
    assert _left(evening.database)["signature"] == 0
    with evening.database.reading(school_id=evening.school.id) as db:
        assert chain.verify(db) == ()


def test_answers_go_when_the_school_year_after_is_over(app: Flask, database: Database) -> None:
    with database.engine.begin() as connection:
        row_in_every_table(connection, METADATA, left_on=None, until_on=None, school_year=clock.school_year(_today()))
    _housekeeping(app, database, now=clock.now() + timedelta(days=366))
    assert _left(database)["attempt"] == 1
    _housekeeping(app, database, now=clock.now() + timedelta(days=731))
    left = _left(database)
    assert (left["attempt"], left["answer"], left["assignment"], left["pupil"]) == (0, 0, 0, 1)


def test_an_adult_without_a_child_goes_after_a_year_with_the_sign_in(app: Flask, database: Database, make: Make) -> None:
    adult = make.guardian_of(make.pupil("Ann"))
    make.guardian_of(make.pupil("Ben"), name="Ola Stays")
    with database.transaction(school_id=adult.school.id) as db:
        child = db.get_one(Pupil, (adult.school.id, adult.links[0].pupil_id))
        roster.mark_leaver(db, child, today=_today() - timedelta(days=400), now=clock.now())
    _housekeeping(app, database, times=2, now=clock.now() + timedelta(days=1))
    with database.reading(across="a test looks at all adults") as db:
        assert len(db.scalars(select(Guardian)).all()) == 2, "a year has not passed since they were entered"
    _housekeeping(app, database, times=3, now=clock.now() + timedelta(days=370))
    with database.reading(across="a test looks at all adults") as db:
        assert db.scalars(select(Guardian.name)).all() == ["Ola Stays"]
        assert len(db.scalars(select(Account)).all()) == 1


def test_staff_who_left_cannot_sign_in_after_thirty_days_and_the_others_can(app: Flask, database: Database, make: Make) -> None:
    sam, alex = make.staff("teacher", name="Sam Gone"), make.staff("teacher", name="Alex Here")
    with database.transaction(school_id=sam.school.id) as db:
        db.get_one(Membership, (sam.school.id, sam.membership_id)).until_on = _today() - timedelta(days=31)
    _housekeeping(app, database)
    with database.reading(across="a test looks at all accounts") as db:
        left, here = db.get_one(Account, sam.account.id), db.get_one(Account, alex.account.id)
    assert (left.password_hash, left.totp_secret, left.sign_in_name) == ("", None, f"left.{sam.account.id}")
    assert left.closed_at is not None
    assert (here.sign_in_name, here.closed_at) == (alex.sign_in_name, None)


@pytest.mark.parametrize("days_ago", [31, 400])
def test_another_schools_rows_of_the_same_numbers_stay(app: Flask, database: Database, days_ago: int) -> None:
    leaver = _a_child_who_left(database, days_ago=days_ago)
    with database.engine.begin() as connection:
        school_id = _same_numbers_elsewhere(connection, leaver)
    before = _of_school(database, school_id)
    _housekeeping(app, database, times=2)
    assert _of_school(database, school_id) == before


def _same_numbers_elsewhere(connection: Connection, there: Rows) -> int:
    """Rows of another school with the numbers of these, about a child who is still on roll."""
    made = {name: row for name, row in there.items() if "school_id" not in row}
    made["school"] = believable_row(METADATA.tables["school"], made)
    connection.execute(insert(METADATA.tables["school"]).values(made["school"]))
    known = {"left_on": None, "until_on": None, "from_on": _today(), "school_year": clock.school_year(_today())}
    for table in METADATA.sorted_tables:
        if "school_id" not in table.columns or table.name in NOT_ABOUT_LEAVING:
            continue
        row = believable_row(table, made) | {name: value for name, value in known.items() if name in table.columns}
        row |= {"id": there[table.name]["id"]} if "id" in row else {}
        connection.execute(insert(table).values(row))
        made[table.name] = row
    number: int = made["school"]["id"]
    return number


def _of_school(database: Database, school_id: int) -> dict[str, Any]:
    owned = [table for table in METADATA.sorted_tables if "school_id" in table.columns and table.name not in NOT_ABOUT_LEAVING]
    with database.engine.connect() as connection:
        return {table.name: connection.execute(select(table).where(table.c.school_id == school_id)).all() for table in owned}


def test_a_link_that_ended_long_ago_goes_and_a_bar_stays(app: Flask, database: Database, make: Make) -> None:
    ann = make.pupil("Ann")
    old, barred = make.guardian_of(ann, name="Old Link"), make.guardian_of(ann, name="Barred Link")
    with database.transaction(school_id=ann.school_id) as db:
        for adult in (old, barred):
            db.get_one(GuardianLink, (ann.school_id, adult.links[0].id)).until_on = _today() - timedelta(days=367)
        db.get_one(GuardianLink, (ann.school_id, barred.links[0].id)).restriction = "barred"
    _housekeeping(app, database)
    with database.reading(school_id=ann.school_id) as db:
        assert [link.guardian_id for link in db.scalars(select(GuardianLink))] == [barred.links[0].guardian_id]


def test_a_link_that_the_office_ended_on_the_day_of_leaving_stays_ended(make: Make, enter: Enter) -> None:
    ann = make.pupil("Ann")
    ended, stays = make.guardian_of(ann, name="Ended Link"), make.guardian_of(ann, name="Other Link")
    office = enter.as_staff(make.staff("office"))
    office.open(f"/office/links/{ended.links[0].id}/end").press("End the link now")
    with make.database.transaction(school_id=ann.school_id) as db:
        child = db.get_one(Pupil, (ann.school_id, ann.id))
        roster.mark_leaver(db, child, today=_today(), now=clock.now())
        roster.come_back(db, child)
    with make.database.reading(school_id=ann.school_id) as db:
        links = {link.guardian_id: link.until_on for link in db.scalars(select(GuardianLink))}
    assert links[ended.links[0].guardian_id] is not None
    assert links[stays.links[0].guardian_id] is None

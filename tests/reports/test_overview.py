"""The lead's first page: right numbers, few statements, one school."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event, select

from esafety.agreements.models import Signature
from esafety.core import clock
from esafety.core.db import Database
from esafety.learning.models import Attempt, Standing
from esafety.people.models import Guardian, Pupil
from esafety.reports.queries import overview
from esafety.reports.queries.learning import WEEK
from tests.harness.crowd import Crowd, enter, fill
from tests.harness.visitor import Visitor


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent while this is open."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "ROLLBACK", "COMMIT")):
            sent.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield sent
    event.remove(database.engine, "before_cursor_execute", note)


@pytest.mark.both_databases
def test_the_number_of_statements_does_not_grow_with_the_school(database: Database) -> None:
    now, numbers = clock.now(), []
    for key, pupils in (("one", 28), ("two", 168)):
        crowd = fill(database, pupils=pupils, now=now, key=key)
        with database.reading(school_id=crowd.school_id) as db, counted(database) as sent:
            rows = overview.ask(db, now=now)
        assert sum(one.pupils for one in rows.classes) == pupils
        numbers.append(len(sent))
    assert numbers[0] == numbers[1] <= 12, numbers


def test_the_page_asks_no_more_than_its_rows_need(living: Flask, as_: Callable[[str], Visitor]) -> None:
    lead = as_("lead")
    lead.open("/lead")
    with counted(living.extensions["database"]) as sent:
        lead.open("/lead")
    assert len(sent) <= 19, "\n".join(sent)


@pytest.mark.both_databases
def test_the_numbers_are_those_of_counting_one_by_one(database: Database) -> None:
    now = clock.now()
    crowd = fill(database, pupils=84, now=now)
    with database.reading(school_id=crowd.school_id) as db:
        rows = overview.ask(db, now=now)
        pupils = db.scalars(select(Pupil)).all()
        standings = db.scalars(select(Standing)).all()
        signed = {one.pupil_id for one in db.scalars(select(Signature)) if one.answer == "signed"}
        adults = db.scalars(select(Guardian)).all()
        ends = [one.finished_at for one in db.scalars(select(Attempt)) if one.finished_at is not None]
    done = Counter(one.pupil_id for one in standings)
    wrong = {one.pupil_id for one in standings if one.level == "misunderstood"}
    lessons = {one.id: one.lessons for one in rows.classes}
    assert sum(one.finished for one in rows.classes) == sum(done[pupil.id] >= lessons[pupil.class_id or 0] for pupil in pupils)
    assert sum(one.to_look_at for one in rows.classes) == len(wrong)
    assert sum(one.not_begun for one in rows.classes) == sum(not done[pupil.id] for pupil in pupils)
    assert sum(one.signed for one in rows.agreements.values()) == len(signed)
    assert rows.pace.this_week == sum(end >= now - WEEK for end in ends)
    assert 0 < rows.adults.never_reached < rows.adults.total <= len(adults)
    assert Counter({(one.expectation, one.level): one.pupils for one in rows.levels}) == Counter(
        (one.expectation, one.level) for one in standings
    )


@pytest.mark.both_databases
def test_another_school_changes_no_number(database: Database) -> None:
    now = clock.now()
    ours = fill(database, pupils=56, now=now, key="ours")
    with database.reading(school_id=ours.school_id) as db:
        before = overview.ask(db, now=now)
    fill(database, pupils=84, now=now, key="theirs", seed=11)
    with database.reading(school_id=ours.school_id) as db:
        assert overview.ask(db, now=now) == before


def test_the_page_says_where_the_school_stands_and_what_to_do_next(as_: Callable[[str], Visitor]) -> None:
    page = as_("lead").open("/lead")
    assert page.heading == "Where we stand"
    assert "of 140 pupils have done every lesson set for them" in page.text
    assert "of 140 children have a signed agreement" in page.text
    assert len(page.table("Classes")) == 5
    assert any(link.startswith("Set the lesson for") for link in page.links)
    assert any(link.startswith("Remind ") for link in page.links)


def test_the_next_lesson_opens_with_its_classes_ticked(as_: Callable[[str], Visitor]) -> None:
    page = as_("lead").open("/lead")
    link = next(link for link in page.links if link.startswith("Set the lesson for"))
    assert page.follow(link).find("//input[@type='checkbox'][@checked]")


@pytest.mark.parametrize("hat", ["teacher", "governor", "office", "dsl"])
def test_others_do_not_find_the_overview(hat: str, as_: Callable[[str], Visitor]) -> None:
    assert as_(hat).open("/lead").status == 404


def test_a_new_school_is_told_what_comes(living: Flask) -> None:
    empty = fill(living.extensions["database"], pupils=0, now=clock.now(), key="empty")
    page = enter(Visitor(living), living.extensions["database"], empty, "lead").open("/lead")
    assert "No pupils yet" in page.text
    assert "Children's worries go to the head and the safeguarding lead" in page.text
    assert page.follow("Look at the agreement for families").heading == "Agreements"


def test_the_file_holds_the_classes_of_the_page(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    lead = as_("lead")
    body = lead.client.get("/lead/csv").get_data(as_text=True)
    assert body.startswith("\ufeff")
    names = [row[0].split(" ")[0] for row in lead.open("/lead").table("Classes")]
    assert [line.split(",")[0] for line in body.splitlines()[1:]] == names
    assert lead.client.get("/lead/xlsx").data.startswith(b"PK")

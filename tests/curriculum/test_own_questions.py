"""A school's own questions: kept in versions, by one school only."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.formats import read_as
from esafety.curriculum.models import OwnQuestionVersion
from esafety.curriculum.own.actions import Kept, keep_questions, publish
from esafety.curriculum.own.queries import own_questions
from tests.harness.people import Make

GIFT = b"::Post box::Which picture can go on the class page?{=A drawing#Nobody is in it.~A friend's face#Ask first.}\n\n::Bikes::A bike has wheels.{T}\n"


def brought() -> tuple[Entry, ...]:
    return read_as("gift", "own.txt", GIFT).entries


def keep(db: SchoolSession, entries: tuple[Entry, ...]) -> Kept:
    return keep_questions(db, entries=entries, source="gift", by="test", now=clock.now())


@pytest.mark.both_databases
def test_questions_are_kept_as_drafts_and_found_again(database: Database, make: Make) -> None:
    school = make.school()
    with database.transaction(school_id=school.id) as db:
        assert keep(db, brought()) == Kept(2, 0, 0)
    with database.reading(school_id=school.id) as db:
        rows = own_questions(db)
    assert [row.entry for row in rows] == sorted(brought(), key=lambda entry: entry.key)
    assert all(row.is_draft and row.number == 1 for row in rows)


@pytest.mark.both_databases
def test_the_same_again_changes_nothing_and_other_words_make_a_version(database: Database, make: Make) -> None:
    school = make.school()
    first, second = brought()
    with database.transaction(school_id=school.id) as db:
        keep(db, (first, second))
    with database.transaction(school_id=school.id) as db:
        assert keep(db, (first, second)) == Kept(0, 0, 2)
        assert keep(db, (replace(first, question=replace(first.question, stem="Which one?")), second)) == Kept(0, 1, 1)
    with database.reading(school_id=school.id) as db:
        assert {row.entry.key: row.number for row in own_questions(db)} == {"post-box": 2, "bikes": 1}
        assert db.scalar(select(func.count()).select_from(OwnQuestionVersion)) == 3


def test_another_school_sees_none_of_them(database: Database, make: Make) -> None:
    school, other = make.school(), make.school("Mill Lane")
    with database.transaction(school_id=school.id) as db:
        keep(db, brought())
    with database.transaction(school_id=other.id) as db:
        assert own_questions(db) == ()
        assert keep(db, brought()) == Kept(2, 0, 0)


def test_lessons_may_use_what_the_lead_published(database: Database, make: Make) -> None:
    school = make.school()
    with database.transaction(school_id=school.id) as db:
        keep(db, brought())
        ids = [row.question_id for row in own_questions(db)]
        assert publish(db, question_ids=ids[:1], by="test", now=clock.now()) == 1
        assert publish(db, question_ids=ids[:1], by="test", now=clock.now()) == 0
    with database.reading(school_id=school.id) as db:
        assert [row.is_draft for row in own_questions(db)] == [False, True]
        assert [entry.action for entry in db.scalars(select(AuditEntry).order_by(AuditEntry.at, AuditEntry.action))] == [
            "content.questions.kept",
            "content.questions.published",
        ]

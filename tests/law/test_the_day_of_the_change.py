"""The law clock: what happens in a school when a fact gets a new value, shown by moving the date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from esafety.agreements.models import AgreementVersion, Signature
from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.core.jobs import run_due
from esafety.curriculum.keys import facts_of_keys, ruling_of, under
from esafety.curriculum.shapes import TrueOrNot
from esafety.curriculum.shelf import library
from esafety.law.models import LawChange
from esafety.learning.models import Assignment
from tests.harness.people import Enter
from tests.law.conftest import SOCIAL_MEDIA, THE_DAY, Turning

AT_NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
JUST_AFTER_MIDNIGHT = datetime(2027, 3, 1, 0, 5, tzinfo=UTC)


def _changes(turning: Turning) -> list[LawChange]:
    with turning.evening.database.reading(school_id=turning.evening.school.id) as db:
        return list(db.scalars(select(LawChange)))


def _set(turning: Turning) -> list[tuple[int, str]]:
    with turning.evening.database.reading(school_id=turning.evening.school.id) as db:
        rows = db.scalars(select(Assignment).where(Assignment.withdrawn_at.is_(None)).order_by(Assignment.lesson_key))
        return [(one.class_id, one.lesson_key) for one in rows]


def _versions(turning: Turning, key: str = "home-school") -> list[AgreementVersion]:
    with turning.evening.database.reading(school_id=turning.evening.school.id) as db:
        return list(db.scalars(select(AgreementVersion).where(AgreementVersion.key == key).order_by(AgreementVersion.number)))


def _key_today() -> str:
    lesson = library().lesson("age-limits/uks2").item
    facts = library().facts_on(clock.school_day(clock.now()))
    question = under(lesson, ruling_of(facts_of_keys(lesson), facts)).get_question("q11")
    assert isinstance(question, TrueOrNot)
    return question.answer


def test_before_the_day_nothing_has_changed(turning: Turning) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    turning.work()
    assert library().facts_on(clock.school_day(clock.now()))[SOCIAL_MEDIA] == "13"
    assert _key_today() == "not"
    assert (_changes(turning), _set(turning), len(_versions(turning))) == ([], [], 1)


@pytest.mark.both_databases
def test_on_the_day_texts_keys_lessons_and_the_agreement_change(turning: Turning) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    young = turning.evening.make.school_class("1 Ash", year_group=1)
    middle = turning.evening.make.school_class("4 Elm", year_group=4)
    old = turning.evening.make.school_class("6 Fir", year_group=6)
    turning.work()
    turning.move_to(JUST_AFTER_MIDNIGHT)
    turning.work()

    facts = library().facts_on(clock.school_day(clock.now()))
    assert (facts[SOCIAL_MEDIA], facts[f"before:{SOCIAL_MEDIA}"]) == ("16", "13")
    assert _key_today() == "true"
    assert sorted(_set(turning), key=lambda one: one[1]) == [
        (middle.id, "age-limits/lks2-minimum-age-social-media"),
        (old.id, "age-limits/uks2-minimum-age-social-media"),
    ]
    assert young.id not in {class_id for class_id, _key in _set(turning)}
    first, second = _versions(turning)
    assert first.superseded_at is not None
    assert "asks for an age of 16" in second.texts
    assert "asks for an age of 13" in first.texts
    (change,) = _changes(turning)
    assert (change.fact, change.from_on, change.classes, change.published, change.waiting) == (
        SOCIAL_MEDIA,
        THE_DAY,
        2,
        "home-school",
        "",
    )


def test_the_work_queued_the_day_before_runs_as_soon_as_the_day_begins(turning: Turning) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    turning.move_to(datetime(2027, 2, 28, 18, tzinfo=UTC))
    turning.work()
    assert _changes(turning) == []
    turning.move_to(JUST_AFTER_MIDNIGHT)
    run_due(turning.evening.database, turning.app.extensions["jobs"], now=clock.now())
    assert len(_changes(turning)) == 1


def test_running_again_changes_nothing(turning: Turning) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    turning.evening.make.school_class("4 Elm", year_group=4)
    for hours in (0, 1, 30, 60):
        turning.move_to(AT_NOON + timedelta(hours=hours))
        turning.work()
    assert len(_changes(turning)) == 1
    assert len(_set(turning)) == 1
    assert len(_versions(turning)) == 2
    with turning.evening.database.reading(school_id=turning.evening.school.id) as db:
        assert len(list(db.scalars(select(AuditEntry).where(AuditEntry.action == "law.changed")))) == 1


def test_families_are_asked_anew_because_a_promise_means_something_else(turning: Turning, enter: Enter) -> None:
    mary = turning.evening.family()
    turning.evening.sign(enter.as_guardian(mary), mary)
    assert "You signed" in enter.as_guardian(mary).open("/family").text
    turning.law(SOCIAL_MEDIA, "16")
    turning.move_to(AT_NOON)
    turning.work()
    parent = enter.as_guardian(mary)
    assert "You signed" not in parent.open("/family").text
    told = parent.open(f"/agreement/{mary.links[0].id}").text
    assert "The wording has changed since your answer of 10 February 2027." in told
    assert [stored.answer for stored in _answers(turning)] == ["signed"], "the signature under the old words stays as it was"
    assert "What changed, the age for social media" in parent.open("/modules").text


def test_a_fact_that_no_promise_names_leaves_the_signatures_alone(turning: Turning) -> None:
    turning.law("guidance.safeguarding", "a new edition")
    turning.move_to(AT_NOON)
    turning.work()
    (change,) = _changes(turning)
    assert (change.classes, change.published, change.waiting) == (0, "", "")
    assert len(_versions(turning)) == 1


def test_a_wording_that_nobody_has_read_yet_is_not_published_by_the_clock(turning: Turning) -> None:
    turning.evening.publish(school_name="Another Name")
    turning.law(SOCIAL_MEDIA, "16")
    turning.move_to(AT_NOON)
    turning.work()
    (change,) = _changes(turning)
    assert (change.published, change.waiting) == ("", "home-school")
    assert len(_versions(turning)) == 2


def test_a_school_that_begins_after_the_day_is_not_told_of_a_change(turning: Turning) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    turning.move_to(AT_NOON + timedelta(days=1))
    later = turning.evening.make.school("Newly Opened Primary")
    turning.work()
    with turning.evening.database.reading(school_id=later.id) as db:
        assert list(db.scalars(select(LawChange))) == []


def _answers(turning: Turning) -> list[Signature]:
    with turning.evening.database.reading(school_id=turning.evening.school.id) as db:
        return list(db.scalars(select(Signature)))

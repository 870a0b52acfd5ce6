"""Somebody tells the school something: it reaches the right person and leaves no trace anywhere else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from esafety.concerns.models import Concern, Delivery
from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.core.jobs import Job, run_due
from esafety.people.models import Pupil, School
from tests.harness.people import Adult, Enter, Make

WORDS = "Somebody keeps asking me for my street."


@pytest.fixture
def young(make: Make) -> Pupil:
    return make.pupil("Bo", school_class=make.school_class("1 Fir", year_group=1))


@pytest.fixture
def old(make: Make) -> Pupil:
    return make.pupil("Ann", school_class=make.school_class("5 Ash", year_group=5))


@pytest.fixture
def dsl(make: Make) -> Adult:
    make.school_class()
    return make.staff("dsl", name="Dee Lake")


def concerns(make: Make, pupil: Pupil) -> list[Concern]:
    with make.database.reading(school_id=pupil.school_id) as db:
        return list(db.scalars(select(Concern)))


def test_a_young_child_chooses_a_grown_up_without_writing(make: Make, enter: Enter, dsl: Adult, young: Pupil) -> None:
    page = enter.as_pupil(young).open("/tell")
    assert not page.find("//textarea")
    page = page.choose("My teacher").press("Tell")
    assert page.heading == "Thank you for telling us."
    (concern,) = concerns(make, young)
    assert (concern.trusted_adult, concern.sealed_words, concern.subject) == ("My teacher", "", "child")


def test_only_the_youngest_find_a_picture_of_each_grown_up_and_none_beside_a_real_name(
    make: Make, enter: Enter, dsl: Adult, young: Pupil, old: Pupil
) -> None:
    faces = "//label[contains(@class, 'option')]//img"
    assert len(enter.as_pupil(young).open("/tell").find(faces)) == 3
    assert not enter.as_pupil(old).open("/tell").find(faces)
    with make.database.transaction(school_id=young.school_id) as db:
        db.get_one(School, young.school_id).trusted_adults = "Mrs Hill\nMr Okafor"
    page = enter.as_pupil(young).open("/tell")
    assert "Mr Okafor" in page.text
    assert not page.find(faces)


def test_an_older_child_writes_a_few_words_and_they_are_sealed(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    enter.as_pupil(old).open("/tell").write("You can write a few words", WORDS).press("Tell")
    (concern,) = concerns(make, old)
    assert WORDS not in concern.sealed_words
    inbox = enter.as_staff(dsl).open("/concerns").press("Open")
    assert WORDS in inbox.text
    assert "Ann" in inbox.text


def test_help_numbers_stand_before_and_after_telling_and_without_signing_in(
    make: Make, enter: Enter, dsl: Adult, old: Pupil, visitor: object
) -> None:
    before = enter.as_pupil(old).open("/tell")
    after = before.choose("My teacher").press("Tell")
    for page in (before, after, visitor.open("/tell")):  # type: ignore[attr-defined]
        assert "0800 1111" in page.text
        assert "999" in page.text


def test_an_empty_form_asks_kindly_and_tells_nobody(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    page = enter.as_pupil(old).open("/tell").press("Tell")
    assert "Choose a grown-up first." in page.text
    assert concerns(make, old) == []


def test_pressing_twice_tells_once(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    client = enter.as_pupil(old).client
    html = client.get("/tell").text
    sent = {name: re.search(rf'name="{name}" value="([^"]+)"', html)[1] for name in ("csrf", "once")}  # type: ignore[index]
    for _press in range(2):
        assert client.post("/tell", data={**sent, "grown_up": "0"}).status_code == 303
    assert len(concerns(make, old)) == 1


def test_a_told_worry_leaves_no_trace_on_the_childs_or_the_parents_pages(
    make: Make, enter: Enter, dsl: Adult, old: Pupil
) -> None:
    mary = make.guardian_of(old)
    child, parent = enter.as_pupil(old), enter.as_guardian(mary)
    addresses = {child: ("/path", "/tell"), parent: ("/family", f"/family/child/{old.id}")}
    before = {address: plain(who.open(address).text) for who, pages in addresses.items() for address in pages}
    child.open("/tell").choose("My teacher").press("Tell")
    after = {address: plain(who.open(address).text) for who, pages in addresses.items() for address in pages}
    assert before == after


def test_a_concern_about_the_head_reaches_the_chair_and_not_the_head(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    head, governor = make.staff("head", name="Hal Moor"), make.staff("governor", name="Gia Fen")
    page = enter.as_guardian(make.guardian_of(old)).open("/concern").choose("The headteacher")
    page = page.write("What would you like the school to know?", WORDS).press("Send to the school")
    assert page.heading == "Thank you. It has been sent."
    assert "A parent or carer" in enter.as_staff(governor).open("/concerns").text
    for other in (head, dsl):
        assert "Nothing was sent to you" in enter.as_staff(other).open("/concerns").text


def test_what_was_sent_to_one_is_not_there_for_another(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    enter.as_pupil(old).open("/tell").choose("My teacher").press("Tell")
    with make.database.reading(school_id=old.school_id) as db:
        delivery = db.scalars(select(Delivery)).one()
    other = enter.as_staff(make.staff("dsl", name="Second Lead"))
    assert other.client.get(f"/concerns/{delivery.id}").status_code == 404
    lead = enter.as_staff(make.staff("lead"))
    assert lead.client.get("/concerns").status_code == 404


def test_reading_is_noted_and_the_note_holds_no_words(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    enter.as_pupil(old).open("/tell").write("You can write a few words", WORDS).press("Tell")
    page = enter.as_staff(dsl).open("/concerns").press("Open")
    page.write("What was done?", "Talked to Ann and her class teacher.").press("Add a note")
    with make.database.reading(school_id=old.school_id) as db:
        entries = list(db.scalars(select(AuditEntry)))
        jobs = list(db.scalars(select(Job)))
    assert {"concern.opened", "concern.read", "concern.noted"} <= {entry.action for entry in entries}
    assert not any(WORDS in f"{entry.about}{entry.reason}" for entry in entries)
    assert not any(WORDS in job.payload for job in jobs)


def test_an_unopened_concern_reaches_the_next_in_line_after_a_school_day(
    make: Make, enter: Enter, dsl: Adult, old: Pupil
) -> None:
    head = make.staff("head", name="Hal Moor")
    enter.as_pupil(old).open("/tell").choose("My teacher").press("Tell")
    app = enter.app
    run_due(make.database, app.extensions["jobs"], now=clock.now() + timedelta(days=4))
    assert "A pupil" in enter.as_staff(head).open("/concerns").text


def test_a_child_who_writes_for_a_long_time_loses_nothing(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    child = enter.as_pupil(old)
    page = child.open("/tell").write("You can write a few words", WORDS)
    with time_machine.travel(clock.now() + timedelta(minutes=12), tick=False):
        told = page.press("Tell")
        assert told.heading == "Thank you for telling us."
        assert child.open("/path").heading == "Is it still you, Ann?", "telling is no sign of who sits there"
    assert len(concerns(make, old)) == 1


def test_a_concern_that_nobody_could_receive_reaches_the_first_who_can(make: Make, enter: Enter, old: Pupil) -> None:
    enter.as_pupil(old).open("/tell").choose("My teacher").press("Tell")
    handlers, now = enter.app.extensions["jobs"], clock.now()
    for days in (4, 8):
        run_due(make.database, handlers, now=now + timedelta(days=days))
    late = make.staff("dsl", name="Late Lake")
    assert "Nothing was sent to you" in enter.as_staff(late).open("/concerns").text
    run_due(make.database, handlers, now=now + timedelta(days=12))
    assert "A pupil" in enter.as_staff(late).open("/concerns").text
    run_due(make.database, handlers, now=now + timedelta(days=40))
    with make.database.reading(school_id=old.school_id) as db:
        assert len(list(db.scalars(select(Delivery)))) == 1


def test_many_concerns_at_once_all_arrive(make: Make, enter: Enter, dsl: Adult, old: Pupil) -> None:
    visitor = enter.as_pupil(old)
    for number in range(20):
        visitor.open("/tell").write("You can write a few words", f"{WORDS} {number}").press("Tell")
    assert len(concerns(make, old)) == 20


def plain(text: str) -> str:
    """A page's words without what differs on every look."""
    return re.sub(r"\s+", " ", text)


def test_a_school_where_nobody_reads_yet_promises_nothing(make: Make, enter: Enter, old: Pupil) -> None:
    page = enter.as_pupil(old).open("/tell")
    assert "Nobody at school reads this page yet." in page.text
    after = page.choose("My teacher").press("Tell")
    for told in (page, after):
        assert "4 o'clock" not in told.text
    make.staff("dsl")
    assert "by 4 o'clock" in enter.as_pupil(old).open("/tell").text

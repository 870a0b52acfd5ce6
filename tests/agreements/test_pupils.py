"""Pupils look at their own promises: pictures for the youngest, words for the older ones."""

from __future__ import annotations

from sqlalchemy import select

from esafety.agreements.models import PupilAgreement
from esafety.agreements.queries import owes_promise
from tests.agreements.evening import Evening
from tests.harness.people import Enter


def test_the_youngest_go_from_picture_to_picture(evening: Evening, enter: Enter) -> None:
    ann = evening.make.pupil("Ann", school_class=evening.make.school_class("1 Elm", year_group=1))
    child = enter.as_pupil(ann)
    page = child.open("/path").follow("Our promises")
    for _ in range(8):
        assert page.find("//main//img[@alt]")
        page = page.follow("Yes")
    page = page.press("Yes, I agree")
    assert page.heading == "Thank you!"
    with evening.database.reading(school_id=evening.school.id) as db:
        assert db.scalars(select(PupilAgreement.pupil_id)).all() == [ann.id]
        assert not owes_promise(db, ann.id, "ks1")
        assert owes_promise(db, ann.id, "lks2"), "the next key stage asks again"
    assert not [link for link in child.open("/path").links if "promises" in link]


def test_older_pupils_read_them_all_and_may_ask_first(evening: Evening, enter: Enter) -> None:
    ann = evening.make.pupil("Ann")
    child = enter.as_pupil(ann)
    page = child.open("/path").follow("Our promises")
    assert page.url == "/promise"
    assert page.follow("I want to ask first").url == "/path"
    page.press("Yes, I agree")
    page.press("Yes, I agree")
    with evening.database.reading(school_id=evening.school.id) as db:
        assert len(db.scalars(select(PupilAgreement)).all()) == 1


def test_without_published_promises_there_is_no_note(evening: Evening, enter: Enter) -> None:
    other = evening.make.school("Hill Primary")
    tom = evening.make.pupil("Tom", school=other, school_class=evening.make.school_class(school=other))
    child = enter.as_pupil(tom)
    assert not [link for link in child.open("/path").links if "promises" in link]
    assert child.open("/promise").status == 404

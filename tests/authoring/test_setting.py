"""A lesson of the school's own is set for the classes for whose age it was written, and done by a child."""

from __future__ import annotations

import pytest

from esafety.authoring.queries import lessons as states
from esafety.core import clock
from esafety.curriculum.own import lessons
from esafety.curriculum.shelf import library
from esafety.curriculum.stored import to_json
from tests.authoring.conftest import KEY, LIST, Desk
from tests.harness.people import Enter


@pytest.fixture
def own(desk: Desk) -> str:
    """The key of a lesson of the school's own for Years 3 and 4, published."""
    page = desk.visitor.open(f"{LIST}/new").write("Title", "Our own app").choose("Years 3 and 4")
    page.select("What it is about", "Age limits").press("Begin")
    with desk.database.transaction(school_id=desk.school.id) as db:
        key = next(one for one in _drafts(desk) if "-own-" in one)
        draft = lessons.get_draft(db, key)
        body = to_json(library().lesson(KEY).item) | {"own": lessons.body_of(draft)["own"], "title": "Our own app"}
        lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="account:1", at=clock.now())
    desk.visitor.open(desk.address("publish", key=key)).press("Publish")
    return key


def _drafts(desk: Desk) -> list[str]:
    with desk.database.reading(school_id=desk.school.id) as db:
        return [one.key for one in states(db, library()) if one.draft_id]


def test_an_own_lesson_is_set_where_it_fits_and_done(desk: Desk, own: str, enter: Enter) -> None:
    younger, right = desk.make.school_class("1 Ash", year_group=1), desk.make.school_class("4 Elm", year_group=4)
    page = desk.visitor.open("/lead/assign").choose("Our own app – our own, Years 3 and 4").tick("1 Ash").tick("4 Elm")
    done = page.press("Set this lesson")
    assert "Set for 1 class." in done.html
    assert "1 class was left out" in done.html
    child = enter.as_pupil(desk.make.pupil("Ann", school_class=right))
    assert child.open(f"/lesson/{own}").press("Start").status == 200
    other = enter.as_pupil(desk.make.pupil("Ben", school_class=younger))
    assert other.client.get(f"/lesson/{own}").status_code == 404


def test_an_own_lesson_is_set_for_chosen_pupils(desk: Desk, own: str) -> None:
    school_class = desk.make.school_class("4 Elm", year_group=4)
    desk.make.pupil("Ann", school_class=school_class)
    page = desk.visitor.open(f"/lead/classes/{school_class.id}/assign").choose("Our own app").tick("Ann")
    assert "Set for 1 pupil." in page.press("Set this lesson").html


def test_an_own_lesson_that_is_given_up_is_offered_no_longer(desk: Desk, own: str) -> None:
    desk.make.school_class("4 Elm", year_group=4)
    desk.visitor.open(f"{LIST}/look/{own}").press("Give it up")
    assert "Our own app" not in desk.visitor.open("/lead/assign").text


def test_another_school_is_not_offered_it(desk: Desk, own: str, enter: Enter) -> None:
    other = desk.make.school("Hill Primary")
    desk.make.school_class("4 Elm", year_group=4, school=other)
    lead = enter.as_staff(desk.make.staff("lead", school=other))
    assert "Our own app" not in lead.open("/lead/assign").text
    assert lead.client.get(f"{LIST}/look/{own}").status_code == 404

"""A lesson set for chosen pupils: only they get it, they do it anew, and a whole class takes it in."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from esafety.core import clock
from esafety.learning import queries, setting
from esafety.learning.models import Assignment, Attempt
from esafety.people.models import Pupil
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.learning.conftest import LESSON, Classroom


@pytest.fixture
def classroom(classroom: Classroom) -> Classroom:
    """A class for which nothing is set yet."""
    with classroom.database.transaction(school_id=classroom.school_class.school_id) as db:
        for assignment in db.scalars(select(Assignment)):
            setting.withdraw_assignment(db, assignment=assignment, actor="account:1", at=clock.now())
    return classroom


@pytest.fixture
def lead(make: Make, enter: Enter, classroom: Classroom) -> Visitor:
    return enter.as_staff(make.staff("lead"))


def _address(classroom: Classroom) -> str:
    return f"/lead/classes/{classroom.school_class.id}/assign"


def _today() -> date:
    return clock.school_day(clock.now())


def _path(classroom: Classroom, pupil: Pupil) -> list[tuple[str, bool]]:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        stops = queries.path_of(db, pupil_id=pupil.id, class_id=classroom.school_class.id, today=_today())
        return [(stop.lesson_key, stop.done) for stop in stops]


def _finish(classroom: Classroom, pupil: Pupil) -> None:
    attempt_id = classroom.begin(pupil)
    with classroom.database.transaction(school_id=pupil.school_id) as db:
        db.get_one(Attempt, (pupil.school_id, attempt_id)).finished_at = clock.now()


def test_only_the_chosen_get_the_lesson(classroom: Classroom, lead: Visitor, enter: Enter) -> None:
    ann, ben = classroom.pupil("Ann"), classroom.pupil("Ben")
    page = lead.open(_address(classroom)).choose("Age limits").tick("Ann").press("Set this lesson")
    assert "Set for 1 pupil." in page.html
    assert "(1 pupil)" in page.text
    assert _path(classroom, ann) == [(LESSON, False)]
    assert _path(classroom, ben) == []
    for pupil, status in ((ann, 303), (ben, 404)):
        visitor = enter.as_pupil(pupil)
        token = visitor.open("/path").find("//input[@name='csrf']")[0].get("value")
        assert visitor.client.post("/lesson/begin", data={"csrf": token, "lesson": LESSON}).status_code == status


def test_those_ticked_on_the_class_page_are_ticked_here(classroom: Classroom, lead: Visitor) -> None:
    ann, ben = classroom.pupil("Ann"), classroom.pupil("Ben")
    page = lead.open(f"{_address(classroom)}?class={classroom.school_class.id}&pupil={ben.id}&by=hand")
    assert [box.get("value") for box in page.find("//input[@name='pupils'][@checked]")] == [str(ben.id)]
    assert str(ann.id) in page.html


def test_who_has_done_the_lesson_does_it_anew(classroom: Classroom, lead: Visitor) -> None:
    ann, ben = classroom.pupil("Ann"), classroom.pupil("Ben")
    classroom.set_lesson()
    _finish(classroom, ann)
    _finish(classroom, ben)
    lead.open(_address(classroom)).choose("Age limits").tick("Ann").press("Set this lesson")
    assert _path(classroom, ann) == [(LESSON, False)]
    assert _path(classroom, ben) == [(LESSON, True)]
    _finish(classroom, ann)
    assert _path(classroom, ann) == [(LESSON, True)]


def test_setting_it_for_the_class_gives_it_to_all(classroom: Classroom, lead: Visitor) -> None:
    ben = classroom.pupil("Ben")
    classroom.pupil("Ann")
    lead.open(_address(classroom)).choose("Age limits").tick("Ann").press("Set this lesson")
    classroom.set_lesson(days_ago=0)
    assert _path(classroom, ben) == [(LESSON, False)]


def test_taken_back_and_set_for_another_it_does_not_return_to_the_first(classroom: Classroom, lead: Visitor) -> None:
    ann, ben = classroom.pupil("Ann"), classroom.pupil("Ben")
    page = lead.open(_address(classroom)).choose("Age limits").tick("Ann").press("Set this lesson")
    page.press(next(name for name in page.buttons if name.startswith("Take back")))
    lead.open(_address(classroom)).choose("Age limits").tick("Ben").press("Set this lesson")
    assert (_path(classroom, ann), _path(classroom, ben)) == ([], [(LESSON, False)])


def test_nobody_or_a_pupil_of_another_class_is_refused(classroom: Classroom, lead: Visitor, make: Make) -> None:
    classroom.pupil("Ann")
    stranger = make.pupil("Zed", school_class=make.school_class("4 Elm", year_group=4))
    nobody = lead.open(_address(classroom)).choose("Age limits").press("Set this lesson")
    assert nobody.status == 422
    assert "Choose at least one pupil." in nobody.html
    sending = lead.open(_address(classroom)).choose("Age limits").tick("Ann")._filling.press("Set this lesson")
    sending.fields.append(("pupils", str(stranger.id)))
    assert lead.send(_address(classroom), sending).status == 422
    assert _path(classroom, stranger) == []


def test_a_teacher_of_another_class_finds_nothing_here(classroom: Classroom, make: Make, enter: Enter) -> None:
    other = make.school_class("4 Elm", year_group=4)
    teacher = enter.as_staff(make.staff("teacher", classes=(other,)))
    assert teacher.client.get(_address(classroom)).status_code == 404


@pytest.mark.both_databases
def test_setting_twice_keeps_one_row_for_each_pupil(classroom: Classroom) -> None:
    ann = classroom.pupil("Ann")
    for _time in range(2):
        with classroom.database.transaction(school_id=ann.school_id) as db:
            setting.assign_to_pupils(
                db,
                class_id=classroom.school_class.id,
                pupil_ids=[ann.id],
                lesson_key=LESSON,
                opens_on=_today(),
                due_on=None,
                by=None,
                actor="account:1",
                at=clock.now(),
            )
    assert _path(classroom, ann) == [(LESSON, False)]

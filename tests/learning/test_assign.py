"""Setting lessons: each class gets the one for its age, teachers set for their own classes only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.learning.models import Assignment
from esafety.people.models import SchoolClass
from tests.harness.curriculum import load_ours
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

PAGE = "/lead/assign"


@pytest.fixture
def classes(make: Make, app: Flask) -> tuple[SchoolClass, SchoolClass]:
    """A Year 1 and a Year 4 class, and a curriculum."""
    load_ours(app.extensions["database"])
    return make.school_class("1 Ash", year_group=1), make.school_class("4 Elm", year_group=4)


@pytest.fixture
def lead(make: Make, enter: Enter, classes: tuple[SchoolClass, SchoolClass]) -> Visitor:
    return enter.as_staff(make.staff("lead"))


def _set(app: Flask, school_class: SchoolClass) -> list[Assignment]:
    with app.extensions["database"].reading(school_id=school_class.school_id) as db:
        return list(db.scalars(select(Assignment).where(Assignment.withdrawn_at.is_(None)).order_by(Assignment.lesson_key)))


def test_each_class_gets_the_lesson_for_its_age(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    page = lead.open(PAGE).choose("Age limits").tick("1 Ash").tick("4 Elm").press("Set this lesson")
    assert "Set for 2 classes." in page.html
    assert [(one.class_id, one.lesson_key) for one in _set(app, classes[0])] == [
        (classes[0].id, "age-limits/ks1"),
        (classes[1].id, "age-limits/lks2"),
    ]


def test_setting_again_changes_only_the_day(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    until = clock.school_day(clock.now()) + timedelta(days=9)
    lead.open(PAGE).choose("Age limits").tick("1 Ash").press("Set this lesson")
    lead.open(PAGE).choose("Age limits").tick("1 Ash").write("Done by", until.isoformat()).press("Set this lesson")
    (only,) = _set(app, classes[0])
    assert only.due_on == until


def test_pressing_twice_sets_once(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    page = lead.open(PAGE).choose("Age limits").tick("1 Ash")
    page.press("Set this lesson")
    page.press("Set this lesson")
    assert len(_set(app, classes[0])) == 1


def test_a_lesson_can_be_taken_back(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    page = lead.open(PAGE).choose("Age limits").tick("1 Ash").press("Set this lesson")
    assert "Taken back" in page.press(next(name for name in page.buttons if name.startswith("Take back"))).html
    assert _set(app, classes[0]) == []


def test_what_was_set_and_taken_back_is_on_record(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    page = lead.open(PAGE).choose("Age limits").tick("1 Ash").press("Set this lesson")
    page.press(next(name for name in page.buttons if name.startswith("Take back")))
    with app.extensions["database"].reading(school_id=classes[0].school_id) as db:
        done = [one.action for one in db.scalars(select(AuditEntry).order_by(AuditEntry.at))]
    assert [action for action in done if action.startswith("lesson.")] == ["lesson.set", "lesson.taken-back"]


def test_a_teacher_sets_for_the_own_class_only(
    make: Make, enter: Enter, app: Flask, classes: tuple[SchoolClass, SchoolClass]
) -> None:
    teacher = enter.as_staff(make.staff("teacher", classes=(classes[0],)))
    page = teacher.open(PAGE)
    assert "4 Elm" not in page.text
    sending = page.choose("Age limits")._filling.press("Set this lesson")
    sending.fields.append(("classes", str(classes[1].id)))
    assert teacher.send(PAGE, sending).status == 422
    assert _set(app, classes[0]) == []


def test_a_teacher_takes_nothing_back_from_another_class(
    lead: Visitor, make: Make, enter: Enter, app: Flask, classes: tuple[SchoolClass, SchoolClass]
) -> None:
    lead.open(PAGE).choose("Age limits").tick("4 Elm").press("Set this lesson")
    (theirs,) = _set(app, classes[0])
    teacher = enter.as_staff(make.staff("teacher", classes=(classes[0],)))
    token = teacher.open(PAGE).find("//input[@name='csrf']")[0].get("value")
    assert teacher.client.post(f"/lead/assign/{theirs.id}/back", data={"csrf": token}).status_code == 404
    assert len(_set(app, classes[0])) == 1


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"expectation": "nothing"}, "Choose what the lesson is about."),
        ({"classes": "7"}, "Choose at least one class."),
        ({"opens_on": "31/31/2026"}, ""),
        ({"due_on": "2001-01-01"}, "This day is before the first one."),
        ({"classes": "' or 1=1"}, "Choose at least one class."),
    ],
)
def test_what_makes_no_sense_is_told_and_changes_nothing(
    lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass], changes: dict[str, str], told: str
) -> None:
    sending = lead.open(PAGE).choose("Age limits").tick("1 Ash")._filling.press("Set this lesson")
    fields = dict(sending.fields) | changes
    sending.fields[:] = list(fields.items())
    page = lead.send(PAGE, sending)
    assert page.status == 422
    assert told in page.html
    assert _set(app, classes[0]) == []


def test_a_stale_form_keeps_what_was_chosen(lead: Visitor, app: Flask, classes: tuple[SchoolClass, SchoolClass]) -> None:
    sending = lead.open(PAGE).choose("Age limits").tick("1 Ash")._filling.press("Set this lesson")
    sending.fields[:] = [(name, "stale" if name == "csrf" else value) for name, value in sending.fields]
    page = lead.send(PAGE, sending)
    assert page.status == 422
    assert page.find("//input[@type='checkbox'][@checked]")
    assert _set(app, classes[0]) == []


def test_without_a_class_there_is_nothing_to_set(make: Make, enter: Enter, classes: tuple[SchoolClass, SchoolClass]) -> None:
    page = enter.as_staff(make.staff("teacher")).open(PAGE)
    assert "No class yet" in page.text

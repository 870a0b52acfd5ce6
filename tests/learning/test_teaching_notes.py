"""Before a lesson, its teacher reads one page: aim, words, a talk, what to watch for, and the clauses that it serves."""

from __future__ import annotations

import pytest

from esafety.curriculum.shelf import library
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.learning.conftest import LESSON, Classroom


@pytest.fixture
def teacher(make: Make, enter: Enter, classroom: Classroom) -> Visitor:
    return enter.as_staff(make.staff("teacher", classes=(classroom.school_class,)))


def test_a_teacher_finds_every_lesson_with_its_notes(teacher: Visitor) -> None:
    page = teacher.open("/teach").follow("Lessons and notes")
    for band in ("ks1", "lks2", "uks2"):
        for edition in library().lessons_for(band):
            assert edition.item.title in page.links, edition.key


def test_the_notes_say_what_a_teacher_needs(teacher: Visitor) -> None:
    lesson = library().lesson(LESSON).item
    assert lesson.teacher is not None
    page = teacher.open(f"/teach/lessons/{LESSON}")
    for said in (lesson.aim, lesson.teacher.watch_for, lesson.teacher.vocabulary[0].means, "Four Cs"):
        assert said in page.text


@pytest.mark.parametrize("band", ["ks1", "lks2", "uks2"])
def test_every_lesson_has_notes_and_a_page_to_print(teacher: Visitor, band: str) -> None:
    for number, edition in enumerate(library().lessons_for(band)):
        assert teacher.client.get(f"/teach/lessons/{edition.key}").status_code == 200, edition.key
        if number < 2:
            paper = teacher.client.get(f"/teach/notes/{edition.key}")
            assert paper.mimetype == "application/pdf", edition.key
            assert paper.data.startswith(b"%PDF"), edition.key


@pytest.mark.parametrize("key", ["age-limits/parents", "nothing/ks1", "..", "age-limits"])
def test_what_is_no_lesson_for_pupils_is_not_there(teacher: Visitor, key: str) -> None:
    for page in ("lessons", "notes"):
        assert teacher.client.get(f"/teach/{page}/{key}").status_code == 404


def test_parents_do_not_see_the_teachers_notes(make: Make, enter: Enter, classroom: Classroom) -> None:
    parent = enter.as_guardian(make.guardian_of(classroom.pupil("Ann")))
    assert parent.client.get(f"/teach/lessons/{LESSON}").status_code == 404

"""A pupil walks the path, does a lesson screen by screen, and each answer is kept when it is given."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select

from esafety.core import clock
from esafety.learning import queries
from esafety.learning.models import Badge, HeldMisconception, Standing
from esafety.people.models import Pupil
from tests.harness.people import Enter
from tests.learning.conftest import Classroom
from tests.learning.sending import all_fields_for, fields_for

TOKEN = re.compile(r'name="csrf" value="([0-9a-f]+)"')


class Desk:
    """A child at a device, sending forms by hand so that odd things can be sent, too."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.token = TOKEN.search(client.get("/path").text)[1]  # type: ignore[index]

    def post(self, address: str, **fields: str | list[str]) -> int:
        return self.client.post(address, data={"csrf": self.token, **fields}).status_code


@pytest.fixture
def sit(enter: Enter) -> Callable[[Pupil], Desk]:
    return lambda pupil: Desk(enter.as_pupil(pupil).client)


def do_lesson(classroom: Classroom, desk: Desk, attempt_id: int, *, right: bool = True) -> None:
    for screen in classroom.way(attempt_id):
        address = f"/attempt/{attempt_id}/{screen.place}"
        if screen.question is not None:
            for fields in all_fields_for(screen.question, right=right):
                assert desk.post(address, **fields) == 303
        assert desk.post(f"{address}/on") == 303


def test_a_pupil_finds_the_set_lesson_on_the_path_and_starts_it(classroom: Classroom, enter: Enter) -> None:
    ann = classroom.pupil()
    page = enter.as_pupil(ann).open("/path").follow("Start")
    assert "Because our school" in page.text
    page = page.press("Start")
    assert page.find("//main//img[@alt]")
    page = page.press("On")
    assert classroom.attempt(only_attempt(classroom, ann)).place == 1


def test_a_class_without_a_lesson_sees_a_calm_empty_path(classroom: Classroom, enter: Enter) -> None:
    other = classroom.make.pupil("Bo", school_class=classroom.make.school_class("6 Elm", year_group=6))
    assert "No lesson yet" in enter.as_pupil(other).open("/path").text


def test_a_lesson_that_was_not_set_cannot_be_begun(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    desk = sit(classroom.pupil())
    for key in ("tell-an-adult/lks2", "age-limits/uks2", "age-limits/parents", "nothing", "", "../etc"):
        assert desk.post("/lesson/begin", lesson=key) == 404


def test_every_answer_is_kept_and_the_last_one_finishes_the_lesson(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann)
    do_lesson(classroom, sit(ann), attempt_id)
    attempt = classroom.attempt(attempt_id)
    asked = [screen for screen in classroom.way(attempt_id) if screen.question]
    assert len(classroom.answers(attempt_id)) == len(asked)
    assert attempt.finished_at is not None
    assert attempt.outcome == "secure"
    with classroom.database.reading(school_id=ann.school_id) as db:
        assert db.get(Badge, (ann.school_id, ann.id, "age-limits/lks2")) is not None
    assert level_of(classroom, ann) == "developing"


def test_a_second_lesson_on_another_day_makes_a_pupil_secure(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    do_lesson(classroom, sit(ann), classroom.begin(ann))
    with time_machine.travel(clock.now() + timedelta(days=14)):
        do_lesson(classroom, sit(ann), classroom.begin(ann))
        assert level_of(classroom, ann) == "secure"


def test_misconceptions_are_held_until_a_later_lesson_puts_them_right(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    desk = sit(ann)
    first = classroom.begin(ann)
    do_lesson(classroom, desk, first, right=False)
    assert classroom.attempt(first).outcome == "misunderstood"
    held = open_misconceptions(classroom, ann)
    assert held
    for _again in range(6):
        do_lesson(classroom, desk, classroom.begin(ann))
    assert open_misconceptions(classroom, ann) < held


def test_a_double_click_a_retry_and_a_second_tab_keep_the_first_answer(
    classroom: Classroom, sit: Callable[[Pupil], Desk]
) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann, place=99)
    screen = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    assert screen.question is not None
    desk, tab = sit(ann), sit(ann)
    address = f"/attempt/{attempt_id}/{screen.place}"
    for who, right in ((desk, True), (desk, True), (tab, False)):
        assert who.post(address, **fields_for(screen.question, right=right)) == 303
    (kept,) = classroom.answers(attempt_id)
    assert kept.grade == "secure"


def test_the_same_answer_sent_from_many_tabs_at_once_is_kept_once(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann, place=99)
    screen = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    assert screen.question is not None
    fields = fields_for(screen.question)
    desks, start, seen = [sit(ann) for _tab in range(6)], Barrier(6), []

    def send(desk: Desk) -> None:
        start.wait()
        seen.append(desk.post(f"/attempt/{attempt_id}/{screen.place}", **fields))

    threads = [Thread(target=send, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [303] * 6
    assert len(classroom.answers(attempt_id)) == 1


def test_a_lesson_left_on_one_device_is_taken_up_on_another(classroom: Classroom, enter: Enter) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann, place=3)
    page = enter.as_pupil(ann).open("/path").follow("Go on").press("Go on")
    assert page.find("//form[contains(@action, '/3')]")
    assert only_attempt(classroom, ann) == attempt_id


def test_nobody_answers_in_another_childs_lesson(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    attempt_id = classroom.begin(classroom.pupil(), place=99)
    desk = sit(classroom.pupil("Bo"))
    screen = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    assert screen.question is not None
    theirs = f"/attempt/{attempt_id}/{screen.place}"
    missing = "/attempt/4611686018427387903/1"
    assert desk.post(theirs, **fields_for(screen.question)) == desk.post(missing, choice="a") == 404
    assert desk.client.get(theirs).data.replace(theirs.encode(), b"") == desk.client.get(missing).data.replace(
        missing.encode(), b""
    )
    assert classroom.answers(attempt_id) == []


@pytest.mark.parametrize(
    "sent", [{"choice": "z"}, {"choice": "-1"}, {"choice": str(2**63)}, {"choice": "a\x00"}, {"choice": "x" * 9000}]
)
def test_an_option_that_does_not_exist_changes_nothing(
    classroom: Classroom, sit: Callable[[Pupil], Desk], sent: dict[str, str]
) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann, place=99)
    screen = next(s for s in classroom.way(attempt_id) if s.question and s.question.kind in {"single", "what-would-you-do"})
    assert sit(ann).post(f"/attempt/{attempt_id}/{screen.place}", **sent) == 404
    assert classroom.answers(attempt_id) == []


def test_an_empty_answer_gets_a_kind_sentence(classroom: Classroom, enter: Enter) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann, place=99)
    screen = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    page = enter.as_pupil(ann).open(f"/attempt/{attempt_id}/{screen.place}").press("This is my answer")
    assert "Choose your answer first." in page.text
    assert classroom.answers(attempt_id) == []


def test_screens_cannot_be_skipped(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann)
    desk = sit(ann)
    question = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    assert question.question is not None
    assert desk.post(f"/attempt/{attempt_id}/{question.place}", **fields_for(question.question)) == 404
    assert desk.post(f"/attempt/{attempt_id}/{question.place}/on") == 404
    assert desk.client.get(f"/attempt/{attempt_id}/{question.place}").status_code == 303


def test_a_question_without_an_answer_does_not_let_one_on(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann)
    asked = next(screen for screen in classroom.way(attempt_id) if screen.question)
    desk = sit(ann)
    for place in range(asked.place):
        desk.post(f"/attempt/{attempt_id}/{place}/on")
    desk.post(f"/attempt/{attempt_id}/{asked.place}/on")
    assert classroom.attempt(attempt_id).place == asked.place


def test_a_finished_lesson_takes_no_more_answers(classroom: Classroom, sit: Callable[[Pupil], Desk]) -> None:
    ann = classroom.pupil()
    attempt_id = classroom.begin(ann)
    desk = sit(ann)
    do_lesson(classroom, desk, attempt_id)
    before = [(answer.question_id, answer.chosen) for answer in classroom.answers(attempt_id)]
    screen = next(screen for screen in classroom.way(attempt_id) if screen.counts)
    assert screen.question is not None
    assert desk.post(f"/attempt/{attempt_id}/{screen.place}", **fields_for(screen.question, right=False)) == 303
    assert [(answer.question_id, answer.chosen) for answer in classroom.answers(attempt_id)] == before


def test_after_five_idle_minutes_the_device_asks_whether_it_is_still_the_same_child(classroom: Classroom, enter: Enter) -> None:
    ann = classroom.pupil()
    visitor = enter.as_pupil(ann)
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        assert visitor.client.get("/path").location == "/class/still-you"


def only_attempt(classroom: Classroom, pupil: Pupil) -> int:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        today = clock.school_day(clock.now())
        (stop,) = queries.path_of(db, pupil_id=pupil.id, class_id=pupil.class_id, today=today)
    assert stop.open_attempt is not None
    return stop.open_attempt


def level_of(classroom: Classroom, pupil: Pupil) -> str:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        return db.get_one(Standing, (pupil.school_id, pupil.id, "age-limits")).level


def open_misconceptions(classroom: Classroom, pupil: Pupil) -> set[str]:
    with classroom.database.reading(school_id=pupil.school_id) as db:
        still = (HeldMisconception.pupil_id == pupil.id, HeldMisconception.cleared_at.is_(None))
        return set(db.scalars(select(HeldMisconception.misconception).where(*still)))

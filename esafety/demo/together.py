"""What classes and families did together: a lesson at the board with hands counted, and tasks marked at home."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.demo.calendar import at_school, in_the_evening, school_day_before
from esafety.demo.signing import Bond
from esafety.learning import at_home, at_the_board
from esafety.learning.models import Attempt, ClassLesson
from esafety.learning.rules.hands import countable
from esafety.learning.way import Screen, questions_that_count, way_of

MARKED = 0.3
ON_THE_BOARD = "personal-information"
IN_A_CLASS, KNOW_IT = 27, 0.6


def mark_tasks(db: SchoolSession, *, bonds: list[Bond], today: date, random: Random) -> None:
    """Let some families mark the task of the lesson that the child did last."""
    db.flush()
    rows = db.execute(
        select(Attempt.pupil_id, Attempt.lesson_key).where(Attempt.finished_at.is_not(None)).order_by(Attempt.finished_at)
    )
    last = {row.pupil_id: row.lesson_key for row in rows}
    for bond in bonds:
        if bond.adult.has_account and bond.link.may_see_progress and bond.pupil.id in last and random.random() < MARKED:
            at = in_the_evening(today - timedelta(days=random.randint(1, 6)), minutes=random.randint(0, 120))
            at_home.mark_done(db, link_id=bond.link.id, lesson_key=last[bond.pupil.id], at=at)


def teach_at_the_board(db: SchoolSession, *, shelf: Library, classes: dict[int, int], today: date, random: Random) -> None:
    """Let every class do one lesson at the board; the oldest have left theirs open. ``classes`` are by year group."""
    for year_group, class_id in classes.items():
        key = f"{ON_THE_BOARD}/{shelf.band_of(year_group)}"
        if not shelf.has_lesson(key):
            continue
        edition = shelf.lesson(key)
        at = at_school(school_day_before(today, weeks=2, shift=year_group % 3), minutes=70)
        lesson_id = at_the_board.begin(db, class_id=class_id, edition=edition, at=at)
        lesson = db.scalars(select(ClassLesson).where(ClassLesson.id == lesson_id)).one()
        lesson.seed = random.getrandbits(31)
        way = way_of(edition.item, lesson.seed)
        for screen in questions_that_count(way):
            _raise_hands(db, lesson_id, screen, random)
        is_open = year_group == max(classes)
        place = len(way) - 2 if is_open else len(way) - 1
        at_the_board.go_on(lesson, place=place, last=not is_open, at=at + timedelta(minutes=35))
    db.flush()


def _raise_hands(db: SchoolSession, lesson_id: int, screen: Screen, random: Random) -> None:
    question = screen.question
    assert question is not None
    offered = countable(question)
    good = [one.id for one in offered if one.grade == "secure"]
    hands = {one.id: 0 for one in offered}
    for _child in range(IN_A_CLASS):
        hands[random.choice(good) if good and random.random() < KNOW_IT else random.choice(offered).id] += 1
    at_the_board.count_hands(db, lesson_id=lesson_id, question_id=screen.question_id, question=question, hands=hands)

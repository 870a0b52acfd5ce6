"""A question is added to a lesson in one go: from scratch, or from what the school brought."""

from __future__ import annotations

import pytest

from esafety.core import clock
from esafety.curriculum.interchange.entry import entries_of
from esafety.curriculum.own.actions import keep_questions
from tests.authoring.conftest import KEY, LIST, Desk
from tests.harness.curriculum import our_content

KINDS = (
    "What would you do? – a situation, one answer", "One right answer", "Several right answers", "True or not", "Put in order",
    "Match pairs", "Sort into groups", "A story with turns and endings",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_each_kind_is_begun_in_a_draft(desk: Desk, kind: str) -> None:
    page = desk.visitor.open(f"{LIST}/look/{KEY}").follow("Add a question").choose(kind)
    written, again = page.press("Add it"), page.press("Add it")
    assert written.url == again.url
    assert written.heading == kind
    assert "Write first" in written.text
    assert len(desk.body()["quiz"]["questions"]) == len(desk.lesson().quiz.questions) + 1
    assert "before it can be published" in written.press("Save").text


def test_a_question_that_the_school_brought_is_taken_as_it_is(desk: Desk) -> None:
    entry = next(one for one in entries_of(our_content()) if one.question.kind == "match" and one.readers == "uks2")
    with desk.database.transaction(school_id=desk.school.id) as db:
        keep_questions(db, entries=[entry], source="gift", by="account:1", now=clock.now())
    key = "tell-an-adult/uks2"
    page = desk.visitor.open(f"{LIST}/add-question/{key}").choose(entry.question.stem[:30]).press("Add it")
    assert page.heading == "Match pairs"
    added = desk.body(key)["quiz"]["questions"][-1]
    assert (added["stem"], added["id"][:4]) == (entry.question.stem, "own-")
    assert entry.question.stem[:30] not in desk.visitor.open(f"{LIST}/add-question/{KEY}").text, "it is for older readers"


def test_nothing_chosen_is_told(desk: Desk) -> None:
    told = desk.visitor.open(f"{LIST}/add-question/{KEY}").press("Add it")
    assert told.status == 422
    assert "Choose what kind of question it is." in told.errors
    assert desk.draft() is None


@pytest.mark.parametrize("question", ["own:1", "own:x", "essay", "'; drop table"])
def test_a_question_that_is_not_offered_is_not_added(desk: Desk, question: str) -> None:
    sending = desk.visitor.open(f"{LIST}/add-question/{KEY}").choose("True or not")._filling.press("Add it")
    sending.fields[:] = [(name, question if name == "question" else value) for name, value in sending.fields]
    assert desk.visitor.send(f"{LIST}/add-question/{KEY}", sending).status == 422
    assert desk.draft() is None


def test_a_lesson_that_is_full_says_so(desk: Desk) -> None:
    desk.adapt()
    question = desk.body()["quiz"]["questions"][0]
    many = [question | {"id": f"own-{number}"} for number in range(40)]
    desk.change_behind(quiz=desk.body()["quiz"] | {"questions": many})
    told = desk.visitor.open(f"{LIST}/add-question/{KEY}").choose("True or not").press("Add it")
    assert told.status == 403
    assert "at most 40 questions" in told.text

"""A piece becomes a form and a form a piece, without losing what the form does not show."""

from __future__ import annotations

from typing import Any

import pytest

from esafety.authoring.rules.beginning import empty_question, steps_for
from esafety.authoring.rules.filling import FilledForm, FilledRows, Typed, filled, read, too_long
from esafety.authoring.rules.layouts import LESSON, QUESTIONS, STEP, layout_of
from esafety.authoring.rules.pieces import find, is_blank, places_of, with_piece
from esafety.authoring.rules.rows import rearranged
from esafety.curriculum.stored import to_json
from tests.harness.curriculum import our_content


def sent(form: FilledForm) -> Typed:
    """What a browser sends of a form that nobody touched."""
    values: dict[str, list[str]] = {entry.name: [entry.value] for entry in (*form.fields, *form.after)}

    def of_rows(rows: tuple[FilledRows, ...]) -> None:
        for some in rows:
            values[some.name] = [row.id for row in some.entries]
            for row in some.entries:
                values.update({entry.name: [entry.value] for entry in row.fields})
                of_rows(row.rows)

    of_rows(form.rows)
    return values


def test_a_form_that_nobody_touched_changes_no_piece_of_any_lesson() -> None:
    for lesson in our_content().lessons:
        body = to_json(lesson.item)
        for place in places_of(body):
            piece: Any = find(body, place)
            layout = layout_of(place, piece.get("kind", ""), for_pupils=lesson.item.band is not None)
            typed = sent(filled(layout, piece))
            assert read(layout, typed, piece) == piece, (lesson.file, place)
            assert too_long(layout, typed) == {}, (lesson.file, place)
            assert with_piece(body, place, piece) == body


def test_what_the_form_does_not_show_stays() -> None:
    piece = {"id": "q1", "kind": "single", "stem": "?", "options": [{"id": "a", "text": "A", "keys": ["turns with a fact"]}]}
    typed = {"stem": ["Really?"], "options": ["a"], "options.a.text": ["Yes"]}
    new = read(QUESTIONS["single"], typed, piece)
    assert (new["id"], new["stem"]) == ("q1", "Really?")
    assert new["options"] == [{"id": "a", "text": "Yes", "keys": ["turns with a fact"]}]


def test_words_that_nobody_wrote_leave_no_badge_and_half_a_badge_keeps_its_gap() -> None:
    body = {"title": "T", "badge": {"title": "B", "says": "S", "picture": "p"}}
    assert "badge" not in read(LESSON, {"title": ["T"]}, body)
    assert read(LESSON, {"title": ["T"], "badge.title": ["B"]}, body)["badge"] == {"title": "B", "says": "", "picture": ""}


def test_numbers_become_numbers_and_nonsense_stays_for_the_check() -> None:
    assert read(LESSON, {"minutes": ["12"]}, {"minutes": 1})["minutes"] == 12
    assert read(LESSON, {"minutes": ["ten"]}, {"minutes": 1})["minutes"] == "ten"
    assert read(LESSON, {"minutes": ["²"]}, {"minutes": 1})["minutes"] == "²"


@pytest.mark.parametrize("name", ["", "../a", "A", "a" * 41, "a.b", "a b", "é"])
def test_a_row_of_a_strange_name_is_not_made(name: str) -> None:
    assert read(QUESTIONS["order"], {"items": [name]}, {"id": "q"})["items"] == []


def test_a_form_cannot_bring_more_rows_than_there_may_be() -> None:
    typed = {"items": [f"r{number}" for number in range(500)]}
    assert len(read(QUESTIONS["order"], typed, {"id": "q"})["items"]) == 8


def test_a_text_that_is_too_long_is_named_with_its_limit() -> None:
    assert too_long(STEP, {"text": ["x" * 1501], "say": ["short"]}) == {"text": 1500}
    assert too_long(QUESTIONS["single"], {"options": ["a"], "options.a.text": ["x" * 301]}) == {"options.a.text": 300}


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_new_question_is_blank_and_has_rows_to_fill(kind: str) -> None:
    question = empty_question(kind, "own-1")
    assert is_blank(question)
    assert read(QUESTIONS[kind], sent(filled(QUESTIONS[kind], question)), question) == question


def test_names_are_unique_in_the_whole_of_a_story() -> None:
    story = empty_question("branching", "own-1")
    names = [
        one["id"] for one in (*story["turns"], *story["endings"], *(way for turn in story["turns"] for way in turn["options"]))
    ]
    assert len(names) == len(set(names)) == 9


def test_rows_are_added_moved_and_taken_away() -> None:
    layout, question = QUESTIONS["order"], {"id": "q", "items": [{"id": "a", "text": "1"}, {"id": "b", "text": "2"}]}
    more, there = rearranged(layout, question, "add:items")
    assert ([one["id"] for one in more["items"]], there) == (["a", "b", "c"], "items.c")
    up, there = rearranged(layout, question, "up:items.b")
    assert ([one["id"] for one in up["items"]], there) == (["b", "a"], "items.b")
    away, there = rearranged(layout, question, "away:items.a")
    assert ([one["id"] for one in away["items"]], there) == (["b"], "items")


@pytest.mark.parametrize(
    "press", ["", "save", "up:items.a", "down:items.b", "up:items.z", "add:options", "add:", "up:stem.a.b", "x:y"]
)
def test_a_press_that_fits_nothing_changes_nothing(press: str) -> None:
    question = {"id": "q", "items": [{"id": "a", "text": "1"}, {"id": "b", "text": "2"}]}
    assert rearranged(QUESTIONS["order"], question, press)[0] == question


def test_a_turn_of_a_story_gets_another_way() -> None:
    story = empty_question("branching", "own-1")
    turn = story["turns"][0]["id"]
    more, _there = rearranged(QUESTIONS["branching"], story, f"add:turns.{turn}.options")
    assert [len(one["options"]) for one in more["turns"]] == [3, 2]


def test_a_new_lesson_has_the_steps_that_it_needs_and_takes_whom_to_tell_from_ours() -> None:
    tell = {"id": "tell", "kind": "tell", "text": "Tell someone."}
    steps = steps_for("lks2", tell)
    assert [step["kind"] for step in steps] == ["hook", "learn", "learn", "learn", "talk", "tell"]
    assert len({step["id"] for step in steps}) == 6
    assert steps[-1] == tell
    assert [step["kind"] for step in steps_for("staff", None)] == ["promise", "why", "scenario", "tell"]


def test_a_number_without_end_stays_as_it_was_typed_and_is_for_the_check() -> None:
    endless = "9" * 5000
    assert read(LESSON, {"minutes": [endless]}, {})["minutes"] == endless
    assert too_long(LESSON, {"minutes": [endless]})

"""Two sides changed a lesson: nothing of either is lost, and only what both changed is asked."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from esafety.curriculum.own.merging import differences, merged

BEFORE: dict[str, Any] = {
    "expectation": "age-limits",
    "band": "lks2",
    "title": "Lines",
    "steps": [{"id": "hook", "text": "A line."}, {"id": "learn", "text": "An age."}, {"id": "tell", "text": "Tell."}],
    "quiz": {"draw": "6", "questions": [{"id": "q1", "stem": "One?"}, {"id": "q2", "stem": "Two?"}]},
}


def _with(change: Any) -> dict[str, Any]:
    lesson = deepcopy(BEFORE)
    change(lesson)
    return lesson


def test_without_a_change_there_is_nothing_to_say() -> None:
    assert differences(BEFORE, BEFORE, BEFORE) == ()
    assert merged(BEFORE, BEFORE, BEFORE, {}) == BEFORE


def test_what_only_one_side_changed_is_taken_from_it() -> None:
    ours = _with(lambda lesson: lesson["quiz"]["questions"][0].update(stem="One, and better?"))
    theirs = _with(lambda lesson: lesson.update(title="Our lines"))
    assert [(one.part, one.who) for one in differences(BEFORE, ours, theirs)] == [("title", "theirs"), ("question q1", "ours")]
    both = merged(BEFORE, ours, theirs, {})
    assert (both["title"], both["quiz"]["questions"][0]["stem"]) == ("Our lines", "One, and better?")


def test_what_both_changed_is_for_a_person() -> None:
    ours = _with(lambda lesson: lesson["steps"][0].update(text="A red line."))
    theirs = _with(lambda lesson: lesson["steps"][0].update(text="A blue line."))
    with pytest.raises(KeyError, match="step hook"):
        merged(BEFORE, ours, theirs, {})
    assert merged(BEFORE, ours, theirs, {"step hook": "ours"})["steps"][0]["text"] == "A red line."
    assert merged(BEFORE, ours, theirs, {"step hook": "theirs"})["steps"][0]["text"] == "A blue line."


def test_the_same_change_on_both_sides_is_none() -> None:
    changed = _with(lambda lesson: lesson.update(title="Same"))
    assert differences(BEFORE, changed, changed) == ()


def test_new_questions_of_both_sides_stay() -> None:
    ours = _with(lambda lesson: lesson["quiz"]["questions"].insert(1, {"id": "q3", "stem": "Three?"}))
    theirs = _with(lambda lesson: lesson["quiz"]["questions"].append({"id": "own1", "stem": "Ours?"}))
    choices: dict[str, Any] = {"order of questions": "theirs"}
    names = [one["id"] for one in merged(BEFORE, ours, theirs, choices)["quiz"]["questions"]]
    assert names == ["q1", "q3", "q2", "own1"]


def test_a_step_that_one_side_took_away_goes_unless_the_other_changed_it() -> None:
    ours = _with(lambda lesson: lesson["steps"].pop(1))
    assert [one["id"] for one in merged(BEFORE, ours, BEFORE, {})["steps"]] == ["hook", "tell"]
    theirs = _with(lambda lesson: lesson["steps"][1].update(text="Another age."))
    (found,) = [one for one in differences(BEFORE, ours, theirs) if one.needs_choice]
    assert (found.part, found.ours) == ("step learn", None)


def test_a_new_step_stands_before_the_one_that_says_whom_to_tell() -> None:
    theirs = _with(lambda lesson: lesson["steps"].insert(2, {"id": "own", "text": "Our hall."}))
    ours = _with(lambda lesson: lesson["steps"].insert(1, {"id": "more", "text": "More."}))
    names = [one["id"] for one in merged(BEFORE, ours, theirs, {"order of steps": "ours"})["steps"]]
    assert names == ["hook", "more", "learn", "own", "tell"]

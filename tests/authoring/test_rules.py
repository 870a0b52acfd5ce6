"""Where a finding stands, where a lesson stands, what is compared, and what can already be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from esafety.authoring.rules import pieces
from esafety.authoring.rules.comparing import Sentence, compared, paragraphs_of
from esafety.authoring.rules.picturing import with_picture
from esafety.authoring.rules.placing import beside, of_all, of_piece, piece_of
from esafety.authoring.rules.showable import showable
from esafety.authoring.rules.states import OwnState, state_of
from esafety.curriculum.own.merging import Difference

STORY: dict[str, Any] = {
    "id": "q1", "kind": "branching", "stem": "A story.",
    "turns": [{"id": "t", "text": "Now?", "options": [{"id": "a", "text": "A", "then": "good"}, {"id": "b", "text": "B", "then": "bad"}]}],
    "endings": [
        {"id": "good", "text": "Good.", "grade": "secure", "explanation": "Why."},
        {"id": "bad", "text": "Bad.", "grade": "unsure", "explanation": "Why."},
    ],
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    place: str
    message: str = ""


@pytest.mark.parametrize(
    ("place", "piece"),
    [
        ("title", "about"),
        ("teacher.vocabulary.0.word", "about"),
        ("quiz.draw", "about"),
        ("", "about"),
        ("steps", ""),
        ("quiz", ""),
        ("steps.hook", "steps.hook"),
        ("steps.hook.text", "steps.hook"),
        ("steps.hook.activity", "steps.hook.activity"),
        ("steps.hook.activity.options.a", "steps.hook.activity"),
        ("quiz.q1.options.a.text", "quiz.q1"),
    ],
)
def test_each_place_belongs_to_one_piece(place: str, piece: str) -> None:
    assert piece_of(place) == piece
    assert of_piece([Told(place)], piece) == (Told(place),)
    assert bool(of_all([Told(place)])) == (piece == "")


@pytest.mark.parametrize(
    ("place", "message", "name"),
    [
        ("quiz.q1.options.a.text", "", "options.a.text"),
        ("quiz.q1.options.a.id", "", "options.a"),
        ("quiz.q1.options.z.text", "", "options"),
        ("quiz.q1", "", ""),
        ("quiz.q1.say.more", "", ""),
        ("quiz.q1.explanations", 'The explanation for "not" is missing.', "explanations.not"),
        ("quiz.q1.explanations", 'The explanation for "nobody" is missing.', ""),
    ],
)
def test_a_finding_stands_beside_the_nearest_field(place: str, message: str, name: str) -> None:
    names = ("stem", "options", "options.a", "options.a.text", "explanations.not")
    assert list(beside([Told(place, message)], "quiz.q1", names)) == [name]


def test_a_lesson_is_ours_adapted_or_the_schools_own() -> None:
    ours = state_of("age-limits/ks1", None, title="T", ours=1, off=False)
    assert (ours.is_ours, ours.is_adapted, ours.is_newer) == (True, False, False)
    adapted = state_of(
        "age-limits/ks1", OwnState("age-limits/ks1", published=True, published_based_on=1), title="T", ours=2, off=False
    )
    assert (adapted.is_adapted, adapted.is_newer) == (True, True)
    own = state_of("age-limits/ks1-own-ab", OwnState("k", draft_id=5, draft_title="Mine"), title="", ours=None, off=True)
    assert (own.title, own.readers, own.is_ours, own.is_off, own.is_newer) == ("Mine", "ks1", False, True, False)


def test_a_draft_that_took_the_newer_version_in_is_up_to_date() -> None:
    both = OwnState("k/ks1", draft_id=5, draft_based_on=2, published=True, published_based_on=1)
    assert not state_of("k/ks1", both, title="T", ours=2, off=False).is_newer


def plainly(key: str, value: str) -> str:
    return f"{key}: {value}"


def test_new_sentences_are_marked_on_each_side() -> None:
    before, ours = {"text": "One. Two.\nThree."}, {"text": "One. Four.\nThree."}
    found = compared(Difference("step hook", "both", before, ours, None), plainly)
    assert found.about == ("step", "hook")
    assert found.before == ((Sentence("One.", False), Sentence("Two.", False)), (Sentence("Three.", False),))
    assert found.ours == ((Sentence("One.", False), Sentence("Four.", True)), (Sentence("Three.", False),))
    assert found.theirs is None


def test_a_part_is_known_by_its_first_words() -> None:
    asked = {"id": "q1", "kind": "single", "stem": "“Time is up!” calls the lady in the library. What now?"}
    assert compared(Difference("question q1", "both", asked, asked, asked), plainly).opening == "Time is up! calls the lady …"
    gone = compared(Difference("step hook", "theirs", {"id": "hook", "text": "A **shiny** box"}, None, None), plainly)
    assert gone.opening == "A shiny box"
    assert compared(Difference("step hook", "theirs", None, None, {"id": "hook"}), plainly).opening == "hook"


def test_everything_that_is_said_is_compared() -> None:
    question = {"id": "q1", "stem": "Why? Why not?", "scenario": True, "options": [{"id": "a", "text": "A", "grade": "secure"}]}
    assert paragraphs_of(question, plainly) == [("Why?", "Why not?"), ("scenario: True",), ("A",), ("grade: secure",)]
    assert paragraphs_of(question, lambda _key, _value: "") == [("Why?", "Why not?"), ("A",)]
    assert compared(Difference("order of steps", "ours", ["a"], ["a", "b"], ["a"]), plainly).about == ("order", "steps")


def _lesson(*questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"expectation": "age-limits", "band": "ks1", "steps": [], "quiz": {"questions": list(questions)}, **more}


def test_a_whole_story_is_shown() -> None:
    assert showable(_lesson(STORY)).left_out == ()


@pytest.mark.parametrize("then", ["", "t", "nowhere", "a"])
def test_a_story_that_ends_nowhere_or_goes_round_in_circles_is_left_out(then: str) -> None:
    turn: dict[str, Any] = STORY["turns"][0]
    ways = [turn["options"][0] | {"then": then}, turn["options"][1]]
    assert showable(_lesson(STORY | {"turns": [turn | {"options": ways}]})).left_out == ("quiz.q1",)


@pytest.mark.parametrize(
    "question",
    [
        {"id": "q1", "kind": "order", "stem": "?", "items": [], "explanations": {}},
        {"id": "q1", "kind": "single", "stem": "", "options": []},
        {"id": "q1", "kind": "nothing"},
        {"id": "q1"},
        {"id": "q1", "kind": "true-or-not", "stem": "?", "answer": "", "explanations": {}},
    ],
)
def test_a_question_with_gaps_that_no_page_can_hold_is_left_out(question: dict[str, Any]) -> None:
    assert showable(_lesson(question)).left_out == ("quiz.q1",)


def test_a_step_keeps_its_words_when_what_is_tried_out_is_unfinished() -> None:
    step = {"id": "hook", "kind": "hook", "text": "Once.", "activity": {"id": "x", "kind": "order", "stem": ""}}
    found = showable(_lesson(steps=[step]))
    assert ([one.text for one in found.lesson.steps], found.left_out) == (["Once."], ("steps.hook.activity",))


def test_pieces_are_found_replaced_moved_and_taken_away() -> None:
    body = {
        "title": "T",
        "steps": [{"id": "a", "text": "A"}, {"id": "b", "kind": "tell", "text": "B"}],
        "quiz": {"questions": [{"id": "q"}]},
    }
    assert pieces.places_of(body) == ("about", "steps.a", "steps.b", "quiz.q")
    assert pieces.find(body, "steps.c") is pieces.find(body, "x.y") is pieces.find(body, "quiz.q.activity") is None
    with pytest.raises(KeyError):
        pieces.with_piece(body, "steps.c", {"id": "c"})
    assert [one["id"] for one in pieces.moved(body, "steps.b", -1)["steps"]] == ["b", "a"]
    assert pieces.moved(body, "steps.b", 1) == pieces.moved(body, "steps.z", 1) == body
    assert [one["id"] for one in pieces.with_step(body, {"id": "n"})["steps"]] == ["a", "n", "b"]
    assert pieces.without(body, "quiz.q")["quiz"]["questions"] == []
    assert pieces.without(body, "quiz.z") == body


def test_a_picture_is_put_where_there_is_room_for_one() -> None:
    piece = {"id": "q", "options": [{"id": "a", "picture": "old"}]}
    assert with_picture(piece, "options.a.picture", "new")["options"][0]["picture"] == "new"
    assert "picture" not in with_picture(piece, "options.a.picture", "")["options"][0]
    assert with_picture({}, "badge.picture", "new") == {"badge": {"picture": "new"}}

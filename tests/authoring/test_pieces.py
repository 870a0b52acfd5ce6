"""Writing piece by piece: saved with or without mistakes, checked before it is saved, never overwritten by two."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.conftest import KEY, Desk
from tests.harness.page import Page


@pytest.fixture
def adapted(desk: Desk) -> Desk:
    desk.adapt()
    return desk


def _question(desk: Desk, name: str = "q1") -> dict[str, Any]:
    return next(one for one in desk.body()["quiz"]["questions"] if one["id"] == name)


def _send(desk: Desk, page: Page, button: str, **fields: str) -> Page:
    """Press a button with fields that no hand could type."""
    sending = page._filling.press(button)
    sending.fields[:] = list((dict(sending.fields) | fields).items())
    return desk.visitor.send(sending.action, sending)


def test_a_piece_is_saved_and_only_it_changes(adapted: Desk) -> None:
    before = adapted.body()
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).write("Words on the screen", "A line in **our** park.")
    saved = page.press("Save")
    assert "Saved." in saved.text
    after = adapted.body()
    assert after["steps"][0]["text"] == "A line in **our** park."
    assert after | {"steps": before["steps"]} == before


def test_every_piece_of_a_lesson_opens(adapted: Desk) -> None:
    for link in adapted.visitor.open(adapted.address()).find("//ol[@class='pieces']//a/@href"):
        assert adapted.visitor.open(str(link)).status == 200


def test_a_mistake_is_saved_and_named_beside_its_field(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1")).write("Question", "")
    saved = page.press("Save")
    assert _question(adapted)["stem"] == ""
    assert "“stem” is empty" in saved.text.replace('"stem"', "“stem”")
    assert saved.find("//*[@data-findings='stem']//p")
    assert "1 to mend" in adapted.visitor.open(adapted.address()).text


def test_checking_says_the_same_and_saves_nothing(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1")).write("Question", "")
    checked = page.press("Check")
    assert checked.find("//*[@data-findings='stem']//p")
    assert _question(adapted)["stem"]
    assert not (checked.find("//textarea[@name='stem']")[0].text or "").strip()


def test_what_looks_on_while_typing_answers_with_the_same_findings(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1"))
    fields = page.write("Question", "")._filling.press("Save").fields
    before = adapted.body()
    answer = adapted.visitor.client.post(adapted.address("check", "quiz.q1"), data=dict(fields))
    assert answer.status_code == 200
    assert "things to mend" in answer.text
    assert 'data-findings="stem"' in answer.text
    assert adapted.body() == before


def test_a_stale_check_is_refused_quietly(adapted: Desk) -> None:
    answer = adapted.visitor.client.post(adapted.address("check", "quiz.q1"), data={"csrf": "x"})
    assert answer.status_code == 400


@pytest.mark.both_databases
def test_two_writers_of_one_piece_do_not_overwrite_each_other(adapted: Desk) -> None:
    address = adapted.address("part", "steps.hook")
    page = adapted.visitor.open(address).write("Words on the screen", "Mine.")
    steps = adapted.body()["steps"]
    adapted.change_behind(steps=[steps[0] | {"text": "Theirs."}, *steps[1:]])
    told = page.press("Save")
    assert told.status == 422
    assert "Somebody else changed this meanwhile" in told.text
    assert "Theirs." in told.text
    assert told.find("//textarea[@name='text']")[0].text.strip() == "Mine."
    assert adapted.body()["steps"][0]["text"] == "Theirs."
    assert "Saved." in told.press("Save").text
    assert adapted.body()["steps"][0]["text"] == "Mine."


def test_two_writers_of_two_pieces_both_stay(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).write("Words on the screen", "Mine.")
    adapted.change_behind(title="Theirs")
    assert "Saved." in page.press("Save").text
    assert (adapted.body()["title"], adapted.body()["steps"][0]["text"]) == ("Theirs", "Mine.")


def test_a_piece_that_somebody_took_away_is_not_there(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).write("Words on the screen", "Mine.")
    adapted.change_behind(steps=adapted.body()["steps"][1:])
    sending = page._filling.press("Save")
    assert adapted.visitor.client.post(sending.action, data=dict(sending.fields)).status_code == 404


def test_a_stale_form_keeps_what_was_typed(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).write("Words on the screen", "Mine.")
    told = _send(adapted, page, "Save", csrf="stale")
    assert told.status == 422
    assert told.find("//textarea[@name='text']")[0].text.strip() == "Mine."
    assert adapted.body()["steps"][0]["text"] != "Mine."


def test_a_text_that_is_too_long_is_told_and_kept(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1")).write("Question", "x" * 601)
    told = page.press("Save")
    assert told.status == 422
    assert "at most 600 characters" in told.text
    assert _question(adapted)["stem"] != "x" * 601


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u202eb\u200bc\ufeff", "abc"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("{{ 7*7 }} {% x %}", "{{ 7*7 }} {% x %}"),
        ("e\u0301", "\u00e9"),
        ("  spaces \r\n and lines  ", "spaces \n and lines"),
        ("\x00\x08nul", "nul"),
    ],
)
def test_hidden_characters_are_left_out_and_the_rest_is_shown_as_typed(adapted: Desk, typed: str, kept: str) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook"))
    saved = _send(adapted, page, "Save", text=typed)
    assert adapted.body()["steps"][0]["text"] == kept
    preview = adapted.visitor.open(adapted.address("preview", "0"))
    assert not preview.find("//main//script")
    assert "49" not in saved.find("//textarea[@name='text']")[0].text


def test_rows_come_go_and_move_without_javascript(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1"))
    texts = [one["text"] for one in _question(adapted)["options"]]
    page = page.press("Move down: Answer 1")
    assert [one["text"] for one in _question(adapted)["options"]] == [texts[1], texts[0], *texts[2:]]
    page = page.press("One more answer")
    assert len(_question(adapted)["options"]) == 4
    page = page.press("Take away: Answer 4")
    assert len(_question(adapted)["options"]) == 3
    page.write("Question", "And now?").press("Move up: Answer 2")
    assert _question(adapted)["stem"] == "And now?"
    assert [one["text"] for one in _question(adapted)["options"]] == texts


def test_a_picture_is_chosen_by_what_it_shows(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).press("Another picture Picture")
    assert page.heading == "Choose a picture"
    found = page.write("What is to be seen", "height line").press("Look for it")
    saved = found.press(found.buttons[next(n for n, name in enumerate(found.buttons) if "line" in name)])
    assert "Saved." in saved.text
    assert adapted.body()["steps"][0]["picture"] != "wen-birthday-screen"
    none = saved.press("Another picture Picture").press("No picture")
    assert "picture" not in adapted.body()["steps"][0]
    assert none.status == 200


def test_a_picture_that_we_do_not_have_is_refused(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).press("Another picture Picture")
    sending = page._filling.press("No picture")
    data = dict(sending.fields) | {"picture": "../../etc/passwd"}
    assert adapted.visitor.client.post(sending.action, data=data).status_code == 404
    assert adapted.visitor.client.get(adapted.address("picture", "steps.hook") + "?field=../x").status_code == 303


@pytest.mark.both_databases
def test_steps_and_questions_are_added_moved_and_taken_away(adapted: Desk) -> None:
    names = [one["id"] for one in adapted.body()["steps"]]
    page = adapted.visitor.open(adapted.address()).select("One more step", "Learn").press("Add the step")
    assert page.heading == "Learn"
    steps = adapted.body()["steps"]
    assert [one["id"] for one in steps[:-2]] + [steps[-1]["id"]] == names
    page = adapted.visitor.open(adapted.address())
    again = page.press(next(name for name in page.buttons if name.startswith("Move down:")))
    assert [one["id"] for one in adapted.body()["steps"]][:2] == [names[1], names[0]]
    again.press(next(name for name in again.buttons if name.startswith("Take away:")))
    assert names[1] not in [one["id"] for one in adapted.body()["steps"]]


def test_pressing_twice_moves_once(adapted: Desk) -> None:
    names = [one["id"] for one in adapted.body()["steps"]]
    page = adapted.visitor.open(adapted.address())
    button = next(name for name in page.buttons if name.startswith("Move down:"))
    page.press(button)
    page.press(button)
    assert [one["id"] for one in adapted.body()["steps"]][:3] == [names[1], names[0], names[2]]


def test_moving_in_a_draft_that_changed_meanwhile_moves_nothing(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address())
    adapted.change_behind(title="Theirs")
    told = page.press(next(name for name in page.buttons if name.startswith("Move down:")))
    assert "Somebody else changed the lesson meanwhile" in told.html


def test_an_activity_is_added_and_taken_away(adapted: Desk) -> None:
    page = adapted.visitor.open(adapted.address("part", "steps.hook")).select("Kind", "Put in order").press("Add it")
    assert page.heading == "Put in order"
    page.write("Question", "First?").press("Save")
    assert adapted.body()["steps"][0]["activity"]["stem"] == "First?"
    adapted.visitor.open(adapted.address()).press("Take away: First?")
    assert "activity" not in adapted.body()["steps"][0]


@pytest.mark.parametrize(
    "part", ["nothing", "steps.none", "quiz.q99", "steps.hook.activity", "steps.hook.x", "quiz.q1.options.a", "__class__"]
)
def test_a_piece_that_is_not_there_is_not_found(adapted: Desk, part: str) -> None:
    assert adapted.visitor.client.get(adapted.address("part", part)).status_code == 404
    assert adapted.visitor.client.get(adapted.address("picture", part)).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"options": "a" * 3000},
        {"options.a.grade": "best"},
        {"options.a.misconception": "nobody-thinks-this"},
        {"do": "add:options.a.b.c"},
        {"do": "picture:../../x"},
        {"do": "explode"},
        {"opened": ""},
        {"kind": "branching", "id": "q2"},
    ],
)
def test_a_form_that_was_tampered_with_breaks_nothing(adapted: Desk, fields: dict[str, str]) -> None:
    page = adapted.visitor.open(adapted.address("part", "quiz.q1"))
    assert _send(adapted, page, "Save", **fields).status in (200, 422)
    assert (_question(adapted)["id"], _question(adapted)["kind"]) == ("q1", "what-would-you-do")
    assert adapted.visitor.open(adapted.address()).status == 200
    assert adapted.lesson(KEY).get_question("q1").kind == "what-would-you-do"

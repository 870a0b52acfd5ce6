"""Where an adult stands, which answer comes next, and when a name is worth a second look."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.agreements.rules import ANSWERS, Given, State, name_differs, next_turn, repeats, standing

THEN = datetime(2026, 9, 14, 19, 42, tzinfo=UTC)


def answered(turn: int = 1, answer: str = "signed", *, version: int = 1, withdrawn: bool = False) -> Given:
    at = THEN + timedelta(days=turn)
    return Given(turn, version, 5, turn, answer, at, at if withdrawn else None)


def test_without_a_round_nothing_is_asked() -> None:
    assert standing(None, [answered()]).state is State.NOT_ASKED


def test_no_answer_is_an_ordinary_state() -> None:
    assert standing(1, []).state is State.UNANSWERED


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_latest_answer_counts(answer: str) -> None:
    assert standing(1, [answered(2, answer), answered(1, "declined")]).state == answer


def test_a_signature_taken_back_no_longer_stands() -> None:
    now = standing(1, [answered(withdrawn=True)])
    assert now.state is State.WITHDRAWN
    assert not repeats(now, "signed")


def test_an_answer_to_an_earlier_wording_is_asked_again() -> None:
    assert standing(2, [answered(version=1)]).state is State.NEW_WORDING
    assert standing(2, [answered(version=1, withdrawn=True)]).state is State.UNANSWERED


@pytest.mark.parametrize("again", ANSWERS)
def test_while_a_signature_stands_no_other_answer_replaces_it(again: str) -> None:
    assert repeats(standing(1, [answered()]), again)


@given(st.lists(st.tuples(st.sampled_from((1, 2)), st.sampled_from(ANSWERS), st.booleans())))
def test_the_next_turn_was_never_used(history: list[tuple[int, str, bool]]) -> None:
    past = [answered(turn, answer, version=version, withdrawn=gone) for turn, (version, answer, gone) in enumerate(history, 1)]
    for version in (1, 2):
        assert next_turn(version, past) not in {one.turn for one in past if one.version_id == version}


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("Mary Smith", "Mrs M Smith"),
        ("mary smith-jones", "Mary Jones"),
        ("Zoë Müller", "Zoe Muller"),
        ("M. O'Brien", "Mary O’Brien"),
        ("مریم خان", "Maryam Khan"),
        ("", "Mary Smith"),
        ("Cher", "Cher"),
    ],
)
def test_names_with_something_in_common_are_not_flagged(typed: str, known: str) -> None:
    assert not name_differs(typed, known)


@pytest.mark.parametrize(("typed", "known"), [("John Smith", "Mary Jones"), ("xx", "Mary Smith"), ("Mickey Mouse", "Ola Nowak")])
def test_names_with_nothing_in_common_are_flagged(typed: str, known: str) -> None:
    assert name_differs(typed, known)


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_is_too_strange_to_compare(one: str, other: str) -> None:
    assert name_differs(one, other) == name_differs(other, one)
    assert not name_differs(one, one)

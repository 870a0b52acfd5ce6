"""What a finished quiz says about a pupil: decided on plain values."""

from __future__ import annotations

import pytest

from esafety.learning.outcome import Given, next_lesson, outcome, worth_another_go


def given(*grades: str, misconception: str = "m") -> list[Given]:
    return [Given(grade, misconception if grade == "misunderstood" else None, frozenset({misconception})) for grade in grades]


@pytest.mark.parametrize(
    ("grades", "level", "badge"),
    [
        (["secure"] * 6, "secure", True),
        (["secure"] * 5 + ["developing"], "secure", True),
        (["secure"] * 4 + ["developing"] * 2, "developing", True),
        (["secure"] * 5 + ["misunderstood"], "developing", True),
        (["secure"] * 4 + ["misunderstood"] * 2, "misunderstood", False),
        ([], "developing", True),
    ],
)
def test_a_quiz_is_weighed_by_its_answers(grades: list[str], level: str, badge: bool) -> None:
    reached = outcome(given(*grades))
    assert (reached.level, reached.earns_badge) == (level, badge)


def test_a_misconception_is_cleared_by_a_secure_answer_that_could_have_shown_it() -> None:
    assert outcome(given("secure")).cleared == {"m"}
    assert outcome(given("secure", "misunderstood")).cleared == frozenset()
    assert outcome(given("developing")).cleared == frozenset()


def test_the_next_lesson_is_the_first_that_is_not_done() -> None:
    assert next_lesson(["a", "b", "c"], {"a": True, "b": False}) == "b"
    assert next_lesson(["a"], {"a": True}) is None


def test_another_go_is_offered_where_it_helps_most() -> None:
    assert worth_another_go(["a", "b", "c"], {"a": "developing", "b": "secure", "c": "misunderstood"}) == "c"
    assert worth_another_go(["a", "b"], {"a": "secure", "b": "developing"}) == "b"
    assert worth_another_go(["a"], {"a": "secure"}) is None

"""Keys that turn with a fact: the bound is reached or it is not, and everything else stays as it was."""

from __future__ import annotations

import pytest

from esafety.curriculum.keys import question_under, ruling_of
from esafety.curriculum.shapes import Choice, Option, OptionKey, StatementKey, TrueOrNot

AGE = "minimum_age.social_media"


def _statement() -> TrueOrNot:
    keys = (
        StatementKey(id="k1", fact=AGE, at_least=15, answer="true", explanations={"true": "now", "not": "before"}),
        StatementKey(id="k2", fact=AGE, at_least=18, answer="not", explanations={"true": "later", "not": "later"}),
    )
    return TrueOrNot(id="q", kind="true-or-not", stem="?", answer="not", explanations={"true": "a", "not": "b"}, keys=keys)


@pytest.mark.parametrize(("age", "answer"), [("13", "not"), ("14", "not"), ("15", "true"), ("16", "true"), ("18", "not")])
def test_a_statement_turns_at_its_bound(age: str, answer: str) -> None:
    turned = question_under(_statement(), ruling_of({AGE}, {AGE: age}))
    assert isinstance(turned, TrueOrNot)
    assert turned.answer == answer


def test_an_option_gets_another_grade_and_explanation() -> None:
    key = OptionKey(id="k", fact=AGE, at_least=15, grade="misunderstood", misconception="m", explanation="not any more")
    option = Option(id="a", text="Join", grade="secure", explanation="fine", keys=(key,))
    question = Choice(
        id="q", kind="single", stem="?", options=(option, Option(id="b", text="Wait", grade="unsure", explanation="ok"))
    )
    turned = question_under(question, ((AGE, 16),))
    assert isinstance(turned, Choice)
    assert [(one.grade, one.explanation) for one in turned.options] == [("misunderstood", "not any more"), ("unsure", "ok")]


@pytest.mark.parametrize("value", ["", "sixteen", "a new edition"])
def test_a_fact_that_is_no_number_turns_nothing(value: str) -> None:
    assert question_under(_statement(), ruling_of({AGE}, {AGE: value})) == _statement()

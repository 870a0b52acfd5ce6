"""When a pupil is called secure: decided on plain values, and checked on thousands of simulated pupils."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from esafety.cli import main
from esafety.curriculum.shapes import Choice, Match, Option, Order, OrderItem, Pair, Several, Tick, TrueOrNot
from esafety.learning import simulation
from esafety.learning.rules.chance import NEVER_LESS, chance_of
from esafety.learning.rules.mastery import Evidence, mastery
from tests.harness.curriculum import our_content

DAY = date(2026, 9, 7)


def shown(*grades: str, days_later: int = 0, names: str = "", chance: float = 1 / 3) -> list[Evidence]:
    """Answers of one day to questions of their own."""
    day = DAY + timedelta(days=days_later)
    return [Evidence(f"{names or day}-{number}", day, grade, chance) for number, grade in enumerate(grades)]


def level(*evidence: list[Evidence]) -> str:
    return mastery(one for day in evidence for one in day).level


def test_one_good_morning_is_not_enough() -> None:
    assert level(shown(*["secure"] * 6)) == "developing"
    assert level(shown(*["secure"] * 6), shown("secure", "secure", days_later=14)) == "secure"


def test_nobody_has_shown_anything_yet() -> None:
    assert level() == "developing"


def test_misunderstandings_are_to_be_looked_at_and_put_right_later() -> None:
    wrong = shown(*["misunderstood"] * 4, "secure", "secure")
    assert level(wrong) == "misunderstood"
    assert level(wrong, shown(*["secure"] * 6, days_later=14)) == "developing"
    assert level(wrong, shown(*["secure"] * 6, days_later=14), shown(*["secure"] * 6, days_later=28)) == "secure"


def test_half_of_an_answer_counts_less_than_a_whole_one_and_more_than_none() -> None:
    likelihoods = [mastery(shown("secure", grade)).known for grade in ("secure", "developing", "unsure")]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert len(set(likelihoods)) == 3


def test_a_right_answer_that_is_easily_guessed_says_less() -> None:
    assert mastery(shown("secure", chance=1 / 2)).known < mastery(shown("secure", chance=1 / 4)).known


def test_the_same_question_again_says_less_than_another_one() -> None:
    first = shown("secure", "secure", names="bank")
    again, another = shown("secure", days_later=7, names="bank"), shown("secure", days_later=7)
    assert mastery(first + again).known < mastery(first + another).known


def test_the_order_of_answers_within_a_day_makes_no_difference() -> None:
    answers = shown("secure", "misunderstood", "developing", "secure")
    assert mastery(answers) == mastery(reversed(answers))


OPTIONS = tuple(Option(id=one, text=one, grade="secure" if one == "a" else "unsure", explanation="e") for one in "abcd")
TICKS = tuple(Tick(id=one, text=one, right=one == "a", explanation="e") for one in "abc")
ITEMS = tuple(OrderItem(id=one, text=one) for one in "abcd")
PAIRS = tuple(Pair(id=one, left=one, right=one) for one in "abc")


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        (Choice(id="q", kind="single", stem="?", options=OPTIONS), 1 / 4),
        (TrueOrNot(id="q", kind="true-or-not", stem="?", answer="true", explanations={}), 1 / 2),
        (Several(id="q", kind="several", stem="?", options=TICKS, explanations={}), NEVER_LESS),
        (Order(id="q", kind="order", stem="?", items=ITEMS, explanations={}), NEVER_LESS),
        (Match(id="q", kind="match", stem="?", pairs=PAIRS, explanations={}), 1 / 6),
    ],
    ids=lambda value: getattr(value, "kind", ""),
)
def test_guessing_is_allowed_for_by_what_a_question_offers(question: Choice, chance: float) -> None:
    assert chance_of(question) == pytest.approx(chance)


def test_simulated_pupils_are_called_what_they_are() -> None:
    lessons = [located.item for located in our_content().lessons]
    rows = simulation.simulate(lessons, pupils=600, seed=7)
    assert not simulation.beyond_limits(rows)
    found = {(row.mind, row.band, row.lessons): row for row in rows}
    for band in ("ks1", "lks2", "uks2"):
        assert found["guesses", band, 2].secure < 0.05
        assert found["guesses shrewdly", band, 2].secure < 0.05
        assert found["knows", band, 2].secure > 0.9
        assert found["knows", band, 1].secure == 0


def test_the_command_prints_the_table_and_the_same_seed_the_same_table() -> None:
    words = ["learning", "simulate", "--pupils", "40", "--seed", "3", "--json"]
    first, second = (CliRunner().invoke(main, words).output for _time in range(2))
    assert first == second
    assert {row["mind"] for row in json.loads(first)["rows"]} == set(simulation.MINDS)
    assert "a pupil who" in CliRunner().invoke(main, ["learning", "simulate", "--pupils", "20"]).output

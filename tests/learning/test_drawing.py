"""Each attempt asks and shows the same on every device, and the order gives nothing away."""

from hypothesis import given
from hypothesis import strategies as st

from esafety.curriculum.shapes import Choice, Match, Option, Order, OrderItem, Pair, TrueOrNot
from esafety.learning.rules import arrange, draw

SEEDS = st.integers(0, 2**31 - 1)
OPTIONS = tuple(Option(id=one, text=one, grade="secure", explanation="e") for one in "abc")
BANK = tuple(
    Choice(id=f"q{number}", kind="what-would-you-do" if number % 2 else "single", stem="?", options=OPTIONS)
    for number in range(10)
)
ORDER = Order(id="o", kind="order", stem="?", items=tuple(OrderItem(id=one, text=one) for one in "abcd"), explanations={})
MATCH = Match(id="m", kind="match", stem="?", pairs=tuple(Pair(id=one, left=one, right=one) for one in "abc"), explanations={})


@given(SEEDS)
def test_an_attempt_draws_different_questions_half_of_them_situations(seed: int) -> None:
    drawn = draw(BANK, seed=seed, number=6)
    assert len({question.id for question in drawn}) == 6
    assert sum(question.kind == "what-would-you-do" for question in drawn) >= 3
    assert drawn == draw(BANK, seed=seed, number=6)


def test_a_small_bank_is_drawn_whole() -> None:
    assert len(draw(BANK[:3], seed=1, number=6)) == 3


def test_every_question_is_drawn_sometimes() -> None:
    assert {question.id for seed in range(40) for question in draw(BANK, seed=seed, number=6)} == {one.id for one in BANK}


@given(SEEDS)
def test_what_is_to_be_ordered_or_matched_never_stands_solved(seed: int) -> None:
    assert sorted(arrange(ORDER, seed=seed)) == list("abcd")
    assert arrange(ORDER, seed=seed) != tuple("abcd")
    assert arrange(MATCH, seed=seed) != tuple("abc")


def test_options_turn_and_each_comes_first_equally_often() -> None:
    first = [arrange(BANK[0], seed=seed)[0] for seed in range(3000)]
    assert all(900 < first.count(one) < 1100 for one in "abc")
    assert arrange(BANK[0], seed=1) in {("a", "b", "c"), ("b", "c", "a"), ("c", "a", "b")}


def test_a_statement_is_always_shown_the_same_way() -> None:
    question = TrueOrNot(id="t", kind="true-or-not", stem="?", answer="true", explanations={})
    assert {arrange(question, seed=seed) for seed in range(9)} == {("true", "not")}

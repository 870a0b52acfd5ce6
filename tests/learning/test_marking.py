"""Answers are graded, each grade explains itself, and what is no answer is refused."""

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.curriculum.shapes import (
    Choice,
    Match,
    Option,
    Order,
    OrderItem,
    Pair,
    Question,
    Several,
    Sort,
    SortGroup,
    SortItem,
    Tick,
    TrueOrNot,
)
from esafety.learning.rules import Chosen, Incomplete, NotAnAnswer, UnknownOption, mark

GRADED = {"secure": "S", "developing": "D", "misunderstood": "M"}
CHOICE = Choice(
    id="q",
    kind="what-would-you-do",
    stem="?",
    options=(
        Option(id="a", text="A", grade="secure", explanation="good"),
        Option(id="b", text="B", grade="developing", explanation="some"),
        Option(id="c", text="C", grade="misunderstood", misconception="thinks", explanation="no"),
    ),
)
STATEMENT = TrueOrNot(
    id="q", kind="true-or-not", stem="?", answer="not", explanations={"true": "T", "not": "N"}, misconception="thinks"
)
SEVERAL = Several(
    id="q",
    kind="several",
    stem="?",
    options=(
        Tick(id="a", text="A", right=True, explanation="x"),
        Tick(id="b", text="B", right=True, explanation="x"),
        Tick(id="c", text="C", right=False, explanation="x", misconception="of c"),
        Tick(id="d", text="D", right=False, explanation="x"),
    ),
    explanations=GRADED,
    misconception="thinks",
)
ORDER = Order(
    id="q",
    kind="order",
    stem="?",
    items=tuple(OrderItem(id=one, text=one) for one in "abc"),
    explanations=GRADED,
    misconception="thinks",
)
MATCH = Match(
    id="q",
    kind="match",
    stem="?",
    pairs=tuple(Pair(id=one, left=one, right=one) for one in "abcd"),
    explanations=GRADED,
    misconception="thinks",
)
SORT = Sort(
    id="q",
    kind="sort",
    stem="?",
    groups=(SortGroup(id="x", text="X"), SortGroup(id="y", text="Y")),
    items=tuple(SortItem(id=one, text=one, group=group, explanation="e") for one, group in zip("abcd", "xxyy", strict=True)),
    explanations=GRADED,
    misconception="thinks",
)
QUESTIONS = (CHOICE, STATEMENT, SEVERAL, ORDER, MATCH, SORT)

MARKED: list[tuple[Question, Chosen, str, str | None]] = [
    (CHOICE, frozenset("a"), "secure", None),
    (CHOICE, frozenset("b"), "developing", None),
    (CHOICE, frozenset("c"), "misunderstood", "thinks"),
    (STATEMENT, frozenset(["not"]), "secure", None),
    (STATEMENT, frozenset(["true"]), "misunderstood", "thinks"),
    (SEVERAL, frozenset("ab"), "secure", None),
    (SEVERAL, frozenset("a"), "developing", None),
    (SEVERAL, frozenset("abd"), "developing", None),
    (SEVERAL, frozenset("abc"), "misunderstood", "of c"),
    (SEVERAL, frozenset("ad"), "misunderstood", "thinks"),
    (SEVERAL, frozenset("abcd"), "misunderstood", "of c"),
    (ORDER, tuple("abc"), "secure", None),
    (ORDER, tuple("bac"), "developing", None),
    (ORDER, tuple("cab"), "misunderstood", "thinks"),
    (MATCH, {"a": "a", "b": "b", "c": "c", "d": "d"}, "secure", None),
    (MATCH, {"a": "b", "b": "a", "c": "c", "d": "d"}, "developing", None),
    (MATCH, {"a": "b", "b": "c", "c": "a", "d": "d"}, "misunderstood", "thinks"),
    (SORT, dict(zip("abcd", "xxyy", strict=True)), "secure", None),
    (SORT, dict(zip("abcd", "xyyy", strict=True)), "developing", None),
    (SORT, dict(zip("abcd", "yxxy", strict=True)), "misunderstood", "thinks"),
]


@pytest.mark.parametrize(("question", "chosen", "grade", "misconception"), MARKED)
def test_an_answer_shows_what_it_shows(question: Question, chosen: Chosen, grade: str, misconception: str | None) -> None:
    marked = mark(question, chosen)
    assert (marked.grade, marked.misconception) == (grade, misconception)
    assert marked.explanation
    assert marked.right is {"secure": True, "misunderstood": False}.get(grade)


@pytest.mark.parametrize(
    ("question", "chosen", "reason"),
    [
        (CHOICE, frozenset("z"), UnknownOption),
        (CHOICE, frozenset("ab"), Incomplete),
        (CHOICE, frozenset(), Incomplete),
        (CHOICE, ("a",), NotAnAnswer),
        (STATEMENT, frozenset(["maybe"]), UnknownOption),
        (SEVERAL, frozenset(), Incomplete),
        (SEVERAL, frozenset("az"), UnknownOption),
        (ORDER, tuple("ab"), Incomplete),
        (ORDER, tuple("abb"), Incomplete),
        (ORDER, tuple("abz"), UnknownOption),
        (ORDER, frozenset("abc"), NotAnAnswer),
        (MATCH, {"a": "a"}, Incomplete),
        (MATCH, {"a": "z", "b": "b", "c": "c", "d": "d"}, UnknownOption),
        (SORT, {"a": "x", "b": "x", "c": "y", "z": "y"}, UnknownOption),
        (SORT, {"a": "x"}, Incomplete),
        (SORT, {"a": "x", "b": "x", "c": "y", "d": "z"}, UnknownOption),
    ],
)
def test_what_is_no_answer_is_refused(question: Question, chosen: Chosen, reason: type[NotAnAnswer]) -> None:
    with pytest.raises(reason):
        mark(question, chosen)


@pytest.mark.parametrize("right", [combination for combination in product([True, False], repeat=4) if 0 < sum(combination) < 4])
def test_choosing_every_option_is_wrong_not_partly_right(right: tuple[bool, ...]) -> None:
    options = tuple(Tick(id=str(at), text="t", right=is_right, explanation="e") for at, is_right in enumerate(right))
    question = Several(id="q", kind="several", stem="?", options=options, explanations=GRADED, misconception="thinks")
    assert mark(question, frozenset("0123")).grade == "misunderstood"


def test_only_one_order_is_secure() -> None:
    grades = [mark(ORDER, order).grade for order in permutations("abc")]
    assert (grades.count("secure"), grades.count("developing")) == (1, 2)


CHOSEN = st.one_of(
    st.frozensets(st.sampled_from(["a", "b", "c", "d", "x", "true", "not", ""])),
    st.lists(st.sampled_from("abcdx")).map(tuple),
    st.dictionaries(st.sampled_from("abcdx"), st.sampled_from("abcdxy")),
)


@given(st.sampled_from(QUESTIONS), CHOSEN)
def test_anything_is_either_marked_or_refused(question: Question, chosen: Chosen) -> None:
    try:
        marked = mark(question, chosen)
    except NotAnAnswer:
        return
    assert marked.explanation
    assert (marked.misconception is not None) == (marked.grade == "misunderstood")

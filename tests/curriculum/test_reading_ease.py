"""The measures of reading ease: by hand and by program the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.curriculum.reading import WordList, measure, sentences_of, stems_of, syllables, words_of


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1), ("make", 1), ("little", 2), ("people", 2), ("asked", 1), ("wanted", 2), ("games", 1), ("boxes", 2),
        ("video", 3), ("idea", 3), ("playing", 2), ("picture", 2), ("tablet", 2), ("question", 2), ("school", 1),
        ("grandma's", 2), ("family", 3), ("the", 1), ("online", 2), ("password", 2), ("information", 4), ("i", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, number: int) -> None:
    assert syllables(word) == number


def test_sentences_end_at_full_stops_and_lines_but_not_inside_speech() -> None:
    assert list(sentences_of("Tom waits. “Stop!” says Maya. Can he?\nYes")) == [
        "Tom waits.",
        "“Stop!” says Maya.",
        "Can he?",
        "Yes",
    ]


def test_a_placeholder_is_one_word() -> None:
    assert measure(["Tell {trusted_adult} now."]).words == 3


def test_the_grade_is_that_of_the_formula() -> None:
    found = measure(["The cat sat on the mat.", "The dog ran to the park."])
    assert (found.words, found.sentences, found.words_per_sentence, found.longest_sentence) == (12, 2, 6.0, 6)
    assert found.grade == round(0.39 * 6 + 11.8 * 1 - 15.59, 1)


def test_no_text_has_no_measure() -> None:
    assert measure([]).words == 0


@pytest.mark.parametrize(
    "word",
    [
        "stops",
        "stopped",
        "stopping",
        "smiled",
        "smiling",
        "tries",
        "happier",
        "don't",
        "tom's",
        "he'll",
        "boxes",
        "bigger",
        "gladly",
    ],
)
def test_regular_endings_are_read_with_the_word(word: str) -> None:
    assert word in WordList(["stop smile try happy do tom he box big glad # and a remark"])


def test_a_remark_is_no_word() -> None:
    assert "remark" not in WordList(["stop # and a remark"])


@given(st.text(max_size=200))
def test_any_text_can_be_measured(text: str) -> None:
    found = measure([text])
    assert found.words >= found.longest_sentence >= 0
    for word in words_of(text):
        assert all(stem for stem in stems_of(word))

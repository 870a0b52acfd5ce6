"""Tricks are scored against chance."""

from hypothesis import given
from hypothesis import strategies as st

from esafety.curriculum.content import Content
from esafety.curriculum.strategies import STRATEGIES, Pick, always_true, picks_of, score_of

EVEN = Pick(("a", "bb", "ccc"), (False, False, True), frozenset())


def test_the_longest_is_picked() -> None:
    assert score_of(STRATEGIES["longest"], [EVEN]).score == 1.0
    assert score_of(STRATEGIES["shortest"], [EVEN]).score == 0.0
    assert score_of(STRATEGIES["last"], [EVEN]).score == 1.0
    assert score_of(STRATEGIES["first"], [EVEN]).excess < 0


def test_a_trick_that_cannot_decide_scores_like_chance() -> None:
    score = score_of(STRATEGIES["tell_or_ask"], [EVEN])
    assert score.score == score.chance == 0.333


def test_telling_and_asking_are_found_as_words() -> None:
    pick = Pick(("Tell Gran", "Tellytubby", "Play"), (True, False, False))
    assert score_of(STRATEGIES["tell_or_ask"], [pick]).score == 1.0


def test_the_small_library_is_scored(small: Content) -> None:
    lessons = [located.item for located in small.lessons]
    assert [len(picks_of(lesson)) for lesson in lessons] == [4, 2]
    assert always_true(lessons).score == 0.0


@given(st.lists(st.tuples(st.text(max_size=8), st.booleans()), min_size=1, max_size=5))
def test_no_score_leaves_its_range(options: list[tuple[str, bool]]) -> None:
    pick = Pick(tuple(text for text, _ in options), tuple(right for _, right in options))
    for liking in STRATEGIES.values():
        assert 0 <= score_of(liking, [pick]).score <= 1

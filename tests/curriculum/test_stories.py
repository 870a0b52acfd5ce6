"""A story that branches is checked before anybody reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from esafety.curriculum.checks.stories import check_story
from esafety.curriculum.content import Asked, Content
from esafety.curriculum.shapes import Branching, Ending, Turn, Way
from esafety.curriculum.stories import ways_through


def way(name: str, then: str, *, text: str = "") -> Way:
    return Way(id=name, text=text or name, picture="p", then=then)


FIRST = Turn(id="first", text="?", options=(way("a", "second"), way("b", "third")))
SECOND = Turn(id="second", text="?", options=(way("c", "good"), way("d", "bad")))
THIRD = Turn(id="third", text="?", options=(way("e", "half"), way("f", "bad")))
GOOD = Ending(id="good", text="G", grade="secure", explanation="e")
HALF = Ending(id="half", text="H", grade="developing", explanation="e")
BAD = Ending(id="bad", text="B", grade="misunderstood", misconception="m", explanation="e")
STORY = Branching(id="s", kind="branching", stem="?", turns=(FIRST, SECOND, THIRD), endings=(GOOD, HALF, BAD))


def problems(small: Content, story: Branching, readers: str = "ks1") -> str:
    asked = Asked(small.lessons[0], "quiz.s", story, readers, True)
    return " ".join(problem.message for problem in check_story(asked, story))


def test_a_sound_story_has_no_problem(small: Content) -> None:
    assert problems(small, STORY) == ""


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (replace(STORY, turns=()), "needs turns and endings"),
        (replace(STORY, turns=(FIRST, SECOND, replace(THIRD, options=(way("e", "half"), way("f", "moon"))))), 'or ending "moon"'),
        (replace(STORY, turns=(FIRST, SECOND, replace(THIRD, id="second"))), 'called "second"'),
        (replace(STORY, turns=(FIRST, SECOND, replace(THIRD, options=(way("c", "half"), way("f", "bad"))))), 'called "c"'),
        (replace(STORY, turns=(replace(FIRST, options=(way("a", "second"), way("b", "good"))), SECOND)), "has 1 turns"),
        (replace(STORY, endings=(GOOD, HALF, BAD, replace(HALF, id="never"))), "No way leads to this ending"),
        (
            replace(STORY, turns=(FIRST, SECOND, THIRD, replace(THIRD, id="x", options=(way("y", "bad"),)))),
            "No way leads through",
        ),
        (replace(STORY, endings=(replace(GOOD, grade="unsure"), HALF, BAD)), "needs a secure ending"),
        (replace(STORY, endings=(GOOD, HALF, replace(BAD, misconception=""))), "names no misconception"),
        (replace(STORY, endings=(replace(GOOD, misconception="m"), HALF, BAD)), "secure ending names a misconception"),
        (replace(STORY, turns=(FIRST, SECOND, replace(THIRD, options=(way("e", "half"),)))), "1 options for ks1"),
        (
            replace(
                STORY, turns=(FIRST, SECOND, replace(THIRD, options=(way("e", "half", text="x"), way("f", "bad", text="X"))))
            ),
            "say the same",
        ),
        (
            replace(
                STORY, turns=(FIRST, SECOND, replace(THIRD, options=(replace(way("e", "half"), picture=""), way("f", "bad"))))
            ),
            "no picture",
        ),
    ],
)
def test_what_is_wrong_with_a_story_is_named(small: Content, story: Branching, told: str) -> None:
    assert told in problems(small, story)


def test_adults_have_no_stories_yet(small: Content) -> None:
    assert "Only pupils' lessons" in problems(small, STORY, "parents")


def test_a_story_in_a_circle_ends(small: Content) -> None:
    circle = replace(STORY, turns=(FIRST, replace(SECOND, options=(way("c", "first"), way("d", "good"))), THIRD))
    assert max(len(taken) for taken, _ending in ways_through(circle)) < 20
    assert "turns" in problems(small, circle)

"""What pupils chose stands beside the words of the question."""

from __future__ import annotations

from collections import Counter

from esafety.core import clock
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.shapes import Branching
from esafety.curriculum.stories import ways_through
from esafety.curriculum.telling import Teller
from esafety.reports.asked import lesson_lines
from esafety.reports.queries.one_expectation import Answered
from tests.harness.curriculum import our_content


def test_a_story_tells_how_many_took_each_way() -> None:
    content = our_content()
    lesson = next(one.item for one in content.lessons if any(isinstance(q, Branching) for q in one.item.quiz.questions))
    story = next(question for question in lesson.quiz.questions if isinstance(question, Branching))
    taken = next(taken for taken, ending in ways_through(story) if ending.grade == "misunderstood")
    library = Library.of(
        [Edition(number, Kind.MISCONCEPTION, one.item.id, 1, one.item) for number, one in enumerate(content.misconceptions)]
    )
    answered = {(lesson.key, story.id): Answered(10, 6, Counter(dict.fromkeys(taken, 4)))}
    teller = Teller.of(school="Harbour", day=clock.school_day(clock.now()))
    lines = lesson_lines(Edition(1, Kind.LESSON, lesson.key, 1, lesson), answered, teller=teller, library=library)
    picks = lines.questions[0].picks
    assert len(picks) == sum(len(turn.options) for turn in story.turns)
    assert [pick.number for pick in picks[: len(taken)]] == [4] * len(taken)
    assert any(pick.thinks for pick in picks)

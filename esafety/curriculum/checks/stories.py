"""A story that branches: every way has two or three turns, every part is reached, and the endings differ."""

from collections.abc import Iterator

from esafety.curriculum.content import Asked
from esafety.curriculum.problems import Problem
from esafety.curriculum.shapes import Branching
from esafety.curriculum.stories import ways_through

TURNS = (2, 3)
OPTIONS = {"ks1": (2, 2), "lks2": (2, 3), "uks2": (2, 3)}


def check_story(asked: Asked, story: Branching) -> Iterator[Problem]:
    """The turns, options and endings of one story."""
    if asked.readers not in OPTIONS:
        yield asked.problem("kind", "Only pupils' lessons have stories that branch.", "Use another kind.")
        return
    if not story.turns or not story.endings:
        yield asked.problem("turns", "A story needs turns and endings.", "Write two turns and two endings or more.")
        return
    yield from _names(asked, story)
    yield from _options(asked, story)
    yield from _ways(asked, story)
    yield from _endings(asked, story)


def _names(asked: Asked, story: Branching) -> Iterator[Problem]:
    places = [*(turn.id for turn in story.turns), *(ending.id for ending in story.endings)]
    for name in sorted({name for name in places if places.count(name) > 1}):
        yield asked.problem("turns", f'Two turns or endings are called "{name}".', "Give each its own id.")
    options = [way.id for turn in story.turns for way in turn.options]
    for name in sorted({name for name in options if options.count(name) > 1}):
        yield asked.problem("turns", f'Two options of the story are called "{name}".', "Give each its own id.")
    for turn in story.turns:
        for way in turn.options:
            if way.then not in places:
                place = f"turns.{turn.id}.options.{way.id}.then"
                yield asked.problem(place, f'There is no turn or ending "{way.then}".', "Name one of them.")


def _options(asked: Asked, story: Branching) -> Iterator[Problem]:
    low, high = OPTIONS[asked.readers]
    for turn in story.turns:
        if not low <= len(turn.options) <= high:
            advice = f"Give {low} to {high}." if low < high else f"Give {low}."
            yield asked.problem(f"turns.{turn.id}.options", f"{len(turn.options)} options for {asked.readers}.", advice)
        if len({way.text.casefold() for way in turn.options}) < len(turn.options):
            yield asked.problem(f"turns.{turn.id}.options", "Two options say the same.", "Make each of them different.")
        for way in turn.options:
            if asked.readers == "ks1" and not way.picture:
                yield asked.problem(f"turns.{turn.id}.options.{way.id}", "An option for ks1 has no picture.", "Name one.")


def _ways(asked: Asked, story: Branching) -> Iterator[Problem]:
    ways = tuple(ways_through(story))
    for taken, _ending in ways:
        if not TURNS[0] <= len(taken) <= TURNS[1]:
            message = f"The way {' - '.join(taken)} has {len(taken)} turns."
            yield asked.problem("turns", message, "Let every way have two or three.")
    reached = {ending.id for _taken, ending in ways}
    for ending in story.endings:
        if ending.id not in reached:
            yield asked.problem(f"endings.{ending.id}", "No way leads to this ending.", "Lead one there or drop it.")
    walked = {name for taken, _ending in ways for name in taken}
    for turn in story.turns:
        if not walked.intersection(way.id for way in turn.options):
            yield asked.problem(f"turns.{turn.id}", "No way leads through this turn to an ending.", "Lead one there or drop it.")


def _endings(asked: Asked, story: Branching) -> Iterator[Problem]:
    grades = {ending.grade for ending in story.endings}
    if "secure" not in grades or len(grades) < 2:
        yield asked.problem("endings", "A story needs a secure ending and another one.", "Let what is chosen matter.")
    for ending in story.endings:
        if ending.grade == "misunderstood" and not ending.misconception:
            yield asked.problem(f"endings.{ending.id}", "It is misunderstood but names no misconception.", "Name it.")
        if ending.grade == "secure" and ending.misconception:
            yield asked.problem(f"endings.{ending.id}.misconception", "A secure ending names a misconception.", "Take it away.")

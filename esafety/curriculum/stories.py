"""The ways through a story that branches."""

from __future__ import annotations

from collections.abc import Iterator

from esafety.curriculum.shapes import Branching, Ending, Turn

MOST_TURNS = 8
"""A walk stops here, so that a story that turns in a circle ends, too."""


def ways_through(story: Branching) -> Iterator[tuple[tuple[str, ...], Ending]]:
    """Every way from the first turn to an ending, as the ids of what is chosen. Choices that lead nowhere are left out."""
    yield from _from(story, story.turns[0], ())


def _from(story: Branching, turn: Turn, taken: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Ending]]:
    turns = {one.id: one for one in story.turns}
    endings = {one.id: one for one in story.endings}
    for way in turn.options:
        if way.then in endings:
            yield (*taken, way.id), endings[way.then]
        elif way.then in turns and len(taken) < MOST_TURNS:
            yield from _from(story, turns[way.then], (*taken, way.id))


def chance_of_a_secure_ending(story: Branching) -> float:
    """The chance of somebody who chooses blindly at every turn."""
    return sum(_chance(story, taken) for taken, ending in ways_through(story) if ending.grade == "secure")


def _chance(story: Branching, taken: tuple[str, ...]) -> float:
    chance = 1.0
    for number in range(len(taken)):
        turn = story.after(taken[:number])
        assert isinstance(turn, Turn)
        chance /= len(turn.options)
    return chance


def leads_to_a_secure_ending(story: Branching, option: str) -> bool:
    """Whether the story can still end well after this choice."""
    return any(option in taken and ending.grade == "secure" for taken, ending in ways_through(story))

"""Proposals for clauses: the linear model, the nearest examples and the cues, mixed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from esafety.policies.matching.cues import cues_in
from esafety.policies.matching.examples import Example
from esafety.policies.matching.features import features
from esafety.policies.matching.model import Model, shipped
from esafety.policies.matching.neighbours import Neighbours

SHARPNESS = 3.0
LIKENESS = 0.6
CUES = 0.6
FLOOR = 0.05
CONFIRMED_WEIGHT = 3
SURROUNDINGS = 0.4
REACH = 1
"""How many clauses before and after weigh in, and by how much."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One expectation for a clause; scores of a clause's proposals sum to one."""

    id: str
    score: float


class Matcher:
    """Ranks all expectations for a clause. Clauses that a school confirmed speak louder than our own examples."""

    def __init__(self, model: Model | None = None, confirmed: Sequence[Example] = ()) -> None:
        self.model = model or shipped()
        self.neighbours = Neighbours()
        self.neighbours.add(self.model.examples)
        for _ in range(CONFIRMED_WEIGHT):
            self.neighbours.add(confirmed)

    def scores(self, text: str) -> list[float]:
        """The logarithms of how likely each id is, in the order of the model's ids."""
        ids = self.model.ids
        linear = share([SHARPNESS * margin for margin in self.model.margins(features(text))])
        alike = self.neighbours.votes(text, ids)
        cues = cues_in(text)
        return [
            math.log(of_model + 0.001) + LIKENESS * math.log(of_examples + FLOOR) + CUES * cues.get(name, 0.0)
            for name, of_model, of_examples in zip(ids, linear, alike, strict=True)
        ]

    def rank(self, text: str) -> tuple[Proposal, ...]:
        """All expectations and `none`, best first."""
        return self.ranked(self.scores(text))

    def rank_in_order(self, texts: Sequence[str]) -> list[tuple[Proposal, ...]]:
        """All expectations for each clause of a document; the clauses before and after it weigh in a little.

        An empty text stands for a clause that is not known: it gets a rank, but no neighbour listens to it.
        """
        scores = [self.scores(text) for text in texts]
        shares = [share(one) if text else None for one, text in zip(scores, texts, strict=True)]
        return [self.ranked(self._with_surroundings(one, shares, place)) for place, one in enumerate(scores)]

    def _with_surroundings(self, scores: list[float], shares: Sequence[list[float] | None], place: int) -> list[float]:
        around = [*shares[max(place - REACH, 0) : place], *shares[place + 1 : place + REACH + 1]]
        near = [likely for likely in around if likely is not None]
        if not near:
            return scores
        return [
            score + SURROUNDINGS * math.log(sum(likely[column] for likely in near) / len(near) + FLOOR)
            for column, score in enumerate(scores)
        ]

    def ranked(self, scores: Sequence[float]) -> tuple[Proposal, ...]:
        """Scores as proposals, best first; equal ones in the order of their names."""
        named = zip(self.model.ids, share(scores), strict=True)
        return tuple(Proposal(name, score) for name, score in sorted(named, key=lambda item: (-item[1], item[0])))


def share(scores: Iterable[float]) -> list[float]:
    """Scores as shares of one."""
    listed = list(scores)
    highest = max(listed)
    raised = [math.exp(score - highest) for score in listed]
    total = sum(raised)
    return [value / total for value in raised]

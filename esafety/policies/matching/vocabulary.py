"""From the features of a clause to a row of numbers, by how rare each feature is among the examples."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from esafety.policies.matching.features import Groups

GROUP_WEIGHT = {"w": 1.0, "b": 1.0, "c": 1.0, "f": 0.4, "o": 0.5, "s": 0.4}
"""How much each group of features counts; found by cross-validation (docs/decisions, matching clauses)."""
_SEEN_TWICE = ("b", "c")

Row = tuple[list[int], list[float]]
"""Places of features and their values."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The features that the examples have, with the weight of rarity of each."""

    places: Mapping[str, int]
    rarity: list[float]

    def row(self, groups: Groups) -> Row:
        """The clause as a row; every group has its fixed length, whatever the length of the clause."""
        where: list[int] = []
        values: list[float] = []
        for group, counted in groups.items():
            known = [
                (self.places[f"{group}:{name}"], value) for name, value in counted.items() if f"{group}:{name}" in self.places
            ]
            weighed = [value * self.rarity[place] for place, value in known]
            length = math.sqrt(sum(value * value for value in weighed))
            if length:
                where.extend(place for place, _ in known)
                values.extend(GROUP_WEIGHT[group] * value / length for value in weighed)
        return where, values


def vocabulary_of(examples: Iterable[Groups]) -> Vocabulary:
    """The vocabulary of all examples. Pairs and pieces that occur in one example only are left out."""
    count = 0
    seen: Counter[str] = Counter()
    for groups in examples:
        count += 1
        seen.update(f"{group}:{name}" for group, counted in groups.items() for name in counted)
    kept = sorted(name for name, times in seen.items() if times > 1 or name[0] not in _SEEN_TWICE)
    places = {name: place for place, name in enumerate(kept)}
    return Vocabulary(places, [round(math.log((count + 1) / (seen[name] + 1)) + 1, 3) for name in kept])

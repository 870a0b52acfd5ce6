"""The examples most like a clause, by BM25 over stems."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from esafety.policies.matching.examples import Example
from esafety.policies.matching.features import content_stems

SATURATION, LENGTH = 1.2, 0.75
NEIGHBOURS = 10


@dataclass(slots=True)
class Neighbours:
    """An index of examples; a school's own confirmed clauses can be added to it."""

    examples: list[Example] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    postings: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, examples: Iterable[Example]) -> None:
        """Put examples into the index."""
        for example in examples:
            stems = Counter(content_stems(example.text))
            for stem, times in stems.items():
                self.postings[stem].append((len(self.examples), times))
            self.examples.append(example)
            self.lengths.append(sum(stems.values()))

    def nearest(self, text: str, count: int = NEIGHBOURS) -> list[tuple[float, Example]]:
        """The examples most like the text, best first, with their scores."""
        scores: dict[int, float] = defaultdict(float)
        average = sum(self.lengths) / max(len(self.lengths), 1)
        for stem in set(content_stems(text)):
            found = self.postings.get(stem, ())
            rarity = math.log(1 + (len(self.examples) - len(found) + 0.5) / (len(found) + 0.5))
            for number, times in found:
                size = SATURATION * (1 - LENGTH + LENGTH * self.lengths[number] / average)
                scores[number] += rarity * times * (SATURATION + 1) / (times + size)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:count]
        return [(score, self.examples[number]) for number, score in best]

    def votes(self, text: str, ids: Sequence[str]) -> list[float]:
        """What share of the likeness speaks for each id; sums to one unless nothing is alike."""
        share = dict.fromkeys(ids, 0.0)
        for score, example in self.nearest(text):
            for name in example.ids:
                share[name] = share.get(name, 0.0) + score * score / len(example.ids)
        total = sum(share.values()) or 1.0
        return [share[name] / total for name in ids]

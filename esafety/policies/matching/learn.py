"""Learning the weights: one linear support-vector machine per expectation, by dual coordinate descent.

Plain Python and a fixed seed, so that the same examples give the same file on every machine. Method: Hsieh and
others, "A dual coordinate descent method for large-scale linear SVM", ICML 2008 (squared hinge loss).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from esafety.policies.matching.examples import Example, digest_of
from esafety.policies.matching.features import features
from esafety.policies.matching.model import Model
from esafety.policies.matching.vocabulary import Row, vocabulary_of

COST = 0.2
ROUNDS = 12
_SEED = 7


def learn(examples: Sequence[Example]) -> Model:
    """A model of these examples. Takes about a minute."""
    groups = [features(example.text) for example in examples]
    vocabulary = vocabulary_of(groups)
    rows = [vocabulary.row(one) for one in groups]
    ids = tuple(sorted({name for example in examples for name in example.ids}))
    columns, scales, bias = [], [], []
    for name in ids:
        wanted = [1.0 if name in example.ids else -1.0 for example in examples]
        weights, constant = separate(rows, wanted, len(vocabulary.rarity))
        scale = max(abs(weight) for weight in weights) / 127 or 1.0
        columns.append([round(weight / scale) for weight in weights])
        scales.append(scale)
        bias.append(round(constant, 6))
    packed = bytes(weight & 255 for weights in zip(*columns, strict=True) for weight in weights)
    return Model(digest_of(examples), ids, vocabulary, packed, tuple(scales), tuple(bias), tuple(examples))


def separate(rows: Sequence[Row], wanted: Sequence[float], width: int) -> tuple[list[float], float]:
    """Weights and constant that tell the rows wanted (1) from the others (-1)."""
    weights = [0.0] * width
    constant = 0.0
    slack = 0.5 / COST
    alphas = [0.0] * len(rows)
    squares = [sum(value * value for value in values) + 1.0 + slack for _, values in rows]
    order = list(range(len(rows)))
    shuffle = random.Random(_SEED).shuffle  # noqa: S311 - an order, not a secret
    for _ in range(ROUNDS):
        shuffle(order)
        for number in order:
            where, values = rows[number]
            margin = constant + sum([weights[place] * value for place, value in zip(where, values, strict=True)])
            gradient = wanted[number] * margin - 1.0 + slack * alphas[number]
            changed = max(alphas[number] - gradient / squares[number], 0.0)
            step = (changed - alphas[number]) * wanted[number]
            if abs(step) > 1e-9:
                alphas[number] = changed
                constant += step
                for place, value in zip(where, values, strict=True):
                    weights[place] += step * value
    return weights, constant

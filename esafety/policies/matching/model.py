"""The linear part of the matcher: a weight for each feature and expectation, kept in one small file."""

from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from esafety.policies.matching.examples import Example
from esafety.policies.matching.features import Groups
from esafety.policies.matching.vocabulary import Vocabulary

WEIGHTS = Path(__file__).with_name("weights.json.gz")


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned from the examples. Weights are whole numbers from -127 to 127 times the scale of their expectation."""

    digest: str
    ids: tuple[str, ...]
    vocabulary: Vocabulary
    weights: bytes
    scales: tuple[float, ...]
    bias: tuple[float, ...]
    examples: tuple[Example, ...]

    def margins(self, groups: Groups) -> list[float]:
        """How well each expectation fits, in the order of the ids; above zero is a yes."""
        width = len(self.ids)
        sums = [0.0] * width
        for place, value in zip(*self.vocabulary.row(groups), strict=True):
            start = place * width
            for column, weight in enumerate(self.weights[start : start + width]):
                if weight:
                    sums[column] += value * (weight - 256 if weight > 127 else weight)
        return [total * scale + bias for total, scale, bias in zip(sums, self.scales, self.bias, strict=True)]


def write(model: Model, path: Path = WEIGHTS) -> None:
    """Keep a model. The same model always gives the same bytes."""
    vocabulary = model.vocabulary
    body = {
        "digest": model.digest,
        "ids": model.ids,
        "features": sorted(vocabulary.places, key=vocabulary.places.__getitem__),
        "rarity": vocabulary.rarity,
        "weights": base64.b64encode(model.weights).decode("ascii"),
        "scales": model.scales,
        "bias": model.bias,
        "examples": [[example.text, list(example.ids)] for example in model.examples],
    }
    written = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    path.write_bytes(gzip.compress(written, compresslevel=9, mtime=0))


def read(path: Path = WEIGHTS) -> Model:
    """The model as it was kept."""
    body = json.loads(gzip.decompress(path.read_bytes()))
    return Model(
        digest=body["digest"],
        ids=tuple(body["ids"]),
        vocabulary=Vocabulary({name: place for place, name in enumerate(body["features"])}, body["rarity"]),
        weights=base64.b64decode(body["weights"]),
        scales=tuple(body["scales"]),
        bias=tuple(body["bias"]),
        examples=tuple(Example(text, tuple(ids)) for text, ids in body["examples"]),
    )


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that came with the program, read once."""
    return read()

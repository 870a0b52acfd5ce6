"""What the matcher sees in a clause: stems, pairs of stems, pieces of words, word fields and who acts."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter

from esafety.policies.matching.lexicon import fields_in
from esafety.policies.matching.words import plain, stem, words

_WHO = ("pupil", "staff", "parent", "governor", "lead", "me", "us", "you", "school")
_COMMON = frozenset(
    "the a an of to and or in on at by for with is are be as it its this that these those if any from has "
    "have had which who".split()
)
_DUTY = re.compile(r"\b(will|willnot|must|should|may|can|is|are|has|have|not|be|do)\b")
_LABEL = re.compile(r"^\W*(?:(?:section|appendix|annex|part)\s+)?(?:\d+(?:\.\d+)*|[A-Z])?[.):]?\s+")
_CLOSED = (".", ";", ",", "?", "!", ":")
_LONGEST_HEADING = 9
PIECE_LENGTHS = (3, 4, 5)

Groups = dict[str, dict[str, float]]


def features(text: str) -> Groups:
    """Features in groups: words, pairs, pieces, fields, opening, shape. Names are unique within a group."""
    simple = plain(text)
    listed = words(simple)
    return {
        "w": _stems(listed),
        "b": _pairs(listed),
        "c": _pieces(listed),
        "f": {name: 1.0 + 0.5 * math.log(count) for name, count in fields_in(simple).items()},
        "o": _opening(simple, listed),
        "s": _shape(simple, listed) | _heading(text),
    }


def content_stems(text: str) -> list[str]:
    """The stems of a clause without its small words."""
    return [stem(word) for word in words(plain(text)) if word not in _COMMON]


def _dampened(counted: Counter[str]) -> dict[str, float]:
    return {name: 1.0 + math.log(count) for name, count in counted.items()}


def _stems(listed: list[str]) -> dict[str, float]:
    return _dampened(Counter(stem(word) for word in listed if word not in _COMMON))


def _pairs(listed: list[str]) -> dict[str, float]:
    stems = ["^"] + [stem(word) for word in listed if word not in ("the", "a", "an", "of")]
    return _dampened(Counter(f"{first} {second}" for first, second in itertools.pairwise(stems)))


def _pieces(listed: list[str]) -> dict[str, float]:
    counted: Counter[str] = Counter()
    for word in listed:
        if word not in _COMMON:
            framed = f" {word} "
            for length in PIECE_LENGTHS:
                counted.update(framed[start : start + length] for start in range(len(framed) - length + 1))
    return _dampened(counted)


def _opening(simple: str, listed: list[str]) -> dict[str, float]:
    """Who or what the clause begins with: that is mostly who acts."""
    start = " ".join(simple.split()[:4])
    found = {f"who:{name}": 1.0 for name in fields_in(start) if name in _WHO}
    if listed:
        found[f"first:{stem(listed[0])}"] = 1.0
    return found


def _shape(simple: str, listed: list[str]) -> dict[str, float]:
    count = len(listed)
    size = "1-3" if count < 4 else "4-8" if count < 9 else "9-20" if count < 21 else "21-45" if count < 46 else "46+"
    found = {f"size:{size}": 1.0}
    if simple.endswith(":"):
        found["ends with colon"] = 1.0
    if not _DUTY.search(simple):
        found["no verb of duty"] = 1.0
    return found


def _heading(text: str) -> dict[str, float]:
    """Signs of a heading or a title: short, without a stop at its end, written with capitals or numbered."""
    bare = _LABEL.sub("", text, count=1).strip()
    long_words = [word for word in re.findall(r"[^\W\d_]+", bare) if len(word) > 3]
    if not bare or bare.endswith(_CLOSED) or len(bare.split()) > _LONGEST_HEADING:
        return {}
    found = {"open end": 1.0}
    if bare.isupper():
        found["all capitals"] = 1.0
    elif long_words and all(word[0].isupper() for word in long_words):
        found["title"] = 1.0
    if text.lstrip()[:1].isdigit():
        found["numbered"] = 1.0
    return found

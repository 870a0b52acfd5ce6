"""Numbers as they are told: medians, and the value that nineteen of twenty stay below."""

import math
from collections.abc import Iterable
from statistics import median


def middle(values: Iterable[float], *, digits: int = 1) -> float:
    """The median, rounded."""
    return round(median(values), digits)


def p95(values: Iterable[float]) -> float:
    """The smallest value that at least 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * 0.95) - 1]

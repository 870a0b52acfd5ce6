"""How much is measured: enough to trust the medians, or just enough to see that everything runs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amounts:
    """Rounds and sizes of one run. Answers are counted for each round, requests for each page and school."""

    rounds: int
    answers: int
    class_rounds: int
    schools: tuple[int, ...]
    requests: int
    starts: int


FULL = Amounts(rounds=7, answers=2400, class_rounds=3, schools=(300, 3_000, 30_000), requests=15, starts=5)
QUICK = Amounts(rounds=1, answers=120, class_rounds=1, schools=(10, 300), requests=3, starts=1)

CHILDREN = 30
"""A class. Also the number of connections that send answers at the same time."""

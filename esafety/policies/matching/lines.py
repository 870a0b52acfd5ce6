"""Clauses from JSON lines, and the answer for each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from esafety.policies.matching.matcher import Matcher


class NotAClause(ValueError):
    """A line that is no JSON object with a text."""


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """For each line {"doc", "n", "text"} the ids, best first. Raises NotAClause with the number of the line."""
    matcher = Matcher()
    for number, line in enumerate(lines, 1):
        if line.strip():
            clause = _clause(line, number)
            ranked = [proposal.id for proposal in matcher.rank(clause["text"])]
            yield {"doc": clause.get("doc"), "n": clause.get("n"), "ranked": ranked}


def _clause(line: str, number: int) -> dict[str, Any]:
    try:
        clause = json.loads(line)
    except ValueError:
        raise NotAClause(f"Line {number} is not JSON.") from None
    if not isinstance(clause, dict) or not isinstance(clause.get("text"), str):
        raise NotAClause(f'Line {number} has no "text".')
    return clause

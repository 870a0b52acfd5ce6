"""Clauses from JSON lines, and the answer for each."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from esafety.policies.matching.matcher import REACH, Matcher, Proposal


class NotAClause(ValueError):
    """A line that is no JSON object with a text."""


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """For each line {"doc", "n", "text"} the ids, best first, in the order of the lines.

    Clauses of one document whose numbers follow each other are read together. Raises NotAClause with the number of
    the line.
    """
    clauses = [_clause(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    documents: dict[str, list[int]] = defaultdict(list)
    for place, clause in enumerate(clauses):
        documents[json.dumps(clause.get("doc"))].append(place)
    matcher = Matcher()
    found: dict[int, tuple[Proposal, ...]] = {}
    for places in documents.values():
        found.update(_ranked(matcher, clauses, places))
    for place, clause in enumerate(clauses):
        ranked = [proposal.id for proposal in found[place]]
        yield {"doc": clause.get("doc"), "n": clause.get("n"), "ranked": ranked}


def _ranked(matcher: Matcher, clauses: list[dict[str, Any]], places: list[int]) -> Iterator[tuple[int, tuple[Proposal, ...]]]:
    """The ranks of one document's clauses; a gap in its numbers keeps apart what does not stand together."""
    if clauses[places[0]].get("doc") is None or not all(_is_number(clauses[place].get("n")) for place in places):
        yield from ((place, matcher.rank(clauses[place]["text"])) for place in places)
        return
    in_order = sorted(places, key=lambda place: clauses[place]["n"])
    texts: list[str] = []
    where: list[int] = []
    for before, place in zip([None, *in_order], in_order, strict=False):
        gap = clauses[place]["n"] - clauses[before]["n"] - 1 if before is not None else 0
        texts.extend("" for _ in range(min(max(gap, 0), REACH)))
        where.append(len(texts))
        texts.append(clauses[place]["text"])
    ranks = matcher.rank_in_order(texts)
    yield from zip(in_order, (ranks[number] for number in where), strict=True)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _clause(line: str, number: int) -> dict[str, Any]:
    try:
        clause = json.loads(line)
    except ValueError:
        raise NotAClause(f"Line {number} is not JSON.") from None
    if not isinstance(clause, dict) or not isinstance(clause.get("text"), str):
        raise NotAClause(f'Line {number} has no "text".')
    return clause

"""What families promise and what the policy asks: each should back the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from esafety.policies.linting.findings import Finding
from esafety.policies.matching.matcher import Matcher
from esafety.policies.reading.document import Document

_DUTIES = ("must", "must-not", "should")
_OF_THE_SCHOOL = ("incident-response", "policy-governance")
"""What the school does is nothing that families promise."""
_LEAST_CLAUSES = 2
_SURE = 0.5
_CONSIDERED = 2
_FAINT = 0.15


@dataclass(frozen=True, slots=True)
class Agreement:
    """What parents are asked to promise: title by expectation, and which expectations parents are taught at all."""

    promised: Mapping[str, str]
    for_parents: Mapping[str, str]


def promise_findings(document: Document, agreement: Agreement, matcher: Matcher) -> Iterator[Finding]:
    """Promises without a clause, in a policy that speaks to parents, and parents' clauses without a promise."""
    addressed = [clause for clause in document.clauses if clause.audience == "parents" and clause.strength in _DUTIES]
    if len(addressed) < _LEAST_CLAUSES:
        return
    backed: set[str] = set()
    for clause in document.clauses:
        backed.update(proposal.id for proposal in matcher.rank(clause.text)[:_CONSIDERED] if proposal.score >= _FAINT)
    missing = [title for name, title in agreement.promised.items() if name not in backed]
    if missing:
        message = (
            f"The home-school agreement also asks for this, and no clause here backs it: "
            f"{_listed(missing)}. Add a clause, or link the policy that has one."
        )
        yield Finding("unbacked-promise", "", "the home-school agreement", message)
    said: set[str] = set(_OF_THE_SCHOOL)
    for clause in addressed:
        ranked = matcher.rank(clause.text)[:_CONSIDERED]
        best = ranked[0]
        if best.id in said or any(one.id in agreement.promised and one.score >= _FAINT for one in ranked):
            continue
        if best.score >= _SURE and best.id in agreement.for_parents:
            message = (
                f"Parents are asked this ({agreement.for_parents[best.id].lower()}), but the "
                f"home-school agreement has no promise about it. Add one, or leave it as it is if that "
                f"is meant."
            )
            said.add(best.id)
            yield Finding("unbacked-promise", clause.label, clause.place, message)


def _listed(titles: Sequence[str]) -> str:
    return "; ".join(title.lower() for title in titles)

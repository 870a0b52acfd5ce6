"""All that a careful reader would notice, in one list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from esafety.policies.linting.contradictions import contradictions
from esafety.policies.linting.findings import Finding
from esafety.policies.linting.labels import label_findings
from esafety.policies.linting.promises import Agreement, promise_findings
from esafety.policies.linting.review import review_findings
from esafety.policies.linting.stale import stale_findings
from esafety.policies.linting.told import audience_findings
from esafety.policies.linting.unfinished import unfinished_findings
from esafety.policies.matching.matcher import Matcher
from esafety.policies.reading.document import Document


def lint(
    document: Document,
    *,
    today: date,
    edition: int,
    agreement: Agreement | None = None,
    matcher: Matcher | None = None,
    linked: Sequence[tuple[str, Document]] = (),
) -> list[Finding]:
    """The findings about a document, by kind. `edition` is the year of the safeguarding guidance in force today.

    Promises are looked at where an agreement and a matcher are given, clashes with other policies where these are linked.
    """
    found = [
        *review_findings(document, today),
        *label_findings(document),
        *unfinished_findings(document),
        *stale_findings(document, edition),
        *contradictions(document.clauses, [(name, other.clauses) for name, other in linked]),
        *audience_findings(document),
    ]
    if agreement is not None and matcher is not None:
        found += promise_findings(document, agreement, matcher)
    return list(dict.fromkeys(found))

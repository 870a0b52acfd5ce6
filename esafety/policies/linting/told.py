"""Duties that name nobody: whoever reads them cannot know that they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esafety.policies.linting.findings import Finding
from esafety.policies.reading.audience import names_somebody
from esafety.policies.reading.document import Document

_PASSIVE_DUTY = re.compile(
    r"\b(?:must|shall|should|will|needs? to|has to|have to)\b(?: not| never| always| only| immediately)* be "
    r"\w+(?:ed|en|ne|t|pt|ght|ade)\b",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(
    r"\b(?:by|with|to)\s+(?:the |all |any |our |its )?\w+|\b(?:everyone|everybody|anyone|all users|users?|"
    r"visitors?|we|you|your|i|my|administrators?|the school|dsl|head)\b",
    re.IGNORECASE,
)
_ABOUT_DOCUMENT = re.compile(
    r"\b(?:be (?:mis\w+|tolerated|treated|dealt|considered|seen|taken|found)|policy|document|guidance|"
    r"agreement|breach\w*|incidents?|concerns?)\b",
    re.IGNORECASE,
)


def audience_findings(document: Document) -> Iterator[Finding]:
    """Clauses that bind somebody, but neither they nor what stands above them say whom."""
    title = " ".join(block.text for block in document.blocks if block.kind == "heading")
    for clause in document.clauses:
        nobody = not names_somebody(clause.text, clause.context, clause.place) and not _SAYS_WHO.search(clause.text)
        if nobody and _PASSIVE_DUTY.search(clause.text) and not _ABOUT_DOCUMENT.search(clause.text) and title:
            yield Finding(
                "no-audience",
                clause.label,
                clause.place,
                "Something must be done here, but the clause does not say by whom. Name who does it, so that they can be told.",
            )

"""Sentences that stop half-way, and lists that never come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esafety.policies.linting.findings import Finding
from esafety.policies.reading.clauses import ReadClause
from esafety.policies.reading.document import Document

_DANGLING = re.compile(
    r"\b(?:and|or|the|a|an|of|to|for|with|by|in|on|that|which|their|our|must|should|will|not|from|as|such as|including)$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|must|should|shall|may|might|can|cannot|could|has|have|had|do|does|did|"
    r"relates?|applies|apply|includes?|sets?|covers?|needs?|aims?|"
    r"expects?|asks?|recommends?|agrees?|recogni[sz]es?|believes?|communicates?|wants?|i|i'll|we|please)\b",
    re.IGNORECASE,
)
_NOUN_START = re.compile(
    r"^(?:the|any|a|an|no)\s+(?:use|posting|disclosure|taking|sharing|publication|sending|making|storing|"
    r"downloading|creation|members?|pupils?|staff)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 4


def unfinished_findings(document: Document) -> Iterator[Finding]:
    """Clauses that a reader would want to end."""
    for clause in document.clauses:
        reason = _reason(clause)
        if reason:
            yield Finding("unfinished", clause.label, clause.place, f"{reason}: “{_end_of(clause.text)}”. Please complete it.")


def _reason(clause: ReadClause) -> str:
    text = clause.text.rstrip()
    in_list = clause.context.rstrip().endswith(":")
    if len(text.split()) >= _LEAST_WORDS and _DANGLING.search(text.rstrip(" ,-–")) and not in_list:
        return "The sentence stops half-way"
    if len(text.split()) >= _LEAST_WORDS and _DANGLING.search(text):
        return "The sentence stops half-way"
    numbered = not clause.label.startswith("¶")
    if numbered and not in_list and _NOUN_START.match(text) and not _FINITE.search(text):
        return "The clause names a thing but does not say what holds for it"
    return ""


def _end_of(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 12 else "… " + " ".join(words[-10:])

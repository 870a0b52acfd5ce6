"""Sentences that stop half-way, and lists that never come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from esafety.policies.linting.findings import Finding
from esafety.policies.reading.clauses import ReadClause
from esafety.policies.reading.document import Document
from esafety.policies.reading.sentences import cut

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
_ONLY_A_CONDITION = re.compile(r"^(?:if|when|where|whenever|unless|although|because|whilst|while)\b", re.IGNORECASE)
_ONLY_AN_INFINITIVE = re.compile(r"^to (?:be|have|make|take|keep|use)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r",|[:?]$|\b(?:then|please|must|should|shall|will|would|may|can|could|cannot|need(?:s)? to|has to|have to)\b|"
    r"\b(?:tell|ask|say|report|contact|speak|keep|stop|do not|don't|never)\b",
    re.IGNORECASE,
)
"""What a sentence has in it that begins with a condition and comes to its end."""


def unfinished_findings(document: Document) -> Iterator[Finding]:
    """Clauses that a reader would want to end."""
    for clause in document.clauses:
        reason = _reason(clause)
        if reason:
            yield Finding("unfinished", clause.label, clause.place, f"{reason}. Please complete it.")


def _reason(clause: ReadClause) -> str:
    text = clause.text.rstrip()
    in_list = clause.context.rstrip().endswith(":")
    if len(text.split()) >= _LEAST_WORDS and _DANGLING.search(text.rstrip(" ,-–")) and not in_list:
        return f"The sentence stops half-way: “{_end_of(text)}”"
    if len(text.split()) >= _LEAST_WORDS and _DANGLING.search(text):
        return f"The sentence stops half-way: “{_end_of(text)}”"
    fragment = _fragment(text)
    if fragment:
        return f"“{fragment}” is no whole sentence"
    numbered = not clause.label.startswith("¶")
    if numbered and not in_list and _NOUN_START.match(text) and not _FINITE.search(text):
        return f"The clause names a thing but does not say what holds for it: “{_end_of(text)}”"
    return ""


def _fragment(text: str) -> str:
    """The first words of a sentence that is a condition or a purpose only, as "If somebody is made aware of this"."""
    for sentence in cut(text):
        words = sentence.split()
        condition = _ONLY_A_CONDITION.match(sentence) and not _GOES_ON.search(sentence)
        purpose = _ONLY_AN_INFINITIVE.match(sentence) and "," not in sentence
        if len(words) >= _LEAST_WORDS and sentence.endswith(".") and sentence != text and (condition or purpose):
            return " ".join(words[:6]) + " …"
    return ""


def _end_of(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 12 else "… " + " ".join(words[-10:])

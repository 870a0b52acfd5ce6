"""How strongly a clause binds: must, must not, should, may, or not at all."""

from __future__ import annotations

import re

from esafety.policies.reading.lead_ins import forbids, opens_examples, opens_no_duties

_ONLY_TELLS = re.compile(
    r"\bnot (?:a |an |the )?(?:school |school's )?responsib\w+|\bcan(?:not|'t) (?:cover|be exhaustive)\w*|\bcan be defined\b|"
    r"\bthere will be\b|\bwill be (?:misused|viewed|seen|found)\b|"
    r"\b(?:which|that|who)(?: \w+)? (?:may|can|could|might|will)\b(?! not\b)(?! be tolerated)|"
    r"\bmay not be illegal|\b(?:many|most|some)\b(?: [\w/]+){1,6} will\b|"
    r"^this (?:policy|document|guidance) (?:outlines|explains|describes|sets out)\b.*?\bshould be used\b",
    re.IGNORECASE,
)
"""Words that sound like a duty or a permission and only tell how things are."""
_STRENGTHS = (
    (
        "must-not",
        (
            r"\b(?:must|shall|will|can) (?:not|never)\b|\bnever\b|\bmustn'?t\b|\bwon'?t\b|\bcannot\b|\b(?:is|are|"
            r"be) (?:strictly )?(?:not (?:\w+ )?(?:permitted|allowed|acceptable|tolerated)|"
            r"forbidden|prohibited|banned|unacceptable|illegal)|\bdo(?:es)? not (?:allow|permit|tolerate)|^(?:do "
            r"not|don'?t|not to|no)\b|\bno circumstances|\bnot (?:considered )?acceptable|\bnot be tolerated"
        ),
    ),
    (
        "should",
        (
            r"\b(?:should|ought)\b|\bnot expected to\b|\bit is (?:important|essential|vital)\b|\b(?:is|are) "
            r"(?:advised|asked|encouraged|recommended|reminded|requested|expected|urged)\b|\bplease\b|\badvis(?:e|"
            r"able)\b|\brecommend\w*|\bdiscourag\w+"
        ),
    ),
    (
        "must",
        (
            r"\b(?:must|shall|will|required|have to|has to|need(?:s)? to|ensure|duty|responsib(?:le|ility)|i'll|"
            r"obliged|mandatory)\b|^(?:always|keep|tell|ask|report|only)\b"
        ),
    ),
    ("may", r"\b(?:may|can|could|might|is free to|are free to|reserves? the right)\b"),
)
_STRENGTH_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _STRENGTHS)


def strength_of(text: str, context: str = "") -> str:
    """How strongly it binds; a lead-in such as "Staff should not:" decides for its items."""
    if forbids(context):
        return "must-not"
    if opens_no_duties(text, context):
        return "statement"
    lead_in = "" if opens_examples(context) else context
    for around in (_ONLY_TELLS.sub(" ", text), lead_in):
        for name, pattern in _STRENGTH_PATTERNS:
            if around and pattern.search(around):
                if name == "should" and re.search(r"\bmust(?: not)?\b", around, re.IGNORECASE):
                    continue
                return name
    return "statement"

"""Whom a clause binds, and how strongly."""

from __future__ import annotations

import re

_AUDIENCES = {
    "governors": r"governors?|governing (?:body|bodies|board)|trustees?|the board",
    "staff": r"staff|teachers?|employees?|colleagues?|volunteers?|adults? (?:who work|working|within|in "
    r"(?:the )?schools?|employed)|adults|practitioners?|"
    r"trainees?|contractors?|school representatives?|anyone (?:who works|working) in the school|head ?teacher",
    "parents": r"parents?|carers?|families|guardians?|stakeholders?|your (?:child|son|daughter)|my child",
    "pupils": r"pupils?|child(?:ren)?|students?|learners?|young people",
    "school": r"(?:the |our )?schools?(?! staff|'s|s'| community| representatives?| leaders)|we|federation|trust",
}
_PATTERNS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _AUDIENCES.items()}
_CHILD = re.compile(r"^(?:i|i'll|my)\b", re.IGNORECASE)
_ADULT_I = re.compile(r"\b(?:pupils|my child|professional|my role|my class|colleagues|employ\w+)\b", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\b(?:by|with|to|of|from|about|for|between|safeguard\w*|educat\w+|support\w*|teach\w*|protect\w*|"
    r"inform\w*|receiv\w+|either|or|and|at|in|on|within|outside)\s+"
    r"(?:the |all |any |our |other |an? |specific |individual |named )?(?:members of )?$",
    re.IGNORECASE,
)
_NEAR = 60
"""Who acts is named within so many letters, mostly."""
_FORBIDS = re.compile(
    r"\b(?:should|must|shall|will|may|do|are|can)\s+(?:not|never)(?:\s+\w+){0,3}\s*:$|\bnot (?:considered "
    r")?(?:acceptable|allowed|permitted)\b.*:$|"
    r"\b(?:to be|as|are) (?:inappropriate|unacceptable)\b",
    re.IGNORECASE,
)
"""Lead-ins that turn each of their items into something not to be done."""
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


def audience_of(text: str, context: str = "", *around: str) -> str:
    """Whom the clause binds: who acts in it, or in its lead-in, or is named in the headings above it; else the school."""
    if _CHILD.match(text):
        mine = "my child" in text.lower()
        return "parents" if mine else "staff" if _ADULT_I.search(text) else "pupils"
    acting = _first_acting(text[:_NEAR]) or _first_acting(context)
    if acting:
        return acting
    named = (_first_acting(heading, strictly=False) for heading in around)
    return next((group for group in named if group and group != "school"), "school")


def names_somebody(*texts: str) -> bool:
    """Whether any of the texts names people: pupils, parents, staff or governors."""
    groups = [pattern for name, pattern in _PATTERNS.items() if name != "school"]
    return any(pattern.search(text) for text in texts for pattern in groups)


def _first_acting(text: str, *, strictly: bool = True) -> str:
    """The first group named; strictly: that is not somebody things are done by, to or with."""
    named = sorted(
        (match.start(), name)
        for name, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if not (strictly and _DONE_TO.search(text[: match.start()]))
    )
    return named[0][1] if named else ""


def strength_of(text: str, context: str = "") -> str:
    """How strongly it binds; a lead-in such as "Staff should not:" decides for its items."""
    if _FORBIDS.search(context):
        return "must-not"
    for around in (text, context):
        for name, pattern in _STRENGTH_PATTERNS:
            if around and pattern.search(around):
                if name == "should" and re.search(r"\bmust(?: not)?\b", around, re.IGNORECASE):
                    continue
                return name
    return "statement"

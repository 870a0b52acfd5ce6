"""Whom a clause binds."""

from __future__ import annotations

import re

from esafety.policies.reading.lead_ins import before_the_verb, forbids, opens_examples, opens_no_duties

_AUDIENCES = {
    "governors": r"governors?|governing (?:body|bodies|board)|trustees?|the board",
    "staff": r"staff|teachers?|employees?|colleagues?|volunteers?|adults? (?:who work|whose work|working|within|in "
    r"(?:the )?schools?|employed)|adults|practitioners?|"
    r"trainees?|contractors?|school representatives?|anyone (?:who works|working) in the school|head ?teacher",
    "parents": r"parents?|carers?|families|guardians?|stakeholders?|your (?:child|son|daughter)|my child",
    "pupils": r"(?<!ex-)(?<!former )pupils?|child(?:ren)?|students?|learners?|young people",
    "school": r"(?:the |our )?schools?(?! staff|'s|s'| community| representatives?| leaders| (?:ict|e-?mail|equipment|computers?|"
    r"devices?|phones?|property|premises|channels?|cameras?|accounts?|network|systems?|policy|rules?|events?|children|acceptable)\b)|"
    r"we|federation|trust",
}
_PATTERNS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _AUDIENCES.items()}
_CHILD = re.compile(r"^(?:i|i'll|my)\b", re.IGNORECASE)
_ADULT_I = re.compile(r"\b(?:pupils|my child|professional|my role|my class|colleagues|employ\w+)\b", re.IGNORECASE)
_DONE_TO = re.compile(
    r"\b(?:by|with|to|of|from|through|via|official|about|for|between|safeguard\w*|educat\w+|support\w*|teach\w*|protect\w*|"
    r"inform\w*|receiv\w+|tell|ask|contact|either|or|and|at|in|on|within|outside)\s+"
    r"(?:the |all |any |our |other |an? |specific |individual |named )?(?:members of )?(?:\w+, (?:and |or )?){0,3}$",
    re.IGNORECASE,
)
_NEAR = 60
"""Who acts is named within so many letters, mostly."""
_LONGEST_NAME = 40
_CONDITION = re.compile(
    r"^(?:if|where|when|whenever|should|in the event (?:that|of)|in cases? (?:where|of)|once|unless)\b", re.IGNORECASE
)
_THEN = re.compile(
    r",\s*(?:then\s+)?(?=(?:the|this|these|it|they|he|she|we|our|all|any|staff|pupils|children|parents|employees|adults|schools?|"
    r"please|you|i|a|an)\b)|\s+then\s+|\.\s+(?=[A-Z])",
    re.IGNORECASE,
)
_OF_THE_CONDITION = re.compile(
    r"^(?:(?:they|he|she|you|i)\b(?! (?:will|may|can|must|should) be\b)|please\b|(?:tell|ask|report|keep|do|never|always|speak|"
    r"contact|stop|turn|show|close|say)\b)",
    re.IGNORECASE,
)
"""What follows a condition binds those who are named in it: "If a pupil is upset, they must tell"."""
_BINDS = re.compile(
    r"\b(?:appl(?:y|ies) (?:also )?to|(?:be )?followed by|binding on|expected of|responsibility of|binds|"
    r"is (?:meant )?for)\s+(.{3,60})|"
    r"^(?:the |our )?(?:schools?|we|federation)\b(?: \w+){0,3}? (?:expects?|asks?|requires?|requests?|recommends?|advises?|"
    r"encourages?|reminds?)(?: that)?\s+(.{3,30})",
    re.IGNORECASE,
)
_SIDES = (frozenset({"pupils"}), frozenset({"parents"}), frozenset({"staff", "governors"}))
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)


def audience_of(text: str, context: str = "", *around: str) -> str:
    """Whom the clause binds: who acts in it, or in its lead-in, or is named in the headings above it; else the school.

    A condition names whom something happens to, so that "If a parent asks, this must be refused" binds others than parents.
    """
    condition, rest = _conditional(text)
    if _CHILD.match(rest):
        mine = "my child" in text.lower()
        return "parents" if mine else "staff" if _ADULT_I.search(text) else "pupils"
    if opens_no_duties(text, context, *around[:1]):
        return "school"
    led = _acting_in_lead_in(context)
    acting = binds(text) or (opens_examples(context) and led)
    if not acting and _OF_THE_CONDITION.match(rest):
        acting = _first_acting(condition)
    return acting or _first_acting(rest, near=_NEAR) or led or _named_above(around)


def _conditional(text: str) -> tuple[str, str]:
    """A clause cut into its condition and the rest; without a condition all of it is the rest."""
    then = _THEN.search(text) if _CONDITION.match(text) else None
    return (text[: then.start()], text[then.end() :]) if then else ("", text)


def binds(text: str) -> str:
    """Whom the clause says that the document, or the school, means: the school where that is more than one side, else empty."""
    said = _BINDS.search(text)
    whom = (said.group(1) or said.group(2)) if said else ""
    named = {name for name, pattern in _PATTERNS.items() if name != "school" and _names(pattern, whom)}
    sides = [side for side in _SIDES if side & named]
    return "" if not sides else "school" if len(sides) > 1 else "staff" if "staff" in named else next(iter(named))


def _names(pattern: re.Pattern[str], text: str) -> bool:
    """Whether people are named, and not only as those whom others are with."""
    return any(not re.search(r"\bwith\s+(?:the )?$", text[: match.start()]) for match in pattern.finditer(text))


def _acting_in_lead_in(context: str) -> str:
    """Who acts in a lead-in. A school that forbids something is not whom it forbids it to."""
    acting = _first_acting(before_the_verb(_conditional(context)[1]))
    return "" if acting == "school" and forbids(context) else acting


def _named_above(headings: tuple[str, ...]) -> str:
    for heading in headings:
        if _BETWEEN.search(heading) and _PATTERNS["staff"].search(heading):
            return "staff"
        named = _first_acting(heading, strictly=False)
        if named and named != "school":
            return named
    return "school"


def names_somebody(*texts: str) -> bool:
    """Whether any of the texts names people: pupils, parents, staff or governors."""
    groups = [pattern for name, pattern in _PATTERNS.items() if name != "school"]
    return any(pattern.search(text) for text in texts for pattern in groups)


def _first_acting(text: str, *, strictly: bool = True, near: int | None = None) -> str:
    """The first group named, within so many letters; strictly: that is not somebody things are done by, to or with."""
    searched = text if near is None else text[: near + _LONGEST_NAME]
    named = sorted(
        (match.start(), name)
        for name, pattern in _PATTERNS.items()
        for match in pattern.finditer(searched)
        if near is None or match.end() <= near
        if not (strictly and _DONE_TO.search(text[: match.start()]))
    )
    return named[0][1] if named else ""

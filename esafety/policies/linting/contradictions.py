"""Two clauses that cannot both hold, in one document or between linked ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from esafety.policies.linting.findings import Finding
from esafety.policies.matching.features import content_stems
from esafety.policies.reading.clauses import ReadClause


@dataclass(frozen=True, slots=True)
class _Conflict:
    """Two ways to settle one question. A clause that says one of them clashes with a clause that says the other."""

    question: str
    one: re.Pattern[str]
    other: re.Pattern[str]
    one_says: str
    other_says: str


def _conflict(question: str, one: str, one_says: str, other: str, other_says: str) -> _Conflict:
    return _Conflict(question, re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE), one_says, other_says)


_IMAGES = r"(?:photo\w*|pictures?|images?|videos?)"
_OWN = r"(?:personal|own|private) (?:equipment|cameras?|phones?|devices?|mobiles?)"
_FRIENDS = r"(?:add|accept|friends?|communications?|invite)"
CONFLICTS = (
    _conflict(
        "May staff take pictures of pupils with equipment of their own?",
        rf"{_IMAGES}\b.{{0,60}}\btaken (?:on|with) {_OWN}(?!.*\b(?:must not|never|not permitted|prohibited)\b)",
        "reckons with pictures on personal equipment",
        rf"{_IMAGES}.*\b(?:only|normally|always|must|should)\b.*\bschool(?:'s|-owned)? (?:equipment|cameras?|"
        rf"devices?)|\b(?:never|not)\b.{{0,60}}{_OWN}.{{0,60}}{_IMAGES}|"
        rf"{_IMAGES}.{{0,60}}\bnever\b.{{0,60}}{_OWN}",
        "asks for school equipment",
    ),
    _conflict(
        "May personal contact details be given to pupils?",
        r"contact details\b.{0,80}\b(?:unless|except)\b",
        "allows it when it is agreed",
        r"^(?!.*\b(?:unless|except)\b).*\b(?:not|never) (?:give|share|pass on)\b.{0,40}\b(?:contact details|"
        r"phone numbers?|e-?mail address(?:es)?)\b.{0,40}\b(?:pupils?|children)",
        "forbids it without exception",
    ),
    _conflict(
        "May staff be in contact online with former pupils?",
        r"\b(?:not|never)\b(?=[^.]*\bex-?pupils\b)(?!.*(?:18|eighteen)).*\b(?:communicat\w*|friend|contact|"
        r"accept)|^(?!.*(?:18|eighteen)).*\bnot communicate with pupils and ex-?pupils",
        "forbids it whatever their age",
        r"\bex-?pupils?\b.*\b(?:under|over|unless|until)\b.{0,20}\b(?:18|eighteen)",
        "draws the line at 18",
    ),
    _conflict(
        "May staff be linked online with parents?",
        rf"\b(?:advis\w+ not|not recommend\w*|not advis\w+|discourag\w+|advised against)\b.{{0,60}}{_FRIENDS}?.{{0,40}}\bparents",
        "advises against it",
        rf"^(?!.*advised).*\b(?:must|should|will) (?:never|not) {_FRIENDS}\b.{{0,40}}\bparents",
        "forbids it",
    ),
    _conflict(
        "Does the school use social media itself?",
        r"\bschool does not use social (?:media|networking)",
        "says that it does not",
        r"\b(?:the school's|our|school) (?:official )?(?:facebook|twitter|x|instagram|social media) (?:page|"
        r"account|feed|channel)s?\b",
        "speaks of its account",
    ),
    _conflict(
        "May pupils bring a phone?",
        r"\b(?:pupils|children)\b.{0,60}\b(?:are not allowed|must not|may not|not "
        r"permitted)\b.{0,30}\b(?:bring|have|carry)\b.{0,40}\bphones?\b(?!.*\b(?:unless|except|without "
        r"permission)\b)",
        "forbids it",
        r"\bphones?\b.{0,80}\b(?:handed (?:in|to)|switched off|left (?:in|at) the office)\b|\b(?:pupils|"
        r"children)\b.{0,60}\bmay bring\b.{0,40}\bphones?\b",
        "says what happens with phones that they bring",
    ),
)
_LIKENESS = 0.6
_LEAST_STEMS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A clause with the name of its document; empty for the one that is looked over."""

    clause: ReadClause
    document: str = ""

    @property
    def said(self) -> str:
        """How the message points at it."""
        where = f"{self.clause.label} ({self.clause.place})" if self.clause.label.startswith("¶") else self.clause.label
        return f"{where} of {self.document}" if self.document else where


def contradictions(clauses: Sequence[ReadClause], linked: Sequence[tuple[str, Sequence[ReadClause]]] = ()) -> Iterator[Finding]:
    """Pairs that clash; in each, at least one clause is of this document."""
    here = [Placed(clause) for clause in clauses]
    elsewhere = [Placed(clause, name) for name, others in linked for clause in others]
    for conflict in CONFLICTS:
        sides = [
            [placed for placed in (*here, *elsewhere) if side.search(_whole(placed.clause))]
            for side in (conflict.one, conflict.other)
        ]
        for first, second in product(*sides):
            if first is not second and not (first.document and second.document):
                message = (
                    f"{conflict.question} Clause {first.said} {conflict.one_says}, clause {second.said} "
                    f"{conflict.other_says}. Decide which holds."
                )
                shown = second if first.document else first
                yield Finding("contradiction", shown.clause.label, shown.clause.place, message)
    yield from _opposites(here, elsewhere)


def _whole(clause: ReadClause) -> str:
    return f"{clause.context} {clause.text}" if clause.context.endswith(":") else clause.text


def _opposites(here: Sequence[Placed], elsewhere: Sequence[Placed]) -> Iterator[Finding]:
    """Nearly the same words, once as a prohibition and once not."""
    stems = {
        id(placed): frozenset(content_stems(placed.clause.text)) - {"not", "willnot", "must", "should", "may", "nev"}
        for placed in (*here, *elsewhere)
    }
    for number, first in enumerate(here):
        for second in (*here[number + 1 :], *elsewhere):
            kinds = {first.clause.strength, second.clause.strength}
            if "must-not" not in kinds or not kinds & {"must", "may"} or first.clause.audience != second.clause.audience:
                continue
            one, other = stems[id(first)], stems[id(second)]
            if min(len(one), len(other)) >= _LEAST_STEMS and len(one & other) / len(one | other) >= _LIKENESS:
                message = (
                    f"Clauses {first.said} and {second.said} say nearly the same, once as something to "
                    f"do and once as something not to do. Decide which holds."
                )
                yield Finding("contradiction", first.clause.label, first.clause.place, message)

"""Review dates: missing, past, or at odds with what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from esafety.policies.linting.dates import date_in, said
from esafety.policies.linting.findings import Finding
from esafety.policies.reading.blocks import Block
from esafety.policies.reading.document import Document

_NEXT = re.compile(
    r"\b(?:next (?:policy )?review|review date|date of next review|(?:to be|due to be|will be) reviewed (?:by|"
    r"in|on)|review(?: is)? due|due for review|reviewed? by|renewal date)\b.*",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:approved|approval|adopted|ratified|agreed|last review(?:ed)?|date of this review|this review|"
    r"updated|reviewed|date written|issued)\b.*",
    re.IGNORECASE,
)
_EVERY = (
    (re.compile(r"\b(?:every|each) six months|\bhalf-yearly|\btwice a year", re.IGNORECASE), 6, "every six months"),
    (
        re.compile(r"\bannual(?:ly)?\b|\b(?:every|each|once a) year\b|\byearly\b|\bevery (?:12|twelve) months", re.IGNORECASE),
        12,
        "every year",
    ),
    (
        re.compile(r"\bevery (?:two|2|second|other) years?\b|\bbiennial(?:ly)?|\btwo[- ]year(?:ly)?\b", re.IGNORECASE),
        24,
        "every two years",
    ),
    (re.compile(r"\bevery (?:three|3) years\b|\bthree[- ]year(?:ly)?\b", re.IGNORECASE), 36, "every three years"),
)
_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_POLICY = re.compile(r"\b(?:it|policy|document|agreement|guidance|code)\b", re.IGNORECASE)
_LONGEST_LINE = 120
_TOLERANCE = 3
"""Months by which a date may differ from the rhythm: "annually" with 14 months between is no finding."""


def stated_days(document: Document) -> tuple[date | None, date | None]:
    """When the document says that it was approved and is to be reviewed: of a month its last day; None where it is silent."""
    return _first(document.blocks, _MADE, but_not=_NEXT)[0], _first(document.blocks, _NEXT)[0]


def review_findings(document: Document, today: date) -> Iterator[Finding]:
    """What is amiss with the review of this document."""
    due, due_at = _first(document.blocks, _NEXT)
    made, made_at = _first(document.blocks, _MADE, but_not=_NEXT)
    rhythms = list(_rhythms(document.blocks))
    if due is None and made is not None and rhythms:
        due, due_at = _months_later(made, min(months for months, _, _ in rhythms)), made_at
    if due is None:
        yield Finding("review-missing", "", "the whole document", _no_date(rhythms))
    elif due < today:
        yield Finding(
            "review-overdue",
            "",
            due_at or "the dates",
            f"The review was due by {said(due)}. Review the policy, or write the new date if that has been done.",
        )
    yield from _at_odds(rhythms, made, due, due_at)


def _no_date(rhythms: list[tuple[int, str, Block]]) -> str:
    rhythm = f" The text says {rhythms[0][1]}, but no day is given." if rhythms else ""
    return f"The policy does not say when it will be reviewed next.{rhythm} With a date, the register can remind you in time."


def _first(blocks: Sequence[Block], pattern: re.Pattern[str], but_not: re.Pattern[str] | None = None) -> tuple[date | None, str]:
    for block in blocks:
        text = but_not.sub("", block.text) if but_not else block.text
        match = pattern.search(text) if len(block.text) <= _LONGEST_LINE else None
        found = date_in(match.group(0)) if match else None
        if found:
            return found, block.where
    return None, ""


def _rhythms(blocks: Sequence[Block]) -> Iterator[tuple[int, str, Block]]:
    """How often the policy itself is said to be reviewed."""
    for block in blocks:
        for sentence in re.split(r"(?<=[.;])\s", block.text):
            if _REVIEW.search(sentence) and _POLICY.search(sentence):
                yield from ((months, words, block) for pattern, months, words in _EVERY if pattern.search(sentence))


def _at_odds(rhythms: list[tuple[int, str, Block]], made: date | None, due: date | None, due_at: str) -> Iterator[Finding]:
    for months, words, block in rhythms:
        others = [other for other in rhythms if other[0] != months]
        if others and others[0][0] > months:
            yield Finding(
                "review-contradiction",
                block.label,
                block.where,
                f"Here the policy is reviewed {words}, elsewhere {others[0][1]} ({others[0][2].where}). Keep one of them.",
            )
            return
        at = f" ({due_at})" if due_at else ""
        between = (due.year - made.year) * 12 + due.month - made.month if made and due else months
        if abs(between - months) > _TOLERANCE and between > 0:
            message = (
                f"The text says that the policy is reviewed {words}, but between its dates lie "
                f"{between} months{at}. Which of them holds?"
            )
            yield Finding("review-contradiction", block.label, block.where, message)
            return


def _months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))

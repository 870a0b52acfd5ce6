"""Expectations of the catalogue, and the misconceptions that stand in their way."""

from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.words import Words

Strand = Literal[
    "self-image-and-identity",
    "online-relationships",
    "online-reputation",
    "online-bullying",
    "managing-online-information",
    "health-wellbeing-lifestyle",
    "privacy-and-security",
    "copyright-and-ownership",
]
"""The eight strands of the UK framework "Education for a Connected World" (UKCIS, 2020 edition)."""

Risk = Literal["content", "contact", "conduct", "commerce"]
"""The four Cs of online risk in England's statutory guidance "Keeping children safe in education"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectationStatements:
    """What is expected, said to each audience in its own words; empty where the audience is not taught it."""

    ks1: Words = ""
    lks2: Words = ""
    uks2: Words = ""
    parents: Words = ""
    staff: Words = ""
    governors: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One thing that the school expects online, with the clauses that usually say it."""

    id: str
    title: Words
    child_title: Words = ""
    strand: Strand
    strands: tuple[Strand, ...] = ()
    four_cs: tuple[Risk, ...] = ()
    audiences: tuple[Literal["pupils", "parents", "staff", "governors"], ...]
    statements: ExpectationStatements
    clause_examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """Something people really think, as the lead's report says it: "14 of 28 in Year 4 think ..."."""

    id: str
    expectation: str
    sentence: str
    follow_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconceptions:
    """A file of misconceptions."""

    misconceptions: tuple[Misconception, ...]

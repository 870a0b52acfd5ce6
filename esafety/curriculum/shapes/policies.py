"""The model policy: numbered clauses, each linked to what it expects."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from esafety.curriculum.shapes.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One numbered rule: for whom, how strict, and the expectations it states, best first."""

    number: str
    text: Words
    audience: Literal["pupils", "parents", "staff", "governors", "school"]
    strength: Literal["must", "must-not", "should", "may", "statement"]
    expectations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A numbered part of a policy."""

    number: str
    title: Words
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy that a school can take over as it is."""

    id: str
    title: Words
    review_every_months: int
    sections: tuple[Section, ...]

    @property
    def clauses(self) -> Iterator[Clause]:
        """All clauses in order."""
        return (clause for section in self.sections for clause in section.clauses)

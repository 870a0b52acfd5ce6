"""What a policy means for one kind of reader: what is asked of them, in their language, with the policy's own words beneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from esafety.curriculum.bands import band_name
from esafety.curriculum.catalogue import BANDS, EXPECTATIONS
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Library
from esafety.policies.coverage import NOTHING_TO_TEACH
from esafety.policies.queries import ClauseRow


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that is asked of a reader. ``says`` are sentences with whom they are meant for, where that needs saying."""

    expectation: str
    title: str
    says: tuple[tuple[str, str], ...]
    language: str
    clauses: tuple[ClauseRow, ...]
    module: str
    """The key of the reader's own module about it; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ForReader:
    """A policy as one kind of reader needs it."""

    meanings: tuple[Meaning, ...]
    others: tuple[ClauseRow, ...]
    """Clauses for this reader in which there is nothing to teach."""
    by_school: tuple[ClauseRow, ...]
    """What the school itself does: it concerns everybody."""
    left_in_english: bool
    is_draft: bool


def for_reader(clauses: Sequence[ClauseRow], audience: str, shelf: Library, language: str) -> ForReader:
    """Put the clauses that bind a reader under what they ask for, in the catalogue's order."""
    mine = [clause for clause in clauses if clause.audience == audience]
    found = tuple(_meanings(mine, audience, shelf, language))
    placed = {clause.id for one in found for clause in one.clauses}
    return ForReader(
        meanings=found,
        others=tuple(clause for clause in mine if clause.id not in placed),
        by_school=tuple(clause for clause in clauses if clause.audience == "school" != audience and _matters(clause)),
        left_in_english=any(one.language != language for one in found),
        is_draft=any(
            one.language == language and shelf.is_draft(shelf.get(Kind.EXPECTATION, one.expectation), language) for one in found
        ),
    )


def _meanings(mine: Sequence[ClauseRow], audience: str, shelf: Library, language: str) -> Iterable[Meaning]:
    for name in EXPECTATIONS:
        asking = tuple(clause for clause in mine if clause.expectations[:1] == (name,))
        if not asking:
            continue
        try:
            edition = shelf.get(Kind.EXPECTATION, name)
        except KeyError:
            continue
        spoken = language if shelf.is_translated(edition, language) else "en"
        item = shelf.in_language(edition, spoken)
        module = f"{name}/{audience}"
        yield Meaning(
            expectation=name,
            title=item.title,
            says=tuple(_said(item.statements, audience)),
            language=spoken,
            clauses=asking,
            module=module if shelf.has_lesson(module) else "",
        )


def _said(statements: object, audience: str) -> Iterable[tuple[str, str]]:
    if audience == "pupils":
        spoken = [(band_name(band), str(getattr(statements, band))) for band in BANDS]
    else:
        spoken = [("", str(getattr(statements, audience, "")))]
    return [(whom, words) for whom, words in spoken if words]


def _matters(clause: ClauseRow) -> bool:
    """Whether a clause about the school tells readers anything that they may want to rely on."""
    return bool(clause.expectations) and clause.expectations[0] not in (NOTHING_TO_TEACH, "policy-governance")

"""A change in words: what became of the clauses, and whom it would be good to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from esafety.core.i18n import ngettext
from esafety.policies.coverage import NOTHING_TO_TEACH
from esafety.policies.rules.comparing import Difference


@dataclass(frozen=True, slots=True)
class Depending:
    """What depends on one expectation: each a sentence, for the lead to judge."""

    lessons: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    assignments: int = 0
    """Classes for which one of these lessons is set this year."""
    signatures: int = 0
    """Signatures that stand under an agreement which holds one of these promises."""

    @property
    def nothing(self) -> bool:
        """Whether nothing depends on it."""
        return not (self.lessons or self.promises)


@dataclass(frozen=True, slots=True)
class Told:
    """One difference with what depends on it."""

    difference: Difference
    depends: Mapping[str, Depending] = field(default_factory=dict)


def told(differences: Iterable[Difference], depends: Mapping[str, Depending]) -> tuple[Told, ...]:
    """Each difference that somebody may want to know of; clauses that stayed as they were are left out."""
    return tuple(
        Told(one, {name: depends[name] for name in one.expectations if name in depends and not depends[name].nothing})
        for one in differences
        if one.kind != "same"
    )


def asked_for(differences: Iterable[Difference]) -> frozenset[str]:
    """What the clauses that changed in meaning ask for."""
    kinds = ("added", "changed", "removed")
    names = {name for one in differences if one.kind in kinds for name in one.expectations}
    return frozenset(names - {NOTHING_TO_TEACH})


def summary(differences: Sequence[Difference]) -> tuple[str, ...]:
    """How many clauses became what."""
    counted = Counter(one.kind for one in differences)
    said = (
        (counted["added"], ngettext("%(num)s clause is new", "%(num)s clauses are new", counted["added"])),
        (counted["changed"], ngettext("%(num)s has other words", "%(num)s have other words", counted["changed"])),
        (counted["removed"], ngettext("%(num)s is gone", "%(num)s are gone", counted["removed"])),
        (counted["moved"], ngettext("%(num)s stands elsewhere", "%(num)s stand elsewhere", counted["moved"])),
    )
    return tuple(words for number, words in said if number)


def whom_to_tell(
    differences: Sequence[Difference], audiences: Mapping[int, str], depends: Mapping[str, Depending]
) -> tuple[str, ...]:
    """A proposal, one sentence for each group of readers that a change concerns. `audiences` is by clause."""
    kinds = ("added", "changed", "removed")
    touched = [one for one in differences if one.kind in kinds]
    by_reader = Counter(
        audiences[line.id] for one in touched if (line := one.after or one.before) is not None and line.id in audiences
    )
    found = []
    if number := by_reader["parents"]:
        found.append(
            ngettext(
                "Parents and carers: %(num)s clause for them changed. Let them read it again.",
                "Parents and carers: %(num)s clauses for them changed. Let them read it again.",
                number,
            )
        )
    if number := by_reader["pupils"]:
        found.append(
            ngettext(
                "Pupils: %(num)s clause for them changed. Their teachers can set the lesson again.",
                "Pupils: %(num)s clauses for them changed. Their teachers can set the lessons again.",
                number,
            )
        )
    if number := by_reader["staff"] + by_reader["governors"]:
        found.append(
            ngettext(
                "Staff and governors: %(num)s clause for them changed. Bring it to the next meeting.",
                "Staff and governors: %(num)s clauses for them changed. Bring them to the next meeting.",
                number,
            )
        )
    signed = max((depends[name].signatures for name in asked_for(touched) if name in depends), default=0)
    if signed:
        found.append(
            ngettext(
                "%(num)s signature stands under a promise that a changed clause backs. Ask for a new one only if the promise "
                "itself means something else now.",
                "%(num)s signatures stand under promises that changed clauses back. Ask for new ones only if a promise "
                "itself means something else now.",
                signed,
            )
        )
    return tuple(found)

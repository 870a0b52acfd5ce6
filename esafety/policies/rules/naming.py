"""Which other policies a document names, and which of them are in the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from esafety.policies.reading.lead_ins import names_a_policy

LONGEST_NAME = 80
_SAYS_LITTLE = frozenset(
    {"a", "and", "for", "of", "on", "our", "policies", "policy", "procedure", "procedures", "school", "the", "use"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """A policy that a document names, and its number in the register; None where it is not there."""

    name: str
    number: int | None


def named_in(clauses: Iterable[tuple[str, tuple[str, ...]]], titles: Mapping[int, str]) -> tuple[Named, ...]:
    """The policies that a document lists, from its clauses with what stands above each, in the order of the document."""
    names = dict.fromkeys(
        text.strip(" .;,") for text, above in clauses if len(text) <= LONGEST_NAME and names_a_policy(text, *above)
    )
    return tuple(Named(name, _in_register(name, titles)) for name in names if name)


def _in_register(name: str, titles: Mapping[int, str]) -> int | None:
    """The policy whose title says the same: one has all the telling words of the other."""
    said = _words(name)
    return next(
        (number for number, title in titles.items() if said and (words := _words(title)) and (said <= words or words <= said)),
        None,
    )


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", text.lower())
    return frozenset(word.removesuffix("s") for word in found) - _SAYS_LITTLE

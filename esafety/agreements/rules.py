"""Pure decisions about answers to an agreement. Nothing here reads a database."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SIGNED, DECLINED, TALK = "signed", "declined", "talk"
ANSWERS = (SIGNED, DECLINED, TALK)
HOME_SCHOOL = "home-school"
PUPILS_KEYS = {"ks1": "pupils-ks1", "lks2": "pupils-ks2", "uks2": "pupils-ks2"}
KEYS = (HOME_SCHOOL, "pupils-ks1", "pupils-ks2")


class State(StrEnum):
    """Where one adult stands for one child this year. All of them are ordinary."""

    NOT_ASKED = "not-asked"
    UNANSWERED = "unanswered"
    SIGNED = "signed"
    DECLINED = "declined"
    TALK = "talk"
    WITHDRAWN = "withdrawn"
    NEW_WORDING = "new-wording"


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that was given, and when it was taken back."""

    id: int
    version_id: int
    pupil_id: int
    turn: int
    answer: str
    at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an adult stands, and the answer that says so."""

    state: State
    given: Given | None = None


def standing(asked_version_id: int | None, given: Iterable[Given]) -> Standing:
    """Where one adult stands for one child in one school year: the latest answer to the wording that is asked counts."""
    in_turn = sorted(given, key=lambda one: one.turn)
    if asked_version_id is None:
        return Standing(State.NOT_ASKED)
    latest = next((one for one in reversed(in_turn) if one.version_id == asked_version_id), None)
    if latest is not None:
        return Standing(State.WITHDRAWN if latest.withdrawn_at else State(latest.answer), latest)
    earlier = max((one for one in in_turn if not one.withdrawn_at), key=lambda one: one.at, default=None)
    return Standing(State.NEW_WORDING, earlier) if earlier else Standing(State.UNANSWERED)


def repeats(now: Standing, answer: str) -> bool:
    """Whether this answer changes nothing: a signature stands, or the same was said already. A retry finds what is there."""
    return now.state is State.SIGNED or str(now.state) == answer


def next_turn(asked_version_id: int, given: Iterable[Given]) -> int:
    """Which answer of this adult to this wording, for this child and year, comes next."""
    return 1 + max((one.turn for one in given if one.version_id == asked_version_id), default=0)


def name_differs(typed: str, known: str) -> bool:
    """Whether a typed name has no part in common with the name the school knows.

    A hint for the office to look at, never a reason to refuse: people marry, shorten their names and write them in
    other scripts. Names in different scripts cannot be compared and are not flagged.
    """
    one, other = _parts(typed), _parts(known)
    if not one or not other or _script(typed) != _script(known):
        return False
    return not one & other


def _parts(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(" " if char in "-'’.,/" else char for char in plain if not unicodedata.combining(char))
    return frozenset(part for part in letters.split() if len(part) > 1)


def _script(name: str) -> str:
    first = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(first, "").partition(" ")[0] if first else ""

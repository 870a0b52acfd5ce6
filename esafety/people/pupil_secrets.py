"""A child's secret: pictures in an order, or the code on a printed card.

Only hashes under the pepper are kept, each bound to its child and school. They are fast ones: no hash can be slow enough
to protect ten bits against somebody who has the pepper as well, and thirty children sign in at the same moment. What
protects them is that guesses are counted; see ``budget``.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from esafety.core.tenancy import SchoolSession
from esafety.people.keyed import keyed_hash
from esafety.people.models import Pupil
from esafety.settings import Settings
from esafety.web.pictures import FIRST_SECRETS, SECRETS

LAST_YOUNGER_YEAR = 2
CARD_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """How many pictures in order a secret has, and which there are to choose from; none comes twice."""

    length: int
    pictures: tuple[tuple[str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The pictures' names in files and forms."""
        return tuple(key for key, _name in self.pictures)


YOUNGER = Kind(3, FIRST_SECRETS)
OLDER = Kind(4, SECRETS)


def kind_for(year_group: int) -> Kind:
    """Three of twelve pictures up to Year 2, four of sixteen after; 0 is Reception."""
    return YOUNGER if year_group <= LAST_YOUNGER_YEAR else OLDER


def kind_of(kept: str | None, *, year_group: int) -> Kind:
    """What a child is asked for: a secret from an earlier year stays what it was until there is a new one."""
    if not kept:
        return kind_for(year_group)
    return YOUNGER if kept.startswith(f"{YOUNGER.length}:") else OLDER


def so_far(kind: Kind, tapped: Iterable[str]) -> tuple[str, ...]:
    """The pictures tapped, in order: what is not in the set and a second tap on the same one change nothing."""
    known = dict.fromkeys(key for key in tapped if key in kind.keys)
    return tuple(known)[: kind.length]


def random_pictures(kind: Kind) -> tuple[str, ...]:
    """A new secret that nobody can foresee."""
    left = list(kind.keys)
    return tuple(left.pop(secrets.randbelow(len(left))) for _place in range(kind.length))


def picture_hash(pepper: str, *, school_id: int, pupil_id: int, pictures: Sequence[str]) -> str:
    """What is kept of a picture secret: how many pictures, and the keyed hash of child, school, pictures and order."""
    told = keyed_hash(pepper, "pictures", f"{school_id}\n{pupil_id}\n{' '.join(pictures)}")
    return f"{len(pictures)}:{told}"


def card_hash(pepper: str, *, school_id: int, pupil_id: int, code: str) -> str:
    """What is kept of a card's code: the keyed hash of child, school and code."""
    return keyed_hash(pepper, "card", f"{school_id}\n{pupil_id}\n{code}")


def matches(kept: str | None, offered: str) -> bool:
    """Whether it is this secret, in constant time. A child without a secret has none that could be guessed."""
    same = hmac.compare_digest((kept or "").encode(), offered.encode())
    return bool(kept) and bool(offered) and same


def set_pictures(db: SchoolSession, pupil: Pupil, pictures: Sequence[str], settings: Settings) -> None:
    """Give a child a picture secret. Raises ValueError for pictures that a child of that year could not tap."""
    kind = kind_for(pupil.year_group)
    if so_far(kind, pictures) != tuple(pictures) or len(pictures) != kind.length:
        raise ValueError(f"A secret of this year group is {kind.length} different pictures of {len(kind.pictures)}.")
    if pupil in db.new:
        db.flush()  # a new child has a number only now
    pupil.picture_secret = picture_hash(settings.pepper, school_id=pupil.school_id, pupil_id=pupil.id, pictures=pictures)

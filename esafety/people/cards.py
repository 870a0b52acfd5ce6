"""Printed login cards: the way in for children to whom remembering pictures is no help, and for everybody in September."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from esafety.core import audit
from esafety.core.clock import school_day
from esafety.core.tenancy import SchoolSession
from esafety.people.codes import new_code
from esafety.people.models import Pupil
from esafety.people.open_class import on_roll, tile_names
from esafety.people.pupil_secrets import CARD_LENGTH, card_hash, kind_for, random_pictures, set_pictures
from esafety.settings import Settings


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed on one card. The code is known here and on paper, and nowhere else."""

    pupil_id: int
    name: str
    animal: str
    code: str
    pictures: tuple[str, ...]

    @property
    def pretty_code(self) -> str:
        """The code as it stands on paper: two groups of four."""
        return f"{self.code[:4]}-{self.code[4:]}"


def issue(
    db: SchoolSession,
    class_id: int,
    now: datetime,
    settings: Settings,
    *,
    actor: str,
    pupil_id: int | None = None,
    with_pictures: bool = False,
) -> tuple[Card, ...]:
    """Make new cards for a class, or for one child of it, by name. The old ones are void at once.

    ``with_pictures`` gives new secret pictures as well, so that the card shows them; otherwise ``pictures`` is empty.
    """
    wanted = select(Pupil).where(Pupil.class_id == class_id, on_roll(school_day(now)))
    pupils = db.scalars(wanted).all()
    names = tile_names((pupil.id, pupil.first_name, pupil.initial) for pupil in pupils)
    chosen = sorted((p for p in pupils if pupil_id in (None, p.id)), key=lambda pupil: names[pupil.id].casefold())
    cards = tuple(_issue(db, pupil, names[pupil.id], settings, with_pictures=with_pictures) for pupil in chosen)
    about = f"school_class:{class_id}" if pupil_id is None else f"pupil:{pupil_id}"
    audit.record(db, at=now, actor=actor, action="cards.issued", about=about)
    return cards


def _issue(db: SchoolSession, pupil: Pupil, name: str, settings: Settings, *, with_pictures: bool) -> Card:
    code = new_code(CARD_LENGTH)
    pupil.card_code_hash = card_hash(settings.pepper, school_id=pupil.school_id, pupil_id=pupil.id, code=code)
    pictures = random_pictures(kind_for(pupil.year_group)) if with_pictures else ()
    if pictures:
        set_pictures(db, pupil, pictures, settings)
    return Card(pupil.id, name, pupil.animal, code, pictures)

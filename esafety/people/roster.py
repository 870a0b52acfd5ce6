"""The office's own list: pupils, adults and the links between them, entered and changed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.core import audit
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.people import invitations
from esafety.people.models import Guardian, GuardianLink, Pupil, SchoolClass
from esafety.web.pictures import ANIMALS


def add_pupil(db: SchoolSession, *, first_name: str, initial: str, class_id: int, today: date, animal: str = "") -> Pupil:
    """Enter a child in a class; the animal on the name tile is one that nobody in the class has yet."""
    school_class = _class(db, class_id)
    pupil = Pupil(
        first_name=first_name,
        initial=initial,
        animal=animal or free_animal(_animals_in(db, class_id)),
        year_group=school_class.year_group,
        class_id=class_id,
        joined_on=today,
    )
    db.add(pupil)
    db.flush()
    return pupil


def change_pupil(db: SchoolSession, pupil: Pupil, *, first_name: str, initial: str, class_id: int, now: datetime) -> None:
    """Correct a child's entry. Moving to another class gives a free animal and ends what the child has open."""
    if class_id != pupil.class_id:
        taken = _animals_in(db, class_id)
        pupil.animal = free_animal(taken) if pupil.animal in taken else pupil.animal
        pupil.year_group = _class(db, class_id).year_group
        pupil.class_id = class_id
    pupil.first_name, pupil.initial = first_name, initial
    # A session carries the name and the class: the child signs in again and sees the new ones.
    _end_pupil_sessions(db, pupil, now)


LINK_ENDED = "family.link.ended"


def mark_leaver(db: SchoolSession, pupil: Pupil, *, today: date, now: datetime) -> None:
    """The child leaves today: signed out everywhere, letters void, links over. Deletion follows by the calendar."""
    pupil.left_on = today
    _end_pupil_sessions(db, pupil, now)
    invitations.void_of_pupil(db, pupil_id=pupil.id, now=now)
    still_on = (GuardianLink.pupil_id == pupil.id, (GuardianLink.until_on.is_(None)) | (GuardianLink.until_on > today))
    # The last day counts as a day of the link, so the link ends the day before.
    db.execute(update(GuardianLink).where(*still_on).values(until_on=today - timedelta(days=1)))


def come_back(db: SchoolSession, pupil: Pupil) -> None:
    """A leaver comes back, or was marked by mistake: links that ended with the child's leaving go on.

    One that the office ended itself, be it on the very same day, stays ended.
    """
    if pupil.left_on is None:
        return
    ended_then = (GuardianLink.pupil_id == pupil.id, GuardianLink.until_on == pupil.left_on - timedelta(days=1))
    for link in db.scalars(select(GuardianLink).where(*ended_then)):
        if not audit.is_recorded(db, action=LINK_ENDED, about=f"guardian_link:{link.id}"):
            link.until_on = None
    pupil.left_on = None


def add_guardian(
    db: SchoolSession, *, name: str, now: datetime, language: str = "en", email: str | None = None, by_paper: bool = False
) -> Guardian:
    """Enter an adult. Nobody but the school ever sees the entry."""
    guardian = Guardian(name=name, language=language, email=email or None, by_paper=by_paper, created_at=now)
    db.add(guardian)
    db.flush()
    return guardian


def link(
    db: SchoolSession,
    *,
    guardian_id: int,
    pupil_id: int,
    relationship: str,
    today: date,
    may_sign: bool = True,
    may_see_progress: bool = True,
    may_receive: bool = True,
) -> GuardianLink:
    """Link an adult to a child, or take an ended link up again. A restricted link keeps its restriction. Raises Refused."""
    for model, number in ((Guardian, guardian_id), (Pupil, pupil_id)):
        if db.scalar(select(model.id).where(model.id == number)) is None:
            raise NotFound
    found = db.scalar(select(GuardianLink).where(GuardianLink.guardian_id == guardian_id, GuardianLink.pupil_id == pupil_id))
    if found is not None and (found.until_on is None or found.restriction != "none"):
        raise Refused(_("This adult and this child are linked already. Open the link to change it."))
    if found is None:
        found = GuardianLink(guardian_id=guardian_id, pupil_id=pupil_id, from_on=today)
        db.add(found)
    found.relationship, found.until_on = relationship, None
    found.may_sign, found.may_see_progress, found.may_receive = may_sign, may_see_progress, may_receive
    db.flush()
    return found


def end_link(db: SchoolSession, ended: GuardianLink, *, today: date, now: datetime) -> None:
    """The adult has nothing to do with the child any longer: from this moment, and the letters are void."""
    ended.until_on = today - timedelta(days=1)
    invitations.void(db, pairs=[(ended.guardian_id, ended.pupil_id)], now=now)


def free_animal(taken: Iterable[str]) -> str:
    """An animal that nobody in the class has; with more children than animals, the first one again."""
    used = set(taken)
    return next((animal for animal, _name in ANIMALS if animal not in used), ANIMALS[0][0])


def _animals_in(db: SchoolSession, class_id: int) -> frozenset[str]:
    return frozenset(db.scalars(select(Pupil.animal).where(Pupil.class_id == class_id, Pupil.left_on.is_(None))))


def _class(db: SchoolSession, class_id: int) -> SchoolClass:
    found = db.scalar(select(SchoolClass).where(SchoolClass.id == class_id))
    if found is None:
        raise NotFound
    return found


def _end_pupil_sessions(db: SchoolSession, pupil: Pupil, now: datetime) -> None:
    sessions.end(db, WebSession.school_id == pupil.school_id, WebSession.pupil_id == pupil.id, now=now)

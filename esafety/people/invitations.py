"""Letters' codes: one for one adult and one child, used once, for thirty days. A new letter ends the older one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, tuple_, update

from esafety.core.clock import school_day
from esafety.core.errors import Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.people.codes import code_hash, new_code
from esafety.people.models import Guardian, GuardianLink, Invitation, Pupil, School
from esafety.settings import Settings

VALID_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Letter:
    """An open letter as its reader may see it: the school, the child's first name, and whom it is for."""

    invitation_id: int
    school_id: int
    school_name: str
    guardian_id: int
    guardian_name: str
    guardian_language: str
    account_id: int | None
    pupil_id: int
    first_name: str


def invite(db: SchoolSession, guardian_link: GuardianLink, now: datetime, settings: Settings) -> str:
    """Make the code of one letter, ten characters, and end older ones of the same adult and child. Raises Refused."""
    codes = invite_all(db, (guardian_link,), now, settings)
    if guardian_link.id not in codes:
        raise Refused(_("The school has decided that this adult gets no letters for this child."))
    return codes[guardian_link.id]


def invite_all(db: SchoolSession, guardian_links: Iterable[GuardianLink], now: datetime, settings: Settings) -> dict[int, str]:
    """Make the codes of many letters in two statements: link to code. Barred and ended links are left out."""
    links = [link for link in guardian_links if may_be_invited(link, now)]
    codes = {link.id: new_code() for link in links}
    if links:
        void(db, pairs=[(link.guardian_id, link.pupil_id) for link in links], now=now)
        insert_rows(
            db,
            Invitation,
            (
                {
                    "guardian_id": link.guardian_id,
                    "pupil_id": link.pupil_id,
                    "code_hash": code_hash(settings.pepper, codes[link.id]),
                    "created_at": now,
                    "expires_at": now + VALID_FOR,
                }
                for link in links
            ),
        )
    return codes


def may_be_invited(link: GuardianLink, now: datetime) -> bool:
    """Whether the school lets this adult have a letter for this child today."""
    today = school_day(now)
    open_today = link.from_on <= today and (link.until_on is None or link.until_on >= today)
    return link.restriction != "barred" and open_today


def void(db: SchoolSession, *, pairs: Iterable[tuple[int, int]], now: datetime) -> None:
    """Take open letters back: (guardian, pupil) pairs."""
    for some in _in_portions(list(pairs)):
        db.execute(
            update(Invitation)
            .where(
                tuple_(Invitation.guardian_id, Invitation.pupil_id).in_(some),
                Invitation.used_at.is_(None),
                Invitation.voided_at.is_(None),
            )
            .values(voided_at=now)
            .execution_options(synchronize_session=False)
        )


def void_of_pupil(db: SchoolSession, *, pupil_id: int, now: datetime) -> None:
    """Take back all open letters about a child."""
    theirs = (Invitation.pupil_id == pupil_id, Invitation.used_at.is_(None), Invitation.voided_at.is_(None))
    db.execute(update(Invitation).where(*theirs).values(voided_at=now).execution_options(synchronize_session=False))


def state_of(db: SchoolSession, *, code: str, settings: Settings, now: datetime) -> tuple[str, Invitation | None]:
    """What a code is worth, across schools: ``open``, ``used``, ``over`` (old, taken back, not allowed) or ``unknown``."""
    found = db.scalar(select(Invitation).where(Invitation.code_hash == code_hash(settings.pepper, code)))
    if found is None:
        return "unknown", None
    if found.used_at is not None:
        return "used", found
    return ("open", found) if find_letter(db, invitation_id=found.id, now=now) else ("over", found)


def find_letter(db: SchoolSession, *, invitation_id: int, now: datetime) -> Letter | None:
    """The open letter of an invitation, across schools; None when it was used, is over, or the school decided otherwise."""
    today = school_day(now)
    row = db.execute(
        select(Invitation, School.name, Guardian, Pupil.first_name, GuardianLink)
        .join(School, School.id == Invitation.school_id)
        .join(Guardian, (Guardian.school_id == Invitation.school_id) & (Guardian.id == Invitation.guardian_id))
        .join(Pupil, (Pupil.school_id == Invitation.school_id) & (Pupil.id == Invitation.pupil_id))
        .join(
            GuardianLink,
            (GuardianLink.school_id == Invitation.school_id)
            & (GuardianLink.guardian_id == Invitation.guardian_id)
            & (GuardianLink.pupil_id == Invitation.pupil_id),
        )
        .where(
            Invitation.id == invitation_id,
            Invitation.used_at.is_(None),
            Invitation.voided_at.is_(None),
            Invitation.expires_at > now,
            (Pupil.left_on.is_(None)) | (Pupil.left_on > today),
        )
    ).one_or_none()
    if row is None or not may_be_invited(row.GuardianLink, now):
        return None
    invitation, school_name, guardian, first_name, _link = row
    return Letter(
        invitation.id, invitation.school_id, school_name, guardian.id, guardian.name, guardian.language,
        guardian.account_id, invitation.pupil_id, first_name,
    )  # fmt: skip


def use(db: SchoolSession, letter: Letter, *, account_id: int, now: datetime) -> None:
    """Use a letter up for an account, inside the letter's school. Raises Refused when somebody else was first.

    The adult of the letter gets this sign-in. An adult whom the school has twice on its list, once for each child, gets
    the letter's child under the sign-in that is there already; an adult who is linked to the child already, or whom the
    school knows by another name, holds somebody else's letter, which stays unused.
    """
    if letter.account_id not in (None, account_id):
        raise _has_one_already()
    mine = db.scalar(select(Guardian).where(Guardian.account_id == account_id, Guardian.id != letter.guardian_id))
    if mine is not None:
        _move(db, letter, to=mine)
    _use_up(db, letter, now)
    if mine is None:
        free = (Guardian.account_id.is_(None)) | (Guardian.account_id == account_id)
        given = db.execute(update(Guardian).where(Guardian.id == letter.guardian_id, free).values(account_id=account_id))
        if not given.rowcount:  # type: ignore[attr-defined]
            raise _has_one_already()


def same_person(one: str, other: str) -> bool:
    """Whether two entries of the school's list may be one adult: the shorter name, or its initials, are in the longer."""
    shorter, longer = sorted((_parts(one), _parts(other)), key=len)
    return bool(shorter) and all(any(_fit(part, whole) for whole in longer) for part in shorter)


def _parts(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(" " if sign in "-'’.,/" else sign for sign in letters if not unicodedata.combining(sign)).split()


def _fit(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _has_one_already() -> Refused:
    return Refused(_("There is a sign-in for this letter's adult already. Please use that one, or ask the school office."))


def _use_up(db: SchoolSession, letter: Letter, now: datetime) -> None:
    still_open = (Invitation.used_at.is_(None), Invitation.voided_at.is_(None))
    done = db.execute(update(Invitation).where(Invitation.id == letter.invitation_id, *still_open).values(used_at=now))
    if not done.rowcount:  # type: ignore[attr-defined]
        raise Refused(_("This code was used already."))


def _move(db: SchoolSession, letter: Letter, *, to: Guardian) -> None:
    own = db.scalar(select(GuardianLink.id).where(GuardianLink.guardian_id == to.id, GuardianLink.pupil_id == letter.pupil_id))
    if own is not None or not same_person(letter.guardian_name, to.name):
        raise Refused(_("This letter is for another adult. Each adult gets a letter of their own."))
    db.execute(
        update(GuardianLink)
        .where(GuardianLink.guardian_id == letter.guardian_id, GuardianLink.pupil_id == letter.pupil_id)
        .values(guardian_id=to.id)
    )


def _in_portions(pairs: list[tuple[int, int]], most: int = 400) -> Iterable[list[tuple[int, int]]]:
    return (pairs[start : start + most] for start in range(0, len(pairs), most))

"""What changes about agreements: a wording is published, families are asked, somebody answers or takes an answer back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import func, select, update

from esafety.agreements import chain, queries
from esafety.agreements.models import AgreementVersion, PaperCheck, PupilAgreement, Round, Signature, Withdrawal
from esafety.agreements.paper import LinkRow
from esafety.agreements.rules import SIGNED, next_turn, repeats, standing
from esafety.agreements.wording import Snapshot, wording
from esafety.core import audit
from esafety.core.clock import school_day, school_year
from esafety.core.errors import EsafetyError, NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.people.codes import new_code
from esafety.people.models import GuardianLink, School


class Superseded(EsafetyError):
    """The wording that was read is no longer the one that is asked. Nothing was saved."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of an answer on paper."""

    received_on: date
    recorded_by: int | None
    kept_where: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as an adult gave it."""

    answer: str
    language: str
    typed_name: str = ""
    promises: tuple[str, ...] = ()
    reason: str = ""
    signed_in_by: str = "password"
    sheet: Sheet | None = field(default=None)


def publish(db: SchoolSession, *, key: str, snapshot: Snapshot, actor: str, at: datetime) -> AgreementVersion:
    """Put a wording into force. The same wording again changes nothing. Rounds of this year and later ask the new one."""
    _lock_school(db)
    mine = AgreementVersion.key == key
    current = db.scalar(select(AgreementVersion).where(mine, AgreementVersion.superseded_at.is_(None)))
    if current is not None and current.digest == snapshot.digest:
        return current
    number = (db.scalar(select(func.max(AgreementVersion.number)).where(mine)) or 0) + 1
    version = AgreementVersion(key=key, number=number, texts=snapshot.texts, digest=snapshot.digest, published_at=at)
    db.add(version)
    db.flush()
    if current is not None:
        current.superseded_at = at
        this_year = school_year(school_day(at))
        db.execute(
            update(Round)
            .where(Round.version_id == current.id, Round.school_year >= this_year)
            .values(version_id=version.id)
            .execution_options(synchronize_session=False)
        )
    audit.record(db, at=at, actor=actor, action="agreement.published", about=f"agreement_version:{version.id}")
    db.flush()
    return version


def open_round(db: SchoolSession, *, year: int, version_id: int, opens_on: date, due_on: date, actor: str, at: datetime) -> Round:
    """Ask all families in a school year, or change the dates of a round that stands."""
    _lock_school(db)
    found = db.scalar(select(Round).where(Round.school_year == year))
    action = "agreement.round.changed" if found else "agreement.round.opened"
    if found is None:
        found = Round(school_year=year, version_id=version_id, opens_on=opens_on, due_on=due_on)
        db.add(found)
    found.opens_on, found.due_on = opens_on, due_on
    db.flush()
    audit.record(db, at=at, actor=actor, action=action, about=f"agreement_round:{found.id}")
    return found


def answer(db: SchoolSession, *, link_id: int, version_id: int, given: Answer, at: datetime) -> Signature:
    """Keep one adult's answer for one child. A retry, a second tab or a second press gets the answer that is there.

    Raises NotFound when the link does not allow it at this moment, Superseded when another wording is asked by now.
    The link's row is locked first: a bar that comes at the same time is either seen here or waits for this to end.
    """
    today = school_day(at)
    link = _lock_link(db, link_id, today=today)
    _lock_school(db)
    year = school_year(today)
    asked = queries.find_asked(db, school_year=year)
    if asked is None or asked.version_id != version_id or not asked.is_open(today):
        raise Superseded
    before = queries.given_by(db, guardian_id=link.guardian_id, school_year=year, pupil_ids=(link.pupil_id,))
    now = standing(version_id, before)
    if now.given is not None and repeats(now, given.answer):
        return db.scalars(select(Signature).where(Signature.id == now.given.id)).one()
    shown = wording(asked.texts, given.language)
    signature = Signature(
        version_id=version_id,
        guardian_id=link.guardian_id,
        pupil_id=link.pupil_id,
        school_year=year,
        turn=next_turn(version_id, before),
        answer=given.answer,
        channel="paper" if given.sheet else "online",
        language=shown.language,
        text_digest=shown.digest,
        promises=" ".join(given.promises),
        typed_name=given.typed_name,
        statement=shown.agreement.declaration if given.answer == SIGNED else "",
        reason=given.reason,
        authority=authority_of(link),
        signed_in_by=given.signed_in_by,
        at=at,
        receipt_code=new_code(),
        received_on=given.sheet.received_on if given.sheet else None,
        recorded_by=given.sheet.recorded_by if given.sheet else None,
        kept_where=given.sheet.kept_where if given.sheet else "",
    )
    db.add(signature)
    chain.append(db, signature, at=at)
    return signature


def withdraw(db: SchoolSession, *, signature_id: int, at: datetime) -> bool:
    """Take an answer back. The answer itself stays as it was. Returns whether it was new."""
    _lock_school(db)
    if not insert_if_absent(db, Withdrawal, signature_id=signature_id, at=at):
        return False
    row = db.scalars(select(Withdrawal).where(Withdrawal.signature_id == signature_id)).one()
    chain.append(db, row, at=at)
    return True


def record_paper(
    db: SchoolSession,
    *,
    link: LinkRow,
    version_id: int,
    answer_given: str,
    name: str,
    sheet: Sheet,
    actor: str,
    at: datetime,
) -> Signature:
    """Record an answer that came on paper. It replaces nothing. Raises Refused when the adult has a signature that stands."""
    _lock_link(db, link.link_id, today=school_day(at))
    _lock_school(db)
    year = school_year(school_day(at))
    asked = queries.find_asked(db, school_year=year)
    if asked is None or asked.version_id != version_id:
        raise Superseded
    before = queries.given_by(db, guardian_id=link.guardian_id, school_year=year, pupil_ids=(link.pupil_id,))
    if repeats(standing(version_id, before), answer_given):
        raise Refused(_("This adult has given an answer for this child already. Nothing was recorded, and that answer stands."))
    signature = answer(
        db,
        link_id=link.link_id,
        version_id=version_id,
        given=Answer(
            answer=answer_given,
            language=link.language,
            typed_name=name,
            promises=tuple(one.id for one in wording(asked.texts, "en").promises) if answer_given == SIGNED else (),
            signed_in_by="paper",
            sheet=sheet,
        ),
        at=at,
    )
    about = f"signature:{signature.id}"
    audit.record(db, at=at, actor=actor, action="agreement.paper.recorded", about=about, reason=answer_given)
    return signature


def record_paper_withdrawal(db: SchoolSession, *, link: LinkRow, version_id: int, actor: str, at: datetime) -> bool:
    """Record that an adult took a signature back on paper. Returns whether there was one to take back."""
    year = school_year(school_day(at))
    before = queries.given_by(db, guardian_id=link.guardian_id, school_year=year, pupil_ids=(link.pupil_id,))
    now = standing(version_id, before)
    if now.given is None or now.given.withdrawn_at is not None or not withdraw(db, signature_id=now.given.id, at=at):
        return False
    audit.record(db, at=at, actor=actor, action="agreement.paper.withdrawn", about=f"signature:{now.given.id}")
    return True


def check_paper(db: SchoolSession, *, signature: Signature, by: int, actor: str, at: datetime) -> None:
    """Note that a second person compared a recorded answer with the sheet. Raises Refused for the one who recorded it."""
    if signature.recorded_by == by:
        raise Refused(_("A second person has to compare it: you recorded this answer yourself."))
    if insert_if_absent(db, PaperCheck, signature_id=signature.id, checked_by=by, at=at):
        audit.record(db, at=at, actor=actor, action="agreement.paper.checked", about=f"signature:{signature.id}")


def agree_as_pupil(db: SchoolSession, *, pupil_id: int, version_id: int, at: datetime) -> bool:
    """A pupil agrees to the pupils' promises. Returns whether it was new."""
    _lock_school(db)
    if not insert_if_absent(db, PupilAgreement, pupil_id=pupil_id, version_id=version_id, at=at):
        return False
    mine = (PupilAgreement.pupil_id == pupil_id, PupilAgreement.version_id == version_id)
    chain.append(db, db.scalars(select(PupilAgreement).where(*mine)).one(), at=at)
    return True


def authority_of(link: GuardianLink) -> str:
    """What a link says at this moment, in fixed words, for the evidence."""
    return f"relationship={link.relationship}; may_sign={'yes' if link.may_sign else 'no'}; restriction={link.restriction}"


def _lock_link(db: SchoolSession, link_id: int, *, today: date) -> GuardianLink:
    """The link as it is now, kept from changing until the transaction ends. Raises NotFound when it allows no signing."""
    link = db.scalars(
        select(GuardianLink)
        .where(GuardianLink.id == link_id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if link is None or not link.may_sign or link.restriction == "barred":
        raise NotFound
    if link.from_on > today or (link.until_on is not None and link.until_on < today):
        raise NotFound
    queries.first_name_on_roll(db, link.pupil_id, today=today)
    return link


def _lock_school(db: SchoolSession) -> None:
    """One writer at a time in a school's chain; SQLite has one writer anyway."""
    db.execute(select(School.id).where(School.id == db.school_id).with_for_update(key_share=True))

"""What people ask about agreements. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select

from esafety.agreements.models import AgreementVersion, PaperCheck, PupilAgreement, Round, Signature, Withdrawal
from esafety.agreements.rules import PUPILS_KEYS, Given, Standing, name_differs, standing
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Guardian, GuardianLink, Pupil, SchoolClass


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One published wording."""

    id: int
    key: str
    number: int
    texts: str
    digest: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """What the school asks families in one school year."""

    round_id: int
    school_year: int
    opens_on: date
    due_on: date
    version_id: int
    number: int
    texts: str

    def is_open(self, today: date) -> bool:
        """Whether families may answer yet. They may still do so after the day the school hopes for."""
        return self.opens_on <= today


@dataclass(frozen=True, slots=True)
class Shown:
    """A signature as its signer sees it again."""

    id: int
    school_year: int
    answer: str
    channel: str
    language: str
    promises: tuple[str, ...]
    typed_name: str
    statement: str
    reason: str
    at: datetime
    receipt_code: str
    received_on: date | None
    text_digest: str
    pupil_id: int
    first_name: str
    version_id: int
    version_number: int
    texts: str
    superseded_at: datetime | None
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One adult and one child, for the office to record a sheet of paper."""

    link_id: int
    guardian_id: int
    pupil_id: int
    adult: str
    language: str
    relationship: str
    may_sign: bool
    first_name: str
    initial: str
    class_name: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper answer that was recorded."""

    id: int
    adult: str
    child: str
    answer: str
    received_on: date | None
    kept_where: str
    recorded_by: int | None
    checked: bool


@dataclass(frozen=True, slots=True)
class NameRow:
    """An answer whose typed name the office may want to look at."""

    id: int
    typed_name: str
    known_name: str
    child: str
    at: datetime


def published(db: SchoolSession) -> dict[str, VersionRow]:
    """The wording in force of each agreement, by its key."""
    rows = db.execute(_VERSION.where(AgreementVersion.superseded_at.is_(None)))
    return {row.key: VersionRow(*row) for row in rows}


_VERSION = select(
    AgreementVersion.id,
    AgreementVersion.key,
    AgreementVersion.number,
    AgreementVersion.texts,
    AgreementVersion.digest,
    AgreementVersion.published_at,
)


def find_asked(db: SchoolSession, *, school_year: int) -> Asked | None:
    """What families are asked in a school year, if the school asks."""
    row = db.execute(
        select(
            Round.id,
            Round.school_year,
            Round.opens_on,
            Round.due_on,
            AgreementVersion.id,
            AgreementVersion.number,
            AgreementVersion.texts,
        )
        .join(AgreementVersion, and_(AgreementVersion.school_id == Round.school_id, AgreementVersion.id == Round.version_id))
        .where(Round.school_year == school_year)
    ).one_or_none()
    return Asked(*row) if row else None


def rounds(db: SchoolSession, *, since: int) -> dict[int, Asked]:
    """The rounds of a school year and later ones, by year."""
    years = db.scalars(select(Round.school_year).where(Round.school_year >= since).order_by(Round.school_year)).all()
    return {year: asked for year in years if (asked := find_asked(db, school_year=year))}


def given_by(db: SchoolSession, *, guardian_id: int, school_year: int, pupil_ids: Iterable[int]) -> tuple[Given, ...]:
    """The answers of one adult for some children in a school year. Never anybody else's."""
    rows = db.execute(
        select(
            Signature.id,
            Signature.version_id,
            Signature.pupil_id,
            Signature.turn,
            Signature.answer,
            Signature.at,
            Withdrawal.at,
        )
        .outerjoin(Withdrawal, and_(Withdrawal.school_id == Signature.school_id, Withdrawal.signature_id == Signature.id))
        .where(
            Signature.guardian_id == guardian_id,
            Signature.pupil_id.in_(tuple(pupil_ids)),
            Signature.school_year == school_year,
        )
    )
    return tuple(Given(*row) for row in rows)


def standings(
    db: SchoolSession, *, guardian_id: int, asked: Asked | None, school_year: int, pupil_ids: Iterable[int]
) -> dict[int, Standing]:
    """Where one adult stands for each of some children this year: one statement for all of them."""
    wanted = tuple(pupil_ids)
    given = given_by(db, guardian_id=guardian_id, school_year=school_year, pupil_ids=wanted)
    version_id = asked.version_id if asked else None
    return {pupil_id: standing(version_id, (one for one in given if one.pupil_id == pupil_id)) for pupil_id in wanted}


def first_name_on_roll(db: SchoolSession, pupil_id: int, *, today: date) -> str:
    """The first name of a child on roll. Raises NotFound for a former pupil: nobody is asked for one."""
    name = db.scalar(select(Pupil.first_name).where(Pupil.id == pupil_id, Pupil.left_on.is_(None) | (Pupil.left_on > today)))
    if name is None:
        raise NotFound
    return name


def shown(db: SchoolSession, signature_id: int) -> Shown:
    """A signature with the wording it was given for. Raises NotFound."""
    row = db.execute(
        select(Signature, Pupil.first_name, AgreementVersion, Withdrawal.at)
        .join(Pupil, and_(Pupil.school_id == Signature.school_id, Pupil.id == Signature.pupil_id))
        .join(
            AgreementVersion,
            and_(AgreementVersion.school_id == Signature.school_id, AgreementVersion.id == Signature.version_id),
        )
        .outerjoin(Withdrawal, and_(Withdrawal.school_id == Signature.school_id, Withdrawal.signature_id == Signature.id))
        .where(Signature.id == signature_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    signature, first_name, version, withdrawn_at = row
    return Shown(
        id=signature.id,
        school_year=signature.school_year,
        answer=signature.answer,
        channel=signature.channel,
        language=signature.language,
        promises=tuple(signature.promises.split()),
        typed_name=signature.typed_name,
        statement=signature.statement,
        reason=signature.reason,
        at=signature.at,
        receipt_code=signature.receipt_code,
        received_on=signature.received_on,
        text_digest=signature.text_digest,
        pupil_id=signature.pupil_id,
        first_name=first_name,
        version_id=version.id,
        version_number=version.number,
        texts=version.texts,
        superseded_at=version.superseded_at,
        withdrawn_at=withdrawn_at,
    )


def find_links(db: SchoolSession, *, name: str, today: date, most: int = 40) -> tuple[LinkRow, ...]:
    """Adults and children whose name begins like this, for the office. Barred adults are left out."""
    like = name.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    begins, within = f"{like}%", f"% {like}%"
    rows = db.execute(
        _LINK.where(
            Guardian.name.ilike(begins, escape="\\")
            | Guardian.name.ilike(within, escape="\\")
            | Pupil.first_name.ilike(begins, escape="\\"),
            *_open_on(today),
        )
        .order_by(Pupil.first_name, Guardian.name)
        .limit(most)
    )
    return tuple(_link_row(row) for row in rows)


def get_link(db: SchoolSession, link_id: int, *, today: date) -> LinkRow:
    """One adult and one child. Raises NotFound for a link that is not open today."""
    row = db.execute(_LINK.where(GuardianLink.id == link_id, *_open_on(today))).one_or_none()
    if row is None:
        raise NotFound
    return _link_row(row)


def _open_on(today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        GuardianLink.restriction != "barred",
        GuardianLink.from_on <= today,
        GuardianLink.until_on.is_(None) | (GuardianLink.until_on >= today),
        Pupil.left_on.is_(None) | (Pupil.left_on > today),
    )


def _link_row(row: Any) -> LinkRow:
    return LinkRow(*row)


_LINK = (
    select(
        GuardianLink.id,
        Guardian.id,
        Pupil.id,
        Guardian.name,
        Guardian.language,
        GuardianLink.relationship,
        GuardianLink.may_sign,
        Pupil.first_name,
        Pupil.initial,
        SchoolClass.name,
    )
    .join(Guardian, and_(Guardian.school_id == GuardianLink.school_id, Guardian.id == GuardianLink.guardian_id))
    .join(Pupil, and_(Pupil.school_id == GuardianLink.school_id, Pupil.id == GuardianLink.pupil_id))
    .outerjoin(SchoolClass, and_(SchoolClass.school_id == Pupil.school_id, SchoolClass.id == Pupil.class_id))
)


def recorded_papers(db: SchoolSession, *, school_year: int, most: int = 50) -> tuple[PaperRow, ...]:
    """The paper answers recorded this school year, newest first, with whether a second person has compared them."""
    checked = exists().where(PaperCheck.school_id == Signature.school_id, PaperCheck.signature_id == Signature.id)
    rows = db.execute(
        select(
            Signature.id,
            Guardian.name,
            Pupil.first_name,
            Signature.answer,
            Signature.received_on,
            Signature.kept_where,
            Signature.recorded_by,
            checked,
        )
        .join(Guardian, and_(Guardian.school_id == Signature.school_id, Guardian.id == Signature.guardian_id))
        .join(Pupil, and_(Pupil.school_id == Signature.school_id, Pupil.id == Signature.pupil_id))
        .where(Signature.school_year == school_year, Signature.channel == "paper")
        .order_by(Signature.at.desc())
        .limit(most)
    )
    return tuple(PaperRow(*row) for row in rows)


def unexpected_names(db: SchoolSession, *, school_year: int) -> tuple[NameRow, ...]:
    """This year's signatures whose typed name shares nothing with the name the school knows. A hint, never a refusal."""
    rows = db.execute(
        select(Signature.id, Signature.typed_name, Guardian.name, Pupil.first_name, Signature.at)
        .join(Guardian, and_(Guardian.school_id == Signature.school_id, Guardian.id == Signature.guardian_id))
        .join(Pupil, and_(Pupil.school_id == Signature.school_id, Pupil.id == Signature.pupil_id))
        .where(Signature.school_year == school_year, Signature.answer == "signed")
        .order_by(Signature.at.desc())
    )
    return tuple(row for row in (NameRow(*found) for found in rows) if name_differs(row.typed_name, row.known_name))


def find_pupils_version(db: SchoolSession, band: str) -> VersionRow | None:
    """The pupils' promises in force for an age band, if the school has published them."""
    row = db.execute(
        _VERSION.where(AgreementVersion.key == PUPILS_KEYS[band], AgreementVersion.superseded_at.is_(None))
    ).one_or_none()
    return VersionRow(*row) if row else None


def owes_promise(db: SchoolSession, pupil_id: int, band: str) -> bool:
    """Whether a pupil has not yet agreed to the promises of the key stage. Nothing depends on it but a friendly note."""
    key = PUPILS_KEYS[band]
    agreed = exists().where(
        PupilAgreement.school_id == AgreementVersion.school_id,
        PupilAgreement.pupil_id == pupil_id,
        PupilAgreement.version_id == AgreementVersion.id,
    )
    rows = db.execute(select(AgreementVersion.superseded_at, agreed).where(AgreementVersion.key == key)).all()
    return any(row[0] is None for row in rows) and not any(row[1] for row in rows)

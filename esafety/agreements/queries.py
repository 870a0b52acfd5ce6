"""What a school asks, and where an adult or a pupil stands with it. Frozen rows, a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, exists, select

from esafety.agreements.models import AgreementVersion, PupilAgreement, Round, Signature, Withdrawal
from esafety.agreements.rules import PUPILS_KEYS, Given, Standing, standing
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Pupil


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


_VERSION = select(
    AgreementVersion.id,
    AgreementVersion.key,
    AgreementVersion.number,
    AgreementVersion.texts,
    AgreementVersion.digest,
    AgreementVersion.published_at,
)


def published(db: SchoolSession) -> dict[str, VersionRow]:
    """The wording in force of each agreement, by its key."""
    rows = db.execute(_VERSION.where(AgreementVersion.superseded_at.is_(None)))
    return {row.key: VersionRow(*row) for row in rows}


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

"""An answer as its giver sees it again: what was read, what was said, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, select

from esafety.agreements.models import AgreementVersion, Signature, Withdrawal
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.people.models import Pupil


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


def get_shown(db: SchoolSession, signature_id: int) -> Shown:
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

"""What this room lets go of: what proves an answer, a year after the child left. The chain goes on to hold without it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import exists, select, update

from esafety.agreements.models import ChainEntry, PupilAgreement, Signature
from esafety.core.clock import school_day
from esafety.core.erasure import delete_all
from esafety.core.tenancy import SchoolSession
from esafety.people.leaving import gone, long_gone


def let_go(db: SchoolSession, now: datetime) -> None:
    """A pupil's own agreement after thirty days, adults' answers after a year, each together with its salt."""
    today = school_day(now)
    _forget(db, ("pupil-agreement",), PupilAgreement, PupilAgreement.pupil_id, gone(PupilAgreement, today))
    delete_all(db, PupilAgreement, gone(PupilAgreement, today))
    # Taking back is chained under the signature that it takes back.
    _forget(db, ("signature", "withdrawal"), Signature, Signature.id, long_gone(Signature, today))
    delete_all(db, Signature, long_gone(Signature, today))


def _forget(db: SchoolSession, kinds: tuple[str, ...], model: Any, subject: Any, whose: Any) -> None:
    same = (model.school_id == ChainEntry.school_id, subject == ChainEntry.subject_id)
    theirs = (ChainEntry.kind.in_(kinds), ChainEntry.salt.is_not(None), exists(select(1).where(*same, whose)))
    db.execute(update(ChainEntry).where(*theirs).values(salt=None).execution_options(synchronize_session=False))

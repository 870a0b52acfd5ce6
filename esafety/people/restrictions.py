"""What the school decided about one adult and one child. The application records it; it never adjudicates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from esafety.core import audit
from esafety.core.tenancy import SchoolSession
from esafety.people import accounts, invitations
from esafety.people.models import Guardian, GuardianLink

NONE, LIMITED, BARRED = "none", "limited", "barred"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: how far the adult is restricted, what is allowed, and where the school keeps the paper."""

    restriction: str
    may_sign: bool = True
    may_see_progress: bool = True
    may_receive: bool = True
    reference: str = ""


def restrict(db: SchoolSession, link: GuardianLink, decision: Decision, *, by: str, now: datetime) -> None:
    """Put a decision into force with this transaction. Barring ends the adult's sessions and voids letters. Nobody is told."""
    barred = decision.restriction == BARRED
    link.restriction = decision.restriction
    link.restriction_reference = decision.reference if decision.restriction != NONE else ""
    link.may_sign = decision.may_sign and not barred
    link.may_see_progress = decision.may_see_progress and not barred
    link.may_receive = decision.may_receive and not barred
    if not link.may_receive:
        invitations.void(db, pairs=[(link.guardian_id, link.pupil_id)], now=now)
    if barred:
        account_id = db.scalar(select(Guardian.account_id).where(Guardian.id == link.guardian_id))
        if account_id is not None:
            accounts.end_sessions(db, account_id=account_id, now=now)
    action = "family.link.restricted" if decision.restriction != NONE else "family.link.freed"
    audit.record(db, at=now, actor=by, action=action, about=f"guardian_link:{link.id}", reason=decision.restriction)
    db.flush()

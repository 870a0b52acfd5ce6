"""What all adults of a school answered in a round, as subqueries that counts and lists stand on."""

from __future__ import annotations

from sqlalchemy import Subquery, case, func, select
from sqlalchemy.orm import aliased
from sqlalchemy.sql.elements import ColumnElement

from esafety.agreements.models import Signature, Withdrawal
from esafety.agreements.queries import Asked

WITHDRAWN, DECLINED, TALK, SIGNED = 0, 1, 2, 3
STATES = {None: "open", WITHDRAWN: "withdrawn", DECLINED: "declined", TALK: "talk", SIGNED: "signed"}
"""What an adult's last answer is, as the databases count it and as pages name it; signed weighs most."""
NO_ROUND = 0


def in_round(asked: Asked | None) -> tuple[ColumnElement[bool], ...]:
    """Signatures to what is asked, for a WHERE; none before the school has opened a round."""
    if asked is None:
        return (Signature.school_year == NO_ROUND,)
    return Signature.school_year == asked.school_year, Signature.version_id == asked.version_id


def last_answers(asked: Asked | None) -> Subquery:
    """One row per adult and child who answered: ``state`` of the last turn, ``signed_at`` of the first signature.

    The turn and the state are packed into one number, so that the greatest is the last turn's.
    """
    taken_back = aliased(Withdrawal)
    state: ColumnElement[int] = case(
        (taken_back.signature_id.is_not(None), WITHDRAWN),
        (Signature.answer == "signed", SIGNED),
        (Signature.answer == "talk", TALK),
        else_=DECLINED,
    )
    return (
        select(
            Signature.pupil_id,
            Signature.guardian_id,
            (func.max(Signature.turn * 4 + state) % 4).label("state"),
            func.min(case((Signature.answer == "signed", Signature.at))).label("signed_at"),
        )
        .outerjoin(taken_back, (taken_back.school_id == Signature.school_id) & (taken_back.signature_id == Signature.id))
        .where(*in_round(asked))
        .group_by(Signature.pupil_id, Signature.guardian_id)
        .subquery()
    )

"""The questions of a school's own, as lessons, exports and packs use them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.curriculum.interchange.bank import entries_in
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.models import OwnQuestion, OwnQuestionVersion
from esafety.curriculum.parse import parse
from esafety.curriculum.shapes.banks import Bank


@dataclass(frozen=True, slots=True)
class OwnRow:
    """The current wording of one question of the school's own."""

    question_id: int
    version_id: int
    number: int
    entry: Entry
    published_at: datetime | None

    @property
    def is_draft(self) -> bool:
        """Whether no lesson may use it yet."""
        return self.published_at is None


def own_questions(db: SchoolSession) -> tuple[OwnRow, ...]:
    """The current wordings of the session's school, by key."""
    rows = db.execute(
        select(
            OwnQuestion.id,
            OwnQuestionVersion.id.label("version_id"),
            OwnQuestionVersion.number,
            OwnQuestionVersion.body,
            OwnQuestionVersion.published_at,
        )
        .join(OwnQuestionVersion, OwnQuestionVersion.question_id == OwnQuestion.id)
        .where(OwnQuestionVersion.school_id == OwnQuestion.school_id, OwnQuestionVersion.retired_at.is_(None))
        .order_by(OwnQuestion.key)
    ).all()
    return tuple(OwnRow(row.id, row.version_id, row.number, entry_of(row.body), row.published_at) for row in rows)


def entry_of(body: str) -> Entry:
    """The entry of a stored wording. An explanation may still be missing: then it is a draft."""
    shape: Any = Bank
    bank, misfits = parse(shape, {"questions": [json.loads(body)]})
    if bank is None:
        raise ValueError(misfits[0].message)
    return entries_in(bank)[0]

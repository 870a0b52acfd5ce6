"""Keep questions of the school's own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update

from esafety.core import audit
from esafety.core.base import new_id
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.curriculum.interchange.bank import bank_of
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.models import OwnQuestion, OwnQuestionVersion
from esafety.curriculum.stored import digest_of, to_json

Wording = tuple[str, int, dict[str, Any]]
"""A key, the question's row, and the body."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping some questions changed."""

    new: int
    changed: int
    unchanged: int


def keep_questions(db: SchoolSession, *, entries: Iterable[Entry], source: str, by: str, now: datetime) -> Kept:
    """Keep questions as drafts: unknown keys are new, other wordings become versions, the same ones change nothing."""
    there = {row.key: row for row in db.execute(_current())}
    new: list[Wording] = []
    changed: list[Wording] = []
    unchanged = 0
    for entry in entries:
        known = there.get(entry.key)
        body = to_json(bank_of([entry]))["questions"][0]
        if known and known.digest == digest_of(body):
            unchanged += 1
        else:
            (changed if known else new).append((entry.key, known.id if known else new_id(), body))
    insert_rows(db, OwnQuestion, [{"id": row_id, "key": key, "made_at": now} for key, row_id, _ in new])
    _write_versions(db, [*new, *changed], source=source, by=by, now=now)
    if new or changed:
        audit.record(db, at=now, actor=by, action="content.questions.kept", about=f"own_question:{len(new) + len(changed)}")
    return Kept(len(new), len(changed), unchanged)


def publish(db: SchoolSession, *, question_ids: Iterable[int], by: str, now: datetime) -> int:
    """Let lessons use the current wording of some questions. Returns how many were drafts."""
    done = db.execute(
        update(OwnQuestionVersion)
        .where(
            OwnQuestionVersion.question_id.in_(list(question_ids)),
            OwnQuestionVersion.retired_at.is_(None),
            OwnQuestionVersion.published_at.is_(None),
        )
        .values(published_at=now)
    )
    number: int = getattr(done, "rowcount", 0)
    if number:
        audit.record(db, at=now, actor=by, action="content.questions.published", about=f"own_question:{number}")
    return number


def _current() -> Any:
    return (
        select(OwnQuestion.id, OwnQuestion.key, OwnQuestionVersion.digest)
        .join(OwnQuestionVersion, OwnQuestionVersion.question_id == OwnQuestion.id)
        .where(OwnQuestionVersion.school_id == OwnQuestion.school_id, OwnQuestionVersion.retired_at.is_(None))
    )


def _write_versions(db: SchoolSession, written: list[Wording], *, source: str, by: str, now: datetime) -> None:
    ids = [row_id for _, row_id, _ in written]
    counted = select(OwnQuestionVersion.question_id, func.max(OwnQuestionVersion.number)).group_by(OwnQuestionVersion.question_id)
    numbers: dict[int, int] = {}
    for part in (ids[at : at + 500] for at in range(0, len(ids), 500)):
        numbers.update({row[0]: row[1] for row in db.execute(counted.where(OwnQuestionVersion.question_id.in_(part)))})
        db.execute(
            update(OwnQuestionVersion)
            .where(OwnQuestionVersion.question_id.in_(part), OwnQuestionVersion.retired_at.is_(None))
            .values(retired_at=now)
        )
    about = {"source": source, "made_at": now, "made_by": by, "published_at": None, "retired_at": None}
    rows = [
        {
            "id": new_id(), "question_id": row_id, "number": numbers.get(row_id, 0) + 1, "digest": digest_of(body),
            "body": json.dumps(body, ensure_ascii=False), **about,
        }
        for _, row_id, body in written
    ]  # fmt: skip
    insert_rows(db, OwnQuestionVersion, rows)

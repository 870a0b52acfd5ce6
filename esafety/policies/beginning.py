"""How a draft begins: from a file or a text that was read, or from the wording in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from esafety.core.base import new_id
from esafety.core.clock import school_day
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.curriculum.library import say
from esafety.curriculum.shelf import library
from esafety.policies import noticing, queries
from esafety.policies.confirming import keep_expectations, keep_proposals
from esafety.policies.drafts import DRAFT, By, find_draft, record
from esafety.policies.models import Clause, Policy, PolicyVersion
from esafety.policies.queries import ClauseRow
from esafety.policies.reading.document import Document
from esafety.policies.rules.comparing import compare, plain
from esafety.policies.rules.drafting import SPACE, Proposed, key_of


def begin_from_file(
    db: SchoolSession,
    *,
    title: str,
    policy_id: int | None,
    document: Document,
    proposals: Sequence[tuple[Proposed, ...]],
    by: By,
) -> PolicyVersion:
    """Begin a draft from what was read. Clauses that stood in the wording in force keep what was confirmed for them.

    A policy of the same title is the same policy. Raises Refused where a draft of it has been begun from something else.
    """
    begun = _same_draft(db, title, document) if policy_id is None else None
    if begun is not None:
        return begun
    policy = _policy(db, title=title, policy_id=policy_id)
    version = _new_version(db, policy.id, by, frame=noticing.as_json(noticing.frame_of(document)))
    rows: list[dict[str, Any]] = [
        {
            "id": new_id(),
            "version_id": version.id,
            "position": number * SPACE,
            "label": read.label,
            "section": read.heading,
            "text": read.text,
            "audience": read.audience,
            "strength": read.strength,
            "context": read.lead_in,
            "anchor": read.id,
            "confirmed_at": None,
        }
        for number, read in enumerate(document.clauses, 1)
    ]
    known = _known_before(db, policy.id, rows, by.at)
    insert_rows(db, Clause, rows)
    keep_expectations(db, known)
    keep_proposals(db, dict(zip((int(row["id"]) for row in rows), proposals, strict=True)))
    return version


def begin_from_version(db: SchoolSession, *, version: PolicyVersion, by: By) -> PolicyVersion:
    """Begin a draft from a wording that stands. A draft that was begun before is handed back."""
    begun = find_draft(db, version.policy_id)
    if begun is not None:
        return begun
    draft = _new_version(db, version.policy_id, by, frame=version.frame)
    stood = queries.clauses_of(db, version.id)
    # Wordings that were taken over from a model stand one after the other: in a draft there is room between them.
    widened = {row.id: number * SPACE for number, row in enumerate(stood, 1)}
    rows = {row.id: _copied(row, draft.id, widened[row.id], by.at) for row in stood}
    insert_rows(db, Clause, rows.values())
    keep_expectations(db, {rows[row.id]["id"]: row.expectations for row in stood})
    if version.frame != "[]":
        draft.frame = noticing.as_json(_moved(noticing.from_json(version.frame), stood, widened))
    return draft


def _same_draft(db: SchoolSession, title: str, document: Document) -> PolicyVersion | None:
    """The draft that a first press began with the same file."""
    sent = [read.id for read in document.clauses]
    drafts = (
        select(PolicyVersion)
        .join(Policy, (Policy.school_id == PolicyVersion.school_id) & (Policy.id == PolicyVersion.policy_id))
        .where(Policy.title == title, PolicyVersion.state == DRAFT)
    )
    for version in db.scalars(drafts).all():
        mine = select(Clause.anchor).where(Clause.version_id == version.id).order_by(Clause.position)
        if list(db.scalars(mine)) == sent:
            return version
    return None


def _policy(db: SchoolSession, *, title: str, policy_id: int | None) -> Policy:
    known = Policy.id == policy_id if policy_id is not None else func.lower(Policy.title) == title.lower()
    found = db.scalars(select(Policy).where(known).order_by(Policy.id).limit(1)).one_or_none()
    if policy_id is not None and found is None:
        raise NotFound
    if found is not None:
        if find_draft(db, found.id) is not None:
            raise Refused(_("A draft of this policy has been begun. Finish it or let go of it before you bring another file."))
        return found
    policy = Policy(key=key_of(title, db.scalars(select(Policy.key)).all()), title=title)
    db.add(policy)
    db.flush()
    return policy


def _new_version(db: SchoolSession, policy_id: int, by: By, *, frame: str) -> PolicyVersion:
    last = db.scalar(select(func.max(PolicyVersion.number)).where(PolicyVersion.policy_id == policy_id)) or 0
    version = PolicyVersion(policy_id=policy_id, number=last + 1, state=DRAFT, begun_at=by.at, frame=frame)
    db.add(version)
    db.flush()
    record(db, by, "policy.draft.begun", f"policy_version:{version.id}")
    return version


def _known_before(db: SchoolSession, policy_id: int, rows: list[dict[str, Any]], at: datetime) -> dict[int, tuple[str, ...]]:
    """What was confirmed for clauses that stand in the new wording as they did; they keep their name, too."""
    before = queries.find_in_force(db, policy_id)
    if before is None:
        return {}
    stood = {row.id: row for row in queries.clauses_of(db, before.id)}
    _put_dated_facts_back(rows, stood.values(), at)
    named = {row["id"]: row for row in rows}
    lines = [ClauseRow(row["id"], row["label"], "", row["text"], "", "", (), anchor=row["anchor"]).as_line for row in rows]
    known: dict[int, tuple[str, ...]] = {}
    for one in compare([row.as_line for row in stood.values()], lines):
        if one.before is None or one.after is None:
            continue
        row = named[one.after.id]
        row["anchor"] = one.before.anchor or row["anchor"]
        if one.kind in ("same", "moved") and one.before.expectations:
            row["confirmed_at"] = at
            known[one.after.id] = one.before.expectations
    return known


def _put_dated_facts_back(rows: Iterable[dict[str, Any]], stood: Iterable[ClauseRow], at: datetime) -> None:
    """A file has the value of a dated fact in it: where that is all that differs, the clause keeps the fact."""
    facts = library().facts_on(school_day(at))
    dated = {plain(say(row.text, facts=facts, school="")): row.text for row in stood if "{fact:" in row.text}
    for row in rows:
        row["text"] = dated.get(plain(row["text"]), row["text"])


def _copied(row: ClauseRow, version_id: int, position: int, at: datetime) -> dict[str, Any]:
    return {
        "id": new_id(),
        "version_id": version_id,
        "position": position,
        "label": row.label,
        "section": row.section,
        "text": row.text,
        "audience": row.audience,
        "strength": row.strength,
        "context": row.context,
        "anchor": row.as_line.anchor,
        "confirmed_at": at if row.expectations else None,
    }


def _moved(frame: Sequence[noticing.Framed], stood: Sequence[ClauseRow], widened: Mapping[int, int]) -> Iterable[noticing.Framed]:
    """A frame for clauses that stand at other places than before."""
    for one in frame:
        following = next((row for row in stood if row.position >= one.before), None)
        before = widened[following.id] if following else (len(stood) + 1) * SPACE
        yield noticing.Framed(before, one.kind, one.text, one.label)

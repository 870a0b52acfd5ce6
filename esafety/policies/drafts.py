"""What changes in a draft: it is begun from a file or from the wording in force, mended and confirmed clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, or_, select

from esafety.core import audit
from esafety.core.base import new_id
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.policies import noticing, queries
from esafety.policies.models import Clause, ClauseExpectation, ClauseProposal, Policy, PolicyLink, PolicyOwner, PolicyVersion
from esafety.policies.queries import ClauseRow
from esafety.policies.reading.document import Document
from esafety.policies.rules.comparing import compare
from esafety.policies.rules.drafting import (
    MOST_PARTS,
    SPACE,
    Proposed,
    is_sure,
    key_of,
    parts,
    places_between,
)

DRAFT, PUBLISHED, ARCHIVED = "draft", "published", "archived"


@dataclass(frozen=True, slots=True)
class By:
    """Who changes something, and when."""

    actor: str
    at: datetime


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
    _write_expectations(db, known)
    _write_proposals(db, dict(zip((int(row["id"]) for row in rows), proposals, strict=True)))
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
    _write_expectations(db, {rows[row.id]["id"]: row.expectations for row in stood})
    if version.frame != "[]":
        draft.frame = noticing.as_json(_moved(noticing.from_json(version.frame), stood, widened))
    return draft


def find_draft(db: SchoolSession, policy_id: int) -> PolicyVersion | None:
    """The draft of a policy that was begun, if there is one."""
    mine = (PolicyVersion.policy_id == policy_id, PolicyVersion.state == DRAFT)
    return db.scalars(select(PolicyVersion).where(*mine).order_by(PolicyVersion.number.desc()).limit(1)).one_or_none()


def confirm(db: SchoolSession, *, clause: Clause, expectations: Sequence[str], by: By) -> None:
    """Keep what a clause asks for: expectations best first, or `none` alone. The same again changes nothing."""
    version_for_writing(db, clause.version_id)
    standing = queries.clause_row(db, clause)
    if standing.confirmed and standing.expectations == tuple(expectations):
        return
    db.execute(delete(ClauseExpectation).where(ClauseExpectation.clause_id == clause.id))
    clause.confirmed_at = by.at
    db.flush()
    _write_expectations(db, {clause.id: tuple(expectations)})
    _record(db, by, "policy.clause.confirmed", f"clause:{clause.id}")


def accept_sure(db: SchoolSession, *, version: PolicyVersion, by: By) -> int:
    """Take over the best proposal of every open clause where the matcher is sure. Returns how many."""
    version_for_writing(db, version.id)
    proposed = queries.proposals_of(db, version.id)
    mine = (Clause.version_id == version.id, Clause.confirmed_at.is_(None))
    taken = 0
    for clause in db.scalars(select(Clause).where(*mine)).all():
        if is_sure(proposed.get(clause.id, ())):
            confirm(db, clause=clause, expectations=(proposed[clause.id][0].expectation,), by=by)
            taken += 1
    return taken


def mend(db: SchoolSession, *, clause: Clause, values: Mapping[str, str], by: By) -> tuple[Clause, ...]:
    """Change what a clause says and whom it binds. An empty line in its text makes two of it. Returns what it became.

    A clause with other words has to be confirmed anew. Raises Refused when there is no room for so many.
    """
    version_for_writing(db, clause.version_id)
    texts = parts(values["text"])[: MOST_PARTS + 1]
    if not texts:
        raise Refused(_("A clause needs words. To take it out, leave it out of the policy."))
    places = places_between(clause.position, _following(db, clause), len(texts)) if len(texts) <= MOST_PARTS else ()
    if not places:
        raise Refused(_("This cannot be split into so many clauses at once. Split it in two first, then split these."))
    if texts != (clause.text,):
        clause.confirmed_at = None
    for name in ("label", "audience", "strength"):
        setattr(clause, name, values[name])
    clause.text = texts[0]
    others = tuple(
        Clause(
            version_id=clause.version_id, position=place, label=clause.label, section=clause.section, text=text,
            audience=clause.audience, strength=clause.strength, context=clause.context, anchor=f"{clause.anchor}-{place}",
        )
        for place, text in zip(places[1:], texts[1:], strict=True)
    )  # fmt: skip
    db.add_all(others)
    db.flush()
    _record(db, by, "policy.clause.mended" if not others else "policy.clause.split", f"clause:{clause.id}")
    return (clause, *others)


def merge_with_next(db: SchoolSession, *, clause: Clause, by: By) -> None:
    """Join a clause with the one after it. The label and the audience of the first hold."""
    version_for_writing(db, clause.version_id)
    after = _next_clause(db, clause)
    if after is None:
        raise Refused(_("This is the last clause: there is none after it to join it with."))
    clause.text = f"{clause.text.rstrip()} {after.text.lstrip()}"
    clause.confirmed_at = None
    _take_out(db, after)
    _record(db, by, "policy.clause.merged", f"clause:{clause.id}")


def drop(db: SchoolSession, *, clause: Clause, by: By) -> None:
    """Leave a clause out of the draft."""
    version_for_writing(db, clause.version_id)
    _take_out(db, clause)
    _record(db, by, "policy.clause.dropped", f"clause:{clause.id}")


def propose_for(db: SchoolSession, proposals: Mapping[int, tuple[Proposed, ...]]) -> None:
    """Put new proposals in place of the old ones."""
    db.execute(delete(ClauseProposal).where(ClauseProposal.clause_id.in_(proposals)))
    _write_proposals(db, proposals)


def discard(db: SchoolSession, *, version: PolicyVersion, by: By) -> None:
    """Let go of a draft, and of a policy that never had another version and that nothing names."""
    version_for_writing(db, version.id)
    mine = select(Clause.id).where(Clause.version_id == version.id)
    for model in (ClauseExpectation, ClauseProposal):
        db.execute(delete(model).where(model.clause_id.in_(mine)).execution_options(synchronize_session=False))
    db.execute(delete(Clause).where(Clause.version_id == version.id))
    policy_id = version.policy_id
    db.delete(version)
    db.flush()
    policy = db.scalars(select(Policy).where(Policy.id == policy_id)).one()
    others = select(PolicyVersion.id).where(PolicyVersion.policy_id == policy_id).limit(1)
    named = select(PolicyLink.policy_id).where(or_(PolicyLink.policy_id == policy_id, PolicyLink.linked_id == policy_id)).limit(1)
    if policy.approved_on is None and db.scalar(others) is None and db.scalar(named) is None:
        db.execute(delete(PolicyOwner).where(PolicyOwner.policy_id == policy_id))
        db.delete(policy)
        db.flush()
    _record(db, by, "policy.draft.discarded", f"policy:{policy_id}")


def version_for_writing(db: SchoolSession, version_id: int) -> PolicyVersion:
    """A draft, kept from being published by somebody else until the transaction ends. Raises Refused for other versions."""
    found = db.scalars(
        select(PolicyVersion).where(PolicyVersion.id == version_id).with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound
    if found.state != DRAFT:
        raise Refused(_("This version is published and stays as it is. Begin a new draft to change the policy."))
    return found


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
    _record(db, by, "policy.draft.begun", f"policy_version:{version.id}")
    return version


def _known_before(db: SchoolSession, policy_id: int, rows: list[dict[str, Any]], at: datetime) -> dict[int, tuple[str, ...]]:
    """What was confirmed for clauses that stand in the new wording as they did; they keep their name, too."""
    before = queries.find_in_force(db, policy_id)
    if before is None:
        return {}
    stood = {row.id: row for row in queries.clauses_of(db, before.id)}
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


def _write_expectations(db: SchoolSession, asked: Mapping[int, Sequence[str]]) -> None:
    rows = [
        {"clause_id": clause_id, "expectation": name, "rank": rank}
        for clause_id, names in asked.items()
        for rank, name in enumerate(names, 1)
    ]
    insert_rows(db, ClauseExpectation, rows)


def _write_proposals(db: SchoolSession, proposed: Mapping[int, Sequence[Proposed]]) -> None:
    rows = [
        {"clause_id": clause_id, "rank": rank, "expectation": one.expectation, "percent": one.percent}
        for clause_id, ones in proposed.items()
        for rank, one in enumerate(ones, 1)
    ]
    insert_rows(db, ClauseProposal, rows)


def _take_out(db: SchoolSession, clause: Clause) -> None:
    for model in (ClauseExpectation, ClauseProposal):
        db.execute(delete(model).where(model.clause_id == clause.id))
    db.delete(clause)
    db.flush()


def _next_clause(db: SchoolSession, clause: Clause) -> Clause | None:
    later = (Clause.version_id == clause.version_id, Clause.position > clause.position)
    return db.scalars(select(Clause).where(*later).order_by(Clause.position).limit(1)).one_or_none()


def _following(db: SchoolSession, clause: Clause) -> int | None:
    after = _next_clause(db, clause)
    return after.position if after else None


def _record(db: SchoolSession, by: By, action: str, about: str) -> None:
    audit.record(db, at=by.at, actor=by.actor, action=action, about=about)

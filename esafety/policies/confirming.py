"""What the clauses of a draft ask for: proposed by the matcher, confirmed by the lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from esafety.core.tenancy import SchoolSession, insert_rows
from esafety.policies import queries
from esafety.policies.drafts import By, record, version_for_writing
from esafety.policies.models import Clause, ClauseExpectation, ClauseProposal, PolicyVersion
from esafety.policies.rules.drafting import Proposed, is_sure


def confirm(db: SchoolSession, *, clause: Clause, expectations: Sequence[str], by: By) -> None:
    """Keep what a clause asks for: expectations best first, or `none` alone. The same again changes nothing."""
    version_for_writing(db, clause.version_id)
    standing = queries.clause_row(db, clause)
    if standing.confirmed and standing.expectations == tuple(expectations):
        return
    db.execute(delete(ClauseExpectation).where(ClauseExpectation.clause_id == clause.id))
    clause.confirmed_at = by.at
    db.flush()
    keep_expectations(db, {clause.id: tuple(expectations)})
    record(db, by, "policy.clause.confirmed", f"clause:{clause.id}")


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


def propose_for(db: SchoolSession, proposals: Mapping[int, tuple[Proposed, ...]]) -> None:
    """Put new proposals in place of the old ones."""
    db.execute(delete(ClauseProposal).where(ClauseProposal.clause_id.in_(proposals)))
    keep_proposals(db, proposals)


def keep_expectations(db: SchoolSession, asked: Mapping[int, Sequence[str]]) -> None:
    """Keep what each clause asks for, best first."""
    rows = [
        {"clause_id": clause_id, "expectation": name, "rank": rank}
        for clause_id, names in asked.items()
        for rank, name in enumerate(names, 1)
    ]
    insert_rows(db, ClauseExpectation, rows)


def keep_proposals(db: SchoolSession, proposed: Mapping[int, Sequence[Proposed]]) -> None:
    """Keep what the matcher proposes for each clause, best first."""
    rows = [
        {"clause_id": clause_id, "rank": rank, "expectation": one.expectation, "percent": one.percent}
        for clause_id, ones in proposed.items()
        for rank, one in enumerate(ones, 1)
    ]
    insert_rows(db, ClauseProposal, rows)

"""What changes in a school's policies."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select, update

from esafety.core.tenancy import SchoolSession
from esafety.curriculum import shapes
from esafety.policies.models import Clause, ClauseExpectation, Policy, PolicyVersion


def adopt(db: SchoolSession, *, model: shapes.Policy, approved_on: date, at: datetime) -> PolicyVersion:
    """Take over a model policy as the school's own, in force at once. An earlier version of it is archived."""
    policy = db.scalars(select(Policy).where(Policy.key == model.id)).one_or_none()
    if policy is None:
        policy = Policy(key=model.id, title=model.title)
        db.add(policy)
    policy.approved_on = approved_on
    policy.review_on = months_later(approved_on, model.review_every_months)
    db.flush()
    mine = PolicyVersion.policy_id == policy.id
    number = (db.scalar(select(func.max(PolicyVersion.number)).where(mine)) or 0) + 1
    db.execute(update(PolicyVersion).where(mine, PolicyVersion.state == "published").values(state="archived", archived_at=at))
    version = PolicyVersion(policy_id=policy.id, number=number, state="published", published_at=at)
    db.add(version)
    db.flush()
    _write_clauses(db, version, model)
    return version


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _write_clauses(db: SchoolSession, version: PolicyVersion, model: shapes.Policy) -> None:
    position = 0
    for section in model.sections:
        for written in section.clauses:
            position += 1
            clause = Clause(
                version_id=version.id,
                position=position,
                label=written.number,
                section=section.title,
                text=written.text,
                audience=written.audience,
                strength=written.strength,
            )
            db.add(clause)
            db.flush()
            for rank, expectation in enumerate(written.expectations, 1):
                db.add(ClauseExpectation(clause_id=clause.id, expectation=expectation, rank=rank))
    db.flush()

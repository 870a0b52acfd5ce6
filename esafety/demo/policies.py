"""More than one policy on the lead's desk: a draft that was begun, and two that the school keeps elsewhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from esafety.core.tenancy import SchoolSession
from esafety.policies import beginning, confirming, drafts, queries, register
from esafety.policies.models import Clause, Policy
from esafety.policies.proposing import propose
from esafety.policies.reading.document import read_document

CONFIRMED = 6
CAMERAS = """Phones and Cameras Policy

Why we have this policy

Phones help families to stay in touch, and cameras keep good days alive. Both can also upset people, so we agree how to use them.

Pupils

1.1 Pupils hand in phones and smart watches at the office when they arrive, and collect them at the end of the day.
1.2 Pupils must not take pictures of other pupils without being asked to by their teacher.
1.3 A pupil who finds something upsetting on a device tells an adult at once.

Parents and carers

2.1 Parents are welcome to take pictures of their own child at events, when the head has said so at the beginning.
2.2 Parents must not put pictures of other families' children online.
2.4 Parents ring the office in the school day and not their child's phone.

Staff

Staff should:

- take pictures of pupils only with the school's equipment
- keep their own phones out of sight in lessons
- never give pupils their own phone number

The use of personal cameras on trips

Review

This policy is reviewed every year. Next review: March 2025
"""


def bring_policies(db: SchoolSession, *, today: date, at: datetime) -> None:
    """Enter the register's other policies and leave a draft half done on the desk."""
    by = drafts.By("demo", at)
    model = db.scalars(select(Policy.id).order_by(Policy.id)).first()
    elsewhere = (("Anti-bullying", "role:head", 24), ("Staff code of conduct", "role:head", 200))
    for title, owner, days in elsewhere:
        values = {
            "title": title,
            "owner": owner,
            "approved_on": today - timedelta(days=365 - days),
            "review_on": today + timedelta(days=days),
            "kept_where": "Policies folder",
        }
        number = register.enter(db, values=values, by=by)
        if model is not None:
            register.link(db, policy_id=model, linked_id=number, by=by)
    document = read_document(CAMERAS.encode(), "cameras.txt")
    version = beginning.begin_from_file(
        db,
        title="Phones and cameras",
        policy_id=None,
        document=document,
        proposals=propose([clause.text for clause in document.clauses], ()),
        by=by,
    )
    first = select(Clause).where(Clause.version_id == version.id).order_by(Clause.position).limit(CONFIRMED)
    proposed = queries.proposals_of(db, version.id)
    for clause in db.scalars(first).all():
        confirming.confirm(db, clause=clause, expectations=(proposed[clause.id][0].expectation,), by=by)

"""How the clauses of a draft are mended: other words, split, joined with the next, left out."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, select

from esafety.core.errors import Refused
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.policies.drafts import By, record, version_for_writing
from esafety.policies.linting.stale import with_dated_age
from esafety.policies.models import Clause, ClauseExpectation, ClauseProposal
from esafety.policies.rules.drafting import MOST_PARTS, parts, places_between


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
    record(db, by, "policy.clause.mended" if not others else "policy.clause.split", f"clause:{clause.id}")
    return (clause, *others)


def put_dated_age(db: SchoolSession, *, clause: Clause, by: By) -> None:
    """Put the dated fact in the place of an age that is typed into a clause. It asks for the same, so that it stays confirmed."""
    version_for_writing(db, clause.version_id)
    dated = with_dated_age(clause.text)
    if dated != clause.text:
        clause.text = dated
        db.flush()
        record(db, by, "policy.clause.mended", f"clause:{clause.id}")


def merge_with_next(db: SchoolSession, *, clause: Clause, by: By) -> None:
    """Join a clause with the one after it. The label and the audience of the first hold."""
    version_for_writing(db, clause.version_id)
    after = _next_clause(db, clause)
    if after is None:
        raise Refused(_("This is the last clause: there is none after it to join it with."))
    clause.text = f"{clause.text.rstrip()} {after.text.lstrip()}"
    clause.confirmed_at = None
    _take_out(db, after)
    record(db, by, "policy.clause.merged", f"clause:{clause.id}")


def drop(db: SchoolSession, *, clause: Clause, by: By) -> None:
    """Leave a clause out of the draft."""
    version_for_writing(db, clause.version_id)
    _take_out(db, clause)
    record(db, by, "policy.clause.dropped", f"clause:{clause.id}")


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

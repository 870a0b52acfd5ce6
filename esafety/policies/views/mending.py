"""One clause of a draft is mended, split, joined with the next, or left out."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from esafety.access.policy import Can
from esafety.policies import confirming, drafts, mending, queries
from esafety.policies.forms import MendForm
from esafety.policies.models import Clause
from esafety.policies.proposing import propose
from esafety.policies.views import views
from esafety.policies.views.drafting import by
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit


@views.page("/lead/policies/clauses/<int:id>/mend", allow=Can.KEEP_POLICIES, about=Clause, methods=BOTH)
def mend(visit: Visit[Clause]) -> ResponseReturnValue:
    """Mend the words of a clause; an empty line makes two of it."""
    clause = visit.subject
    if not visit.is_post and queries.get_version(visit.db, clause.version_id).state != drafts.DRAFT:
        return redirect(url_for(".version", id=clause.version_id), 303)
    form = MendForm(request.form, clause)
    if visit.is_post and form.validate():
        before = clause.text
        values = {name: form.data[name] for name in ("label", "text", "audience", "strength")}
        became = mending.mend(visit.db, clause=clause, values=values, by=by(visit))
        if before != clause.text or len(became) > 1:
            found = propose([one.text for one in became], queries.confirmed_choices(visit.db))
            confirming.propose_for(visit.db, {one.id: proposed for one, proposed in zip(became, found, strict=True)})
        return _back(clause.version_id, clause.id)
    return render_template(
        "policies/mend.html", clause=queries.clause_row(visit.db, clause), version_id=clause.version_id, form=form
    ), 422 if visit.is_post else 200


@views.page("/lead/policies/clauses/<int:id>/dated", allow=Can.KEEP_POLICIES, about=Clause, methods=POST)
def dated(visit: Visit[Clause]) -> ResponseReturnValue:
    """Put the dated fact in the place of an age that is typed into the clause."""
    if HouseForm(request.form).validate():
        mending.put_dated_age(visit.db, clause=visit.subject, by=by(visit))
    return _back(visit.subject.version_id, visit.subject.id)


@views.page("/lead/policies/clauses/<int:id>/merge", allow=Can.KEEP_POLICIES, about=Clause, methods=POST)
def merge(visit: Visit[Clause]) -> ResponseReturnValue:
    """Join a clause with the one after it."""
    clause = visit.subject
    if HouseForm(request.form).validate():
        mending.merge_with_next(visit.db, clause=clause, by=by(visit))
        found = propose([clause.text], queries.confirmed_choices(visit.db))
        confirming.propose_for(visit.db, {clause.id: found[0]})
    return _back(clause.version_id, clause.id)


@views.page("/lead/policies/clauses/<int:id>/leave-out", allow=Can.KEEP_POLICIES, about=Clause, methods=POST)
def leave_out(visit: Visit[Clause]) -> ResponseReturnValue:
    """Leave a clause out of the draft."""
    clause = visit.subject
    version_id, place = clause.version_id, clause.position
    if not HouseForm(request.form).validate():
        return _back(version_id, clause.id)
    mending.drop(visit.db, clause=clause, by=by(visit))
    rows = queries.clauses_of(visit.db, version_id)
    following = next((row.id for row in rows if row.position > place), rows[-1].id if rows else None)
    return _back(version_id, following)


def _back(version_id: int, clause_id: int | None) -> Response:
    anchor = f"c{clause_id}" if clause_id else None
    return redirect(url_for(".draft", id=version_id, at=clause_id, _anchor=anchor), 303)

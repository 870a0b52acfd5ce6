"""Versions of a policy: read one, compare it with the one before, put a draft into force."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.shelf import library
from esafety.policies import beginning, drafts, noticing, publishing, queries, telling
from esafety.policies.actions import months_later
from esafety.policies.coverage import Evidence, gaps, unbacked
from esafety.policies.forms import PublishForm, audience_names, strength_names
from esafety.policies.linting.review import stated_days
from esafety.policies.models import Policy, PolicyVersion
from esafety.policies.queries import ClauseRow, VersionRow
from esafety.policies.rules.comparing import Difference, compare
from esafety.policies.telling import Depending
from esafety.policies.views import views
from esafety.policies.views.drafting import names, teller_of
from esafety.policies.views.register import keeps
from esafety.web.pages import BOTH, POST, Visit

USUAL_MONTHS = 12


@views.page("/lead/policies/versions/<int:id>", allow=Can.LOOK_AT_VERSION, about=PolicyVersion)
def version(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """One version of a policy as it was, or is, in force."""
    return render_template(
        "policies/version.html",
        version=queries.get_version(visit.db, visit.subject.id),
        clauses=queries.clauses_of(visit.db, visit.subject.id),
        teller=teller_of(visit),
        names=names(),
        audiences=audience_names(),
        strengths=strength_names(),
        keeps=keeps(visit),
    )


@views.page("/lead/policies/versions/<int:id>/changes", allow=Can.LOOK_AT_VERSION, about=PolicyVersion)
def changes(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """What changed since the version before, clause by clause, and what depends on it."""
    shown = queries.get_version(visit.db, visit.subject.id)
    before = queries.find_version_before(visit.db, shown)
    return render_template(
        "policies/changes.html",
        version=shown,
        before=before,
        **_what_changed(visit.db, before, queries.clauses_of(visit.db, shown.id)),
        teller=teller_of(visit),
        names=names(),
    )


@views.page("/lead/policies/drafts/<int:id>/publish", allow=Can.KEEP_POLICIES, about=PolicyVersion, methods=BOTH)
def publish(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Look at what changes and what is missing, and put a draft into force."""
    draft = queries.get_version(visit.db, visit.subject.id)
    if draft.state != drafts.DRAFT:
        return redirect(url_for(".policy", id=draft.policy_id), 303)
    today = school_day(visit.now)
    clauses = queries.clauses_of(visit.db, draft.id)
    before = queries.find_version_before(visit.db, draft)
    done = evidence(visit.db, today)
    missing = gaps(clauses, library(), done)
    days = _days(visit, before, clauses, today)
    form = PublishForm(request.form, has_earlier=before is not None, has_gaps=bool(missing), today=today)
    if visit.is_post and form.validate():
        decided = publishing.Decision(
            change=form.change.data if before else publishing.FIRST,
            note=form.note.data or "",
            gaps_reason=(form.gaps_reason.data or "") if missing else "",
            approved_on=form.approved_on.data,
            review_on=form.review_on.data,
        )
        publishing.publish(visit.db, version_id=draft.id, decided=decided, by=drafts.By(visit.viewer.actor, visit.now))
        return redirect(url_for(".policy", id=draft.policy_id), 303)
    if not visit.is_post:
        form.approved_on.data, form.review_on.data = days.approved_on, days.review_on
    return render_template(
        "policies/publish.html",
        version=draft,
        before=before,
        missing=[sentence for found in missing.values() for sentence in found],
        unbacked=unbacked(_asked(visit.db, clauses), library(), done),
        clauses=clauses,
        days=days,
        form=form,
        **_what_changed(visit.db, before, clauses),
    ), 422 if visit.is_post else 200


@views.page("/lead/policies/<int:id>/draft", allow=Can.KEEP_POLICIES, about=Policy, methods=POST)
def begin_draft(visit: Visit[Policy]) -> ResponseReturnValue:
    """Begin a draft from the wording in force, or go on with the one that was begun."""
    begun = drafts.find_draft(visit.db, visit.subject.id)
    in_force = queries.find_in_force(visit.db, visit.subject.id)
    if begun is None and in_force is not None:
        standing = queries.version_row(visit.db, in_force.id)
        begun = beginning.begin_from_version(visit.db, version=standing, by=drafts.By(visit.viewer.actor, visit.now))
    if begun is None:
        return redirect(url_for(".bring", policy=visit.subject.id), 303)
    return redirect(url_for(".draft", id=begun.id), 303)


@dataclass(frozen=True, slots=True)
class Days:
    """The days of approval and review with which publishing begins, and which of them the document states."""

    approved_on: date
    review_on: date
    approval_stated: bool
    review_stated: bool


def _days(visit: Visit[PolicyVersion], before: VersionRow | None, clauses: tuple[ClauseRow, ...], today: date) -> Days:
    """What the document states, unless the version before stated the same; else today, and a year from now."""
    made, due = stated_days(noticing.document_of(clauses, noticing.from_json(visit.subject.frame)))
    if before is not None:
        earlier = queries.version_row(visit.db, before.id)
        stood = noticing.document_of(queries.clauses_of(visit.db, before.id), noticing.from_json(earlier.frame))
        made, due = (None, None) if stated_days(stood) == (made, due) else (made, due)
    approved_on = made if made is not None and made <= today else today
    stated = due if due is not None and due > approved_on else None
    return Days(approved_on, stated or months_later(today, USUAL_MONTHS), approved_on == made, stated is not None)


def evidence(db: SchoolSession, today: Any) -> Evidence:
    """What the school has done so far; a room above knows."""
    ask: Callable[[SchoolSession, Any], Evidence] = current_app.extensions["policy_evidence"]
    return ask(db, today)


def depending(db: SchoolSession, wanted: Iterable[str]) -> dict[str, Depending]:
    """What depends on expectations; a room above knows."""
    ask: Callable[[SchoolSession, Iterable[str]], dict[str, Depending]] = current_app.extensions["policy_depending"]
    return ask(db, wanted)


def _asked(db: SchoolSession, clauses: tuple[ClauseRow, ...]) -> frozenset[str]:
    """What would be asked for with this draft in force."""
    return queries.asked_in_force(db).union(name for clause in clauses for name in clause.expectations)


def _what_changed(db: SchoolSession, before: VersionRow | None, after: tuple[ClauseRow, ...]) -> dict[str, Any]:
    stood = queries.clauses_of(db, before.id) if before else ()
    differences: tuple[Difference, ...] = (
        compare([row.as_line for row in stood], [row.as_line for row in after]) if before else ()
    )
    depends = depending(db, telling.asked_for(differences))
    audiences = {row.id: row.audience for row in (*stood, *after)}
    return {
        "summary": telling.summary(differences),
        "told": telling.told(differences, depends),
        "whom": telling.whom_to_tell(differences, audiences, depends),
        "audience_of": audiences,
        "audiences": audience_names(),
    }

"""The school's policy as people read it: what it means for them, and clause by clause with what teaches each."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import STAFF, Role, Viewer
from esafety.core import i18n
from esafety.core.clock import school_day
from esafety.core.i18n import N_
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.policies import publishing, queries
from esafety.policies.coverage import what_teaches
from esafety.policies.drafts import By
from esafety.policies.meaning import ForReader, for_reader
from esafety.policies.models import PolicyVersion
from esafety.policies.queries import ClauseRow, PolicyRow, VersionRow
from esafety.policies.views import views
from esafety.web.forms import HouseForm
from esafety.web.pages import POST, Visit

AUDIENCES = ("pupils", "parents", "staff", "governors", "school")
READERS = ("pupils", "parents", "staff", "governors")


@dataclass(frozen=True, slots=True)
class Shown:
    """One policy in force as it is shown to one reader."""

    policy: PolicyRow
    means: ForReader
    again: VersionRow | None
    """The change that this adult is asked to read."""


@views.page("/policy", allow=Can.SEE_POLICY, navigation=N_("Our policy"))
def read(visit: Visit[None]) -> ResponseReturnValue:
    """What the school's policies mean for one kind of reader."""
    asked = request.args.get("for", "")
    if asked in {"all", "school"}:
        return redirect(url_for(".clauses"), 303)
    reader = asked if asked in READERS else own_audience(visit.viewer)
    policies = queries.published(visit.db)
    assert visit.viewer.account_id is not None
    again = queries.to_read(visit.db, [one.id for one in policies], visit.viewer.account_id)
    shown = [
        Shown(policy, for_reader(queries.clauses_of(visit.db, policy.version_id), reader, library(), i18n.language()),
              again.get(policy.id))
        for policy in policies
    ]  # fmt: skip
    return render_template(
        "policies/read.html",
        shown=shown,
        reader=reader,
        readers=READERS,
        own=own_audience(visit.viewer),
        teller=Teller.of(school=visit.viewer.school_name, day=school_day(visit.now)),
    )


@views.page("/policy/clauses", allow=Can.SEE_POLICY)
def clauses(visit: Visit[None]) -> ResponseReturnValue:
    """The school's policies, clause by clause, with what teaches each one."""
    audience = request.args.get("for", "")
    wanted = audience if audience in AUDIENCES else ""
    documents = []
    named: dict[str, int] = {}
    for policy in queries.published(visit.db):
        rows = queries.clauses_of(visit.db, policy.version_id)
        listed = [(row, what_teaches(row, library(), i18n.language())) for row in rows if not wanted or row.audience == wanted]
        documents.append((policy, _anchors(rows, named), listed))
    return render_template(
        "policies/clauses.html",
        documents=documents,
        audience=wanted,
        audiences=AUDIENCES,
        teller=Teller.of(school=visit.viewer.school_name, day=school_day(visit.now)),
    )


@views.page("/policy/<int:id>/read", allow=Can.SEE_POLICY, about=PolicyVersion, methods=POST)
def have_read(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Say that one has read what changed."""
    version, account_id = visit.subject, visit.viewer.account_id
    if HouseForm(request.form).validate() and version.published_at is not None and account_id is not None:
        by = By(visit.viewer.actor, visit.now)
        publishing.note_reading(visit.db, version_id=version.id, account_id=account_id, by=by)
    return redirect(url_for(".read"), 303)


def own_audience(viewer: Viewer) -> str:
    """As whom somebody reads a policy first: a parent as a parent, whatever else they are."""
    if Role.GUARDIAN in viewer.roles:
        return "parents"
    return "governors" if viewer.roles & STAFF == {Role.GOVERNOR} else "staff"


def _anchors(rows: tuple[ClauseRow, ...], named: dict[str, int]) -> dict[int, str]:
    """Where a link to a clause by its printed number leads; a number that is printed twice leads to the first."""
    for row in rows:
        named.setdefault(row.label, row.id)
    return {row.id: f"clause-{row.label}" if named[row.label] == row.id else f"clause-{row.id}" for row in rows}

"""The school's policy as people read it: each clause with what teaches it."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.i18n import N_
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.policies import queries
from esafety.policies.coverage import what_teaches
from esafety.policies.views import views
from esafety.web.pages import Visit

AUDIENCES = ("pupils", "parents", "staff", "governors", "school")


@views.page("/policy", allow=Can.SEE_POLICY, navigation=N_("Our policy"))
def read(visit: Visit[None]) -> ResponseReturnValue:
    """The school's policy, clause by clause, with what teaches each one."""
    audience = request.args.get("for", "")
    wanted = audience if audience in AUDIENCES else ""
    documents = []
    for policy in queries.published(visit.db):
        clauses = queries.clauses_of(visit.db, policy.version_id)
        shown = [(clause, what_teaches(clause, library())) for clause in clauses if not wanted or clause.audience == wanted]
        documents.append((policy, shown))
    return render_template(
        "policies/read.html",
        documents=documents,
        audience=wanted,
        audiences=AUDIENCES,
        teller=Teller.of(school=visit.viewer.school_name, day=school_day(visit.now)),
    )

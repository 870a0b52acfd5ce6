"""A policy on paper, for one kind of reader."""

from __future__ import annotations

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core import i18n
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.notices.typesetting import typeset
from esafety.notices.views import views
from esafety.notices.views.paper import as_pdf
from esafety.policies import queries
from esafety.policies.meaning import for_reader
from esafety.policies.models import PolicyVersion
from esafety.policies.queries import ClauseRow, PolicyRow
from esafety.web.pages import Visit

READERS = ("pupils", "parents", "staff", "governors")


@views.page("/policy/<int:id>/pdf", allow=Can.READ_IN_FORCE, about=PolicyVersion)
def policy_pdf(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """What a policy means for one kind of reader, as a PDF."""
    in_force = next(one for one in queries.published(visit.db) if one.version_id == visit.subject.id)
    reader = request.args.get("for", "parents")
    if reader not in READERS:
        raise NotFound
    today, language = school_day(visit.now), i18n.language()
    teller = Teller.of(school=visit.viewer.school_name, day=today)
    means = for_reader(queries.clauses_of(visit.db, visit.subject.id), reader, library(), language)
    names = {"pupils": _("Pupils"), "parents": _("Parents and carers"), "staff": _("Staff"), "governors": _("Governors")}
    data = {
        "title": in_force.title,
        "language": language,
        "school": visit.viewer.school_name,
        "subtitle": _("What our policy means for: %(readers)s", readers=names[reader]),
        "notes": list(_notes(in_force, draft=means.is_draft, english=language != i18n.SOURCE)),
        "meanings": [
            {
                "title": teller.say(one.title),
                "language": one.language,
                "says": [(whom, teller.say(words)) for whom, words in one.says],
                "clauses": _own_words(one.clauses, teller),
            }
            for one in means.meanings
        ],
        "others_title": _("What else it says"),
        "others": _own_words((*means.others, *means.by_school), teller),
    }
    return as_pdf(typeset("policy", data, at=visit.now), "policy")


def _notes(policy: PolicyRow, *, draft: bool, english: bool) -> list[str]:
    found = []
    if policy.approved_on:
        found.append(_("Approved on %(day)s.", day=i18n.day(policy.approved_on)))
    if policy.review_on:
        found.append(_("To be reviewed by %(day)s.", day=i18n.day(policy.review_on)))
    if english:
        found.append(_("The policy itself is in English. The school can go through it with you."))
    if draft:
        found.append(_("This translation is a draft. A speaker has not approved it yet."))
    return found


def _own_words(clauses: tuple[ClauseRow, ...], teller: Teller) -> list[dict[str, Any]]:
    """The clauses as they stand on paper; a lead-in is said once for all that it leads in."""
    found = []
    before = ""
    for one in clauses:
        if one.context and one.context != before:
            found.append({"label": "", "text": teller.say(one.context), "item": False})
        before = one.context
        label = "" if one.label.startswith("¶") else one.label
        found.append({"label": label, "text": teller.say(one.text), "item": bool(one.context)})
    return found

"""The register of policies, and one policy with its versions and links."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.access.viewer import Role
from esafety.core.clock import school_day
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.policies import queries, register
from esafety.policies.drafts import By
from esafety.policies.forms import PolicyForm
from esafety.policies.models import Policy
from esafety.policies.rules.naming import Named, named_in
from esafety.policies.rules.reviewing import state_of
from esafety.policies.views import views
from esafety.web.forms import HouseForm, choices_of
from esafety.web.pages import BOTH, POST, Visit

ROLES = (Role.LEAD, Role.HEAD, Role.DSL, Role.OFFICE, Role.GOVERNOR)


@views.page("/lead/policies", allow=Can.SEE_REGISTER, navigation=N_("Policy register"))
def register_page(visit: Visit[None]) -> ResponseReturnValue:
    """Every policy of the school: who looks after it, when it was approved, when it is due."""
    today = school_day(visit.now)
    entries = register.entries(visit.db)
    states = {entry.id: state_of(entry.review_on, today) for entry in entries}
    return render_template(
        "policies/register.html",
        entries=entries,
        states=states,
        overdue=sum(state == "overdue" for state in states.values()),
        soon=sum(state == "soon" for state in states.values()),
        titles={entry.id: entry.title for entry in entries},
        roles=role_names(),
        keeps=keeps(visit),
    )


@views.page("/lead/policies/<int:id>", allow=Can.SEE_REGISTER, about=Policy)
def policy(visit: Visit[Policy]) -> ResponseReturnValue:
    """One policy: its owner, its dates, its versions, and the policies that it is linked with."""
    entry = register.get_entry(visit.db, visit.subject.id)
    titles = queries.titles(visit.db)
    return render_template(
        "policies/policy.html",
        entry=entry,
        state=state_of(entry.review_on, school_day(visit.now)),
        versions=queries.versions_of(visit.db, entry.id),
        linked=[(number, title) for number, title in titles.items() if number in entry.linked],
        others=[(number, title) for number, title in titles.items() if number not in (*entry.linked, entry.id)],
        named=[one for one in _named(visit.db, entry, titles) if one.number not in (*entry.linked, entry.id)],
        readers=queries.readers_of(visit.db, entry.in_force) if entry.in_force else 0,
        roles=role_names(),
        keeps=keeps(visit),
    )


@views.page("/lead/policies/enter", allow=Can.KEEP_POLICIES, methods=BOTH, once=True)
def enter_policy(visit: Visit[None]) -> ResponseReturnValue:
    """Enter a policy that is kept elsewhere, so that its review is not forgotten."""
    form = _policy_form(visit.db, school_day(visit.now))
    if visit.is_post and form.validate():
        number = register.enter(visit.db, values=form.data, by=By(visit.viewer.actor, visit.now))
        return redirect(url_for(".policy", id=number), 303)
    return render_template("policies/enter.html", form=form, entry=None), 422 if visit.is_post else 200


@views.page("/lead/policies/<int:id>/change", allow=Can.KEEP_POLICIES, about=Policy, methods=BOTH)
def change_policy(visit: Visit[Policy]) -> ResponseReturnValue:
    """Change what the register says of a policy."""
    entry = register.get_entry(visit.db, visit.subject.id)
    form = _policy_form(visit.db, school_day(visit.now), visit.subject)
    if not visit.is_post:
        form.owner.data = f"membership:{entry.owner_id}" if entry.owner_id else f"role:{entry.owner_role}"
    elif form.validate():
        register.change(visit.db, policy=visit.subject, values=form.data, by=By(visit.viewer.actor, visit.now))
        return redirect(url_for(".policy", id=entry.id), 303)
    return render_template("policies/enter.html", form=form, entry=entry), 422 if visit.is_post else 200


@views.page("/lead/policies/<int:id>/links", allow=Can.KEEP_POLICIES, about=Policy, methods=POST)
def change_links(visit: Visit[Policy]) -> ResponseReturnValue:
    """Link a policy with another one, or take the link away."""
    typed = request.form.get("linked", "")
    if HouseForm(request.form).validate() and typed.isascii() and typed.isdigit() and len(typed) < 20 and int(typed) < 2**63:
        act = register.unlink if request.form.get("away") else register.link
        act(visit.db, policy_id=visit.subject.id, linked_id=int(typed), by=By(visit.viewer.actor, visit.now))
    return redirect(url_for(".policy", id=visit.subject.id, _anchor="links"), 303)


def _named(db: SchoolSession, entry: register.Entry, titles: dict[int, str]) -> tuple[Named, ...]:
    """The policies that the wording names: the draft's, else the one in force."""
    version = entry.draft or entry.in_force
    clauses = queries.clauses_of(db, version) if version else ()
    return named_in([(row.text, (row.section, row.context)) for row in clauses], titles)


def keeps(visit: Visit[Any]) -> bool:
    """Whether this reader may change anything here; governors only look."""
    return bool(visit.viewer.roles & {Role.LEAD, Role.HEAD})


def role_names() -> dict[str, str]:
    """The hats that a policy can be looked after by."""
    return {
        Role.LEAD: _("E-safety lead"),
        Role.HEAD: _("Headteacher"),
        Role.DSL: _("Safeguarding lead"),
        Role.OFFICE: _("Office"),
        Role.GOVERNOR: _("Governors"),
    }


def _policy_form(db: SchoolSession, today: date, policy: Policy | None = None) -> PolicyForm:
    form = PolicyForm(request.form, policy)
    people = register.staff(db, today=today)
    form.owner.choices = choices_of(
        [(f"role:{role}", words) for role, words in role_names().items()]
        + [(f"membership:{one.membership_id}", f"{one.name}, {one.job}" if one.job else one.name) for one in people]
    )
    return form

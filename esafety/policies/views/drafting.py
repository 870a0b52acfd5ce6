"""A draft on the desk: clause by clause, what it asks for, with the keyboard or as a form."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.catalogue import EXPECTATIONS
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.policies import confirming, drafts, noticing, queries
from esafety.policies.coverage import NOTHING_TO_TEACH, title_of
from esafety.policies.forms import audience_names, strength_names
from esafety.policies.linting.stale import MINIMUM_AGE
from esafety.policies.models import Clause, PolicyVersion
from esafety.policies.noticing import Noticed
from esafety.policies.proposing import propose, with_reasons
from esafety.policies.queries import ClauseRow
from esafety.policies.reading.outline import titles_of
from esafety.policies.rules.drafting import Proposed, chosen, is_sure
from esafety.policies.views import views
from esafety.web.forms import HouseForm
from esafety.web.pages import POST, Visit

ON_A_PAGE = 50
SHOWN = ("", "open", "noticed")


@dataclass(frozen=True, slots=True)
class OnDesk:
    """One clause as it lies on the desk."""

    row: ClauseRow
    line: int
    proposed: tuple[Proposed, ...]

    @property
    def ticked(self) -> tuple[str, ...]:
        """What is ticked when the page opens: what was confirmed, else the best proposal."""
        if self.row.confirmed:
            return self.row.expectations
        return tuple(one.expectation for one in self.proposed[:1])

    @property
    def offered(self) -> tuple[Proposed, ...]:
        """The expectations with a number key: what was proposed, and what somebody chose beside it."""
        proposed = [one for one in self.proposed if one.expectation != NOTHING_TO_TEACH]
        known = {one.expectation for one in proposed} | {NOTHING_TO_TEACH}
        return (*proposed, *(Proposed(name, 0) for name in self.row.expectations if name not in known))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a draft is."""

    confirmed: int
    total: int
    sure: int

    @property
    def said(self) -> str:
        """The same in words."""
        return _("%(done)s of %(all)s clauses confirmed", done=self.confirmed, all=self.total)


@views.page("/lead/policies/drafts/<int:id>", allow=Can.KEEP_POLICIES, about=PolicyVersion)
def draft(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """A draft: every clause with what it may ask for, and what a careful reader would notice."""
    version = visit.subject
    if version.state != drafts.DRAFT:
        return redirect(url_for(".version", id=version.id), 303)
    clauses = queries.clauses_of(visit.db, version.id)
    proposals = queries.proposals_of(visit.db, version.id)
    frame = noticing.from_json(version.frame)
    noticed = noticing.notice(
        clauses, frame, linked=queries.linked_clauses(visit.db, version.policy_id), shelf=library(), today=school_day(visit.now)
    )
    teller = teller_of(visit)
    show = request.args.get("show", "") if request.args.get("show") in SHOWN else ""
    listed = [one for one in _on_desk(clauses, proposals) if _is_shown(one, show, noticed)]
    at = _page_asked(listed)
    return render_template(
        "policies/draft.html",
        version=queries.get_version(visit.db, version.id),
        has_earlier=queries.find_in_force(visit.db, version.policy_id) is not None,
        page=[_with_reasons(one) for one in listed[(at - 1) * ON_A_PAGE : at * ON_A_PAGE]],
        at=at,
        pages=max(1, -(-len(listed) // ON_A_PAGE)),
        show=show,
        noticed=noticed,
        progress=_progress(clauses, proposals),
        several=titles_of(noticing.document_of(clauses, frame).blocks),
        next_open=next((row.id for row in clauses if not row.confirmed), None),
        names=names(),
        audiences=audience_names(),
        strengths=strength_names(),
        teller=teller,
        minimum_age=teller.facts.get(MINIMUM_AGE, ""),
    )


@views.page("/lead/policies/clauses/<int:id>", allow=Can.KEEP_POLICIES, about=Clause, methods=POST)
def confirm(visit: Visit[Clause]) -> ResponseReturnValue:
    """Keep what one clause asks for, and go on to the next."""
    clause, form = visit.subject, HouseForm(request.form)
    expectations = chosen([*request.form.getlist("expectation"), request.form.get("other", "")], tuple(EXPECTATIONS))
    good = form.validate() and bool(expectations)
    if good:
        confirming.confirm(visit.db, clause=clause, expectations=expectations, by=by(visit))
        visit.db.flush()
    if request.form.get("part"):
        return _part(visit, clause, wrong=not good)
    following = _after(visit.db, clause)
    place = clause.id if not good or following is None else following
    show = request.form.get("show", "") if request.form.get("show") in SHOWN else ""
    wrong = None if good else clause.id
    return redirect(url_for(".draft", id=clause.version_id, at=place, show=show, wrong=wrong, _anchor=f"c{place}"), 303)


@views.page("/lead/policies/drafts/<int:id>/sure", allow=Can.KEEP_POLICIES, about=PolicyVersion, methods=POST)
def accept_sure(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Take over every proposal of which the matcher is sure."""
    if HouseForm(request.form).validate():
        taken = confirming.accept_sure(visit.db, version=visit.subject, by=by(visit))
        return redirect(url_for(".draft", id=visit.subject.id, show="open", taken=taken), 303)
    return redirect(url_for(".draft", id=visit.subject.id), 303)


@views.page(
    "/lead/policies/drafts/<int:id>/anew", allow=Can.KEEP_POLICIES, about=PolicyVersion, methods=POST, own_transaction=True
)
def propose_anew(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Propose again for the open clauses, after learning from those that were confirmed."""
    school_id, version_id = visit.viewer.school_id, visit.subject.id
    assert school_id is not None
    if HouseForm(request.form).validate():
        with visit.database.reading(school_id=school_id) as db:
            clauses, confirmed = queries.clauses_of(db, version_id), queries.confirmed_choices(db)
        # Matching takes a moment, so that nothing is locked meanwhile.
        proposed = propose([row.text for row in clauses], confirmed)
        with visit.database.transaction(school_id=school_id) as db:
            drafts.version_for_writing(db, version_id)
            still_open = {row.id for row in queries.clauses_of(db, version_id) if not row.confirmed}
            found = {row.id: ones for row, ones in zip(clauses, proposed, strict=True) if row.id in still_open}
            confirming.propose_for(db, found)
    return redirect(url_for(".draft", id=version_id, show="open"), 303)


@views.page("/lead/policies/drafts/<int:id>/discard", allow=Can.KEEP_POLICIES, about=PolicyVersion, methods=POST)
def discard(visit: Visit[PolicyVersion]) -> ResponseReturnValue:
    """Let go of a draft."""
    if HouseForm(request.form).validate():
        drafts.discard(visit.db, version=visit.subject, by=by(visit))
        return redirect(url_for(".register_page"), 303)
    return redirect(url_for(".draft", id=visit.subject.id), 303)


def by(visit: Visit[PolicyVersion] | Visit[Clause]) -> drafts.By:
    """Who changes something now."""
    return drafts.By(visit.viewer.actor, visit.now)


def teller_of(visit: Visit[PolicyVersion]) -> Teller:
    """Who puts the facts of the day into the clauses."""
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))


def names() -> dict[str, str]:
    """Every expectation by its title, in the order of the catalogue, and "nothing to teach"."""
    return {name: title_of(name, library()) for name in EXPECTATIONS} | {NOTHING_TO_TEACH: _("Nothing to teach")}


def _on_desk(clauses: tuple[ClauseRow, ...], proposals: dict[int, tuple[Proposed, ...]]) -> list[OnDesk]:
    return [OnDesk(row, line, proposals.get(row.id, ())) for line, row in enumerate(clauses, 1)]


def _with_reasons(one: OnDesk) -> OnDesk:
    return OnDesk(one.row, one.line, with_reasons(one.row.text, one.proposed))


def _is_shown(one: OnDesk, show: str, noticed: Noticed) -> bool:
    if show == "open":
        return not one.row.confirmed
    return one.row.id in noticed.by_clause if show == "noticed" else True


def _page_asked(listed: list[OnDesk]) -> int:
    """The page in the address, or the one with the clause in it, or the first with an open clause."""
    pages = max(1, -(-len(listed) // ON_A_PAGE))
    typed = request.args.get("page", "")
    if typed.isascii() and typed.isdigit() and len(typed) < 7 and 1 <= int(typed) <= pages:
        return int(typed)
    wanted = request.args.get("at", "")
    for place, one in enumerate(listed):
        if str(one.row.id) == wanted or (not wanted and not one.row.confirmed):
            return place // ON_A_PAGE + 1
    return 1


def _progress(clauses: tuple[ClauseRow, ...], proposals: dict[int, tuple[Proposed, ...]]) -> Progress:
    still_open = [row for row in clauses if not row.confirmed]
    sure = sum(is_sure(proposals.get(row.id, ())) for row in still_open)
    return Progress(len(clauses) - len(still_open), len(clauses), sure)


def _part(visit: Visit[Clause], clause: Clause, *, wrong: bool) -> ResponseReturnValue:
    """The form of one clause anew, for a page that does not reload."""
    clauses = queries.clauses_of(visit.db, clause.version_id)
    proposals = queries.proposals_of(visit.db, clause.version_id)
    one = next(one for one in _on_desk(clauses, proposals) if one.row.id == clause.id)
    return render_template(
        "policies/chosen.html", one=_with_reasons(one), names=names(), progress=_progress(clauses, proposals), wrong=wrong,
        show=request.form.get("show", ""),
    ), 422 if wrong else 200  # fmt: skip


def _after(db: SchoolSession, clause: Clause) -> int | None:
    rows = queries.clauses_of(db, clause.version_id)
    place = next(number for number, row in enumerate(rows) if row.id == clause.id)
    return rows[place + 1].id if place + 1 < len(rows) else None

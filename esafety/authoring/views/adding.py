"""Add a question to a lesson in one go: from scratch, or one that the school brought from elsewhere."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions, queries
from esafety.authoring.forms import kind_names, readers_names
from esafety.authoring.rules.beginning import empty_question
from esafety.authoring.rules.layouts import QUESTIONS
from esafety.authoring.views import views
from esafety.authoring.views.desk import get_open
from esafety.authoring.views.listing import looked_at_anew
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own.lessons import find_draft
from esafety.curriculum.own.queries import OwnRow, own_questions
from esafety.curriculum.shelf import library
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit

MOST_SHOWN = 60


@views.page("/lead/lessons/add-question/<path:key>", allow=Can.WRITE_CONTENT, methods=BOTH, once=True)
def add_question(visit: Visit[None], key: str) -> ResponseReturnValue:
    """Add a question to a lesson. The lesson becomes the school's own draft; pupils get it once it is published."""
    state = queries.state(visit.db, library(), key)
    own = _offered(visit.db, state.expectation, state.readers)
    form = HouseForm(request.form)
    question = _chosen(own)
    if visit.is_post and form.validate() and question is not None:
        by, at = visit.viewer.actor, visit.now
        draft = actions.adapt(visit.db, library=looked_at_anew(visit), key=key, by=by, at=at)
        place = actions.add_question(visit.db, draft=draft, question=question, by=by, at=at)
        return redirect(url_for(".piece", id=draft.id, part=place), 303)
    return render_template(
        "authoring/add_question.html",
        state=state,
        draft=find_draft(visit.db, key),
        for_pupils=state.readers in ("ks1", "lks2", "uks2"),
        kinds=kind_names(),
        readers=readers_names(),
        own=own[:MOST_SHOWN],
        number=len(own),
        form=form,
        problem=_("Choose what kind of question it is.") if visit.is_post and question is None else "",
    ), 422 if visit.is_post else 200


@views.page("/lead/lessons/drafts/<int:id>/activity", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=POST, once=True)
def add_activity(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """Give a step something to try out."""
    step, kind = request.form.get("step", ""), request.form.get("kind", "")
    get_open(visit)
    if kind not in QUESTIONS or kind == "branching" or not HouseForm(request.form).validate():
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    by, at = visit.viewer.actor, visit.now
    place = actions.add_activity(visit.db, draft=visit.subject, step=step, kind=kind, by=by, at=at)
    return redirect(url_for(".piece", id=visit.subject.id, part=place), 303)


def _chosen(own: list[OwnRow]) -> dict[str, object] | None:
    """The question that was chosen, new or brought, or None."""
    typed = request.form.get("question", "")
    if typed.startswith("own:"):
        return next((actions.from_own(row.entry) for row in own if f"own:{row.question_id}" == typed), None)
    return empty_question(typed, actions.new_name()) if typed in QUESTIONS else None


def _offered(db: SchoolSession, expectation: str, readers: str) -> list[OwnRow]:
    """The school's own questions: first those that say they are about this and for these, then those that say nothing."""
    fitting = [row for row in own_questions(db) if row.entry.readers in ("", readers)]
    order = {expectation: 0, "": 1}
    return sorted(fitting, key=lambda row: (order.get(row.entry.expectation, 2), not row.entry.readers, row.entry.name))

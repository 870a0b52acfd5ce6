"""Give a draft to pupils, once the check lets it through."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import queries
from esafety.authoring.forms import readers_names
from esafety.authoring.rules.placing import piece_of
from esafety.authoring.views import views
from esafety.authoring.views.desk import is_open
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.own.checking import findings_of
from esafety.curriculum.shelf import library, look_again
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, Visit


@views.page("/lead/lessons/drafts/<int:id>/publish", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=BOTH)
def publish(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """What still has to be mended, what is worth a look, and the button that gives the lesson to pupils."""
    key = queries.key_of(visit.db, visit.subject)
    if not is_open(visit.subject):
        return redirect(url_for(".published", key=key), 303)
    body, form = lessons.body_of(visit.subject), HouseForm(request.form)
    findings = findings_of(body, library())
    errors = [one for one in findings if one.severity == "error"]
    changed = visit.is_post and request.form.get("opened") != lessons.seen(visit.subject)
    if visit.is_post and not errors and not changed and form.validate():
        lessons.publish(visit.db, draft=visit.subject, library=library(), by=visit.viewer.actor, at=visit.now)
        look_again(visit.viewer.school_id or 0)
        return redirect(url_for(".published", key=key), 303)
    return render_template(
        "authoring/publish.html",
        draft_id=visit.subject.id,
        title=body.get("title", ""),
        readers=readers_names()[body.get("band") or body["audience"]],
        errors=errors,
        warnings=[one for one in findings if one.severity != "error"],
        piece_of=piece_of,
        opened=lessons.seen(visit.subject),
        changed=changed,
        form=form,
    ), 422 if visit.is_post else 200


@views.page("/lead/lessons/published/<path:key>", allow=Can.WRITE_CONTENT)
def published(visit: Visit[None], key: str) -> ResponseReturnValue:
    """A lesson is published: who gets it, and what to do next."""
    state = queries.state(visit.db, library(), key)
    if not state.is_published:
        return redirect(url_for(".look", key=key), 303)
    return render_template("authoring/published.html", state=state, readers=readers_names()[state.readers])

"""The lessons that the school has: ours, adapted, its own, drafts, and those that are off."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions, queries
from esafety.authoring.forms import NewLessonForm, kind_names, readers_names, step_names, title_of
from esafety.authoring.views import views
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import N_
from esafety.curriculum.library import Library
from esafety.curriculum.own import lessons
from esafety.curriculum.shelf import library, look_again
from esafety.curriculum.telling import Teller
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, POST, Visit

DONE = frozenset({"on", "off", "given-up", "back"})


@views.page("/lead/lessons", allow=Can.WRITE_CONTENT, navigation=N_("Our lessons"))
def our_lessons(visit: Visit[None]) -> ResponseReturnValue:
    """Our lessons: what each class and each adult is offered, and what the school has made of it."""
    found = queries.lessons(visit.db, library())
    names = readers_names()
    readers = request.args.get("for", "") if request.args.get("for") in names else "ks1"
    return render_template(
        "authoring/our_lessons.html",
        names=names,
        readers=readers,
        lessons=[one for one in found if one.readers == readers],
        waiting=[one for one in found if one.draft_id or one.is_newer],
        title_of=lambda expectation: title_of(library(), expectation),
        done=request.args.get("done", "") if request.args.get("done") in DONE else "",
    )


@views.page("/lead/lessons/look/<path:key>", allow=Can.WRITE_CONTENT)
def look(visit: Visit[None], key: str) -> ResponseReturnValue:
    """One lesson as pupils get it now, on one page, and what can be done with it."""
    state = queries.state(visit.db, library(), key)
    try:
        lesson = library().lesson(key).item
    except KeyError:
        return redirect(url_for(".draft", id=state.draft_id), 303)
    return render_template(
        "authoring/look.html",
        state=state,
        lesson=lesson,
        names=readers_names(),
        kinds=kind_names(),
        steps=step_names(),
        about=title_of(library(), lesson.expectation),
        teller=teller_of(visit),
        done=request.args.get("done", "") if request.args.get("done") in DONE else "",
    )


@views.page("/lead/lessons/adapt", allow=Can.WRITE_CONTENT, methods=POST)
def adapt(visit: Visit[None]) -> ResponseReturnValue:
    """Begin to adapt a lesson, or go on with its draft."""
    draft = actions.adapt(
        visit.db, library=looked_at_anew(visit), key=request.form.get("lesson", ""), by=visit.viewer.actor, at=visit.now
    )
    return redirect(url_for(".draft", id=draft.id), 303)


@views.page("/lead/lessons/switch", allow=Can.WRITE_CONTENT, methods=POST)
def switch(visit: Visit[None]) -> ResponseReturnValue:
    """Offer a lesson no longer, or again."""
    key, to = request.form.get("lesson", ""), request.form.get("to", "")
    state = queries.state(visit.db, library(), key)
    if to not in ("on", "off") or not HouseForm(request.form).validate():
        return redirect(url_for(".look", key=key), 303)
    if state.is_off != (to == "off"):
        change = lessons.switch_off if to == "off" else lessons.switch_on
        change(visit.db, key=key, by=visit.viewer.actor, at=visit.now)
    look_again(visit.viewer.school_id or 0)
    return redirect(url_for(".look", key=key, done=to), 303)


@views.page("/lead/lessons/back-to-ours", allow=Can.WRITE_CONTENT, methods=POST)
def back_to_ours(visit: Visit[None]) -> ResponseReturnValue:
    """Give up the school's own wording of a lesson; ours returns."""
    key = request.form.get("lesson", "")
    is_ours = queries.state(visit.db, library(), key).is_ours
    if not HouseForm(request.form).validate():
        return redirect(url_for(".look", key=key), 303)
    lessons.back_to_ours(visit.db, key=key, by=visit.viewer.actor, at=visit.now)
    look_again(visit.viewer.school_id or 0)
    return redirect(url_for(".look", key=key, done="back") if is_ours else url_for(".our_lessons", done="given-up"), 303)


@views.page("/lead/lessons/new", allow=Can.WRITE_CONTENT, methods=BOTH, once=True)
def new_lesson(visit: Visit[None]) -> ResponseReturnValue:
    """Begin a lesson of the school's own."""
    if library().is_empty:
        raise NotFound
    form = NewLessonForm(request.form)
    form.offer(library())
    if visit.is_post and form.validate():
        chosen: dict[str, Any] = form.data
        draft_id = actions.begin(
            visit.db,
            expectation=chosen["expectation"],
            readers=chosen["readers"],
            title=chosen["title"],
            by=visit.viewer.actor,
            at=visit.now,
        )
        return redirect(url_for(".draft", id=draft_id), 303)
    return render_template("authoring/new_lesson.html", form=form), 422 if visit.is_post else 200


def looked_at_anew(visit: Visit[Any]) -> Library:
    """The school's library as it is at this moment: another worker may have published a second ago."""
    look_again(visit.viewer.school_id or 0)
    return library()


def teller_of(visit: Visit[Any]) -> Teller:
    """The teller of this visit: today's facts and this school's name."""
    return Teller.of(school=visit.viewer.school_name, day=school_day(visit.now))

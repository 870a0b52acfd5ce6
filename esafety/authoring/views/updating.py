"""Ours has changed: what changed on both sides, part by part, and one lesson of both."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions, queries
from esafety.authoring.forms import in_words
from esafety.authoring.rules.comparing import compared
from esafety.authoring.views import views
from esafety.authoring.views.listing import looked_at_anew
from esafety.core import i18n
from esafety.core.errors import NotFound
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Edition, Library
from esafety.curriculum.own import lessons
from esafety.curriculum.own.merging import Difference, Side, differences
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.stored import digest_of, to_json
from esafety.web.forms import HouseForm
from esafety.web.pages import BOTH, Visit


@views.page("/lead/lessons/changed/<path:key>", allow=Can.WRITE_CONTENT, methods=BOTH)
def changed(visit: Visit[None], key: str) -> ResponseReturnValue:
    """What we changed in a lesson that the school adapted, what the school changed, and which of both stays."""
    shelf = looked_at_anew(visit)
    before, ours = _both(visit.db, key)
    if before.version_id == ours.version_id:
        return redirect(url_for(".look", key=key), 303)
    theirs = _theirs(visit.db, shelf, key)
    found = differences(to_json(before.item), to_json(ours.item), theirs)
    seen = digest_of([theirs, ours.version_id])[:16]
    choices = _choices(found)
    undecided = [one.part for one in found if one.needs_choice and one.part not in choices]
    form, is_other = HouseForm(request.form), visit.is_post and request.form.get("seen") != seen
    if visit.is_post and not undecided and not is_other and form.validate():
        by, at = visit.viewer.actor, visit.now
        draft = actions.adapt(visit.db, library=shelf, key=key, by=by, at=at)
        lessons.take_ours_in(visit.db, draft=draft, before=before.item, ours=ours, choices=choices, by=by, at=at)
        return redirect(url_for(".draft", id=draft.id, told="taken"), 303)
    return render_template(
        "authoring/changed.html",
        state=queries.state(visit.db, shelf, key),
        parts=[compared(one, in_words(shelf, i18n.language())) for one in found],
        choices=choices,
        undecided=undecided if visit.is_post else [],
        is_other=is_other,
        seen=seen,
        form=form,
    ), 422 if visit.is_post else 200


def _both(db: SchoolSession, key: str) -> tuple[Edition[Lesson], Edition[Lesson]]:
    before, ours = queries.find_base(db, key), queries.find_ours(db, key)
    if before is None or ours is None:
        raise NotFound
    return before, ours


def _theirs(db: SchoolSession, shelf: Library, key: str) -> dict[str, object]:
    """The school's own wording: its draft, or else what pupils get."""
    draft = lessons.find_draft(db, key)
    stored: dict[str, object] = lessons.body_of(draft) if draft else to_json(shelf.lesson(key).item)
    return stored


def _choices(found: tuple[Difference, ...]) -> dict[str, Side]:
    """Which side stays, for the parts that both changed and for which somebody chose."""
    sides: dict[str, Side] = {"ours": "ours", "theirs": "theirs"}
    typed = {one.part: request.form.get(f"side:{one.part}", "") for one in found if one.needs_choice}
    return {part: sides[side] for part, side in typed.items() if side in sides}

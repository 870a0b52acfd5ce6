"""Choose a picture for a step, a question or an answer."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions
from esafety.authoring.rules import pieces
from esafety.authoring.rules.filling import filled
from esafety.authoring.rules.picturing import pictures_in, with_picture
from esafety.authoring.views import views
from esafety.authoring.views.desk import is_open
from esafety.authoring.views.pieces import OnDesk, on_desk
from esafety.core.errors import NotFound
from esafety.curriculum.kinds import Kind
from esafety.curriculum.library import Library
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own.lessons import ChangedMeanwhile
from esafety.curriculum.shelf import library
from esafety.web.forms import HouseForm, clean_line
from esafety.web.pages import BOTH, Visit

ON_A_PAGE = 36
"""Pictures shown at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be chosen."""

    name: str
    alt: str


@views.page("/lead/lessons/drafts/<int:id>/picture/<part>", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=BOTH)
def picture(visit: Visit[OwnLessonVersion], part: str) -> ResponseReturnValue:
    """Choose a picture, by what it shows."""
    if not is_open(visit.subject):
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    desk, field = on_desk(visit.subject, part), request.args.get("field", "")
    places = pictures_in(filled(desk.layout, desk.piece))
    if field not in places:
        return redirect(url_for(".piece", id=visit.subject.id, part=part), 303)
    shown = request.form.get("picture")
    if visit.is_post and shown is not None and HouseForm(request.form).validate():
        return _chosen(visit, desk, field, shown)
    words = clean_line(request.args.get("words"))[:60]
    found = _found(library(), words, first=_used(desk))
    at = _page_asked(len(found))
    return render_template(
        "authoring/picture.html",
        draft_id=visit.subject.id,
        lesson_title=desk.body.get("title", ""),
        part=part,
        field=field,
        now=places[field],
        words=words,
        pictures=found[(at - 1) * ON_A_PAGE : at * ON_A_PAGE],
        number=len(found),
        at=at,
        pages=max(1, -(-len(found) // ON_A_PAGE)),
        opened=actions.opened(visit.subject, part),
        changed=visit.is_post,
    ), 422 if visit.is_post else 200


def _chosen(visit: Visit[OwnLessonVersion], desk: OnDesk, field: str, name: str) -> ResponseReturnValue:
    if name and name not in _all(library()):
        raise NotFound
    try:
        actions.keep_piece(
            visit.db,
            draft=visit.subject,
            place=desk.place,
            piece=with_picture(desk.piece, field, name),
            saw=request.form.get("opened", ""),
            by=visit.viewer.actor,
            at=visit.now,
        )
    except ChangedMeanwhile:
        return redirect(url_for(".piece", id=visit.subject.id, part=desk.place), 303)
    return redirect(url_for(".piece", id=visit.subject.id, part=desk.place, saved="yes", _anchor=field), 303)


def _all(shelf: Library) -> dict[str, str]:
    """Every picture with what it shows."""
    shelves = (edition.item.pictures for (kind, _key), edition in shelf.editions.items() if kind is Kind.PICTURES)
    return {name: picture.alt for some in shelves for name, picture in some.items()}


def _found(shelf: Library, words: str, *, first: frozenset[str]) -> list[Picture]:
    """The pictures whose words hold all of these; those that the lesson uses already stand first."""
    wanted = words.lower().split()
    fitting = [Picture(name, alt) for name, alt in _all(shelf).items() if all(one in f"{name} {alt}".lower() for one in wanted)]
    return sorted(fitting, key=lambda one: (one.name not in first, one.name))


def _used(desk: OnDesk) -> frozenset[str]:
    return frozenset(_names(desk.body.get("steps", []))) | frozenset(_names(pieces.questions_of(desk.body)))


def _names(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["picture"]] if isinstance(value.get("picture"), str) else []
        return own + [name for inside in value.values() for name in _names(inside)]
    return [name for inside in value for name in _names(inside)] if isinstance(value, list) else []


def _page_asked(number: int) -> int:
    typed = request.args.get("page", "")
    last = max(1, -(-number // ON_A_PAGE))
    return min(int(typed[:4]), last) if typed.isascii() and typed.isdigit() and int(typed[:4]) else 1

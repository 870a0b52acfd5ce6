"""One piece of a draft as a form: typed, checked while it is typed, saved with or without mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions, queries
from esafety.authoring.forms import choices, in_words, kind_names, step_names, typed
from esafety.authoring.rules import pieces
from esafety.authoring.rules.comparing import paragraphs_of
from esafety.authoring.rules.filling import filled, read, too_long
from esafety.authoring.rules.layouts import Layout, layout_of
from esafety.authoring.rules.placing import beside, of_piece
from esafety.authoring.rules.rows import rearranged
from esafety.authoring.views import views
from esafety.authoring.views.desk import get_open, is_open
from esafety.authoring.views.listing import teller_of
from esafety.core import i18n
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.own.checking import findings_of
from esafety.curriculum.shelf import library
from esafety.web.pages import BOTH, POST, Visit


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A piece of a draft as it lies on the desk."""

    body: dict[str, Any]
    place: str
    piece: dict[str, Any]
    layout: Layout


@dataclass(frozen=True, slots=True)
class Remark:
    """What keeps a form from being saved, beside a field; "" for the whole."""

    name: str
    sentence: str


@views.page("/lead/lessons/drafts/<int:id>/part/<part>", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=BOTH)
def piece(visit: Visit[OwnLessonVersion], part: str) -> ResponseReturnValue:
    """One piece of a draft: its words, and what the check says beside each."""
    if not is_open(visit.subject):
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    if not visit.is_post:
        desk = on_desk(visit.subject, part)
        return _page(visit, desk, desk.piece, saw=actions.opened(visit.subject, part))
    return _sent(visit, part)


def _sent(visit: Visit[OwnLessonVersion], part: str) -> ResponseReturnValue:
    saw, press = request.form.get("opened", ""), request.form.get("do", "save")
    desk = on_desk(visit.subject, part)
    words = typed(request.form)
    new = read(desk.layout, words, desk.piece)
    remarks = [
        Remark(name, _("Please use at most %(most)d characters.", most=most))
        for name, most in too_long(desk.layout, words).items()
    ]
    if not visit.form_is_fresh:
        remarks.append(Remark("", _("This page was open for a long time. Nothing is lost: please press the button once more.")))
    if remarks:
        return _page(visit, desk, new, saw=saw, remarks=remarks), 422
    if press == "check":
        return _page(visit, desk, new, saw=saw, told="checked")
    after, there = rearranged(desk.layout, new, press)
    try:
        actions.keep_piece(visit.db, draft=visit.subject, place=part, piece=after, saw=saw, by=visit.viewer.actor, at=visit.now)
    except lessons.ChangedMeanwhile:
        return _page(visit, desk, new, saw=actions.opened(visit.subject, part), theirs=desk.piece), 422
    return redirect(_onward(visit, part, press, there), 303)


def _onward(visit: Visit[OwnLessonVersion], part: str, press: str, there: str) -> str:
    """Where a press of a button leads once everything is saved."""
    here = visit.subject.id
    if press.startswith("picture:"):
        return url_for(".picture", id=here, part=part, field=press.partition(":")[2])
    if press == "see":
        return url_for(".preview", id=here, place=0, part=part)
    if press == "back":
        return url_for(".draft", id=here, told="saved", _anchor=part)
    return url_for(".piece", id=here, part=part, saved="yes", _anchor=there or None)


@views.page(
    "/lead/lessons/drafts/<int:id>/check/<part>",
    allow=Can.WRITE_CONTENT,
    about=OwnLessonVersion,
    methods=POST,
    own_transaction=True,
)
def check(visit: Visit[OwnLessonVersion], part: str) -> ResponseReturnValue:
    """What the check says about a piece while it is being typed. Nothing is saved."""
    desk = on_desk(get_open(visit), part)
    new = read(desk.layout, typed(request.form), desk.piece)
    return render_template("authoring/findings.html", **_findings(desk, new))


def on_desk(draft: OwnLessonVersion, part: str) -> OnDesk:
    """The piece of a draft at a place. Raises NotFound when there is none."""
    body = lessons.body_of(draft)
    found = pieces.find(body, part)
    if found is None:
        raise NotFound
    return OnDesk(body, part, found, layout_of(part, found.get("kind", ""), for_pupils="band" in body))


def _findings(desk: OnDesk, new: dict[str, Any]) -> dict[str, Any]:
    found = of_piece(findings_of(pieces.with_piece(desk.body, desk.place, new), library()), desk.place)
    names = list(filled(desk.layout, new).names())
    return {
        "beside": beside(found, desk.place, names),
        "names": names,
        "errors": sum(one.severity == "error" for one in found),
        "warnings": sum(one.severity != "error" for one in found),
    }


def _page(
    visit: Visit[OwnLessonVersion],
    desk: OnDesk,
    new: dict[str, Any],
    *,
    saw: str,
    remarks: list[Remark] | None = None,
    theirs: dict[str, Any] | None = None,
    told: str = "",
) -> str:
    unwritten = desk.place != pieces.ABOUT and pieces.is_blank(new) and not visit.is_post and not request.args.get("saved")
    checked = {"beside": {}, "names": [], "errors": 0, "warnings": 0} if unwritten else _findings(desk, new)
    return render_template(
        "authoring/piece.html",
        draft_id=visit.subject.id,
        lesson_title=desk.body.get("title", ""),
        key=queries.key_of(visit.db, visit.subject),
        part=desk.place,
        kind=_kind_of(desk),
        is_question=pieces.is_question(desk.place),
        is_step=desk.place.startswith("steps.") and not pieces.is_question(desk.place),
        activity=desk.piece.get(pieces.ACTIVITY),
        kinds=kind_names(),
        form=filled(desk.layout, new),
        choices=choices(desk.body, new, library()),
        opened=saw,
        unwritten=unwritten,
        remarks={one.name: one.sentence for one in remarks or []},
        theirs=None if theirs is None else _told(theirs if desk.place != pieces.ABOUT else _words_of(theirs)),
        told=told or ("saved" if request.args.get("saved") and not visit.is_post else ""),
        teller=teller_of(visit),
        **checked,
    )


def _told(piece: dict[str, Any]) -> list[str]:
    return [" ".join(paragraph) for paragraph in paragraphs_of(piece, in_words(library(), i18n.language()))]


def _kind_of(desk: OnDesk) -> str:
    if desk.place == pieces.ABOUT:
        return _("The words of the lesson")
    kind: str = desk.piece.get("kind", "")
    return kind_names().get(kind, kind) if pieces.is_question(desk.place) else step_names().get(kind, kind)


def _words_of(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in ("steps", "quiz", "sources")}

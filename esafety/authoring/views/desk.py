"""A draft on the desk: all its pieces with what the check says about each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access.policy import Can
from esafety.authoring import actions, queries
from esafety.authoring.forms import kind_names, readers_names, step_names, steps_for, title_of
from esafety.authoring.rules import pieces
from esafety.authoring.rules.placing import of_all, of_piece
from esafety.authoring.views import views
from esafety.core.errors import NotFound
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.own.checking import Finding, findings_of
from esafety.curriculum.shelf import library
from esafety.web.forms import HouseForm
from esafety.web.pages import POST, Visit

PRESSES = frozenset({"up", "down", "away"})
TOLD = frozenset({"saved", "changed", "away", "taken"})


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of a piece must be mended before it is published, and how many are worth a look."""

    errors: int
    warnings: int

    @classmethod
    def of(cls, findings: tuple[Finding, ...]) -> Counted:
        """Count some findings."""
        errors = sum(one.severity == "error" for one in findings)
        return cls(errors, len(findings) - errors)


@views.page("/lead/lessons/drafts/<int:id>", allow=Can.WRITE_CONTENT, about=OwnLessonVersion)
def draft(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """A draft: its words, its steps and its questions, each with what the check says."""
    if not is_open(visit.subject):
        return redirect(_instead(visit), 303)
    key, body = queries.key_of(visit.db, visit.subject), lessons.body_of(visit.subject)
    findings = findings_of(body, library())
    return render_template(
        "authoring/draft.html",
        draft_id=visit.subject.id,
        state=queries.state(visit.db, library(), key),
        body=body,
        questions=pieces.questions_of(body),
        readers=readers_names()[body.get("band") or body["audience"]],
        about=title_of(library(), body["expectation"]),
        counted={place: Counted.of(of_piece(findings, place)) for place in pieces.places_of(body)},
        whole=of_all(findings),
        total=Counted.of(findings),
        opened=lessons.seen(visit.subject),
        kinds=kind_names(),
        steps=step_names(),
        steps_to_add=[pair for pair in steps_for(body.get("band") or body["audience"]) if pair[0] not in ("hook", "tell")],
        told=request.args.get("told", "") if request.args.get("told") in TOLD else "",
    )


@views.page("/lead/lessons/drafts/<int:id>/arrange", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=POST, once=True)
def arrange(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """Move a step or a question up or down, or take it away."""
    place, press = request.form.get("part", ""), request.form.get("do", "")
    body = lessons.body_of(get_open(visit))
    if press not in PRESSES or not HouseForm(request.form).validate():
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    if place == pieces.ABOUT or (press == "away" and pieces.find(body, place) is None):
        return redirect(url_for(".draft", id=visit.subject.id, told="changed"), 303)
    try:
        actions.arrange(
            visit.db, draft=visit.subject, place=place, press=press, saw=request.form.get("opened", ""), **_now(visit)
        )
    except lessons.ChangedMeanwhile:
        return redirect(url_for(".draft", id=visit.subject.id, told="changed"), 303)
    anchor = "pieces" if press == "away" else place
    return redirect(url_for(".draft", id=visit.subject.id, told="away" if press == "away" else None, _anchor=anchor), 303)


@views.page("/lead/lessons/drafts/<int:id>/steps", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=POST, once=True)
def add_step(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """Add an empty step before the last one."""
    kind = request.form.get("kind", "")
    get_open(visit)
    if kind not in step_names() or not HouseForm(request.form).validate():
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    place = actions.add_step(visit.db, draft=visit.subject, kind=kind, **_now(visit))
    return redirect(url_for(".piece", id=visit.subject.id, part=place), 303)


@views.page("/lead/lessons/drafts/<int:id>/give-up", allow=Can.WRITE_CONTENT, about=OwnLessonVersion, methods=POST)
def give_up(visit: Visit[OwnLessonVersion]) -> ResponseReturnValue:
    """Give up a draft. What pupils get stays as it is."""
    if not HouseForm(request.form).validate():
        return redirect(url_for(".draft", id=visit.subject.id), 303)
    if is_open(visit.subject):
        lessons.give_up(visit.db, draft=visit.subject, **_now(visit))
    return redirect(url_for(".our_lessons", done="given-up"), 303)


def is_open(version: OwnLessonVersion) -> bool:
    """Whether this is a draft that can still be changed."""
    return version.published_at is None and version.retired_at is None


def get_open(visit: Visit[OwnLessonVersion]) -> OwnLessonVersion:
    """The draft of this visit. Raises NotFound when it was published or given up."""
    if not is_open(visit.subject):
        raise NotFound
    return visit.subject


def _instead(visit: Visit[OwnLessonVersion]) -> str:
    """Where to go when a draft is no draft any more."""
    if visit.subject.published_at is not None and visit.subject.retired_at is None:
        return url_for(".look", key=queries.key_of(visit.db, visit.subject))
    return url_for(".our_lessons")


def _now(visit: Visit[Any]) -> dict[str, Any]:
    return {"by": visit.viewer.actor, "at": visit.now}

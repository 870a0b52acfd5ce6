"""The teacher's desk: my classes, the open class with its seats, and one tap for each thing a child may need."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access import policy
from esafety.access.policy import Can
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import N_
from esafety.core.i18n import gettext as _
from esafety.people import budget, cards, openings
from esafety.people.models import ClassOpening, Pupil, SchoolClass
from esafety.people.seat_words import seat_words
from esafety.people.views import views
from esafety.people.watching import classes_taught, pupils_of, seats_of
from esafety.web.pages import POST, Visit
from esafety.web.pictures import SECRETS

ANY_SCHOOL = "a class code is free only when no open class of any school has it"


@views.page("/teach", allow=Can.TEACH, navigation=N_("My classes"))
def teach(visit: Visit[None]) -> ResponseReturnValue:
    """My classes, and which of them are open."""
    mine = policy.only(visit.viewer, Can.SEE_CLASS, SchoolClass)
    classes = classes_taught(visit.db, mine, today=school_day(visit.now), now=visit.now)
    return render_template(
        "people/teacher/classes.html", classes=classes, may_open=policy.may_enter(visit.viewer, Can.OPEN_CLASS)
    )


@views.page("/teach/classes/<int:id>", allow=Can.OPEN_CLASS, about=SchoolClass, reads="class.read")
def class_list(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """The children of one class, with new pictures and login cards for them."""
    return render_template(
        "people/teacher/class_list.html",
        school_class=visit.subject,
        pupils=pupils_of(visit.db, class_id=visit.subject.id, today=school_day(visit.now)),
        opening=openings.find_opening(visit.db, class_id=visit.subject.id, now=visit.now),
    )


@views.page("/teach/classes/<int:id>/open", allow=Can.OPEN_CLASS, about=SchoolClass, methods=POST, once=True)
def open_class(visit: Visit[SchoolClass]) -> ResponseReturnValue:
    """Open a class for one lesson."""
    opening = openings.open_class(
        visit.db,
        visit.subject,
        across=visit.across(ANY_SCHOOL),
        by=visit.viewer.membership_id,
        actor=visit.viewer.actor,
        now=visit.now,
        settings=visit.settings,
    )
    return redirect(url_for(".watch", id=opening.id), 303)


@views.page("/teach/openings/<int:id>", allow=Can.RUN_OPENING, about=ClassOpening)
def watch(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """The open class: the code for the board, who is in, who is waiting, who may need help."""
    return render_template(
        "people/teacher/watch.html",
        class_name=openings.class_name(visit.db, visit.subject),
        door=_door_address(visit),
        **_seats(visit),
    )


@views.page("/teach/openings/<int:id>/board", allow=Can.RUN_OPENING, about=ClassOpening)
def board(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """The code alone, large enough for the last row, with no child's name."""
    if not openings.is_going_on(visit.subject, now=visit.now):
        return redirect(url_for(".watch", id=visit.subject.id), 303)
    return render_template(
        "people/teacher/board.html",
        opening=visit.subject,
        class_name=openings.class_name(visit.db, visit.subject),
        door=_door_address(visit),
    )


@views.page("/teach/openings/<int:id>/seats", allow=Can.RUN_OPENING, about=ClassOpening)
def seats(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """The seats alone, which the page fetches again by itself."""
    shown = _seats(visit)
    if not shown["is_open"]:
        return redirect(url_for(".watch", id=visit.subject.id), 303)
    return render_template("people/teacher/seats.html", **shown)


@views.page("/teach/openings/<int:id>/let-in", allow=Can.RUN_OPENING, about=ClassOpening, methods=POST)
def let_in(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """Let one child in without a secret."""
    openings.let_in(visit.db, visit.subject, pupil_id=_pupil_id(), actor=visit.viewer.actor, now=visit.now)
    return _back_to_seats(visit)


@views.page("/teach/openings/<int:id>/send-out", allow=Can.RUN_OPENING, about=ClassOpening, methods=POST)
def send_out(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """Sign one child out."""
    openings.send_out(visit.db, visit.subject, pupil_id=_pupil_id(), actor=visit.viewer.actor, now=visit.now)
    return _back_to_seats(visit)


@views.page("/teach/openings/<int:id>/forgive", allow=Can.RUN_OPENING, about=ClassOpening, methods=POST)
def forgive(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """Let the whole class try again after many wrong pictures."""
    openings.forgive(visit.db, visit.subject, actor=visit.viewer.actor, now=visit.now)
    return _back_to_seats(visit)


@views.page("/teach/openings/<int:id>/end", allow=Can.RUN_OPENING, about=ClassOpening, methods=POST)
def end_opening(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    """End the lesson for all."""
    openings.end(visit.db, visit.subject, actor=visit.viewer.actor, now=visit.now)
    return redirect(url_for(".watch", id=visit.subject.id), 303)


@views.page("/teach/pupils/<int:id>/pictures", allow=Can.RESET_SECRET, about=Pupil, methods=POST)
def reset_secret(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Give a child new pictures and show them once."""
    # Answered by the page itself and not by a redirect: the pictures are kept nowhere, so no second page could show them.
    if visit.subject.class_id is None:
        raise NotFound
    pictures = openings.new_pictures(visit.db, visit.subject, actor=visit.viewer.actor, now=visit.now, settings=visit.settings)
    names = dict(SECRETS)
    return render_template(
        "people/teacher/new_pictures.html",
        pupil=visit.subject,
        pictures=[(key, _(names[key])) for key in pictures],
        opening=openings.find_opening(visit.db, class_id=visit.subject.class_id, now=visit.now),
    )


@views.page("/teach/pupils/<int:id>/card", allow=Can.RESET_SECRET, about=Pupil, methods=POST)
def new_card(visit: Visit[Pupil]) -> ResponseReturnValue:
    """Give a child a new card and show its code once, as when one is lost in a lesson."""
    pupil = visit.subject
    if pupil.class_id is None:
        raise NotFound
    made = cards.issue(visit.db, pupil.class_id, visit.now, visit.settings, actor=visit.viewer.actor, pupil_id=pupil.id)
    if not made:
        raise NotFound
    return render_template(
        "people/teacher/new_card.html",
        card=made[0],
        class_id=pupil.class_id,
        opening=openings.find_opening(visit.db, class_id=pupil.class_id, now=visit.now),
    )


def _seats(visit: Visit[ClassOpening]) -> dict[str, Any]:
    opening = visit.subject
    rows = seats_of(visit.db, opening, now=visit.now)
    return {
        "opening": opening,
        "is_open": openings.is_going_on(opening, now=visit.now),
        "seats": [(row, *seat_words(row)) for row in rows],
        "needing": [row.name for row in rows if row.state.needs_teacher],
        "is_in": sum(row.is_in for row in rows),
        "finished": sum(row.state.value == "finished" for row in rows),
        "used_up": opening.wrong >= budget.MOST_IN_A_CLASS,
        "is_full": openings.number_of_devices(visit.db, opening) >= budget.MOST_DEVICES,
    }


def _door_address(visit: Visit[Any]) -> str:
    return visit.settings.public_url.partition("://")[2] + url_for(".class_door")


def _pupil_id() -> int:
    typed = request.form.get("pupil", "")
    if not (typed.isascii() and typed.isdigit() and int(typed[:20]) < 2**63):
        raise NotFound
    return int(typed)


def _back_to_seats(visit: Visit[ClassOpening]) -> ResponseReturnValue:
    return redirect(url_for(".watch", id=visit.subject.id, _anchor="seats"), 303)

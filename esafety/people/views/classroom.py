"""The children's door: the class's code, the own name, the own pictures or card, and the way out for the next child."""

from __future__ import annotations

from typing import Any

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access import sessions
from esafety.access.policy import Can
from esafety.access.sessions import WebSession
from esafety.access.viewer import Viewer
from esafety.core.clock import school_day
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.core.tenancy import SchoolSession
from esafety.people import class_sign_in
from esafety.people.class_sign_in import Tried
from esafety.people.forms.classroom import CardForm, ClassCodeForm
from esafety.people.open_class import Child, OpenClass, children_of, find_open, get_child
from esafety.people.pupil_secrets import Kind, kind_of, so_far
from esafety.people.views import views
from esafety.web import door
from esafety.web.csrf import StaleForm
from esafety.web.pages import BOTH, POST, Visit
from esafety.web.pictures import ANIMALS

ANY_SCHOOL = "a device knows its open class, not its school"
# The device's own mark stays, so that the class is still open on it for the next child. The cache stays, too: no page is
# ever kept in it, only fonts, styles and pictures, which thirty next children would otherwise fetch again.
FORGET = '"storage"'


@views.page("/class", allow=Can.ENTER, methods=BOTH)
def class_door(visit: Visit[None]) -> ResponseReturnValue:
    """Type the code on the board to open the class on this device."""
    if visit.viewer.kind == "pupil":
        return redirect(url_for(".still_you"), 303)
    form = ClassCodeForm(request.form)
    if visit.is_post and form.validate():
        problem = _open_here(visit, form.code.data)
        if not problem:
            return redirect(url_for(".who"), 303)
        form.code.errors = [problem]
    return render_template("people/classroom/door.html", form=form), 422 if visit.is_post else 200


@views.page("/class/who", allow=Can.ENTER)
def who(visit: Visit[None]) -> ResponseReturnValue:
    """Who are you? The name tiles of the class that is open on this device."""
    if visit.viewer.kind == "pupil":
        return redirect(url_for(".still_you"), 303)
    room = _room(visit)
    if room is None:
        return redirect(url_for(".class_door"), 303)
    children = children_of(visit.inside(room.school_id), room, today=school_day(visit.now))
    return render_template("people/classroom/who.html", room=room, children=children, animal_names=_animal_names())


@views.page("/class/who/<int:pupil_id>", allow=Can.ENTER, methods=BOTH)
def pictures(visit: Visit[None], pupil_id: int) -> ResponseReturnValue:
    """My pictures: tap them in order to come in."""
    if visit.viewer.kind == "pupil":
        return redirect(url_for(".still_you"), 303)
    room = _room(visit)
    if room is None:
        raise NotFound
    db = visit.inside(room.school_id)
    child = get_child(children_of(db, room, today=school_day(visit.now)), pupil_id)
    kind = kind_of(child.picture_secret, year_group=child.year_group)
    if not visit.is_post:
        return _show_pictures(visit, room, child, kind, ())
    if not visit.form_is_fresh:  # before the pictures are looked at: a guess that is rolled back would not be counted
        raise StaleForm
    if "come_in" in request.form and class_sign_in.is_let_in(child, now=visit.now):
        return _welcome(visit, db, room, child)
    chosen = () if "again" in request.form else so_far(kind, request.form.getlist("chosen") + request.form.getlist("picture"))
    if len(chosen) < kind.length and not class_sign_in.needs_teacher(room, child):
        return _show_pictures(visit, room, child, kind, chosen)
    tried = class_sign_in.try_pictures(db, room=room, child=child, pictures=chosen, device=visit.device, settings=visit.settings)
    if tried is Tried.RIGHT:
        return _welcome(visit, db, room, child)
    return redirect(url_for(".pictures", pupil_id=child.pupil_id, again="yes"), 303)


@views.page("/class/card", allow=Can.ENTER, methods=BOTH)
def card(visit: Visit[None]) -> ResponseReturnValue:
    """Come in with the code on a printed card instead of pictures."""
    if visit.viewer.kind == "pupil":
        return redirect(url_for(".still_you"), 303)
    room = _room(visit)
    if room is None:
        return redirect(url_for(".class_door"), 303)
    form = CardForm(request.form)
    if visit.is_post and form.validate():
        db = visit.inside(room.school_id)
        children = children_of(db, room, today=school_day(visit.now))
        child = class_sign_in.find_by_card(
            db, form.code.data, room=room, children=children, device=visit.device, settings=visit.settings
        )
        if child is not None:
            return _welcome(visit, db, room, child)
        return redirect(url_for(".card", again="yes"), 303)
    again = not visit.is_post and "again" in request.args
    return render_template("people/classroom/card.html", form=form, again=again), 422 if visit.is_post else 200


@views.page("/class/still-you", allow=Can.WALK_OWN_PATH, methods=BOTH, while_idle=True)
def still_you(visit: Visit[None]) -> ResponseReturnValue:
    """Is it still the same child on this device? Asked when it lay idle, or when somebody goes to the names."""
    if not visit.is_post:
        return render_template("people/classroom/still_you.html")
    assert visit.session is not None
    if request.form.get("answer") == "yes":
        sessions.change(visit.db, visit.session.token_hash, seen_at=visit.now)
        return redirect(url_for("learning.path"), 303)
    class_sign_in.leave_seat(visit.db, opening_id=visit.viewer.opening_id, pupil_id=visit.viewer.pupil_id)
    return _goodbye(visit)


@views.page("/finished", allow=Can.LEAVE, methods=POST, while_idle=True)
def finished(visit: Visit[None]) -> ResponseReturnValue:
    """I am finished: hand the device to the next child."""
    if visit.viewer.kind == "pupil":
        viewer = visit.viewer
        class_sign_in.finish(visit.db, opening_id=viewer.opening_id, pupil_id=viewer.pupil_id, now=visit.now)
    return _goodbye(visit)


@views.page("/my-information", allow=Can.WALK_OWN_PATH)
def my_information(visit: Visit[None]) -> ResponseReturnValue:
    """What the school keeps about me, who can see it, and whom I can ask."""
    return render_template("people/classroom/my_information.html")


def _room(visit: Visit[Any]) -> OpenClass | None:
    return find_open(visit.across(ANY_SCHOOL), device=visit.device, now=visit.now, to_change=visit.is_post)


def _open_here(visit: Visit[None], typed: str) -> str:
    """Open the class of this code on the device, or return what to tell the child."""
    found = class_sign_in.find_by_code(visit.across(ANY_SCHOOL), typed, now=visit.now)
    if found is None:
        return _("No class has this code just now. Look at the board and try again.")
    school_id, opening_id = found
    if not class_sign_in.admit(visit.inside(school_id), opening_id=opening_id, device=visit.device, now=visit.now):
        return _("No more computers fit into this class. Tell your teacher, please.")
    return ""


def _show_pictures(visit: Visit[None], room: OpenClass, child: Child, kind: Kind, chosen: tuple[str, ...]) -> ResponseReturnValue:
    return render_template(
        "people/classroom/pictures.html",
        child=child,
        animal_name=_animal_names().get(child.animal, ""),
        length=kind.length,
        pictures=[(key, _(name)) for key, name in kind.pictures],
        chosen=chosen,
        let_in=class_sign_in.is_let_in(child, now=visit.now),
        ask_teacher=class_sign_in.needs_teacher(room, child),
        again="again" in request.args and not visit.is_post,
    )


def _welcome(visit: Visit[None], db: SchoolSession, room: OpenClass, child: Child) -> ResponseReturnValue:
    if visit.session is not None:
        sessions.end(db, WebSession.token_hash == visit.session.token_hash, now=visit.now)
    token = class_sign_in.come_in(db, room=room, child=child, device=visit.device, now=visit.now)
    door.welcome(Viewer(kind="pupil", school_id=room.school_id, pupil_id=child.pupil_id, display_name=child.name), token)
    return redirect(url_for("learning.path"), 303)


def _goodbye(visit: Visit[None]) -> ResponseReturnValue:
    assert visit.session is not None
    db = visit.across("a session is ended whatever its school, and a trust's lead has none")
    sessions.end(db, WebSession.token_hash == visit.session.token_hash, now=visit.now)
    door.say_goodbye()
    response = make_response(redirect(url_for(".who"), 303))
    response.headers["Clear-Site-Data"] = FORGET
    return response


def _animal_names() -> dict[str, str]:
    return {key: _(name) for key, name in ANIMALS}

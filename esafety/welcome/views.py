"""The front page with its three doors, the first run, the language, and what we keep about whom."""

from __future__ import annotations

import pyotp
import segno
from flask import Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from esafety.access import sessions
from esafety.access.policy import Can
from esafety.access.viewer import Role, Viewer
from esafety.core import i18n
from esafety.core.errors import NotFound
from esafety.core.i18n import gettext as _
from esafety.curriculum.shelf import library
from esafety.people import passwords
from esafety.web.gallery import examples
from esafety.web.pages import BOTH, POST, Room, Visit
from esafety.welcome import first_run as beginning
from esafety.welcome.forms import FirstRunForm

views = Room("welcome", __name__)
YEAR = 365 * 24 * 3600
FIRST_PAGES = (
    (Role.PUPIL, "learning.path"),
    (Role.LEAD, "reports.overview"),
    (Role.HEAD, "reports.overview"),
    (Role.TEACHER, "people.teach"),
    (Role.OFFICE, "people.office"),
    (Role.DSL, "concerns.inbox"),
    (Role.GOVERNOR, "reports.reports"),
    (Role.TRUST_LEAD, "reports.trust"),
    (Role.GUARDIAN, "family.home"),
)


def first_page(viewer: Viewer) -> str:
    """Where somebody's day begins."""
    return next((url_for(endpoint) for role, endpoint in FIRST_PAGES if role in viewer.roles), url_for("welcome.front"))


@views.page("/", allow=Can.ENTER)
def front(visit: Visit[None]) -> ResponseReturnValue:
    """The front page: three doors, one for pupils, one for parents, one for staff."""
    if visit.viewer.is_signed_in and (address := first_page(visit.viewer)) != url_for(".front"):
        return redirect(address, 303)
    if beginning.is_empty(visit.across("the front page looks whether any school was set up")):
        return redirect(url_for(".first_run"), 303)
    return render_template("welcome/front.html")


@views.page("/start", allow=Can.SET_UP, methods=BOTH, own_transaction=True)
def first_run(visit: Visit[None]) -> ResponseReturnValue:
    """Set up an empty installation: its first school and e-safety lead."""
    reason = "the first run looks whether any school was set up"
    with visit.database.reading(across=reason) as db:
        if not beginning.is_empty(db):
            raise NotFound
    if library().is_empty:
        return render_template("welcome/without_lessons.html"), 503
    form = FirstRunForm(request.form)
    if not visit.is_post:
        form.totp_secret.data = pyotp.random_base32()
    elif form.validate() and _code_is_right(visit, form):
        return _set_up(visit, form)
    secret = form.totp_secret.data or pyotp.random_base32()
    address = pyotp.TOTP(secret, name=form.sign_in_name.data or "lead", issuer="E-safety").provisioning_uri()
    picture = segno.make(address, error="m")
    page = render_template("welcome/first_run.html", form=form, secret=secret, modules=[list(row) for row in picture.matrix])
    return page, 422 if visit.is_post else 200


def _code_is_right(visit: Visit[None], form: FirstRunForm) -> bool:
    if beginning.is_set_up_code(visit.settings, form.code.data or ""):
        return True
    form.code.errors = [_("That is not the set-up code. It stands where the server was started, and in the data folder.")]
    return False


def _set_up(visit: Visit[None], form: FirstRunForm) -> ResponseReturnValue:
    first = beginning.FirstSchool(
        key=form.key.data or "",
        name=form.name.data or "",
        lead_name=form.lead_name.data or "",
        sign_in_name=form.sign_in_name.data or "",
        password_hash=passwords.hashed(form.password.data or ""),
        totp_secret=form.totp_secret.data or "",
    )
    with visit.database.together() as unit:
        school = beginning.set_up(unit.across("the first school is entered"), visit.settings, first=first, now=visit.now)
        beginning.begin_with_model_policy(unit.inside(school.id), library(), now=visit.now)
    beginning.forget_code(visit.settings)
    return redirect(url_for("people.staff_sign_in", school="new"), 303)


@views.page("/language", allow=Can.ENTER, methods=POST, while_idle=True)
def language(visit: Visit[None]) -> ResponseReturnValue:
    """Choose the language of the pages on this device."""
    chosen = request.form.get("language", "")
    if chosen not in i18n.OWN_NAMES:
        raise NotFound
    if visit.session is not None and visit.unit.connection is not None:
        sessions.change(visit.unit.connection, visit.session.token_hash, language=chosen)
    response = make_response(redirect(_own_address(request.form.get("next", "/")), 303))
    secure = visit.settings.secure_cookies
    response.set_cookie("language", chosen, max_age=YEAR, httponly=True, samesite="Lax", secure=secure)
    return response


def _own_address(address: str) -> str:
    """An address of this site only: a path that begins with one slash and has nothing a browser could read as a host."""
    safe = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable() and "\\" not in address
    return address if safe else "/"


@views.page("/privacy", allow=Can.ENTER, while_idle=True)
def privacy(visit: Visit[None]) -> ResponseReturnValue:
    """What we keep about whom, why, and for how long."""
    from esafety.welcome.privacy import kept_data

    return render_template("welcome/privacy.html", tables=kept_data())


@views.page("/health", allow=Can.ENTER, while_idle=True)
def health(visit: Visit[None]) -> ResponseReturnValue:
    """Whether the application answers and reaches its database, for the technician's monitor."""
    beginning.is_empty(visit.across("the monitor asks whether the database answers"))
    return Response("well\n", mimetype="text/plain")


@views.page("/ui", allow=Can.SEE_GALLERY)
def gallery(visit: Visit[None]) -> ResponseReturnValue:
    """The gallery of components in every state, in development and in the demo."""
    if not (visit.settings.development or visit.settings.demo):
        raise NotFound
    world = "pupil" if request.args.get("world") == "pupil" else "index"
    return render_template(f"gallery/{world}.html", **examples())

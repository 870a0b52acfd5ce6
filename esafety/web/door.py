"""The door: who is it, which school, which row, may they; then the view, and one commit or nothing."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from flask import Response, current_app, g, make_response, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException

from esafety.access import policy, sessions
from esafety.access.sessions import SignedIn
from esafety.access.viewer import Viewer
from esafety.core import audit, clock, i18n, once
from esafety.core.db import Database, UnitOfWork
from esafety.core.errors import NotAllowed, NotFound
from esafety.core.tenancy import come_to, find_row
from esafety.settings import Settings
from esafety.web import csrf
from esafety.web.pages import Page, View, Visit

NO_PAGE = Page.nowhere()
SEEN_EVERY = timedelta(seconds=60)


class StillYou(Exception):
    """The device lay idle: ask whether it is still the same child before going on."""


def enter(page: Page, view: View, arguments: dict[str, Any]) -> ResponseReturnValue:
    """Let one request in, or refuse it. Only a POST that answers below 400 is kept."""
    if page.largest and request.method == "POST":
        _make_room(page)
    # Read whole before the transaction begins: a form that trickles in must not keep everybody else from saving.
    request.form  # noqa: B018
    try:
        return _enter(page, view, dict(arguments))
    except IntegrityError:
        if request.method != "POST" or page.own_transaction:
            raise
        # PostgreSQL lets two presses of one moment work side by side. The first is saved: the second now sees that.
        return _enter(page, view, arguments)


def _enter(page: Page, view: View, arguments: dict[str, Any]) -> ResponseReturnValue:
    database: Database = current_app.extensions["database"]
    writes = request.method == "POST" and not page.own_transaction
    now = clock.now()
    with database.unit(write=writes) as unit:
        visit = _greet(page, unit, database, now)
        if page.once and visit.is_post and (earlier := _done_before(visit)):
            return redirect(earlier, 303)
        if page.about is not None:
            visit.subject = _subject(page, visit, arguments.pop("id"))
        if page.own_transaction:
            unit.close()
        response = make_response(view(visit, **arguments))
        if visit.is_post and response.status_code < 400:
            if not visit.form_is_fresh:
                raise csrf.StaleForm
            if writes:
                if earlier := _remember(page, visit, response):
                    return redirect(earlier, 303)
                unit.commit()
    _afterwards(page, visit, response, wrote=writes)
    return response


def _greet(page: Page, unit: UnitOfWork, database: Database, now: datetime) -> Visit[Any]:
    # A request that fails before it is known whose it is must not find itself in the school of the one before.
    come_to(None)
    settings: Settings = current_app.extensions["settings"]
    token = request.cookies.get(session_cookie(settings), "")
    device_token = request.cookies.get(device_cookie(settings), "")
    if not device_token:
        device_token = g.new_device = secrets.token_urlsafe(18)
    assert unit.connection is not None
    signed_in = sessions.find(unit.connection, token, now=now) if token else None
    if signed_in is not None and _slept_too_long(signed_in, settings, now):
        g.was_idle = True
        if signed_in.kind == "adult":
            signed_in = None
        elif not page.while_idle:
            g.viewer = Viewer()
            raise StillYou
    if signed_in is not None:
        session.update(signed_in.data)
    g.unit, g.signed_in, g.now = unit, signed_in, now
    viewer: Viewer = current_user._get_current_object()
    g.viewer = viewer
    i18n.use(_language(viewer, signed_in))
    come_to(viewer.school_id)
    g.csrf_secret = token if signed_in is not None else device_token
    g.form_is_fresh = request.method != "POST" or csrf.is_fresh(request.form.get(csrf.FIELD, ""), g.csrf_secret)
    visit: Visit[Any] = Visit(
        viewer=viewer,
        subject=None,
        now=now,
        unit=unit,
        database=database,
        settings=settings,
        session=signed_in,
        session_token=token,
        device=hashlib.sha256(device_token.encode()).hexdigest()[:32],
        form_is_fresh=g.form_is_fresh,
    )
    g.visit = visit
    if not policy.may_enter(viewer, page.allow):
        raise NotFound if viewer.is_signed_in and not is_half_way(signed_in) else NotAllowed
    return visit


def _make_room(page: Page) -> None:
    """Let members of staff send a file. Strangers are held to what a form needs, before anything of theirs is read."""
    settings: Settings = current_app.extensions["settings"]
    database: Database = current_app.extensions["database"]
    token = request.cookies.get(session_cookie(settings), "")
    with database.unit(write=False) as unit:
        assert unit.connection is not None
        signed_in = sessions.find(unit.connection, token, now=clock.now()) if token else None
    if signed_in is not None and signed_in.second_factor_at is not None:
        request.max_content_length = page.largest
        request.max_form_memory_size = page.largest


def recognise() -> None:
    """Find out who asks although no page was entered, so that the answer speaks their language and its forms work."""
    database: Database = current_app.extensions["database"]
    with suppress(StillYou, OperationalError, HTTPException), database.unit(write=False) as unit:
        _greet(NO_PAGE, unit, database, clock.now())


def is_half_way(signed_in: SignedIn | None) -> bool:
    """Whether the password was right and the telephone's code is still to come: such a session opens no page."""
    return (
        signed_in is not None and signed_in.kind == "adult" and signed_in.school_id is None and signed_in.second_factor_at is None
    )


def _subject(page: Page, visit: Visit[Any], row_id: int) -> Any:
    """The row the page is about, if it is this viewer's to see; else it is not there, whoever owns it."""
    model: Any = page.about
    if visit.viewer.school_id is None or not 0 <= row_id < 2**63:
        raise NotFound
    row = find_row(visit.db, model, row_id)
    if row is None or not policy.may(visit.viewer, page.allow, row):
        raise NotFound
    visit.about = f"{model.__tablename__}:{row_id}"
    return row


def _slept_too_long(signed_in: SignedIn, settings: Settings, now: datetime) -> bool:
    if signed_in.kind == "pupil":
        minutes = settings.pupil_idle_minutes
    else:
        minutes = settings.staff_idle_minutes if signed_in.second_factor_at else settings.adult_idle_minutes
    return now - signed_in.seen_at > timedelta(minutes=minutes)


def _language(viewer: Viewer, signed_in: SignedIn | None) -> str:
    chosen = (signed_in.language if signed_in else None) or request.cookies.get("language")
    if chosen:
        return chosen
    if viewer.language:
        return viewer.language
    if viewer.kind == "pupil":
        return i18n.SOURCE
    return request.accept_languages.best_match([code for code, _ in i18n.languages()]) or i18n.SOURCE


def _done_before(visit: Visit[Any]) -> str | None:
    token = request.form.get("once", "")
    if not token or not visit.form_is_fresh:
        return None
    assert visit.unit.connection is not None
    return once.find(visit.unit.connection, once.key_of(g.csrf_secret, token))


def _remember(page: Page, visit: Visit[Any], response: Response) -> str | None:
    """What the door itself writes in the visitor's transaction. Returns where another press of the same moment led."""
    connection = visit.unit.connection
    assert connection is not None
    if page.once and request.form.get("once") and response.location:
        key = once.key_of(g.csrf_secret, request.form["once"])
        if not once.remember(connection, key, response.location, at=visit.now):
            return once.find(connection, key)
    signed_in = visit.session
    if signed_in is not None and not page.while_idle and visit.now - signed_in.seen_at > SEEN_EVERY:
        sessions.change(connection, signed_in.token_hash, seen_at=visit.now)
    return None


def _afterwards(page: Page, visit: Visit[Any], response: Response, *, wrote: bool) -> None:
    """Reading rolls back, so that a look at something sensitive and a sign of life are written on their own."""
    # Being asked "is it still you?" is no sign that it is: pages for idle devices say themselves who answered.
    seen = visit.session is not None and not page.while_idle and visit.now - visit.session.seen_at > SEEN_EVERY and not wrote
    looked = page.reads and response.status_code < 400
    if not (seen or looked):
        return
    with visit.database.unit(write=True) as unit:
        assert unit.connection is not None
        if seen and visit.session is not None:
            sessions.change(unit.connection, visit.session.token_hash, seen_at=visit.now)
        if looked and visit.viewer.school_id is not None:
            db = unit.inside(visit.viewer.school_id)
            audit.record(db, at=visit.now, actor=visit.viewer.actor, action=page.reads, about=visit.about or page.endpoint)
        unit.commit()


def session_cookie(settings: Settings) -> str:
    """The cookie's name; the prefix makes browsers insist on HTTPS and this host alone."""
    return "__Host-session" if settings.secure_cookies else "session"


def device_cookie(settings: Settings) -> str:
    """The name of the device's own mark, which no neighbouring site can plant either: forms before signing in rest on it."""
    return "__Host-device" if settings.secure_cookies else "device"


def welcome(viewer: Viewer, token: str) -> None:
    """Hand a new session's token to this device. The session row was begun in the visit's transaction."""
    login_user(viewer)
    g.new_token = token


def say_goodbye() -> None:
    """Take the session's token from this device. The row was ended in the visit's transaction."""
    logout_user()
    session.clear()
    g.drop_token = True

"""What a person sees when something cannot be done: what happened, what to do next, nothing half-saved."""

from __future__ import annotations

from typing import Any

import structlog
from flask import Flask, Response, g, make_response, redirect, render_template, request, url_for
from sqlalchemy.exc import InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from esafety.core.db import is_busy_or_full
from esafety.core.errors import NotAllowed, NotFound, Refused, TooMany
from esafety.web.csrf import FIELD, StaleForm
from esafety.web.door import StillYou, is_half_way, recognise

log = structlog.get_logger("esafety")
SECRET_WORDS = ("password", "secret", "code", "picture", "chosen", FIELD, "once")
PUPIL_PLACES = ("/class", "/path", "/lesson", "/attempt", "/tell", "/promise", "/finished", "/my-information")


def introduce(app: Flask) -> None:
    """Register one answer for each way in which a request can end."""

    @app.errorhandler(NotFound)
    def not_found(_error: NotFound) -> Response:
        return page(404)

    @app.errorhandler(NotAllowed)
    def not_signed_in(_error: NotAllowed) -> Response | WerkzeugResponse:
        if request.method == "POST":
            return page(401, typed=typed_words(), sign_in=sign_in_address())
        return redirect(sign_in_address(), 303)

    @app.errorhandler(StillYou)
    def still_you(_error: StillYou) -> WerkzeugResponse:
        return redirect(url_for("people.still_you"), 303)

    @app.errorhandler(StaleForm)
    def stale(_error: StaleForm) -> Response:
        return page(400, typed=typed_words())

    @app.errorhandler(TooMany)
    def too_many(error: TooMany) -> Response:
        return page(429, sentence=error.sentence)

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return page(403, sentence=error.sentence)

    @app.errorhandler(OperationalError)
    @app.errorhandler(InternalError)  # how PostgreSQL says that it may only be read
    def database_trouble(error: OperationalError | InternalError) -> Response:
        log.error("database", kind=type(error.orig).__name__)
        return page(503 if is_busy_or_full(error) else 500)

    @app.errorhandler(NoConnectionFree)
    def database_busy(_error: NoConnectionFree) -> Response:
        log.error("database", kind="no connection free")
        return page(503)

    @app.errorhandler(HTTPException)
    def by_number(error: HTTPException) -> Response | HTTPException:
        if error.response is not None:
            return error
        if error.code in (404, 405, 413) and "viewer" not in g:  # not for a forged host: it learns nothing
            recognise()
        return page(error.code or 500)

    @app.errorhandler(Exception)
    def fault(error: Exception) -> Response:
        # Only the kind is kept: a message may quote what a child wrote.
        log.error("fault", kind=type(error).__name__, endpoint=request.endpoint, exc_info=app.debug)
        if app.testing:
            raise error
        return page(500)


def page(status: int, **values: Any) -> Response:
    """The page for one status, in the world that the reader is in."""
    viewer = g.get("viewer")
    known = viewer is not None and viewer.is_signed_in
    pupil = viewer.kind == "pupil" if known else request.path.startswith(PUPIL_PLACES)
    told = status if status in {400, 401, 403, 404, 405, 413, 429, 500, 503} else (500 if status >= 500 else 400)
    context = {"status": told, "world": "pupil" if pupil else "adult", "sentence": "", "typed": (), "sign_in": "", **values}
    return make_response(render_template("errors/error.html", **context), status)


def typed_words() -> tuple[tuple[str, str], ...]:
    """What a person had typed into a form that could not be taken, so that it can be shown back to them."""
    return tuple(
        (name, value) for name, value in request.form.items() if len(value) > 1 and not any(word in name for word in SECRET_WORDS)
    )


def sign_in_address() -> str:
    """The door that fits the page somebody wanted; between the password and the telephone's code it is the code's."""
    if is_half_way(g.get("signed_in")):
        return url_for("people.second_factor")
    if request.path.startswith(PUPIL_PLACES):
        return url_for("people.class_door")
    if request.path.startswith(("/family", "/agreement", "/module", "/receipt")):
        return url_for("people.family_sign_in")
    return url_for("people.staff_sign_in")

"""Flask's session on our table: the cookie holds a random token, the row holds everything else."""

from __future__ import annotations

from typing import Any

from flask import Flask, Request, Response, g
from flask.sessions import SessionInterface, SessionMixin
from flask_login import LoginManager
from werkzeug.datastructures import CallbackDict

from esafety.access.viewer import NOBODY, Viewer
from esafety.web.door import device_cookie, session_cookie

YEAR = 365 * 24 * 3600


class TableSession(CallbackDict[str, Any], SessionMixin):
    """What Flask-Login keeps about a sign-in, filled by the door from the session's row."""


class TableSessions(SessionInterface):
    """Reads nothing and writes only the cookies; the door reads and writes the row in its transaction."""

    def open_session(self, app: Flask, request: Request) -> TableSession:
        """An empty session, which the door fills."""
        return TableSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Hand over or take back the cookies that the door decided on."""
        settings = app.extensions["settings"]
        safe: dict[str, Any] = {"httponly": True, "samesite": "Lax", "secure": settings.secure_cookies, "path": "/"}
        name = session_cookie(settings)
        # An answer that was refused was rolled back: a cookie beside it would tell what would have opened.
        kept = response.status_code < 400
        if kept and g.get("new_token"):
            response.set_cookie(name, g.new_token, **safe)
        elif kept and g.get("drop_token"):
            response.delete_cookie(name, **safe)
        if g.get("new_device"):
            response.set_cookie(device_cookie(settings), g.new_device, max_age=YEAR, **safe)


def introduce(app: Flask) -> None:
    """Tell Flask and Flask-Login where sessions live and how to find out who somebody is."""
    app.session_interface = TableSessions()
    manager = LoginManager()
    manager.session_protection = None  # sessions are rows: they are ended, not guessed at from the browser's name
    manager.anonymous_user = lambda: NOBODY

    def load(actor: str) -> Viewer | None:
        signed_in = g.get("signed_in")
        if signed_in is None:
            return None
        viewer: Viewer | None = app.extensions["identify"](g.unit, signed_in, g.now)
        return viewer if viewer is not None and viewer.get_id() == actor else None

    manager.user_loader(load)

    manager.init_app(app)

"""Forms belong to the session that was shown them: a token made from the session, never stored."""

from __future__ import annotations

import hashlib
import hmac

from flask import current_app, g, has_request_context

FIELD = "csrf"


class StaleForm(Exception):
    """The form was not shown to this session, or the session has changed since."""


def token() -> str:
    """The token of forms on this page."""
    secret = g.get("csrf_secret", "") if has_request_context() else ""
    return _token(secret)


def is_fresh(given: str, secret: str) -> bool:
    """Whether a form's token belongs to this session or device."""
    return bool(secret) and hmac.compare_digest(given.encode(), _token(secret).encode())


def _token(secret: str) -> str:
    key: str = current_app.extensions["settings"].secret_key
    return hmac.new(key.encode(), b"form\n" + secret.encode(), hashlib.sha256).hexdigest()[:40]

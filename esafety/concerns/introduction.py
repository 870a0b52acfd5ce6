"""What this room brings to the application."""

from __future__ import annotations

from flask import Flask

from esafety.concerns.actions import ESCALATE, escalate
from esafety.concerns.views import views


def introduce(app: Flask) -> None:
    """Open this room's pages and take on its work."""
    app.register_blueprint(views)
    app.extensions.setdefault("jobs", {})[ESCALATE] = escalate

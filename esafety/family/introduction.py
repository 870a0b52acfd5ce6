"""What this room brings to the application."""

from __future__ import annotations

from flask import Flask

from esafety.family.views import views


def introduce(app: Flask) -> None:
    """Open this room's pages."""
    app.register_blueprint(views)

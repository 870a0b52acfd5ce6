"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.learning.views import views


def introduce(app: Flask) -> None:
    """Open this room's pages."""
    for part in ("pupil",):
        import_module(f"esafety.learning.views.{part}")
    app.register_blueprint(views)

"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.family.views import views

for part in ("children", "together"):
    import_module(f"esafety.family.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages."""
    app.register_blueprint(views)

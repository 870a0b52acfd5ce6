"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.authoring.views import views

for part in ("listing", "desk", "pieces", "pictures", "adding", "previewing", "publishing", "updating"):
    import_module(f"esafety.authoring.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages."""
    app.register_blueprint(views)

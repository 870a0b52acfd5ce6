"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.policies.housekeeping import let_go
from esafety.policies.views import views

for part in ("reading", "register", "bringing", "drafting", "mending", "versions", "before_you_post"):
    import_module(f"esafety.policies.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages, and let go of what is over."""
    app.extensions["housekeeping"].append(let_go)
    app.register_blueprint(views)

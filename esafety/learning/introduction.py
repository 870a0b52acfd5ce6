"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.learning import at_home
from esafety.learning.housekeeping import let_go
from esafety.learning.views import views

for part in ("pupil", "module", "assign", "assign_chosen", "board", "teaching"):
    import_module(f"esafety.learning.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages."""
    app.register_blueprint(views)
    app.extensions["housekeeping"] += [at_home.let_go, let_go]

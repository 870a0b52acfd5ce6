"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.agreements.housekeeping import let_go
from esafety.agreements.views import views

for part in ("parent", "answers", "receipts", "lead", "office", "pupil"):
    import_module(f"esafety.agreements.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages, and put a note on the path of pupils who have promises to look at."""
    from esafety.agreements.views.pupil import note_on_the_path

    app.register_blueprint(views)
    app.extensions["housekeeping"].append(let_go)
    app.extensions.setdefault("path_notes", []).append(note_on_the_path)

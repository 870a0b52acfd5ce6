"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.reports.views import views

for part in ("overview", "school_class", "families", "expectation", "reports", "trust"):
    import_module(f"esafety.reports.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages, and hand the governors' totals to the room that makes documents."""
    from esafety.reports.views.reports import governors_sheet

    app.extensions["governors_sheet"] = governors_sheet
    app.register_blueprint(views)

"""What this room brings to the application."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.reports.views import views

for part in ("overview", "school_class", "families", "expectation", "reports", "trust", "coverage"):
    import_module(f"esafety.reports.views.{part}")


def introduce(app: Flask) -> None:
    """Open this room's pages, and hand the governors' totals to the room that makes documents."""
    from esafety.reports.queries import serving
    from esafety.reports.views.reports import governors_sheet

    app.extensions["governors_sheet"] = governors_sheet
    app.extensions["policy_evidence"] = serving.evidence
    app.extensions["policy_depending"] = serving.depending
    app.register_blueprint(views)

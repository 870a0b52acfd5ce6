"""What this room brings to the application."""

from __future__ import annotations

from flask import Flask

from esafety.people import leaving
from esafety.people.housekeeping import let_go
from esafety.people.identification import identify
from esafety.people.views import (
    account,
    classroom,
    family,
    office,
    office_adults,
    office_classes,
    office_links,
    office_pupils,
    office_staff,
    staff,
    teacher,
    views,
)

PAGES = (
    *(family, staff, account, classroom, teacher),
    *(office, office_pupils, office_adults, office_links, office_classes, office_staff),
)


def introduce(app: Flask) -> None:
    """Say who people are, and open this room's pages."""
    app.extensions["identify"] = identify
    app.extensions["housekeeping"] += [let_go, leaving.let_go]
    app.register_blueprint(views)

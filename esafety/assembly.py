"""Where the rooms meet: settings, database, door, pages. Nothing is decided here."""

from __future__ import annotations

from importlib import import_module

from flask import Flask

from esafety.access import sessions
from esafety.core import housekeeping, i18n
from esafety.core.db import Database
from esafety.core.tenancy import come_to
from esafety.settings import Settings
from esafety.web import assets, context, errors, headers, session_table
from esafety.web.pages import REGISTRY, Page, RowNumber, refuse_side_entrances

ROOMS = (
    "curriculum",
    "people",
    "policies",
    "learning",
    "agreements",
    "concerns",
    "law",
    "authoring",
    "family",
    "reports",
    "notices",
    "welcome",
)


MENU = (
    "reports.overview",
    "reports.trust",
    "concerns.inbox",
    "people.office",
    "people.staff",
    "people.teach",
    "reports.families",
    "learning.assign",
    "authoring.our_lessons",
    "agreements.paper",
    "agreements.publish",
    "policies.register_page",
    "notices.outbox",
    "reports.reports",
    "family.home",
    "learning.modules",
    "policies.read",
    "policies.before_you_post",
)
"""The order of the adults' menu: what somebody comes for stands first."""


def known_pages() -> tuple[Page, ...]:
    """Every page that the rooms declare, without a database or a server."""
    for room in ROOMS:
        import_module(f"esafety.{room}.introduction")
    return tuple(REGISTRY.values())


def assemble(settings: Settings) -> Flask:
    """Return the application with all rooms introduced to each other."""
    app = Flask("esafety", static_folder=None, template_folder="web/templates")
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        MAX_CONTENT_LENGTH=settings.largest_request,
        MAX_FORM_MEMORY_SIZE=settings.largest_request,
        MAX_FORM_PARTS=400,
        PREFERRED_URL_SCHEME="https" if settings.secure_cookies else "http",
    )
    app.extensions["settings"] = settings
    app.extensions["menu"] = MENU
    app.extensions["housekeeping"] = [housekeeping.of_core, sessions.let_go]
    app.extensions["database"] = Database(settings.database_url)
    app.url_map.converters["int"] = RowNumber
    for part in (session_table, headers, context, errors):
        part.introduce(app)
    assets.serve(app)
    app.teardown_request(_leave)
    for room in ROOMS:
        import_module(f"esafety.{room}.introduction").introduce(app)
    refuse_side_entrances(app)
    return app


def _leave(_error: BaseException | None) -> None:
    # The next request of this thread, and an error page before anybody is known, are in no school and nobody's language.
    come_to(None)
    i18n.use(i18n.SOURCE)

"""What every template knows: the reader's words, who is there, the menu, help in an emergency."""

from __future__ import annotations

from typing import Any

from flask import Flask, current_app, g, request, url_for
from jinja2 import StrictUndefined

from esafety.access import policy
from esafety.access.viewer import NOBODY, Viewer
from esafety.core import i18n, markup
from esafety.core.base import new_id
from esafety.web import assets, csrf, table_rows
from esafety.web.pages import REGISTRY


def introduce(app: Flask) -> None:
    """Give the templates their words and refuse names that do not exist."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        _=i18n.gettext,
        gettext=i18n.gettext,
        ngettext=i18n.ngettext,
        asset=assets.asset,
        csrf_token=csrf.token,
        once_token=lambda: f"{new_id():x}",
        languages=i18n.languages(),
    )
    app.jinja_env.filters.update(
        day=i18n.day, short_day=i18n.short_day, moment=i18n.moment, markdown=markup.to_html, inline=markup.to_inline
    )
    app.jinja_env.filters["labelled"] = table_rows.labelled

    @app.context_processor
    def about_this_visit() -> dict[str, Any]:
        viewer: Viewer = g.get("viewer", NOBODY)
        return {
            "viewer": viewer,
            "locale": i18n.language(),
            "text_direction": i18n.direction(),
            "is_draft_language": i18n.is_draft(i18n.language()),
            "school_name": viewer.school_name,
            "pupil_animal": viewer.animal,
            "navigation": navigation(viewer) if viewer.kind == "adult" else (),
            "help_lines": help_lines(),
            "is_demo": app.extensions["settings"].demo,
        }


def navigation(viewer: Viewer) -> tuple[dict[str, Any], ...]:
    """The menu of an adult: the pages with a label that this adult may enter."""
    order: tuple[str, ...] = current_app.extensions["menu"]
    return tuple(
        {"href": url_for(page.endpoint), "text": i18n.gettext(page.navigation), "current": page.endpoint == request.endpoint}
        for page in sorted(
            REGISTRY.values(), key=lambda page: order.index(page.endpoint) if page.endpoint in order else len(order)
        )
        if page.navigation and page.endpoint in current_app.view_functions and policy.may_enter(viewer, page.allow)
    )


def help_lines() -> tuple[dict[str, str], ...]:
    """Whom to call when it is urgent, from the dated facts."""
    found: tuple[dict[str, str], ...] = current_app.extensions["help_lines"]()
    return found

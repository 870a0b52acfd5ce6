"""What this room brings to the application: the curriculum in memory, and whom to call when it is urgent."""

from __future__ import annotations

from functools import cache

from flask import Flask

from esafety.core import clock
from esafety.core.i18n import gettext as _
from esafety.curriculum.content import read_files
from esafety.curriculum.dates import facts_on
from esafety.curriculum.read import find_files
from esafety.curriculum.shapes import Fact
from esafety.curriculum.shelf import Shelf, library, put_up
from esafety.places import content_directory


def introduce(app: Flask) -> None:
    """Put up the shelf and tell the pages where help is."""
    put_up(Shelf(app.extensions["database"]))
    app.extensions["help_lines"] = help_lines


def help_lines() -> tuple[dict[str, str], ...]:
    """Childline, CEOP and the emergency number of today. They are there even before any content was loaded."""
    today = clock.school_day(clock.now())
    facts = library().facts_on(today) or facts_on(_shipped_facts(), today)
    return (
        {"name": "Childline", "number": facts.get("phone.childline", "")},
        {"name": _("%(name)s, online with a grown-up", name=facts.get("service.ceop", "CEOP")), "number": ""},
        {"name": _("In danger now"), "number": facts.get("phone.emergency", "")},
    )


@cache
def _shipped_facts() -> tuple[Fact, ...]:
    """The facts as they lie in the files: an installation without content still says where help is."""
    files = (file for file in find_files(content_directory()) if file.path.startswith("facts/"))
    return tuple(located.item for located in read_files(content_directory(), files).facts)

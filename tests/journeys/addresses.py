"""Every page that somebody may open, with numbers from the demo: taken from the rooms' own declarations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Any

from sqlalchemy import Select, select

from esafety.access.policy import may_enter, only
from esafety.access.viewer import Role, Viewer
from esafety.assembly import known_pages
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.shelf import Shelf
from esafety.learning.models import Assignment, Attempt, ModuleAttempt
from esafety.learning.views.module import audiences_of
from esafety.notices.certificates import LEAVERS
from esafety.people.models import Membership, Pupil
from esafety.policies.models import Policy, PolicyVersion
from esafety.web.pages import Page
from tests.journeys.house import House

_ARGUMENT = re.compile(r"<(?:[^<>:]+:)?(\w+)>")
# The list of everything that is kept, and the gallery: the same for everybody, and long.
SAME_FOR_ALL = frozenset({"welcome.privacy", "welcome.gallery"})
_PLACES_OF_A_WAY = 24


@dataclass(frozen=True)
class Address:
    """One page with its numbers filled in."""

    endpoint: str
    path: str


def addresses_for(house: House, viewer: Viewer, *, rows: int = 2) -> list[Address]:
    """The GET pages that this viewer may open, about so many rows each.

    Fails for a page whose address has a part that nobody can fill in.
    """
    shelf = Shelf(house.database).library()
    found: list[Address] = []
    with house.database.unit(write=False) as unit:
        db = unit.inside(viewer.school_id) if viewer.school_id is not None else None
        for page in known_pages():
            if "GET" in page.methods and may_enter(viewer, page.allow):
                found += _of(page, viewer, db, shelf, rows)
    return found


def pages_to_open() -> frozenset[str]:
    """The endpoints of every page that answers GET."""
    return frozenset(page.endpoint for page in known_pages() if "GET" in page.methods)


def _of(page: Page, viewer: Viewer, db: SchoolSession | None, shelf: Library, most: int) -> list[Address]:
    names = _ARGUMENT.findall(page.rule)
    if page.about is not None and db is None:
        return []
    rows = _rows(page, viewer, db, most) if page.about is not None and db is not None else [None]
    found = []
    for row in rows:
        seen = _Seen(page, row, viewer, db, shelf)
        for chosen in product(*(_values(name, seen) for name in names)):
            path = page.rule
            for name, value in zip(names, chosen, strict=True):
                path = re.sub(rf"<(?:[^<>:]+:)?{name}>", str(value), path)
            found.append(Address(page.endpoint, path))
    return found


def _rows(page: Page, viewer: Viewer, db: SchoolSession, most: int) -> list[Any]:
    model: Any = page.about
    chosen = select(model).where(only(viewer, page.allow, model)).order_by(model.id)
    if model is Membership:  # nobody works on their own entry
        chosen = chosen.where(Membership.roles == Role.TEACHER.value)
    if model in (Attempt, ModuleAttempt):  # one that is finished, and one that is not
        finished = db.scalars(chosen.where(model.finished_at.is_not(None)).limit(1)).all()
        return [*finished, *db.scalars(chosen.where(model.finished_at.is_(None)).limit(1))]
    if page.endpoint == "notices.leavers_summary":
        chosen = chosen.where(Pupil.year_group == LEAVERS)
    if page.endpoint == "notices.policy_pdf":  # a draft has nothing to print yet
        chosen = chosen.where(
            select(PolicyVersion.id).where(PolicyVersion.policy_id == Policy.id, PolicyVersion.state == "published").exists()
        )
    if model is OwnLessonVersion:  # what is published is no draft any more
        chosen = chosen.where(model.published_at.is_(None), model.retired_at.is_(None))
    return list(db.scalars(chosen.limit(most)))


@dataclass(frozen=True)
class _Seen:
    """What is known when a part of an address is filled in."""

    page: Page
    row: Any
    viewer: Viewer
    db: SchoolSession | None
    shelf: Library

    def first(self, wanted: Select[Any]) -> list[Any]:
        return list(self.db.scalars(wanted.limit(1))) if self.db is not None else []


def _values(name: str, seen: _Seen) -> list[Any]:
    assert name in _PARTS, f"tests/journeys/addresses.py must learn what to put for {name!r} in {seen.page.rule}"
    return _PARTS[name](seen)


def _places(seen: _Seen) -> list[Any]:
    return list(range(min(seen.row.place + 1, _PLACES_OF_A_WAY))) if hasattr(seen.row, "place") else [1]


def _keys(seen: _Seen) -> list[Any]:
    if seen.page.endpoint == "learning.lesson":
        return seen.first(select(Assignment.lesson_key).where(Assignment.class_id == seen.viewer.class_id))
    if seen.page.endpoint == "learning.module":
        own = [edition.key for audience in audiences_of(seen.viewer) for edition in seen.shelf.modules_for(audience)]
        return own[:1]
    if seen.page.endpoint == "family.guess":
        return seen.first(
            select(Attempt.lesson_key)
            .where(Attempt.pupil_id == seen.row.id, Attempt.finished_at.is_not(None))
            .order_by(Attempt.finished_at.desc())
        )
    of_lessons = seen.page.endpoint.startswith("authoring.") or "teaching" in seen.page.endpoint
    return ["passwords-accounts/lks2"] if of_lessons else ["home-school"]


_PARTS: dict[str, Callable[[_Seen], list[Any]]] = {
    "id": lambda seen: [seen.row.id],
    "kind": lambda seen: ["csv", "xlsx"],
    "place": _places,
    "pupil_id": lambda seen: seen.first(select(Pupil.id).where(Pupil.left_on.is_(None)).order_by(Pupil.id)),
    "key": _keys,
    "part": lambda seen: ["about", "steps.hook", "quiz.q1"],
    "name": lambda seen: [seen.shelf.facts[0].id if seen.page.endpoint.startswith("law.") else "images-of-others"],
}

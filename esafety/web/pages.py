"""How a page is declared: its address, who may enter, and what it is about. Leaving out ``allow`` fails at import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Generic, TypeVar

from flask import Blueprint, Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.routing import IntegerConverter, Map

from esafety.access.policy import Can
from esafety.access.sessions import SignedIn
from esafety.access.viewer import Viewer
from esafety.core.db import Database, UnitOfWork
from esafety.core.tenancy import SchoolSession
from esafety.settings import Settings

GET = ("GET",)
Subject = TypeVar("Subject")

POST = ("POST",)
BOTH = ("GET", "POST")
EXEMPT = frozenset({"static_file"})


@dataclass(frozen=True, slots=True)
class Page:
    """The declaration of one page. ``own_transaction`` pages open their own short ones, because they do slow work first."""

    endpoint: str
    rule: str
    methods: tuple[str, ...]
    allow: Can
    about: type[Any] | None
    own_transaction: bool
    once: bool
    reads: str
    navigation: str
    while_idle: bool
    largest: int
    summary: str

    @classmethod
    def nowhere(cls) -> Page:
        """What an address leads to that no page has: everybody may come, nothing is there."""
        return cls("", "", GET, Can.ENTER, None, False, False, "", "", False, 0, "")


@dataclass(slots=True)
class Visit(Generic[Subject]):
    """One visit to one page: who came, what it is about, the time, and the one transaction."""

    viewer: Viewer
    subject: Subject
    now: datetime
    unit: UnitOfWork
    database: Database
    settings: Settings
    session: SignedIn | None
    session_token: str
    device: str
    form_is_fresh: bool
    about: str = ""
    _db: SchoolSession | None = field(default=None)

    @property
    def is_post(self) -> bool:
        """Whether the visitor sent a form."""
        return request.method == "POST"

    @property
    def db(self) -> SchoolSession:
        """The session of the visitor's school, on the one transaction."""
        if self._db is None:
            assert self.viewer.school_id is not None, "this page has no school; use across(reason)"
            self._db = self.unit.inside(self.viewer.school_id)
        return self._db

    def across(self, reason: str) -> SchoolSession:
        """A session across schools, for a stated reason: only before the school is known."""
        return self.unit.across(reason)

    def inside(self, school_id: int) -> SchoolSession:
        """A session in a school that the page itself has just established, such as by a class code."""
        return self.unit.inside(school_id)


View = Callable[..., ResponseReturnValue]
REGISTRY: dict[str, Page] = {}


class RowNumber(IntegerConverter):
    """``<int:...>`` in an address: a number that a row can have. No database is asked about a larger one."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=2**63 - 1)


class Room(Blueprint):
    """A room's pages. Every one comes in by the door."""

    def __init__(self, name: str, import_name: str) -> None:
        super().__init__(name, import_name, template_folder="templates")

    def page(
        self,
        rule: str,
        *,
        allow: Can,
        about: type[Any] | None = None,
        methods: tuple[str, ...] = GET,
        own_transaction: bool = False,
        once: bool = False,
        reads: str = "",
        navigation: str = "",
        while_idle: bool = False,
        largest: int = 0,
    ) -> Callable[[View], View]:
        """Declare a page. With ``about``, the rule has ``<int:id>`` and the view gets the row as ``visit.subject``.

        ``once``: the form's hidden token makes a second press lead where the first did. ``reads``: what the audit
        calls looking at this page. ``navigation``: its label in the menu of adults. ``while_idle``: open although
        the device lay idle and the pupil has not yet said that it is still them. ``largest``: how many bytes a
        member of staff may send here, where that is more than a form needs.
        """

        def declare(view: View) -> View:
            from esafety.web.door import enter

            endpoint = f"{self.name}.{view.__name__}"
            page = Page(
                endpoint=endpoint,
                rule=rule,
                methods=methods,
                allow=allow,
                about=about,
                own_transaction=own_transaction,
                once=once,
                reads=reads,
                navigation=navigation,
                while_idle=while_idle,
                largest=largest,
                summary=(view.__doc__ or "").strip().splitlines()[0] if view.__doc__ else "",
            )
            REGISTRY[endpoint] = page

            @wraps(view)
            def through_the_door(**arguments: Any) -> ResponseReturnValue:
                return enter(page, view, arguments)

            self.add_url_rule(rule, endpoint=view.__name__, view_func=through_the_door, methods=list(methods))
            return view

        return declare


def refuse_side_entrances(app: Flask) -> None:
    """Fail at start if any address was registered past the door."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in EXEMPT and rule.endpoint not in REGISTRY:
            raise RuntimeError(f"{rule.rule} ({rule.endpoint}) was registered past the door; use Room.page.")

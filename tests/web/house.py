"""Two schools and somebody in every role, made once for a module: what the tests of the door walk through."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from esafety import create_app, models
from esafety.access import sessions
from esafety.access.viewer import Role
from esafety.core.db import Database
from esafety.people.models import School
from esafety.web import csrf
from tests.core.rows import Rows, row_in_every_table
from tests.harness.application import settings_for
from tests.harness.curriculum import load_ours
from tests.harness.databases import fresh_sqlite_in
from tests.harness.people import Enter, Make
from tests.harness.shared import SharedRun
from tests.harness.visitor import Visitor

OF_THIS_REQUEST = (
    (re.compile(r'name="(?:csrf|once)" value="[0-9a-f]*"'), "token"),
    (re.compile(r'name="next" value="[^"]*"'), "next"),
)
"""What differs between two answers to one person because they are two answers: the form's tokens, the asked address."""

OF_OUR_CONTENT = {"expectation": "age-limits", "lesson_key": "age-limits/ks1", "chosen": "[]", "roles": "teacher"}
"""What rows say that pages look up in the content."""


@dataclass
class House:
    """One running application with two schools; in each, one row of everything that belongs to nobody here."""

    app: Flask
    make: Make
    enter: Enter
    ours: School
    theirs: School
    our_rows: Rows
    their_rows: Rows
    visitors: dict[str, Visitor] = field(default_factory=dict)

    @property
    def database(self) -> Database:
        opened: Database = self.app.extensions["database"]
        return opened

    def token(self, visitor: Visitor) -> str:
        """The token that a form shown to this visitor would carry."""
        cookie = visitor.client.get_cookie("session") or visitor.client.get_cookie("device")
        if cookie is None:
            visitor.client.get("/")
            cookie = visitor.client.get_cookie("device")
        assert cookie is not None
        with self.app.app_context():
            return csrf._token(cookie.value)

    def post(self, visitor: Visitor, address: str, **fields: Any) -> TestResponse:
        """Send a form as if it had been shown to this visitor."""
        return visitor.client.post(address, data={"csrf": self.token(visitor), **fields})


@contextmanager
def house(folder: Path, run: SharedRun) -> Iterator[House]:
    """Build it on a fresh SQLite, with somebody signed in for every role."""
    app = create_app(settings_for(fresh_sqlite_in(folder, run), folder))
    app.testing = True
    database: Database = app.extensions["database"]
    load_ours(database)
    make, enter = Make(database, app.extensions["settings"]), Enter(app)
    ours, theirs = make.school("Harbour Primary"), make.school("Meadow Primary")
    with database.engine.begin() as connection:
        our_rows, their_rows = (
            row_in_every_table(connection, models.Base.metadata, school_id=school.id, **OF_OUR_CONTENT)
            for school in (ours, theirs)
        )
    built = House(app, make, enter, ours, theirs, our_rows, their_rows)
    built.visitors = {role: come_in() for role, come_in in _ways_in(built).items()}
    yield built
    database.close()


def same_for_everybody(response: TestResponse) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    """An answer without what belongs to this one request: status, body, headers."""
    body = response.get_data(as_text=True)
    for pattern, word in OF_THIS_REQUEST:
        body = pattern.sub(word, body)
    headers = [(name, value) for name, value in response.headers if name not in {"Content-Length", "Set-Cookie", "Date"}]
    return response.status_code, body, tuple(sorted(headers))


def session_hash(visitor: Visitor) -> str:
    """The key of a visitor's row in the table of sessions."""
    cookie = visitor.client.get_cookie("session")
    assert cookie is not None
    return sessions.token_hash(cookie.value)


def _ways_in(house: House) -> dict[str, Callable[[], Visitor]]:
    make, enter = house.make, house.enter
    taught = make.school_class("5 Elm", year_group=5)
    child = make.pupil("Ann", school_class=taught)
    ways: dict[str, Callable[[], Visitor]] = {
        "nobody": lambda: Visitor(house.app),
        Role.PUPIL: lambda: enter.as_pupil(child),
        Role.GUARDIAN: lambda: enter.as_guardian(make.guardian_of(child)),
        Role.TRUST_LEAD: lambda: enter.as_trust_lead(make.trust_lead(house.ours)),
        Role.TEACHER: lambda: enter.as_staff(make.staff("teacher", classes=(taught,))),
    }
    for role in (Role.LEAD, Role.DSL, Role.HEAD, Role.GOVERNOR, Role.OFFICE):
        ways[role] = lambda role=role: enter.as_staff(make.staff(role))  # type: ignore[misc]
    return ways

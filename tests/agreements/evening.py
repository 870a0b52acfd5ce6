"""A parent's evening to test with: the real content, a published agreement, a round, and a child."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import event

from esafety.agreements import actions
from esafety.agreements.models import AgreementVersion
from esafety.agreements.wording import Snapshot, snapshot
from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.shelf import library
from esafety.people.models import Pupil, School
from tests.harness.curriculum import load_ours
from tests.harness.people import Adult, Make
from tests.harness.visitor import Visitor


@dataclass
class Evening:
    """One school on the evening on which parents sign."""

    make: Make
    database: Database
    school: School
    version_id: int
    pupils_version_id: int = 0

    @classmethod
    def begin(cls, make: Make) -> Evening:
        """Load the content, publish the three agreements and ask the families."""
        load_ours(make.database)
        evening = cls(make, make.database, make.school(), 0)
        evening.publish("pupils-ks1")
        evening.pupils_version_id = evening.publish("pupils-ks2").id
        evening.version_id = evening.publish().id
        evening.ask(evening.version_id)
        return evening

    @property
    def today(self) -> date:
        """The day at school."""
        return clock.school_day(clock.now())

    def publish(self, key: str = "home-school", *, school_name: str = "") -> AgreementVersion:
        """Publish a wording; another name of the school makes another wording."""
        words = self.words(key, school_name=school_name)
        with self.database.transaction(school_id=self.school.id) as db:
            return actions.publish(db, key=key, snapshot=words, actor="account:1", at=clock.now())

    def words(self, key: str, *, school_name: str = "") -> Snapshot:
        """A wording as it could be published today."""
        return snapshot(library(), key, day=self.today, school=school_name or self.school.name)

    def ask(self, version_id: int, *, opens_on: date | None = None) -> None:
        """Open the round of this school year."""
        opens_on = opens_on or self.today - timedelta(days=20)
        with self.database.transaction(school_id=self.school.id) as db:
            actions.open_round(
                db,
                year=clock.school_year(self.today),
                version_id=version_id,
                opens_on=opens_on,
                due_on=opens_on + timedelta(days=40),
                actor="account:1",
                at=clock.now(),
            )

    def family(self, name: str = "Mary Smith", child: Pupil | None = None, **more: Any) -> Adult:
        """A parent with a sign-in, of a new child unless one is named."""
        return self.make.guardian_of(child or self.make.pupil("Ann"), name=name, **more)

    def sign(self, parent: Visitor, adult: Adult, *, name: str = "Mary Smith") -> str:
        """Sign for the first child through the pages; returns the receipt's address."""
        page = parent.open(f"/agreement/{adult.links[0].id}/sign")
        for promise in page.find("//input[@name='promises']"):
            promise.set("checked", "")
        page = page.write("Your full name", name).tick("I have read these promises").press("Sign")
        assert page.status == 200, page.text
        return page.url


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that run inside."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        # Every few seconds somebody's request looks whether the school has lessons of its own, whatever the page.
        if "lesson_off" not in statement and statement != "BEGIN":
            statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)

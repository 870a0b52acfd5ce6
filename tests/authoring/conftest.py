"""A school with our content, and its lead at the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from flask import Flask

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.tenancy import come_to
from esafety.curriculum.content import Content
from esafety.curriculum.load import load
from esafety.curriculum.models import OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import Shelf, library, put_up
from esafety.curriculum.stored import from_json, to_json
from esafety.people.models import School
from tests.harness.curriculum import load_ours, our_content
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

KEY = "age-limits/lks2"
LIST = "/lead/lessons"


@dataclass
class Desk:
    """The lead of a school and what lies on the desk."""

    make: Make
    database: Database
    school: School
    visitor: Visitor

    def adapt(self, key: str = KEY) -> Page:
        """Begin to adapt a lesson, as the lead does it."""
        return self.visitor.open(f"{LIST}/look/{key}").press("Adapt this lesson")

    def draft(self, key: str = KEY) -> OwnLessonVersion | None:
        with self.database.reading(school_id=self.school.id) as db:
            return lessons.find_draft(db, key)

    def body(self, key: str = KEY) -> dict[str, Any]:
        draft = self.draft(key)
        assert draft is not None
        return lessons.body_of(draft)

    def address(self, *more: str, key: str = KEY) -> str:
        draft = self.draft(key)
        assert draft is not None
        return "/".join((f"{LIST}/drafts/{draft.id}", *more))

    def change_behind(self, key: str = KEY, **changes: Any) -> None:
        """Somebody else changes the draft."""
        with self.database.transaction(school_id=self.school.id) as db:
            draft = lessons.get_draft(db, key)
            body = lessons.body_of(draft) | changes
            lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="account:2", at=clock.now())

    def adapt_again(self, key: str = KEY, **changes: Any) -> None:
        """Change what is published once more, and leave it as a draft."""
        self.visitor.open(f"{LIST}/look/{key}").press("Adapt this lesson")
        self.change_behind(key, **changes)

    def lesson(self, key: str = KEY) -> Lesson:
        """What pupils of this school get."""
        come_to(self.school.id)
        try:
            return library().lesson(key).item
        finally:
            come_to(None)

    def ours_becomes(self, key: str = KEY, **changes: Any) -> None:
        """We ship another wording of a lesson."""
        with self.database.across_schools("a test loads content") as db:
            load(db, content_with(key, changes), clock.now())
        put_up(Shelf(self.database))


def content_with(key: str, changes: dict[str, Any]) -> Content:
    """Our content with another wording of one lesson."""
    ours = our_content()
    changed = [
        replace(one, item=from_json(Lesson, to_json(one.item) | changes)) if one.item.key == key else one for one in ours.lessons
    ]
    return replace(ours, lessons=changed)


@pytest.fixture
def desk(app: Flask, make: Make, enter: Enter) -> Iterator[Desk]:
    """A lead who has just signed in."""
    load_ours(make.database)
    school = make.school()
    yield Desk(make, make.database, school, enter.as_staff(make.staff("lead")))
    come_to(None)

"""A small school in which families were asked, with one adult of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from esafety.agreements.models import AgreementVersion, Round
from esafety.core import clock
from esafety.core.db import Database
from esafety.people.models import Pupil
from tests.harness.people import Adult, Enter, Make
from tests.harness.visitor import Visitor


@dataclass(frozen=True)
class Street:
    """The families of a street: who signs in, who reads Urdu, who is barred, who gets no letters."""

    school_id: int
    ann: Pupil
    signs_in: Adult
    reads_urdu: int
    no_device: int
    barred: int
    no_letters: int


@pytest.fixture
def street(make: Make, app: Flask) -> Street:
    """Five adults of one child, asked by the school this year."""
    ann = make.pupil("Ann")
    database: Database = app.extensions["database"]
    today = clock.school_day(clock.now())
    with database.transaction(school_id=ann.school_id) as db:
        version = AgreementVersion(key="home-school", number=1, texts="{}", digest="d", published_at=clock.now())
        db.add(version)
        db.flush()
        db.add(
            Round(
                school_year=clock.school_year(today),
                version_id=version.id,
                opens_on=today - timedelta(days=20),
                due_on=today + timedelta(days=20),
            )
        )
    return Street(
        school_id=ann.school_id,
        ann=ann,
        signs_in=make.guardian_of(ann, name="Mary Smith"),
        reads_urdu=make.link(make.guardian("Sana Khan", language="ur"), ann).id,
        no_device=make.link(make.guardian("Joe Reid", by_paper=True), ann).id,
        barred=make.link(make.guardian("Bad Person"), ann, restriction="barred", may_sign=False, may_receive=False).id,
        no_letters=make.link(make.guardian("Quiet Person"), ann, may_receive=False).id,
    )


@pytest.fixture
def lead(make: Make, enter: Enter, street: Street) -> Visitor:
    """The e-safety lead of that school."""
    return enter.as_staff(make.staff("lead"))


@pytest.fixture
def pressed() -> Callable[[Visitor, str, str], bytes]:
    """Presses a button that answers with a document instead of a page."""

    def press(visitor: Visitor, address: str, button: str) -> bytes:
        sending = visitor.open(address)._filling.press(button)
        answer = visitor.client.post(sending.action or address, data=MultiDict(sending.fields))
        assert answer.mimetype == "application/pdf", answer.status
        return bytes(answer.data)

    return press

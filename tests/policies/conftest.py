"""A school with the shipped content, and its e-safety lead at the desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from esafety.people.models import School
from tests.harness.curriculum import load_ours
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

DOCUMENTS = Path(__file__).with_name("documents")


@pytest.fixture
def school(make: Make) -> Make:
    """A school with content and no policy."""
    load_ours(make.database)
    make.school()
    return make


@pytest.fixture
def school_id(school: Make) -> int:
    """The school's number."""
    with school.database.reading(across="a test looks for its school") as db:
        return db.scalars(select(School.id)).one()


@pytest.fixture
def lead(school: Make, enter: Enter) -> Visitor:
    """The e-safety lead, signed in."""
    return enter.as_staff(school.staff("lead", name="Lee Marsh"))


@pytest.fixture
def bring(lead: Visitor) -> Callable[..., Page]:
    """Brings a document of the fixtures, or a text, and returns the draft."""

    def send(name: str = "", *, text: str = "", title: str = "") -> Page:
        page = lead.open("/lead/policies/bring").write("What you call it", title)
        data = (DOCUMENTS / name).read_bytes() if name else b""
        page = page.attach("The file", name, data) if name else page.write("Or paste the text", text)
        return page.press("Read it")

    return send

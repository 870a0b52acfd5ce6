"""A request is in one school and in one language, and nothing that comes after it in the same thread is."""

from __future__ import annotations

import pytest

from esafety.core import i18n
from esafety.core.tenancy import come_to, school_here
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor


@pytest.mark.parametrize("address", ["/lead", "/lead/lessons", "/nowhere", "/lead/lessons/drafts/1"])
def test_after_a_request_nobody_is_in_a_school(make: Make, enter: Enter, address: str) -> None:
    enter.as_staff(make.staff("lead")).client.get(address)
    assert school_here() is None


def test_a_stranger_is_in_no_school_whoever_came_before(make: Make, enter: Enter) -> None:
    lead = enter.as_staff(make.staff("lead"))
    come_to(4711)
    lead.client.get("/staff/sign-in", headers={"Host": "elsewhere.example"})
    assert school_here() is None


@pytest.mark.parametrize("address", ["/family/sign-in", "/nowhere"])
def test_after_a_request_nobody_speaks_its_language(make: Make, visitor: Visitor, address: str) -> None:
    page = visitor.client.get(address, headers={"Accept-Language": "ur"})
    assert 'lang="ur"' in page.text
    assert i18n.language() == i18n.SOURCE

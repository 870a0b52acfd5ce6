"""The receipt on paper: one's own only, in the reader's language."""

from __future__ import annotations

import pytest

from tests.agreements.evening import Evening
from tests.harness.people import Enter, Make


@pytest.fixture
def evening(make: Make) -> Evening:
    """A school that asks its families this year."""
    return Evening.begin(make)


@pytest.mark.parametrize("language", ["en", "cy", "ur"])
def test_the_receipt_can_be_kept_on_paper(evening: Evening, enter: Enter, language: str) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    address = evening.sign(parent, mary)
    token = parent.open(address).find("//input[@name='csrf']")[0].get("value")
    parent.client.post("/language", data={"csrf": token, "language": language, "next": address})
    answer = parent.client.get(f"{address}/pdf")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert "Mary" not in answer.headers["Content-Disposition"]


def test_another_adult_of_the_same_child_finds_no_receipt(evening: Evening, enter: Enter) -> None:
    ann = evening.make.pupil("Ann")
    mary = evening.family(child=ann)
    john = evening.family("John Smith", child=ann)
    address = evening.sign(enter.as_guardian(mary), mary)
    theirs = enter.as_guardian(john).client.get(f"{address}/pdf")
    missing = enter.as_guardian(john).client.get("/receipt/1/pdf")
    assert theirs.status_code == missing.status_code == 404


def test_a_signed_family_is_not_reminded(evening: Evening, enter: Enter, make: Make) -> None:
    mary = evening.family()
    evening.sign(enter.as_guardian(mary), mary)
    page = enter.as_staff(make.staff("lead")).open("/lead/families/remind")
    assert "There is nobody to remind" in page.text
    assert "1 has answered already" in page.text

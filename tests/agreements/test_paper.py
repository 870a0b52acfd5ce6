"""The office records what came on paper; it replaces nothing."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from esafety.agreements.chain import verify
from esafety.agreements.models import PaperCheck, Signature, Withdrawal
from esafety.core.audit import AuditEntry
from tests.agreements.evening import Evening
from tests.harness.page import Page
from tests.harness.people import Adult, Enter
from tests.harness.visitor import Visitor


@pytest.fixture
def office(evening: Evening, enter: Enter) -> Visitor:
    return enter.as_staff(evening.make.staff("office", name="Olive Desk"))


def record(office: Visitor, adult: Adult, answer: str = "Signed") -> Page:
    page = office.open(f"/office/paper/{adult.links[0].id}").choose(answer).write("Name as it is written", "M Smith")
    return page.write("Where the sheet is kept", "Blue folder").press("Record")


def test_a_sheet_of_paper_is_found_recorded_and_compared(evening: Evening, enter: Enter, office: Visitor) -> None:
    mary = evening.family()
    page = office.open("/office/paper").write("Name of the adult or the child", "smi").press("Find")
    page = page.follow("Record an answer").choose("Signed").write("Name as it is written", "M Smith")
    page = page.write("Where the sheet is kept", "Blue folder").press("Record")
    assert page.table("Recorded this school year")[0][:3] == ["Mary Smith", "Ann", "Signed"]
    assert "I compared" not in " ".join(page.buttons)
    second = enter.as_staff(evening.make.staff("office", name="Otto Second"))
    assert "compared" in second.open("/office/paper").press("I compared").table("Recorded this school year")[0][5]
    with evening.database.reading(school_id=evening.school.id) as db:
        kept = db.scalars(select(Signature)).one()
        assert (kept.channel, kept.signed_in_by, kept.kept_where) == ("paper", "paper", "Blue folder")
        assert kept.received_on == evening.today
        assert db.scalars(select(PaperCheck.checked_by)).one() != kept.recorded_by
        actions = set(db.scalars(select(AuditEntry.action)))
        assert verify(db) == ()
    assert {"agreement.paper.recorded", "agreement.paper.checked"} <= actions
    parent = enter.as_guardian(mary)
    assert "Received on paper" in parent.open(f"/receipt/{kept.id}").text


def test_paper_replaces_no_signature(evening: Evening, enter: Enter, office: Visitor) -> None:
    mary = evening.family()
    evening.sign(enter.as_guardian(mary), mary)
    page = record(office, mary, "Says no")
    assert page.status == 403
    assert "that answer stands" in page.text
    with evening.database.reading(school_id=evening.school.id) as db:
        assert [one.channel for one in db.scalars(select(Signature))] == ["online"]


def test_taking_back_on_paper_is_another_row(evening: Evening, office: Visitor) -> None:
    mary = evening.family()
    assert record(office, mary, "Takes an earlier signature back").status == 403
    record(office, mary)
    assert record(office, mary, "Takes an earlier signature back").status == 200
    with evening.database.reading(school_id=evening.school.id) as db:
        assert len(db.scalars(select(Withdrawal)).all()) == 1
        assert db.scalars(select(Signature.answer)).all() == ["signed"]


def test_nobody_compares_what_they_recorded_themselves(evening: Evening, office: Visitor) -> None:
    record(office, evening.family())
    with evening.database.reading(school_id=evening.school.id) as db:
        signature_id = db.scalars(select(Signature.id)).one()
    csrf = office.open("/office/paper").find("//input[@name='csrf']")[-1].get("value")
    answer = office.client.post(f"/office/paper/answer/{signature_id}/check", data={"csrf": csrf})
    assert answer.status_code == 403


@pytest.mark.parametrize(("link", "status"), [({"restriction": "barred"}, 404), ({"may_sign": False}, 403)])
def test_for_an_adult_who_may_not_sign_nothing_is_recorded(
    evening: Evening, office: Visitor, link: dict[str, Any], status: int
) -> None:
    assert office.open(f"/office/paper/{evening.family(**link).links[0].id}").status == status


def test_a_day_that_has_not_come_is_refused(evening: Evening, office: Visitor) -> None:
    page = office.open(f"/office/paper/{evening.family().links[0].id}").choose("Signed").write("Name as it is", "M Smith")
    page = page.write("Where the sheet is kept", "Blue folder").write("Day you received it", "2099-01-01").press("Record")
    assert page.status == 422
    assert "has not come yet" in page.errors[0]


def test_a_name_that_nobody_knows_is_shown_to_the_office_and_blocks_nothing(
    evening: Evening, enter: Enter, office: Visitor
) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    receipt = evening.sign(parent, mary, name="Mickey Mouse")
    assert "Mickey Mouse" in parent.open(receipt).text
    assert office.open("/office/paper").table("Names to look at")[0][:2] == ["Mickey Mouse", "Mary Smith"]

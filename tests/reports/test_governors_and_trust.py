"""What leaves the staff room points at nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.access import sessions
from esafety.core import clock
from esafety.people.models import Account, Pupil, School, Trust, TrustLead
from esafety.policies.queries import PolicyRow
from esafety.reports import rules
from esafety.reports.governors import _part, counted
from esafety.reports.telling import review_lines
from tests.harness.crowd import Crowd
from tests.harness.visitor import Visitor


@pytest.mark.parametrize("hat", ["governor", "dsl", "head", "lead"])
def test_governors_see_totals(hat: str, as_: Callable[[str], Visitor]) -> None:
    page = as_(hat).open("/lead/reports")
    assert page.heading == "Report to governors"
    assert len(page.table("Class totals")) == 5


def test_a_governor_sees_no_child(as_: Callable[[str], Visitor], crowd: Crowd, living: Flask) -> None:
    with living.extensions["database"].reading(school_id=crowd.school_id) as db:
        names = [f"{one.first_name} {one.initial}" for one in db.scalars(select(Pupil))]
    page = as_("governor").open("/lead/reports")
    assert not [name for name in names if name in page.text]
    assert as_("governor").client.get("/lead/families").status_code == 404


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1200, "1,200")])
def test_small_numbers_are_not_told(number: int, shown: str) -> None:
    assert counted(number) == shown


@pytest.mark.parametrize(
    ("some", "of", "shown"),
    [(10, 28, "10"), (3, 28, "fewer than 5"), (26, 28, "nearly all"), (28, 28, "28"), (2, 3, "fewer than 5")],
)
def test_a_part_gives_neither_itself_nor_the_rest_away(some: int, of: int, shown: str) -> None:
    assert _part(some, of) == shown


def test_governors_are_told_that_a_review_is_overdue() -> None:
    today = date(2026, 11, 21)
    days = {"Past": today - timedelta(days=1), "Coming": today + timedelta(days=1), "Open": None}
    policies = [PolicyRow(1, title.lower(), title, None, review_on, 1) for title, review_on in days.items()]
    assert review_lines(policies, today) == [
        "The review of “Past” was due on 20 November 2026.",
        "“Coming” is due for review on 22 November 2026.",
        "Open",
    ]


def test_the_sheet_is_one_page(as_: Callable[[str], Visitor]) -> None:
    answer = as_("governor").client.get("/lead/reports/governors")
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")


def test_a_trust_sees_its_schools_and_nobody_in_them(living: Flask, crowd: Crowd) -> None:
    database = living.extensions["database"]
    with database.across_schools("a test enters a trust") as db:
        trust = Trust(name="Coast Trust")
        account = Account(sign_in_name="trust", display_name="Robin Hill", password_hash="", created_at=crowd.now)
        db.add_all([trust, account])
        db.flush()
        db.add(TrustLead(trust_id=trust.id, account_id=account.id))
        db.get_one(School, crowd.school_id).trust_id = trust.id
        now = clock.now()
        token = sessions.begin(
            db, kind="adult", now=now, expires_at=now + timedelta(hours=1), facts={}, account_id=account.id, second_factor_at=now
        )
    visitor = Visitor(living)
    visitor.client.set_cookie("session", token)
    page = visitor.open("/trust")
    assert page.heading == "Coast Trust"
    (row,) = page.table("Schools")
    assert row[0] == "Harbour Primary School"
    assert row[2] == "140"
    assert visitor.client.get("/trust/csv").status_code == 200
    assert visitor.client.get("/lead").status_code == 404


def test_what_is_weakest_comes_first() -> None:
    found = rules.by_expectation([("a", "secure", 9), ("a", "misunderstood", 1), ("b", "secure", 1), ("b", "developing", 9)])
    assert [one.expectation for one in found] == ["b", "a"]


def test_a_class_has_stopped_when_lessons_are_left_and_nobody_works() -> None:
    now = clock.now()
    asked = {"lessons": 3, "pupils": 28, "finished": 4, "now": now}
    assert rules.has_stopped(**asked, last_at=now - timedelta(days=15))  # type: ignore[arg-type]
    assert rules.has_stopped(**asked, last_at=None)  # type: ignore[arg-type]
    assert not rules.has_stopped(**asked, last_at=now - timedelta(days=2))  # type: ignore[arg-type]
    assert not rules.has_stopped(lessons=3, pupils=28, finished=28, last_at=None, now=now)

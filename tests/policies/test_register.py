"""The register: owners, dates and links, and reminders before a review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.core.jobs import Outside, Work, run_due
from esafety.notices import reviews
from esafety.notices.housekeeping import let_go as notices_let_go
from esafety.notices.mail import NullPost
from esafety.notices.models import PolicyReminder
from esafety.people.models import Account, Membership
from esafety.policies.housekeeping import let_go as policies_let_go
from esafety.policies.models import Policy, PolicyOwner
from esafety.policies.rules.naming import named_in
from esafety.policies.rules.reviewing import stage_due, state_of
from tests.harness.page import Page
from tests.harness.people import Make
from tests.harness.visitor import Visitor

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "told", "due"),
    [(120, (), None), (90, (), 90), (89, (90,), None), (31, (90,), None), (30, (90,), 30), (12, (), 30), (0, (90, 30), 0),
     (-5, (90, 30), 0), (-5, (90, 30, 0), None), (5, (30,), None)],
)  # fmt: skip
def test_a_reminder_is_due_at_90_30_and_0_days(days: int, told: tuple[int, ...], due: int | None) -> None:
    assert stage_due(TODAY + timedelta(days=days), TODAY, told) == due


def test_where_a_review_stands() -> None:
    dates = (None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=90), TODAY + timedelta(days=91))
    assert [state_of(one, TODAY) for one in dates] == ["none", "overdue", "soon", "soon", "later"]


def enter(lead: Visitor, title: str, **fields: str) -> Page:
    page = lead.open("/lead/policies/enter").write("What you call it", title)
    for label, value in fields.items():
        page = page.write(label, value)
    return page.press("Save")


def test_a_policy_that_is_kept_elsewhere_is_entered(lead: Visitor) -> None:
    page = lead.open("/lead/policies").follow("Enter one that is kept elsewhere")
    page = page.write("What you call it", "Anti-bullying").write("Where it is kept", "The blue folder")
    page = page.write("To be reviewed by", "2020-01-31").select("Who looks after it", "Headteacher").press("Save")
    assert page.heading == "Anti-bullying"
    assert "The blue folder" in page.text
    register = lead.open("/lead/policies")
    assert "The review of 1 is overdue." in register.text
    assert "Headteacher" in register.table("The register of policies")[0]


def test_dates_that_cannot_be_come_back(lead: Visitor) -> None:
    page = lead.open("/lead/policies/enter").write("What you call it", "Phones")
    page = page.write("Approved by the governors on", "2026-05-01").write("To be reviewed by", "2026-04-01").press("Save")
    assert page.status == 422
    assert "The review comes after the day of approval." in page.errors[0]


def test_policies_are_linked_and_unlinked(lead: Visitor) -> None:
    enter(lead, "Phones")
    page = enter(lead, "Photographs").select("Link with", "Phones").press("Link")
    assert "Unlink" in page.text
    assert page.follow("Phones").find("//section//a[text()='Photographs']")
    assert page.press("Unlink Phones").find("//select[@id='linked']/option[text()='Phones']")


def test_the_same_title_twice_is_one_entry(lead: Visitor) -> None:
    assert enter(lead, "Phones").url == enter(lead, "Phones").url


def test_a_draft_is_compared_with_linked_policies(lead: Visitor) -> None:
    def bring(title: str, text: str) -> Page:
        page = lead.open("/lead/policies/bring").write("What you call it", title).write("Or paste the text", text)
        return page.press("Read it")

    page = bring("Photographs", "1. Staff delete photographs taken on personal equipment on the same day.\n")
    page = page.follow("Look at it and publish")
    if page.find("//*[@id='gaps_reason']"):
        page = page.write("Why publish it although something is missing?", "Soon.")
    page.press("Put it into force")
    draft = bring("Staff online", "1. Photographs of pupils must only be taken with school equipment.\n")
    assert not draft.find("//div[@class='desk-remark']")
    policy = draft.follow("Staff online").select("Link with", "Photographs").press("Link")
    again = policy.follow("Go on with the draft")
    assert "Photographs" in " ".join(again.find("//div[@class='desk-remark']")[0].itertext())


def _due(school: Make, school_id: int, days: int) -> None:
    with school.database.transaction(school_id=school_id) as db:
        today = clock.school_day(clock.now())
        db.add(Policy(key="phones", title="Phones", review_on=today + timedelta(days=days)))


def _reminders(school: Make, school_id: int) -> list[PolicyReminder]:
    with school.database.reading(school_id=school_id) as db:
        return list(db.scalars(select(PolicyReminder)))


@pytest.mark.both_databases
def test_owner_and_head_are_reminded_once_at_each_stage(school: Make, school_id: int, app: Flask) -> None:
    lead, head = school.staff("lead"), school.staff("head")
    school.staff("teacher")
    _due(school, school_id, 29)
    with school.database.across_schools("a test gives an address") as db:
        db.get_one(Account, head.account.id).email = "head@example.org"
    post = NullPost()
    handlers: dict[str, Any] = {
        **app.extensions["jobs"],
        reviews.POST: Outside(lambda database, work: reviews.send_waiting(database, work, post)),
    }
    for days in (0, 0, 1, 29, 30, 40):
        now = clock.now() + timedelta(days=days)
        with school.database.across_schools("a test's day begins") as db:
            reviews.wind_up(db, now)
        run_due(school.database, handlers, now=now)
    found = _reminders(school, school_id)
    assert sorted((one.membership_id, one.days) for one in found) == sorted(
        (member, days) for member in (lead.membership_id, head.membership_id) for days in (30, 0)
    )
    assert [to for to, _subject, _body in post.sent] == ["head@example.org", "head@example.org"]
    assert "Phones" in post.sent[0][2]
    assert all((one.sent_at is not None) == (one.membership_id == head.membership_id) for one in found)


def test_a_mail_server_that_is_away_is_asked_again(school: Make, school_id: int) -> None:
    class Away:
        def send(self, *, to: str, subject: str, body: str) -> None:
            raise OSError

    head = school.staff("head")
    _due(school, school_id, 0)
    with school.database.across_schools("a test gives an address") as db:
        db.get_one(Account, head.account.id).email = "head@example.org"
    with school.database.transaction(school_id=school_id) as db:
        assert reviews.make_reminders(db, now=clock.now()) == 1
    with pytest.raises(OSError, match="comes again"):
        reviews.send_waiting(school.database, Work(school_id, {}, clock.now()), Away())
    assert _reminders(school, school_id)[0].sent_at is None


def test_who_left_owns_no_policy_and_gets_no_reminder(school: Make, school_id: int) -> None:
    left = school.staff("dsl")
    assert left.membership_id is not None
    _due(school, school_id, 20)
    now = clock.now()
    with school.database.transaction(school_id=school_id) as db:
        policy = db.scalars(select(Policy)).one()
        db.add(PolicyOwner(policy_id=policy.id, membership_id=left.membership_id))
        db.flush()
        assert reviews.make_reminders(db, now=now) == 1
        member = db.scalars(select(Membership).where(Membership.id == left.membership_id)).one()
        member.until_on = clock.school_day(now) - timedelta(days=31)
    with school.database.across_schools("a test lets go of what is over") as db:
        policies_let_go(db, now)
        notices_let_go(db, now)
    with school.database.reading(school_id=school_id) as db:
        assert not db.scalars(select(PolicyOwner)).all()
        assert not db.scalars(select(PolicyReminder)).all()


def test_policies_that_a_document_names_are_offered_for_linking(bring: Callable[..., Page], lead: Visitor) -> None:
    lead.open("/lead/policies/enter").write("What you call it", "Anti-bullying").press("Save")
    text = "Online policy\n\nPupils must be kind.\n\nLinked policies\n\n- Anti-Bullying Policy\n- Use of Photographs\n"
    page = bring(text=text).follow("Online policy")
    assert "Use of Photographs not in the register" in page.text
    linked = page.press("Link Anti-Bullying Policy")
    assert linked.find("//section[@aria-labelledby='links']//a[contains(., 'Anti-bullying')]")
    assert "Anti-Bullying Policy" not in linked.text


def test_a_named_policy_is_known_by_its_telling_words() -> None:
    above = ("Linked policies", "")
    titles = {1: "Staff code of conduct", 2: "Phones and cameras", 3: "Policy"}
    found = named_in([("Staff Code of Conduct Policy", above), ("Use of Phones.", above), ("Computing", above)], titles)
    assert [(one.name, one.number) for one in found] == [
        ("Staff Code of Conduct Policy", 1),
        ("Use of Phones", 2),
        ("Computing", None),
    ]
    assert named_in([("Staff Code of Conduct", ("Conduct", ""))], titles) == ()

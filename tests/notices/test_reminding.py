"""Reminders: seen before they leave, never too many, never to those whom the school does not write to."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.core.db import Database
from esafety.notices import actions
from esafety.notices.models import Message
from esafety.notices.rules import Before, Why, channel_of, why_not
from esafety.people.models import GuardianLink
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.notices.conftest import Street

NOW = datetime.fromisoformat("2026-11-20T09:00:00+00:00")
PREVIEW = "/lead/families/remind?state=open"


def _messages(app: Flask, street: Street) -> list[Message]:
    database: Database = app.extensions["database"]
    with database.reading(school_id=street.school_id) as db:
        return list(db.scalars(select(Message).order_by(Message.turn)))


def _send(lead: Visitor) -> None:
    page = lead.open(PREVIEW)
    page.press(next(button for button in page.buttons if button.startswith("Put ")))


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (Before(), None),
        (Before(1, NOW - timedelta(days=8)), None),
        (Before(2, NOW - timedelta(days=7)), None),
        (Before(1, NOW - timedelta(days=3)), Why.LATELY),
        (Before(1, NOW - timedelta(days=30), waiting=True), Why.WAITING),
        (Before(3, NOW - timedelta(days=90)), Why.ENOUGH),
    ],
)
def test_nobody_is_pressed(before: Before, why: Why | None) -> None:
    assert why_not(can_be_asked=True, answered=False, before=before, now=NOW) == why


def test_an_answer_or_the_schools_decision_comes_first() -> None:
    assert why_not(can_be_asked=True, answered=True, before=Before(), now=NOW) == Why.ANSWERED
    assert why_not(can_be_asked=False, answered=False, before=Before(), now=NOW) == Why.NOT_ALLOWED


def test_a_code_never_travels_by_mail() -> None:
    assert channel_of(email="a@example.org", has_sign_in=False, mail_works=True) == "letter"
    assert channel_of(email="a@example.org", has_sign_in=True, mail_works=False) == "letter"
    assert channel_of(email=None, has_sign_in=True, mail_works=True) == "letter"
    assert channel_of(email="a@example.org", has_sign_in=True, mail_works=True) == "email"


def test_the_preview_shows_the_letter_and_writes_nothing(lead: Visitor, street: Street, app: Flask) -> None:
    page = lead.open(PREVIEW)
    assert "3 messages will go out" in page.text
    assert "You may sign, say no, or ask to talk first" in page.text
    assert "Bad Person" not in page.text
    assert "1 gets no letters about this" in page.text
    assert _messages(app, street) == []


def test_sending_puts_one_message_for_each_adult_into_the_outbox(lead: Visitor, street: Street, app: Flask) -> None:
    _send(lead)
    sent = _messages(app, street)
    assert len(sent) == 3
    assert {one.turn for one in sent} == {1}
    with app.extensions["database"].reading(school_id=street.school_id) as db:
        told = db.scalars(select(AuditEntry).where(AuditEntry.action == "family.reminded")).all()
    assert len(told) == 3
    assert "Smith" not in " ".join(one.about + one.reason for one in told)


def test_pressing_twice_sends_once(lead: Visitor, street: Street, app: Flask) -> None:
    page = lead.open(PREVIEW)
    button = next(button for button in page.buttons if button.startswith("Put "))
    assert page.press(button).heading == "Outbox"
    assert page.press(button).heading == "Outbox"
    assert len(_messages(app, street)) == 3


def test_a_second_look_finds_nobody_left(lead: Visitor) -> None:
    _send(lead)
    page = lead.open(PREVIEW)
    assert "There is nobody to remind" in page.text
    assert "3 have a message waiting in the outbox" in page.text


def test_three_reminders_a_year_and_no_more(lead: Visitor, street: Street, app: Flask) -> None:
    database: Database = app.extensions["database"]
    for week in range(5):
        with database.transaction(school_id=street.school_id) as db:
            for message in db.scalars(select(Message)):
                message.sent_at = clock.now()
                message.created_at = message.created_at - timedelta(days=8)
        page = lead.open(PREVIEW)
        assert bool(page.buttons and any(button.startswith("Put ") for button in page.buttons)) == (week < 3)
        if week < 3:
            _send(lead)
    assert sorted(one.turn for one in _messages(app, street)) == [1] * 3 + [2] * 3 + [3] * 3
    last = [one.body for one in _messages(app, street) if one.turn == 3 and one.language == "en"]
    assert all("This is our last reminder this school year." in body for body in last)


def test_a_ticked_stranger_of_another_school_is_not_reminded(lead: Visitor, app: Flask, street: Street) -> None:
    page = lead.open("/lead/families/remind?link=1&link=99999999999999999999&link=x")
    assert "There is nobody to remind" in page.text


def test_who_is_barred_meanwhile_gets_nothing(lead: Visitor, street: Street, app: Flask) -> None:
    _send(lead)
    database: Database = app.extensions["database"]
    with database.transaction(school_id=street.school_id) as db:
        db.get_one(GuardianLink, (street.school_id, street.no_device)).may_receive = False
        db.flush()
        assert actions.drop_forbidden(db, now=clock.now()) == 1
    assert len(_messages(app, street)) == 2


def test_before_families_are_asked_there_is_nothing_to_remind_of(make: Make, enter: Enter) -> None:
    make.school()
    page = enter.as_staff(make.staff("lead")).open(PREVIEW)
    assert page.status == 403
    assert "not asked families yet" in page.text


@pytest.mark.parametrize("hat", ["teacher", "governor", "head"])
def test_only_the_lead_and_the_office_remind(hat: str, make: Make, enter: Enter, street: Street) -> None:
    assert enter.as_staff(make.staff(hat)).open(PREVIEW).status == 404

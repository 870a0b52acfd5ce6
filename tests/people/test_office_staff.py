"""Staff are entered in the browser: the head gives every role, the office only those that open no worries."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from flask import Flask
from sqlalchemy import select

from esafety.access.viewer import STAFF, Role
from esafety.core import clock
from esafety.core.audit import AuditEntry
from esafety.core.db import Database
from esafety.people import passwords, staffing
from esafety.people.models import Account, Membership
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in

NEW = "/office/staff/new"


@pytest.fixture
def head(make: Make, enter: Enter) -> Visitor:
    return enter.as_staff(make.staff("head", name="Hana Head"))


@pytest.fixture
def office(make: Make, enter: Enter) -> Visitor:
    return enter.as_staff(make.staff("office", name="Otis Office"))


def test_the_rule_gives_worries_and_pictures_to_the_head_alone() -> None:
    assert staffing.roles_to_give({Role.HEAD}, has_head=True) == STAFF
    assert staffing.roles_to_give({Role.OFFICE}, has_head=True) == {Role.TEACHER, Role.OFFICE}
    assert staffing.roles_to_give({Role.OFFICE, Role.LEAD}, has_head=False) == {Role.TEACHER, Role.OFFICE, Role.HEAD}


def test_a_teacher_is_entered_gets_a_sheet_and_signs_in(office: Visitor, app: Flask) -> None:
    entered = office.open(NEW).write("Full name", "Tess Teacher").tick("teacher: own classes").press("Enter")
    assert entered.heading == "Tess Teacher"
    sheet = entered.press("Make a sheet")
    codes = [one.text for one in sheet.find("//main//code")]
    name, password, secret = codes
    assert re.fullmatch(r"[a-z0-9]{4}(-[a-z0-9]{4}){3}", password)
    teacher = Visitor(app)
    page = sign_in(teacher, name, password, door="staff")
    assert is_inside(page.write("Code on your phone", pyotp.TOTP(secret).at(clock.now())).press("Go on"))


def test_before_the_sheet_nobody_can_sign_in(office: Visitor, app: Flask) -> None:
    office.open(NEW).write("Full name", "Tess Teacher").tick("teacher: own classes").press("Enter")
    database: Database = app.extensions["database"]
    with database.reading(across="a test looks at a sign-in") as db:
        name = db.scalars(select(Account.sign_in_name).where(Account.display_name == "Tess Teacher")).one()
    for typed in ("", staffing.NOBODYS_PASSWORD):
        assert not is_inside(sign_in(Visitor(app), name, typed, door="staff"))


def test_a_new_sheet_ends_the_old_password(office: Visitor, app: Flask) -> None:
    page = office.open(NEW).write("Full name", "Tess Teacher").tick("teacher: own classes").press("Enter")
    name, old, _secret = [one.text for one in page.press("Make a sheet").find("//main//code")]
    new = [one.text for one in office.open(page.url.partition("?")[0]).press("Make a sheet").find("//main//code")][1]
    assert new != old
    assert "Code on your phone" not in sign_in(Visitor(app), name, old, door="staff").text
    assert "Code on your phone" in sign_in(Visitor(app), name, new, door="staff").text


@pytest.mark.parametrize("role", ["dsl", "lead", "head", "governor"])
def test_the_office_cannot_make_somebody_who_reads_worries(office: Visitor, head: Visitor, role: str) -> None:
    sending = office.open(NEW).write("Full name", "Sly One").tick("teacher: own classes")._filling.press("Enter")
    sending.fields.append(("roles", role))
    page = office.send(NEW, sending)
    assert page.status == 422
    assert "Choose at least one role from the list." in page.html
    assert "Sly One" not in head.open("/office/staff").text


def test_the_head_enters_a_safeguarding_lead(head: Visitor) -> None:
    page = head.open(NEW).write("Full name", "Dora Lead").tick("safeguarding lead").press("Enter")
    assert "children's worries" in page.text


def test_the_record_says_which_roles_were_given_and_taken(head: Visitor, make: Make, app: Flask) -> None:
    sam = make.staff("teacher", name="Sam Rise")
    head.open(f"/office/staff/{sam.membership_id}").tick("safeguarding lead").press("Save")
    with app.extensions["database"].reading(across="a test reads the record") as db:
        reason = db.scalars(select(AuditEntry.reason).where(AuditEntry.action == "people.staff.changed")).one()
    assert reason == "teacher → dsl teacher"


def test_a_school_without_a_head_may_get_one_from_the_office(office: Visitor) -> None:
    assert "head: the school's picture" in office.open(NEW).text
    assert "There is no head yet, so enter the head first." in office.open(NEW).text
    office.open(NEW).write("Full name", "Hana Head").tick("head: the school's picture").press("Enter")
    assert "head: the school's picture" not in office.open(NEW).text
    assert "There is no head yet" not in office.open(NEW).text


def test_nobody_changes_their_own_entry_or_that_of_somebody_above(office: Visitor, make: Make, head: Visitor) -> None:
    dsl = make.staff("dsl", name="Dora Lead")
    page = office.open(f"/office/staff/{dsl.membership_id}")
    assert "Make a sheet" not in page.buttons
    token = office.open(NEW).find("//input[@name='csrf']")[0].get("value")
    for address in ("sheet", "end"):
        answer = office.client.post(f"/office/staff/{dsl.membership_id}/{address}", data={"csrf": token})
        assert answer.status_code == 404
    posted = office.client.post(f"/office/staff/{dsl.membership_id}", data={"csrf": token, "roles": "teacher"})
    assert posted.status_code == 404
    own = next(link for link in head.open("/office/staff").links if link == "Hana Head")
    assert "Make a sheet" not in head.open("/office/staff").follow(own).buttons


def test_a_sign_in_that_opens_more_than_this_school_gets_no_sheet(office: Visitor, make: Make, app: Flask) -> None:
    parent = make.guardian_of(make.pupil("Ann"), name="Two Hats")
    with app.extensions["database"].across_schools("a test gives a parent a second hat") as db:
        member = Membership(school_id=parent.school.id, account_id=parent.account.id, roles="teacher", from_on=_yesterday())
        db.add(member)
        db.flush()
        member_id = member.id
    page = office.open(f"/office/staff/{member_id}").press("Make a sheet")
    assert "opens more than this school" in page.text
    with app.extensions["database"].reading(across="a test looks at a password") as db:
        assert db.get_one(Account, parent.account.id).password_hash == parent.account.password_hash


def test_who_leaves_is_out_at_once(head: Visitor, make: Make, enter: Enter) -> None:
    sam = make.staff("teacher", name="Sam Gone")
    teacher = enter.as_staff(sam)
    page = head.open(f"/office/staff/{sam.membership_id}").follow("This person leaves").press("End the access now")
    assert "Access has ended" in page.text
    assert "Sam Gone" not in page.links
    assert teacher.client.get("/teach").status_code in (303, 404)


def test_staff_of_another_school_are_not_there(head: Visitor, make: Make) -> None:
    other = make.staff("teacher", name="Far Away", school=make.school("Meadow Primary"))
    assert head.client.get(f"/office/staff/{other.membership_id}").status_code == 404


def test_the_head_gets_no_sheet_for_a_governor_who_may_have_heard_of_the_head(head: Visitor, make: Make, app: Flask) -> None:
    chair = make.staff("governor", name="Cara Chair")
    address = f"/office/staff/{chair.membership_id}"
    page = head.open(address)
    assert "Make a sheet" not in page.buttons
    assert "This person leaves" in page.links
    token = head.open(NEW).find("//input[@name='csrf']")[0].get("value")
    assert head.client.post(f"{address}/sheet", data={"csrf": token}).status_code == 404
    assert head.client.post(address, data={"csrf": token, "roles": "teacher"}).status_code == 404
    with app.extensions["database"].reading(across="a test looks at a password") as db:
        assert db.get_one(Account, chair.account.id).password_hash == chair.account.password_hash


def test_a_new_governor_gets_the_first_sheet_from_the_head(head: Visitor) -> None:
    page = head.open(NEW).write("Full name", "Cara Chair").tick("governor: totals").press("Enter").press("Make a sheet")
    assert page.heading == "Sign-in sheet"


def test_who_has_left_gets_no_sheet(head: Visitor, make: Make) -> None:
    sam = make.staff("teacher", name="Sam Gone")
    address = f"/office/staff/{sam.membership_id}"
    head.open(address).follow("This person leaves").press("End the access now")
    assert "Make a sheet" not in head.open(address).buttons
    token = head.open(NEW).find("//input[@name='csrf']")[0].get("value")
    assert head.client.post(f"{address}/sheet", data={"csrf": token}).status_code == 404


def test_who_begins_at_another_school_soon_gets_no_sheet_here(head: Visitor, make: Make, app: Flask) -> None:
    sam, meadow = make.staff("teacher", name="Sam Soon"), make.school("Meadow Primary")
    with app.extensions["database"].across_schools("a test gives a member of staff another school") as db:
        soon = clock.school_day(clock.now()) + timedelta(days=30)
        db.add(Membership(school_id=meadow.id, account_id=sam.account.id, roles="dsl", from_on=soon))
    page = head.open(f"/office/staff/{sam.membership_id}").press("Make a sheet")
    assert "opens more than this school" in page.text


def test_a_name_is_found_where_all_short_ones_are_taken(office: Visitor, app: Flask) -> None:
    with app.extensions["database"].across_schools("a test takes every short name") as db:
        for number in range(10, 100):
            db.add(Account(sign_in_name=f"family{number}", display_name="X", password_hash="", created_at=clock.now()))
    page = office.open(NEW).write("Full name", "\u6797\u5c0f\u660e").tick("teacher: own classes").press("Enter")
    assert page.heading == "\u6797\u5c0f\u660e"


def test_nobody_can_tell_by_the_time_that_a_sign_in_has_no_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    known = passwords.hashed("nobody knows this one")

    def nobodys() -> str:
        asked.append("asked")
        return known

    monkeypatch.setattr(passwords, "_nobodys_hash", nobodys)
    for kept in (staffing.NOBODYS_PASSWORD, "", None):
        assert not passwords.matches(kept, "nobody knows this one")
    assert len(asked) == 3


def _yesterday() -> object:
    return clock.school_day(clock.now()) - timedelta(days=1)

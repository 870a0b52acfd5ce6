"""Staff come in with a password and the code on their telephone, and not with one of them alone."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from esafety.core import clock
from esafety.core.audit import AuditEntry
from tests.harness.people import PASSWORD, Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, phone_code, sign_in

STAFF_PAGES = ("/office", "/office/pupils", "/office/adults", "/office/classes", "/teach", "/lead", "/concerns", "/account")


def test_name_password_and_code_lead_to_the_first_page(make: Make, visitor: Visitor) -> None:
    page = sign_in(visitor, make.staff("office").sign_in_name, door="staff")
    assert page.heading == "The code on your phone"
    inside = page.write("Code on your phone", phone_code()).press("Go on")
    assert is_inside(inside)
    assert inside.heading == "People"


def test_a_password_alone_opens_no_page(make: Make, visitor: Visitor) -> None:
    sign_in(visitor, make.staff("office", "lead", "dsl", "head", "teacher").sign_in_name, door="staff")
    for address in STAFF_PAGES:
        assert visitor.client.get(address).status_code in {303, 404}


def test_whoever_still_owes_the_code_is_led_to_it(make: Make, visitor: Visitor) -> None:
    sign_in(visitor, make.staff("office").sign_in_name, door="staff")
    assert visitor.open("/office").heading == "The code on your phone"
    assert visitor.open("/nothing-is-here").status == 404


def test_a_code_works_once(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    name, code = make.staff("office").sign_in_name, phone_code()
    assert is_inside(sign_in(app_visitors(), name, door="staff").write("Code on your phone", code).press("Go on"))
    again = sign_in(app_visitors(), name, door="staff").write("Code on your phone", code).press("Go on")
    assert again.status == 422
    assert "used already" in again.errors[0]


@pytest.mark.parametrize("typed", ["", "000000", "abc", "12345678901234567890123", "٣٤٥٦٧٨"])
def test_a_wrong_code_is_told(make: Make, visitor: Visitor, typed: str) -> None:
    page = sign_in(visitor, make.staff("office").sign_in_name, door="staff")
    assert page.write("Code on your phone", typed).press("Go on").status == 422


def test_coming_in_and_a_wrong_code_after_the_password_stand_in_the_schools_record(make: Make, visitor: Visitor) -> None:
    adult = make.staff("office")
    page = sign_in(visitor, adult.sign_in_name, door="staff").write("Code on your phone", "000000").press("Go on")
    page.write("Code on your phone", phone_code()).press("Go on")
    with make.database.reading(school_id=adult.school.id) as db:
        lines = db.execute(select(AuditEntry.action, AuditEntry.outcome, AuditEntry.actor).order_by(AuditEntry.at)).all()
    who = f"account:{adult.account.id}"
    assert lines == [("staff.second-factor", "refused", who), ("staff.signed-in", "done", who)]


def test_a_code_may_hold_a_space(make: Make, visitor: Visitor) -> None:
    page = sign_in(visitor, make.staff("office").sign_in_name, door="staff")
    code = phone_code()
    assert is_inside(page.write("Code on your phone", f"{code[:3]} {code[3:]}").press("Go on"))


def test_half_way_in_ends_after_ten_minutes(make: Make, visitor: Visitor) -> None:
    sign_in(visitor, make.staff("office").sign_in_name, door="staff")
    with time_machine.travel(clock.now() + timedelta(minutes=11)):
        assert visitor.open("/staff/code").heading == "Staff: sign in"


def test_ten_wrong_codes_make_a_thief_of_the_password_wait_on_every_device(
    make: Make, app_visitors: Callable[[], Visitor]
) -> None:
    name = make.staff("office").sign_in_name
    for _ in range(10):
        sign_in(app_visitors(), name, door="staff").write("Code on your phone", "000000").press("Go on")
    page = sign_in(app_visitors(), name, door="staff").write("Code on your phone", phone_code()).press("Go on")
    assert page.status == 429


def test_a_leaver_of_the_staff_is_told_that_no_school_is_left(make: Make, visitor: Visitor) -> None:
    adult = make.staff("office")
    from esafety.people import schools

    with make.database.across_schools("a test lets staff leave") as db:
        today = clock.school_day(clock.now())
        schools.end_employment(db, school=adult.school, account=adult.account, today=today, now=clock.now())
    page = sign_in(visitor, adult.sign_in_name, door="staff")
    assert page.status == 422
    assert "belongs to no school" in page.text or "belongs to no school" in page.html


def test_a_teacher_who_is_a_parent_has_two_hats(make: Make, visitor: Visitor) -> None:
    teacher = make.staff("office")
    make.guardian_of(make.pupil(), account=teacher.account)
    sign_in(visitor, teacher.sign_in_name, door="family")
    assert visitor.client.get("/office").status_code == 404
    asked = visitor.open("/switch").press("My work at Harbour Primary")
    assert asked.heading == "The code on your phone"
    asked.write("Code on your phone", phone_code()).press("Go on")
    assert visitor.open("/office").heading == "People"


def test_a_parent_who_knocks_at_the_staffs_door_is_let_into_the_family_page(make: Make, visitor: Visitor) -> None:
    page = sign_in(visitor, make.guardian_of(make.pupil()).sign_in_name, door="staff")
    assert is_inside(page)
    assert visitor.client.get("/office").status_code == 404


def test_a_trusts_lead_comes_in_without_a_school(make: Make, visitor: Visitor) -> None:
    page = sign_in(visitor, make.trust_lead(make.school()).sign_in_name, PASSWORD, door="staff")
    assert is_inside(page.write("Code on your phone", phone_code()).press("Go on"))
    assert visitor.open("/account").heading == "My account"

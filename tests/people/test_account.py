"""An adult's own account: greeting, language, password, devices."""

from sqlalchemy import select

from esafety.core.audit import AuditEntry
from tests.harness.people import PASSWORD, Enter, Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in

NEW_PASSWORD = "copper teapots whistle"


def test_a_parent_changes_name_language_and_email(make: Make, enter: Enter) -> None:
    page = enter.as_guardian(make.guardian_of(make.pupil())).open("/account")
    page = page.write("Your name", "Mair O'Brien").select("Language", "Cymraeg").write("E-mail", "mair@example.org").press("Save")
    assert page.language == "cy"
    assert page.find("//input[@name='display_name']")[0].get("value") == "Mair O'Brien"


def test_an_address_that_cannot_be_one_is_told_and_kept(make: Make, enter: Enter) -> None:
    page = enter.as_guardian(make.guardian_of(make.pupil())).open("/account").write("E-mail", "mair at home").press("Save")
    assert page.status == 422
    assert page.find("//input[@name='email']")[0].get("value") == "mair at home"


def test_a_new_password_ends_every_other_session(make: Make, enter: Enter, visitor: Visitor) -> None:
    mary = make.guardian_of(make.pupil())
    here, elsewhere = enter.as_guardian(mary), enter.as_guardian(mary)
    page = here.open("/account/password").write("Present password", PASSWORD).write("New password", NEW_PASSWORD)
    assert "Your new password holds" in page.press("Keep this password").text
    assert not is_inside(elsewhere.open("/account"))
    assert not is_inside(sign_in(visitor, mary.sign_in_name))
    assert is_inside(sign_in(visitor, mary.sign_in_name, NEW_PASSWORD))


def test_a_new_password_stands_in_the_schools_record(make: Make, enter: Enter) -> None:
    adult = make.staff("office")
    page = enter.as_staff(adult).open("/account/password").write("Present password", PASSWORD)
    page.write("New password", NEW_PASSWORD).press("Keep this password")
    with make.database.reading(school_id=adult.school.id) as db:
        assert db.scalars(select(AuditEntry.action)).all() == ["account.password.changed"]


def test_the_present_password_is_asked_for(make: Make, enter: Enter) -> None:
    page = enter.as_guardian(make.guardian_of(make.pupil())).open("/account/password")
    page = page.write("Present password", "some other words").write("New password", NEW_PASSWORD).press("Keep this password")
    assert "not your present password" in page.errors[0]


def test_devices_are_listed_and_ended_by_their_owner_alone(make: Make, enter: Enter) -> None:
    ann = make.pupil()
    mary, bob = make.guardian_of(ann), make.guardian_of(ann, name="Bob Smith")
    here, elsewhere, bobs = enter.as_guardian(mary), enter.as_guardian(mary), enter.as_guardian(bob)
    assert "Another device" in here.open("/account").text
    here.open("/account").press("Sign out everywhere else")
    assert not is_inside(elsewhere.open("/account"))
    assert is_inside(here.open("/account"))
    assert is_inside(bobs.open("/account"))


def test_one_device_is_ended_and_the_others_stay(make: Make, enter: Enter) -> None:
    mary = make.guardian_of(make.pupil())
    here, elsewhere = enter.as_guardian(mary), enter.as_guardian(mary)
    here.open("/account").press("Sign out there")
    assert not is_inside(elsewhere.open("/account"))


def test_a_hat_of_somebody_else_cannot_be_put_on(make: Make, enter: Enter) -> None:
    office, other = make.staff("office"), make.school("Lighthouse Primary")
    visitor = enter.as_staff(office)
    make.guardian_of(make.pupil(), account=office.account)
    page = visitor.open("/switch")
    page.find("//button[@name='hat']")[0].set("value", f"staff-{other.id}")
    assert page.press("My work").status == 404


def test_switching_school_shows_the_other_schools_name(make: Make, enter: Enter) -> None:
    make.school()
    other = make.school("Lighthouse Primary")
    mary = make.guardian_of(make.pupil())
    make.guardian_of(make.pupil("Ben", school=other), account=mary.account)
    visitor = enter.as_guardian(mary)
    visitor.open("/switch").press("My family at Lighthouse Primary")
    assert "Lighthouse Primary" in visitor.open("/account").title

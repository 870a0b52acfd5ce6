"""The office's list: who is there, adding and correcting by hand, links, leavers, letters."""

import pytest
from sqlalchemy import func, select

from esafety.core.audit import AuditEntry
from esafety.people.models import GuardianLink, Pupil
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, type_code

AWKWARD = {
    "apostrophe": "O'Brien-Łukasz",
    "100 letters": "N" * 100,
    "right to left": "\u202eمریم",
    "accents": "Zoë",
    "null": "Null",
    "formula": "=1+1",
    "template": "{{7*7}}",
}


@pytest.fixture
def desk(make: Make, enter: Enter) -> Visitor:
    """The office's own browser."""
    make.school_class()
    return enter.as_staff(make.staff("office"))


def how_many(make: Make, model: type) -> int:
    with make.database.reading(across="a test counts") as db:
        return db.scalar(select(func.count()).select_from(model)) or 0


@pytest.mark.parametrize("name", AWKWARD.values(), ids=AWKWARD)
def test_any_child_can_be_entered_and_found(desk: Visitor, make: Make, name: str) -> None:
    page = desk.open("/office/pupils/new").write("First name", name).select("Class", "3 Oak").press("Add the pupil")
    assert page.status == 200
    assert page.heading == name.replace("\u202e", "")
    found = desk.open("/office").write("Name", name[:5].upper()).press("Find")
    assert any(name.replace("\u202e", "") in row[0] for row in found.table("Pupils"))


@pytest.mark.parametrize("name", ["", "   ", "\x00", "x" * 101, "x" * 100_000], ids=["none", "spaces", "nul", "101", "100 kB"])
def test_a_name_that_is_none_is_told_and_nothing_is_entered(desk: Visitor, make: Make, name: str) -> None:
    page = desk.open("/office/pupils/new").write("First name", name.replace("\x00", "")).press("Add the pupil")
    assert page.status == 422
    assert how_many(make, Pupil) == 0


def test_a_class_that_does_not_exist_is_refused(desk: Visitor, make: Make) -> None:
    page = desk.open("/office/pupils/new").write("First name", "Ann")
    page.find("//select[@name='class_id']/option")[0].set("value", "5")
    assert page.press("Add the pupil").status == 422
    assert how_many(make, Pupil) == 0


def test_pressing_twice_enters_one_child(desk: Visitor, make: Make) -> None:
    page = desk.open("/office/pupils/new").write("First name", "Ann")
    first, second = page.press("Add the pupil"), page.press("Add the pupil")
    assert first.url == second.url
    assert how_many(make, Pupil) == 1


def test_a_stale_form_keeps_the_name(desk: Visitor, make: Make) -> None:
    page = desk.open("/office/pupils/new").write("First name", "Ann")
    for field in page.find("//input[@name='csrf']"):
        field.set("value", "stale")
    page = page.press("Add the pupil")
    assert page.status == 422
    assert page.find("//input[@name='first_name']")[0].get("value") == "Ann"
    assert how_many(make, Pupil) == 0


def test_two_children_of_a_class_never_share_an_animal(make: Make) -> None:
    assert len({make.pupil(f"Child {number}").animal for number in range(30)}) == 30


def test_an_adult_is_entered_for_a_child_and_gets_a_code_that_works(desk: Visitor, make: Make, visitor: Visitor) -> None:
    ann = make.pupil()
    page = desk.open(f"/office/pupils/{ann.id}").follow("Add an adult for this child")
    page = page.write("Full name", "Mary Smith").write("Relationship", "mother").press("Add the adult")
    assert page.heading == "Adult and child"
    code = page.press("Make a new code").find("//code")[0].text
    assert type_code(visitor, code).heading == "Welcome"
    assert code.replace("-", "") not in desk.open(f"/office/pupils/{ann.id}").html


def test_an_adult_on_the_list_is_linked_to_a_second_child(desk: Visitor, make: Make) -> None:
    mary = make.guardian_of(make.pupil())
    make.pupil("Ben")
    assert mary.guardian is not None
    page = desk.open(f"/office/adults/{mary.guardian.id}").follow("Link a child").write("Name", "be").press("Find")
    page = page.follow("Ben").write("Relationship", "mother").press("Link them")
    assert page.heading == "Adult and child"
    assert len(desk.open(f"/office/adults/{mary.guardian.id}").table("Children of this adult")) == 2


def test_linking_again_is_refused_with_a_reason(desk: Visitor, make: Make) -> None:
    mary = make.guardian_of(make.pupil())
    link = mary.links[0]
    page = desk.open(f"/office/adults/{link.guardian_id}/links/{link.pupil_id}").write("Relationship", "mother")
    page = page.press("Link them")
    assert page.status == 403
    assert "linked already" in page.text
    assert how_many(make, GuardianLink) == 1


def test_an_ended_link_closes_the_childs_page(desk: Visitor, make: Make, enter: Enter) -> None:
    mary = make.guardian_of(make.pupil())
    desk.open(f"/office/links/{mary.links[0].id}/end").press("End the link now")
    with make.database.reading(school_id=mary.school.id) as db:
        assert db.get_one(GuardianLink, (mary.school.id, mary.links[0].id)).until_on is not None


def test_a_leaver_is_signed_out_and_letters_end_and_all_of_it_can_be_undone(
    desk: Visitor, make: Make, enter: Enter, visitor: Visitor
) -> None:
    ann = make.pupil()
    mary = make.guardian_of(ann)
    code, child = make.code(mary.links[0]), enter.as_pupil(ann)
    page = desk.open(f"/office/pupils/{ann.id}/leave").press("The child has left")
    assert "Left on" in page.text
    assert child.client.get("/path").status_code == 303
    assert "no longer works" in type_code(visitor, code).errors[0]
    back = page.press("The child is back")
    assert "Left on" not in back.text
    with make.database.reading(school_id=ann.school_id) as db:
        assert db.get_one(GuardianLink, (ann.school_id, mary.links[0].id)).until_on is None


def test_moving_a_child_to_another_class_changes_the_year(desk: Visitor, make: Make) -> None:
    ann = make.pupil()
    make.school_class("5 Elm", year_group=5)
    desk.open(f"/office/pupils/{ann.id}/edit").select("Class", "5 Elm").press("Save")
    with make.database.reading(school_id=ann.school_id) as db:
        assert db.get_one(Pupil, (ann.school_id, ann.id)).year_group == 5


def test_a_long_list_has_pages(desk: Visitor, make: Make) -> None:
    for number in range(51):
        make.pupil(f"Child {number:02d}")
    page = desk.open("/office/pupils")
    assert len(page.table("51 children")) == 50
    assert len(page.follow("Next").table("51 children")) == 1
    for nonsense in ("-1", "0", "9" * 30, "x", "2%00"):
        assert desk.client.get(f"/office/pupils?page={nonsense}&class={nonsense}").status_code == 200


def test_a_class_is_added_and_given_a_teacher(desk: Visitor, make: Make) -> None:
    make.staff("teacher", name="Sam Jones")
    page = desk.open("/office/classes").write("Name of the class", "1 Ash").select("Year group", "Year 1").press("Add the class")
    page = page.tick("Sam Jones").press("Save")
    assert any("1 Ash" in row[0] and "Sam Jones" in row[3] for row in page.table("School year"))


def test_every_change_stands_in_the_record_and_looking_too(desk: Visitor, make: Make) -> None:
    page = desk.open("/office/pupils/new").write("First name", "Ann").press("Add the pupil")
    assert page.status == 200
    with make.database.reading(across="a test reads the record") as db:
        rows = list(db.scalars(select(AuditEntry)))
    assert {"people.pupil.added", "people.pupil.read"} <= {row.action for row in rows}
    assert not any("Ann" in f"{row.about}{row.reason}{row.actor}" for row in rows)


def test_nothing_of_another_school_is_there(desk: Visitor, make: Make) -> None:
    other = make.school("Lighthouse Primary")
    ben = make.pupil("Ben", school=other)
    mary = make.guardian_of(ben)
    assert mary.guardian is not None
    for address in (f"/office/pupils/{ben.id}", f"/office/adults/{mary.guardian.id}", f"/office/links/{mary.links[0].id}"):
        assert desk.open(address).status == 404
    assert "Ben" not in desk.open("/office/pupils").text
    assert "Nobody of that name" in desk.open("/office").write("Name", "Ben").press("Find").text


def test_a_parent_finds_no_page_of_the_office(make: Make, enter: Enter) -> None:
    visitor = enter.as_guardian(make.guardian_of(make.pupil()))
    assert is_inside(visitor.open("/account"))
    for address in ("/office", "/office/pupils", "/office/adults", "/office/pupils/new", "/office/classes"):
        assert visitor.open(address).status == 404

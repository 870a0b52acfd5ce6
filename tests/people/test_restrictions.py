"""What the school decides about an adult and a child holds from the next click, and nobody is told."""

import pytest
from sqlalchemy import select

from esafety.core.audit import AuditEntry
from esafety.people.models import GuardianLink, Invitation
from tests.harness.page import Page
from tests.harness.people import Adult, Enter, Make
from tests.people.doors import is_inside


def restrict(enter: Enter, by: Adult, link: GuardianLink, choice: str, paper: str = "Head's safe, folder 4") -> Page:
    """Fill in the office's form."""
    page = enter.as_staff(by).open(f"/office/links/{link.id}/restrict")
    return page.choose(choice).write("Where the paper is kept", paper).press("Put this into force")


def stored(make: Make, link: GuardianLink) -> GuardianLink:
    with make.database.reading(school_id=link.school_id) as db:
        return db.get_one(GuardianLink, (link.school_id, link.id))


@pytest.mark.parametrize("role", ["office", "dsl"])
def test_a_barred_adults_session_is_dead_at_once(make: Make, enter: Enter, role: str) -> None:
    bob = make.guardian_of(make.pupil(), name="Bob Smith")
    inside = enter.as_guardian(bob)
    assert is_inside(inside.open("/account"))
    assert "Nobody was told" in restrict(enter, make.staff(role), bob.links[0], "Barred").text
    assert not is_inside(inside.open("/account"))
    assert not is_inside(inside.open("/family"))


def test_a_bar_takes_every_permission_and_ends_open_letters(make: Make, enter: Enter) -> None:
    bob = make.guardian_of(make.pupil())
    make.code(bob.links[0])
    restrict(enter, make.staff("office"), bob.links[0], "Barred")
    row = stored(make, bob.links[0])
    assert (row.restriction, row.may_sign, row.may_see_progress, row.may_receive) == ("barred", False, False, False)
    with make.database.reading(school_id=row.school_id) as db:
        assert all(letter.voided_at for letter in db.scalars(select(Invitation)))


def test_the_other_parent_stays_signed_in(make: Make, enter: Enter) -> None:
    ann = make.pupil()
    bob, mary = make.guardian_of(ann, name="Bob Smith"), make.guardian_of(ann)
    marys = enter.as_guardian(mary)
    restrict(enter, make.staff("office"), bob.links[0], "Barred")
    assert is_inside(marys.open("/account"))


def test_a_limited_adult_may_do_what_is_ticked(make: Make, enter: Enter) -> None:
    carer = make.guardian_of(make.pupil())
    page = enter.as_staff(make.staff("office")).open(f"/office/links/{carer.links[0].id}/restrict")
    page = page.choose("Limited").untick("May answer agreements").write("Where the paper is kept", "Office, blue folder")
    page.press("Put this into force")
    row = stored(make, carer.links[0])
    assert (row.restriction, row.may_sign, row.may_see_progress, row.may_receive) == ("limited", False, True, True)
    assert row.restriction_reference == "Office, blue folder"


def test_a_restriction_without_a_paper_is_asked_again(make: Make, enter: Enter) -> None:
    bob = make.guardian_of(make.pupil())
    page = restrict(enter, make.staff("office"), bob.links[0], "Barred", paper=" ")
    assert page.status == 422
    assert stored(make, bob.links[0]).restriction == "none"


def test_the_decision_stands_in_the_record_without_its_words(make: Make, enter: Enter) -> None:
    bob = make.guardian_of(make.pupil())
    restrict(enter, make.staff("office"), bob.links[0], "Barred")
    with make.database.reading(school_id=bob.school.id) as db:
        rows = list(db.scalars(select(AuditEntry).where(AuditEntry.action == "family.link.restricted")))
    assert [row.about for row in rows] == [f"guardian_link:{bob.links[0].id}"]
    assert "safe" not in " ".join(f"{row.reason}{row.about}{row.actor}" for row in rows)


@pytest.mark.parametrize("role", ["teacher", "lead", "head", "governor"])
def test_others_do_not_find_the_page(make: Make, enter: Enter, role: str) -> None:
    bob = make.guardian_of(make.pupil())
    visitor = enter.as_staff(make.staff(role))
    for address in (f"/office/links/{bob.links[0].id}/restrict", f"/office/links/{bob.links[0].id}", "/office/pupils"):
        assert visitor.open(address).status == 404


def test_another_schools_link_is_not_there(make: Make, enter: Enter) -> None:
    make.school()
    bob = make.guardian_of(make.pupil(school=make.school("Lighthouse Primary")))
    visitor = enter.as_staff(make.staff("office"))
    theirs, nobodys = (visitor.open(f"/office/links/{number}/restrict") for number in (bob.links[0].id, 5))
    assert theirs.status == nobodys.status == 404
    assert theirs.html.replace(str(bob.links[0].id), "5") == nobodys.html


def test_a_barred_adult_gets_no_letter(make: Make, enter: Enter) -> None:
    bob = make.guardian_of(make.pupil(), restriction="barred")
    page = enter.as_staff(make.staff("office")).open(f"/office/links/{bob.links[0].id}")
    assert "Make a new code" not in page.buttons

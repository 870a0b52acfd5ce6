"""A parent's way in: the letter's code, an own sign-in, coming back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from esafety.core import clock
from esafety.people import codes, invitations, restrictions
from esafety.people.models import Account, Guardian, GuardianLink, Invitation
from esafety.people.restrictions import Decision
from tests.harness.people import PASSWORD, Enter, Make
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in, type_code

NEW_PASSWORD = "copper teapots whistle"


def letter_for(make: Make, *, first_name: str = "Ann", name: str = "Mary Smith") -> str:
    """The code of a letter to a parent who has no sign-in yet."""
    return make.code(make.link(make.guardian(name), make.pupil(first_name)))


def invitations_used(make: Make) -> int:
    with make.database.reading(across="a test counts") as db:
        return db.scalar(select(func.count(Invitation.used_at))) or 0


def accounts_made(make: Make) -> int:
    with make.database.reading(across="a test counts") as db:
        return db.scalar(select(func.count()).select_from(Account)) or 0


def test_a_parent_uses_a_letter_and_comes_back_with_name_and_password(make: Make, visitor: Visitor) -> None:
    welcome = type_code(visitor, letter_for(make))
    assert welcome.heading == "Welcome"
    assert "Ann" in welcome.text
    assert "Ann" not in welcome.title + welcome.url
    name = welcome.find("//input[@name='sign_in_name']")[0].get("value")
    assert name.startswith("mary.smith")
    inside = welcome.write("Password", NEW_PASSWORD).press("Make my sign-in")
    assert inside.status == 200
    assert is_inside(inside)
    assert not is_inside(inside.press("Sign out"))
    assert is_inside(sign_in(visitor, name.upper(), NEW_PASSWORD))


@pytest.mark.parametrize(
    "spoil",
    [str.lower, codes.pretty, " ".join, lambda code: code.replace("0", "O").replace("1", "l")],
)
def test_a_code_is_understood_however_it_is_typed(make: Make, visitor: Visitor, spoil: Callable[[str], str]) -> None:
    assert type_code(visitor, spoil(letter_for(make))).heading == "Welcome"


def test_looking_at_the_address_of_a_letter_uses_nothing_up(make: Make, visitor: Visitor) -> None:
    code = letter_for(make)
    for address in (f"/family/code?code={code}", f"/family/code?{code}", "/family/welcome"):
        visitor.client.get(address)
        visitor.client.head(address)
    type_code(visitor, code)
    visitor.client.get("/family/welcome")
    assert invitations_used(make) == 0
    assert type_code(visitor, code).heading == "Welcome"


def test_a_code_works_once(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    code, first, second = letter_for(make), app_visitors(), app_visitors()
    both = [type_code(one, code).write("Password", NEW_PASSWORD) for one in (first, second)]
    assert is_inside(both[0].press("Make my sign-in"))
    late = both[1].write("Sign-in name", "somebody.else").press("Make my sign-in")
    assert not is_inside(late)
    assert "used already" in type_code(app_visitors(), code).text
    assert accounts_made(make) == 1


def test_pressing_twice_makes_one_sign_in_and_goes_in(make: Make, visitor: Visitor) -> None:
    page = type_code(visitor, letter_for(make)).write("Password", NEW_PASSWORD)
    cookies = visitor.client.get_cookie("letter", path="/family"), visitor.client.get_cookie("device")
    assert all(cookies)
    sending = page._filling.press("Make my sign-in")
    assert is_inside(visitor.send("/family/welcome", sending))
    again = Visitor(visitor.client.application)
    again.client.set_cookie("letter", cookies[0].decoded_value, path="/family")  # type: ignore[union-attr]
    again.client.set_cookie("device", cookies[1].decoded_value)  # type: ignore[union-attr]
    assert is_inside(again.send("/family/welcome", sending))
    assert accounts_made(make) == 1


@pytest.mark.parametrize(("typed", "told"), [("K7M2P9XR4T", "do not know this code"), ("12", "10 letters"), ("", "Please write")])
def test_a_wrong_code_is_told_and_stays_in_the_field(make: Make, visitor: Visitor, typed: str, told: str) -> None:
    make.school()
    page = type_code(visitor, typed)
    assert page.status == 422
    assert told in page.errors[0]
    assert page.find("//input[@name='code']")[0].get("value") == typed


def test_a_code_is_over_after_thirty_days(make: Make, visitor: Visitor) -> None:
    code = letter_for(make)
    with time_machine.travel(clock.now() + timedelta(days=30, minutes=1)):
        assert "no longer works" in type_code(visitor, code).errors[0]


def test_a_new_letter_ends_the_older_one(make: Make, visitor: Visitor) -> None:
    link = make.link(make.guardian(), make.pupil())
    old, new = make.code(link), make.code(link)
    assert "no longer works" in type_code(visitor, old).errors[0]
    assert type_code(visitor, new).heading == "Welcome"


def test_a_barred_adults_letter_says_no_more_than_an_old_one(make: Make, visitor: Visitor) -> None:
    link = make.link(make.guardian(), make.pupil())
    code = make.code(link)
    with make.database.transaction(school_id=link.school_id) as db:
        row = db.get_one(GuardianLink, (link.school_id, link.id))
        restrictions.restrict(db, row, Decision("barred", reference="safe"), by="account:1", now=clock.now())
    assert "no longer works" in type_code(visitor, code).errors[0]


def test_a_bar_between_code_and_password_closes_the_door(make: Make, visitor: Visitor) -> None:
    link = make.link(make.guardian(), make.pupil())
    page = type_code(visitor, make.code(link)).write("Password", NEW_PASSWORD)
    with make.database.transaction(school_id=link.school_id) as db:
        row = db.get_one(GuardianLink, (link.school_id, link.id))
        restrictions.restrict(db, row, Decision("barred", reference="safe"), by="account:1", now=clock.now())
    assert not is_inside(page.press("Make my sign-in"))
    assert accounts_made(make) == 0


def test_a_parent_signed_in_cannot_take_the_other_parents_letter(make: Make, enter: Enter) -> None:
    ann = make.pupil()
    mary = make.guardian_of(ann, name="Mary Smith")
    code = make.code(make.link(make.guardian("Bob Smith"), ann))
    refused = type_code(enter.as_guardian(mary), code).press("Yes, bring this child to my sign-in")
    assert refused.status == 403
    assert "another adult" in refused.text
    assert invitations_used(make) == 0


def test_a_parent_signed_in_cannot_take_another_familys_letter(make: Make, enter: Enter) -> None:
    mary = make.guardian_of(make.pupil("Ann"), name="Mary Smith")
    link = make.link(make.guardian("Carla Smith"), make.pupil("Ben"))
    refused = type_code(enter.as_guardian(mary), make.code(link)).press("Yes, bring this child to my sign-in")
    assert refused.status == 403
    assert "another adult" in refused.text
    assert invitations_used(make) == 0
    with make.database.reading(school_id=link.school_id) as db:
        assert db.get_one(GuardianLink, (link.school_id, link.id)).guardian_id == link.guardian_id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mary Smith", "Mary Smith", True), ("M. Smith", "Mary Smith", True), ("Smith", "Mary Smith", True),
        ("Zoë Ann Hill", "Zoe Hill", True), ("Smith, Mary", "Mary Smith", True), ("Mary Smith", "Bob Smith", False),
        ("Mary Smith", "Mary Jones", False), ("", "Mary Smith", False), ("محمد", "Mohammed", False),
    ],
)  # fmt: skip
def test_two_entries_of_the_list_are_one_adult_only_by_name(one: str, other: str, same: bool) -> None:
    assert invitations.same_person(one, other) is same
    assert invitations.same_person(other, one) is same


def test_a_parent_of_two_brings_the_second_child_to_the_same_sign_in(make: Make, visitor: Visitor) -> None:
    mary = make.guardian_of(make.pupil("Ann"))
    sibling = make.pupil("Ben", school=make.school("Lighthouse Primary"))
    code = make.code(make.link(make.guardian("Mary Smith", school=make._school_of(sibling)), sibling))
    page = type_code(visitor, code).follow("Use the sign-in I have")
    assert "Ben" in page.text
    assert is_inside(page.write("Sign-in name", mary.sign_in_name).write("Password", PASSWORD).press("Sign in"))
    assert accounts_made(make) == 1
    assert "My family at Lighthouse Primary" in visitor.open("/switch").buttons


def test_an_adult_entered_twice_gets_both_children_under_one_sign_in(make: Make, enter: Enter) -> None:
    mary = make.guardian_of(make.pupil("Ann"))
    link = make.link(make.guardian("M. Smith"), make.pupil("Ben"))
    assert is_inside(type_code(enter.as_guardian(mary), make.code(link)).press("Yes, bring this child to my sign-in"))
    with make.database.reading(school_id=mary.school.id) as db:
        assert mary.guardian is not None
        assert db.get_one(GuardianLink, (link.school_id, link.id)).guardian_id == mary.guardian.id


def test_a_letter_gives_a_new_password_to_a_parent_who_forgot(make: Make, enter: Enter, visitor: Visitor) -> None:
    mary = make.guardian_of(make.pupil())
    elsewhere = enter.as_guardian(mary)
    page = type_code(visitor, make.code(mary.links[0])).follow("I do not know my name or password any more")
    assert mary.sign_in_name in page.text
    assert is_inside(page.write("New password", NEW_PASSWORD).press("Keep this password"))
    assert not is_inside(elsewhere.open("/account"))
    assert not is_inside(sign_in(Visitor(visitor.client.application), mary.sign_in_name))
    assert is_inside(sign_in(Visitor(visitor.client.application), mary.sign_in_name, NEW_PASSWORD))


def test_a_letter_gives_no_new_password_to_a_sign_in_that_opens_more(make: Make, visitor: Visitor) -> None:
    teacher = make.staff("teacher")
    parent = make.guardian_of(make.pupil(), account=teacher.account)
    page = type_code(visitor, make.code(parent.links[0])).follow("I do not know my name or password any more")
    assert "opens more than this school's family page" in page.text
    assert "New password" not in page.html


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("short", "at least 12"),
        ("password123456", "people try first"),
        ("mary.smith.1234", "your name"),
        ("HarbourPrimary1", "your name"),
        ("aaaaaaaaaaaaaaa", "repeats itself"),
        ("qwertyuiopasdf", "follows the keyboard"),
        ("x" * 100_000, "too long"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(make: Make, visitor: Visitor, password: str, told: str) -> None:
    page = type_code(visitor, letter_for(make)).write("Password", password).press("Make my sign-in")
    assert page.status == 422
    assert told in page.errors[0]
    assert accounts_made(make) == 0
    assert invitations_used(make) == 0


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("ab", 422),
        ("x" * 61, 422),
        ("mary smith; drop", 422),
        ("<b>", 422),
        ("😀😀😀", 422),
        ("mary\ud800", 422),
        ("mary\x00\u200f", 303),
    ],
    ids=["two letters", "61 letters", "spaces", "a tag", "pictures", "half a sign", "invisible signs are left out"],
)
def test_a_sign_in_name_that_cannot_be_one_is_told(make: Make, visitor: Visitor, name: str, status: int) -> None:
    page = type_code(visitor, letter_for(make))
    sending = page.write("Password", NEW_PASSWORD)._filling.press("Make my sign-in")
    fields = [(key, name if key == "sign_in_name" else value) for key, value in sending.fields if key]
    data = "&".join(f"{key}={_percent(value)}" for key, value in fields)
    answer = visitor.client.post("/family/welcome", data=data, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == status


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "name",
    ["Siân O'Brien-Łukasz", "N" * 100, "\u202eمریم\u200f", "李", "Null", "{{7*7}}", "<script>alert(1)</script>"],
    ids=["apostrophe", "100 letters", "right to left", "one letter", "null", "template", "script"],
)
def test_any_name_can_be_welcomed(make: Make, visitor: Visitor, name: str) -> None:
    page = type_code(visitor, letter_for(make, first_name=name, name=name))
    assert page.heading == "Welcome"
    assert is_inside(page.write("Password", NEW_PASSWORD).press("Make my sign-in"))


def test_a_stale_form_keeps_what_was_typed(make: Make, visitor: Visitor) -> None:
    page = type_code(visitor, letter_for(make)).write("Sign-in name", "marys").write("Password", NEW_PASSWORD)
    page.find("//input[@name='csrf']")[-1].set("value", "of another session")
    page = page.press("Make my sign-in")
    assert page.status == 422
    assert page.find("//input[@name='sign_in_name']")[0].get("value") == "marys"
    assert NEW_PASSWORD not in page.html
    assert accounts_made(make) == 0
    assert is_inside(page.write("Password", NEW_PASSWORD).press("Make my sign-in"))


def test_a_name_that_somebody_has_is_told_and_uses_nothing_up(make: Make, visitor: Visitor) -> None:
    taken = make.account().sign_in_name
    page = type_code(visitor, letter_for(make)).write("Sign-in name", taken).write("Password", NEW_PASSWORD)
    page = page.press("Make my sign-in")
    assert "Somebody uses this" in page.errors[0]
    assert invitations_used(make) == 0


def test_ten_wrong_codes_make_a_device_wait_and_no_other(make: Make, app_visitors: Callable[[], Visitor]) -> None:
    code, guesser = letter_for(make), app_visitors()
    for _ in range(10):
        assert type_code(guesser, "K7M2P9XR4T").status == 422
    assert type_code(guesser, code).status == 429
    assert type_code(app_visitors(), code).heading == "Welcome"


def test_a_letter_in_hand_is_forgotten_after_half_an_hour(make: Make, visitor: Visitor) -> None:
    type_code(visitor, letter_for(make))
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        assert visitor.open("/family/welcome").heading == "Your letter's code"


def test_the_sign_in_belongs_to_the_letters_adult_alone(make: Make, visitor: Visitor) -> None:
    link = make.link(make.guardian("Mary Smith"), make.pupil())
    other = make.link(make.guardian("Bob Smith"), make.pupil("Ben"))
    type_code(visitor, make.code(link)).write("Password", NEW_PASSWORD).press("Make my sign-in")
    with make.database.reading(school_id=link.school_id) as db:
        assert db.get_one(Guardian, (link.school_id, link.guardian_id)).account_id is not None
        assert db.get_one(Guardian, (link.school_id, other.guardian_id)).account_id is None

"""A parent's way in: the letter's code, an own sign-in, coming back."""


import pytest

from esafety.people import codes
from tests.harness.page import Page
from tests.harness.people import Make
from tests.harness.visitor import Visitor

NEW_PASSWORD = "copper teapots whistle"


def letter_for(make: Make, *, first_name: str = "Ann", name: str = "Mary Smith") -> str:
    """The code of a letter to a parent who has no sign-in yet."""
    return make.code(make.link(make.guardian(name), make.pupil(first_name)))


def type_code(visitor: Visitor, code: str) -> Page:
    return visitor.open("/family/code").write("Code from the letter", code).press("Go on")


def test_a_parent_uses_a_letter_and_comes_back_with_name_and_password(make: Make, visitor: Visitor) -> None:
    welcome = type_code(visitor, letter_for(make))
    assert welcome.heading == "Welcome"
    assert "Ann" in welcome.text
    assert "Ann" not in welcome.title + welcome.url
    name = welcome.find("//input[@name='sign_in_name']")[0].get("value")
    assert name.startswith("mary.smith")
    inside = welcome.write("Password", NEW_PASSWORD).press("Make my sign-in")
    assert inside.status == 200
    assert "Sign out" in inside.buttons
    out = inside.press("Sign out")
    assert "Sign out" not in out.buttons
    page = visitor.open("/family/sign-in").write("Sign-in name", name.upper()).write("Password", NEW_PASSWORD)
    assert "Sign out" in page.press("Sign in").buttons


@pytest.mark.parametrize(
    "spoil", [str.lower, codes.pretty, " ".join, lambda code: code.replace("0", "O").replace("1", "l")]
)
def test_a_code_is_understood_however_it_is_typed(make: Make, visitor: Visitor, spoil) -> None:  # type: ignore[no-untyped-def]
    assert type_code(visitor, spoil(letter_for(make))).heading == "Welcome"

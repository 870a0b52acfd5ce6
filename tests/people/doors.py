"""Walking through the adults' doors in tests."""

import pyotp

from esafety.core import clock
from tests.harness.page import Page
from tests.harness.people import PASSWORD, TOTP_SECRET
from tests.harness.visitor import Visitor


def sign_in(visitor: Visitor, name: str, password: str = PASSWORD, door: str = "family") -> Page:
    """Type a name and a password at one of the doors."""
    return visitor.open(f"/{door}/sign-in").write("Sign-in name", name).write("Password", password).press("Sign in")


def type_code(visitor: Visitor, code: str) -> Page:
    """Type a letter's code."""
    return visitor.open("/family/code").write("Code from the letter", code).press("Go on")


def phone_code() -> str:
    """What the telephone of all test staff shows."""
    return pyotp.TOTP(TOTP_SECRET).at(clock.now())


def is_inside(page: Page) -> bool:
    """Whether somebody is signed in on this page."""
    return "Sign out" in page.buttons

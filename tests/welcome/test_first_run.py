"""An empty installation: what its first visitor is shown, and what stands after it."""

import pyotp
import pytest
from click.testing import CliRunner
from flask import Flask

from esafety.cli.db import upgrade
from esafety.core import clock
from esafety.settings import Settings
from esafety.welcome.first_run import set_up_code
from tests.harness.curriculum import load_ours
from tests.harness.page import Page
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in

PASSWORD = "seven green kettles"


def test_an_installation_without_lessons_says_how_to_load_them(visitor: Visitor) -> None:
    page = visitor.open("/")
    assert page.status == 503
    assert "esafety content load" in page.text


def test_new_tables_get_the_lessons_once(settings: Settings, monkeypatch: pytest.MonkeyPatch, app: Flask) -> None:
    monkeypatch.setenv("ESAFETY_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("ESAFETY_DATA", str(settings.data_directory))
    assert " new, 0 unchanged" in CliRunner().invoke(upgrade).output
    assert " new" not in CliRunner().invoke(upgrade).output
    assert Visitor(app).open("/").heading == "Set up this installation"


def test_the_first_school_stands_with_its_lead_and_its_policy(app: Flask, settings: Settings) -> None:
    _load(app)
    secret = _fill(Visitor(app), settings, code=set_up_code(settings))
    lead = Visitor(app)
    page = sign_in(lead, "ellis", PASSWORD, door="staff")
    assert is_inside(page.write("Code on your phone", pyotp.TOTP(secret).at(clock.now())).press("Go on"))
    assert "Social media and life online" in lead.open("/policy").text
    assert lead.open("/lead").follow("Enter a member of staff").heading == "Enter a member of staff"
    assert Visitor(app).open("/start").status == 404


def test_without_the_code_nothing_is_set_up(app: Flask, settings: Settings) -> None:
    _load(app)
    _fill(Visitor(app), settings, code="guessed")
    assert Visitor(app).open("/").heading == "Set up this installation"


def _load(app: Flask) -> None:
    load_ours(app.extensions["database"])


def _fill(visitor: Visitor, settings: Settings, *, code: str) -> str:
    page: Page = visitor.open("/start")
    secret = str(page.find("//input[@name='totp_secret']/@value")[0])
    page.write("Set-up code", code).write("Name of the school", "Otter Lane Primary School")
    page.write("Short name for commands, such as otter-lane", "otter-lane")
    page.write("Your name, as others at school call you", "Mrs Ellis")
    page.write("The name you want to sign in with", "ellis").write("A password of at least 12 characters", PASSWORD)
    page.write("The six digits that your phone's authenticator app shows now", pyotp.TOTP(secret).at(clock.now()))
    done = page.press("Set up")
    assert ("The school is set up" in done.text) == (done.heading == "Staff: sign in")
    return secret

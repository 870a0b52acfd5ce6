"""Setting up a school at the command line, from an empty database to the first person at the door."""

from collections.abc import Callable
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner, Result

from esafety import create_app
from esafety.cli import main
from esafety.core import clock
from esafety.core.db import Database
from esafety.settings import Settings
from tests.harness.curriculum import load_ours
from tests.harness.visitor import Visitor
from tests.people.doors import is_inside, sign_in


@pytest.fixture
def run(settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Calls `esafety school` on the test's database, which has the lessons."""
    database = Database(settings.database_url)
    load_ours(database)
    database.close()
    monkeypatch.setenv("ESAFETY_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("ESAFETY_DATA", str(tmp_path))
    return lambda *words, typed="": CliRunner().invoke(main, ("school", *words), input=typed)


CREATE = ("create", "--name", "Harbour Primary", "--key", "harbour", "--lead", "Lee Roy", "--sign-in-name", "lee")


def shown(result: Result, label: str) -> str:
    """What stands behind a label of the answer."""
    return next(line.split(":", 1)[1].strip() for line in result.output.splitlines() if line.startswith(label))


def test_a_school_is_set_up_and_its_lead_can_sign_in(run: Callable[..., Result]) -> None:
    made = run(*CREATE, "--make-password")
    assert made.exit_code == 0, made.output
    app = create_app(Settings.from_environment())
    lead = Visitor(app)
    page = sign_in(lead, "lee", shown(made, "Password"), door="staff")
    code = pyotp.TOTP(shown(made, "Second factor")).at(clock.now())
    assert is_inside(page.write("Code on your phone", code).press("Go on"))
    assert "Social media and life online" in lead.open("/policy").text
    app.extensions["database"].close()


def test_a_weak_password_is_asked_for_again_and_a_good_one_is_never_shown(run: Callable[..., Result]) -> None:
    typed = "".join(f"{word}\n{word}\n" for word in ("harbourlee12", "copper teapots whistle"))
    made = run(*CREATE, typed=typed)
    assert made.exit_code == 0, made.output
    assert "copper" not in made.output


def test_the_same_short_name_twice_is_refused_with_a_reason(run: Callable[..., Result]) -> None:
    run(*CREATE, "--make-password")
    again = run(*CREATE, "--make-password")
    assert again.exit_code == 1
    assert "already" in again.output


def test_staff_are_entered_given_other_roles_and_leave(run: Callable[..., Result]) -> None:
    run(*CREATE, "--make-password")
    words = ("staff", "--school", "harbour", "--sign-in-name", "sam", "--roles")
    assert "Second factor" in run(*words, "teacher,dsl", "--name", "Sam Jones", "--make-password").output
    changed = run(*words, "teacher")
    assert "Sam Jones now is teacher" in changed.output
    assert "Second factor" not in changed.output
    assert run("leave", "--school", "harbour", "sam").exit_code == 0
    assert run("second-factor", "sam").exit_code == 0
    assert run("password", "sam", "--make-password").exit_code == 0
    assert "harbour" in run("list").output


@pytest.mark.parametrize("words", [("leave", "--school", "nowhere", "lee"), ("password", "nobody"), ("second-factor", "nobody")])
def test_what_is_not_there_is_told(run: Callable[..., Result], words: tuple[str, ...]) -> None:
    run(*CREATE, "--make-password")
    result = run(*words)
    assert result.exit_code == 1
    assert "There is no such" in result.output


def test_an_unknown_role_is_told_with_those_that_exist(run: Callable[..., Result]) -> None:
    run(*CREATE, "--make-password")
    result = run("staff", "--school", "harbour", "--sign-in-name", "sam", "--roles", "king", "--name", "Sam")
    assert result.exit_code == 2
    assert "dsl" in result.output


def test_a_database_without_tables_is_told_with_what_to_do(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ESAFETY_DATABASE_URL", f"sqlite+pysqlite:///{tmp_path}/empty.sqlite3")
    result = run(*CREATE, "--make-password")
    assert result.exit_code == 1
    assert "esafety db upgrade" in result.output

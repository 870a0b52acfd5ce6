"""Settings that make no sense keep the application from starting, and all of them are named at once."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from esafety.core.errors import SettingsError
from esafety.settings import Settings, from_mapping


def told(given: dict[str, str], folder: Path) -> str:
    with pytest.raises(SettingsError) as refusal:
        from_mapping({"ESAFETY_DATA": str(folder), **given})
    return str(refusal.value)


def test_nothing_needs_to_be_said(tmp_path: Path) -> None:
    settings = from_mapping({"ESAFETY_DATA": str(tmp_path)})
    assert settings.database_url == f"sqlite+pysqlite:///{tmp_path / 'esafety.sqlite3'}"
    assert not settings.demo
    assert not settings.development
    assert not settings.secure_cookies


def test_secrets_are_made_once_and_kept_private(tmp_path: Path) -> None:
    first, second = (from_mapping({"ESAFETY_DATA": str(tmp_path / "new")}) for _ in "ab")
    assert (first.secret_key, first.pepper) == (second.secret_key, second.pepper)
    assert first.secret_key != first.pepper
    file = tmp_path / "new" / "secrets.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(json.loads(file.read_text())) == {"secret_key", "pepper"}


def test_a_public_address_with_https_makes_cookies_secure(tmp_path: Path) -> None:
    settings = from_mapping({"ESAFETY_DATA": str(tmp_path), "ESAFETY_PUBLIC_URL": "https://learn.example/"})
    assert settings.secure_cookies
    assert settings.public_url == "https://learn.example"


WRONG = {
    "ESAFETY_LARGEST_REQUEST": "a lot",
    "ESAFETY_OPENING_MINUTES": "-5",
    "ESAFETY_PUPIL_IDLE_MINUTES": "1.5",
    "ESAFETY_ADULT_IDLE_MINUTES": "",
    "ESAFETY_STAFF_IDLE_MINUTES": "٣",
    "ESAFETY_SECURE_COOKIES": "perhaps",
    "ESAFETY_DEMO": "ja",
    "ESAFETY_DEVELOPMENT": "2",
    "ESAFETY_DATABASE_URL": "mysql://root@localhost/esafety",
    "ESAFETY_SECRET_KEY": "short",
    "ESAFETY_PEPPER": "short",
    "ESAFETY_TRUSTED_HOSTS": " , ",
    "ESAFETY_PUBLIC_URL": "learn.example",
    "ESAFETY_SMTP_URL": "smtp://mail.example",
}
MISSING_BESIDE = {"ESAFETY_SMTP_URL": "ESAFETY_MAIL_FROM"}


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_value_is_named(name: str, tmp_path: Path) -> None:
    assert MISSING_BESIDE.get(name, name) in told({name: WRONG[name]}, tmp_path)


def test_all_wrong_values_are_named_at_once(tmp_path: Path) -> None:
    message = told(WRONG, tmp_path)
    missing = [name for name in WRONG if MISSING_BESIDE.get(name, name) not in message]
    assert not missing, f"{missing} are not named in:\n{message}"


def test_numbers_out_of_reach_are_named_at_once(tmp_path: Path) -> None:
    names = ("LARGEST_REQUEST", "OPENING_MINUTES", "PUPIL_IDLE_MINUTES", "ADULT_IDLE_MINUTES", "STAFF_IDLE_MINUTES")
    message = told({f"ESAFETY_{name}": "0" for name in names}, tmp_path)
    assert len(message.splitlines()) == len(names)


def test_key_and_pepper_must_differ(tmp_path: Path) -> None:
    same = "x" * 40
    assert "differ" in told({"ESAFETY_SECRET_KEY": same, "ESAFETY_PEPPER": same}, tmp_path)


@pytest.mark.parametrize("damage", ["", "not json", "[]", '{"secret_key": 5}', '{"pepper": "x"}'])
def test_a_damaged_file_of_secrets_is_told_in_words(damage: str, tmp_path: Path) -> None:
    (tmp_path / "secrets.json").write_text(damage)
    assert "secrets.json" in told({}, tmp_path)


def test_a_folder_that_cannot_be_used_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "folder" in told({"ESAFETY_DATA": str(tmp_path / "file" / "below")}, tmp_path)


def test_changed_settings_are_checked_again(settings: Settings) -> None:
    with pytest.raises(SettingsError):
        settings.changed(opening_minutes=5)

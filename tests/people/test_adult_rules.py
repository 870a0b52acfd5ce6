"""Codes, passwords, the second factor and sealing, on plain values."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esafety.core.sealing import BrokenSeal, seal, unseal
from esafety.people import accounts, codes, passwords, second_factor
from tests.harness.application import settings_for

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_none(typed: str) -> None:
    code = codes.understood(typed)
    assert code is None or (len(code) == 10 and set(code) <= set(codes.ALPHABET))


def test_codes_are_never_alike_and_always_understood() -> None:
    made = {codes.new_code() for _ in range(500)}
    assert len(made) == 500
    assert all(codes.understood(codes.pretty(code).lower()) == code for code in made)


def test_the_qr_codes_address_keeps_the_code_from_the_server() -> None:
    assert codes.address("https://school.example", "K7M2P9XR4T") == "https://school.example/family/code#K7M2P9XR4T"


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P4ssw0rd!!!!",
        "iloveyou2026",
        "abcdefghijkl",
        "123456789012",
        "abcabcabcabc",
        "letmeinletmein",
        "qwertyuiop12",
    ],
)
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    assert passwords.weakness(password)


@pytest.mark.parametrize(
    "password", ["copper teapots whistle", "vB7#kq92LmZx", "drei blaue Elefanten", "7391 8264 0192 55", "تین نیلے ہاتھی چائے"]
)
def test_unrelated_words_and_random_signs_are_taken(password: str) -> None:
    assert passwords.weakness(password, about=("Mary Smith", "Harbour Primary")) == ""


def test_the_owners_and_the_schools_names_do_not_count() -> None:
    assert passwords.weakness("harbour-smith-2026", about=("Mary Smith", "Harbour Primary"))


def test_a_password_matches_however_the_keyboard_composes_it() -> None:
    kept = passwords.hashed("café au lait noir")
    assert passwords.matches(kept, "cafe\u0301 au lait noir")
    assert not passwords.matches(kept, "cafe au lait noir")
    assert not passwords.matches(None, "café au lait noir")
    assert not passwords.matches("not a hash", "café au lait noir")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_lone_surrogate_is_no_fault() -> None:
    assert passwords.matches(passwords.hashed("half a sign \ud800"), "half a sign \ud800")


@pytest.mark.parametrize(("seconds", "works"), [(-90, False), (-30, True), (0, True), (30, True), (90, False)])
def test_a_telephone_may_be_half_a_minute_early_or_late(seconds: int, works: bool) -> None:
    typed = pyotp.TOTP(SECRET).at(NOON + timedelta(seconds=seconds))
    assert (second_factor.matching_step(SECRET, typed, now=NOON, after=None) is not None) == works


def test_a_used_step_is_over() -> None:
    typed = pyotp.TOTP(SECRET).at(NOON)
    step = second_factor.matching_step(SECRET, typed, now=NOON, after=None)
    assert second_factor.matching_step(SECRET, typed, now=NOON, after=step) is None


@given(st.text(max_size=200))
def test_a_suggested_name_is_always_a_sign_in_name(full_name: str) -> None:
    assert accounts.is_sign_in_name(accounts.suggested_name(full_name))


def test_what_is_sealed_can_be_read_here_and_nowhere_else(tmp_path: Path) -> None:
    here = settings_for("sqlite+pysqlite:///x", tmp_path)
    elsewhere = here.changed(secret_key="another key of another installation")
    sealed = seal(here, "Zoë told us")
    assert "Zoë" not in sealed
    assert unseal(here, sealed) == "Zoë told us"
    for settings, words in ((elsewhere, sealed), (here, sealed[:-3]), (here, ""), (here, "ü")):
        with pytest.raises(BrokenSeal):
            unseal(settings, words)

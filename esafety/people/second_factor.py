"""The second factor of staff: a code of six digits that their telephone makes anew every thirty seconds."""

from __future__ import annotations

import hmac
from datetime import datetime

import pyotp

STEP_SECONDS = 30
ISSUER = "E-safety"


def new_secret() -> str:
    """A secret for somebody's authenticator app, as the app wants it typed: 32 letters and digits, 160 bits."""
    return pyotp.random_base32()


def address(secret: str, *, sign_in_name: str, school: str) -> str:
    """What an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=sign_in_name, issuer_name=f"{ISSUER} {school}".strip())


def matching_step(secret: str, typed: str, *, now: datetime, after: int | None) -> int | None:
    """The step of thirty seconds that a code belongs to, one early and one late allowed; None when it is wrong or old.

    A code works once: steps up to ``after``, the last one used, are over (RFC 6238, section 5.2).
    """
    digits = "".join(letter for letter in typed if letter.isascii() and letter.isdigit())
    code = pyotp.TOTP(secret)
    present = int(now.timestamp()) // STEP_SECONDS
    found = None
    for step in (present - 1, present, present + 1):
        if hmac.compare_digest(code.at(step * STEP_SECONDS), digits):
            found = step
    return found if found is not None and (after is None or found > after) else None

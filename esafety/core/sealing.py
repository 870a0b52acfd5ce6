"""Words that only this server can read again: sealed with a key made from its secret key."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import TYPE_CHECKING

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

if TYPE_CHECKING:
    from datetime import timedelta

    from esafety.settings import Settings


class BrokenSeal(Exception):
    """The words were sealed with another key, were changed, or are too old."""


def seal(settings: Settings, text: str) -> str:
    """Seal words so that a stolen database alone tells nothing."""
    return _sealer(settings.secret_key).encrypt(text.encode()).decode()


def unseal(settings: Settings, sealed: str, *, not_older_than: timedelta | None = None) -> str:
    """The words again. Raises BrokenSeal for anything that this server did not seal, or sealed too long ago."""
    seconds = int(not_older_than.total_seconds()) if not_older_than is not None else None
    try:
        return _sealer(settings.secret_key).decrypt(sealed.encode(), ttl=seconds).decode()
    except (InvalidToken, UnicodeError) as broken:
        raise BrokenSeal from broken


@lru_cache(maxsize=8)
def _sealer(secret_key: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"esafety sealing").derive(secret_key.encode())
    return Fernet(base64.urlsafe_b64encode(key))

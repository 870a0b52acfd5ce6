"""Hashes under the pepper, which lives outside the database: a stolen table can neither be searched nor guessed at."""

from __future__ import annotations

import hashlib
import hmac


def keyed_hash(pepper: str, purpose: str, value: str) -> str:
    """The hash of a value for one purpose, 64 hexadecimal characters; one purpose's hashes never match another's."""
    return hmac.new(pepper.encode(), f"{purpose}\n{value}".encode(), hashlib.sha256).hexdigest()

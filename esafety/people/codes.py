"""The ten characters on a school's letter: easy to copy from paper, hard to guess (49.5 bits), forgiving to type."""

from __future__ import annotations

import re
import secrets

from esafety.people.keyed import keyed_hash

LENGTH = 10
ALPHABET = "0123456789ABCDEFGHJKMNPRSTVWXYZ"
LOOK_ALIKES = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1", "U": "V"})
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212._]+")


def new_code(length: int = LENGTH) -> str:
    """A code that nobody can foresee, without the letters I, L, O, Q and U."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def understood(typed: str, length: int = LENGTH) -> str | None:
    """The code that somebody meant, whatever hyphens, spaces, small letters and look-alikes; None when it cannot be one."""
    letters = _BETWEEN.sub("", typed).upper().translate(LOOK_ALIKES)
    if len(letters) != length or not set(letters) <= set(ALPHABET):
        return None
    return letters


def pretty(code: str) -> str:
    """As it stands on paper: two groups of five."""
    return f"{code[:5]}-{code[5:]}"


def address(public_url: str, code: str) -> str:
    """What the letter's QR code holds. The part after # stays in the browser and never reaches the server or its logs."""
    return f"{public_url}/family/code#{code}"


def code_hash(pepper: str, code: str) -> str:
    """What the database keeps of a code."""
    return keyed_hash(pepper, "letter", code)

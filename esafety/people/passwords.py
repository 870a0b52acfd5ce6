"""Adults' passwords: twelve characters or more, none that everybody tries first, kept as Argon2id."""

from __future__ import annotations

import re
import secrets
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from esafety.core.errors import TooMany
from esafety.core.i18n import gettext as _

SHORTEST, LONGEST = 12, 200
FEWEST_DIFFERENT = 5
LEFT_AFTER_WELL_KNOWN = 6
LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})
ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890")
AT_ONCE, WAIT_SECONDS = 4, 6
ARGON2 = "$argon2"
"""How every hash begins. What stands there before the first sheet, or after an account was emptied, does not."""

# 19 MiB, two passes, one lane: the least that OWASP's cheat sheet on storing passwords names for Argon2id.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Each takes 19 MiB: a flood of sign-ins must wait in line instead of taking all memory.
_line = threading.BoundedSemaphore(AT_ONCE)


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _in_line():
        return _hasher.hash(_composed(password))


def matches(password_hash: str | None, password: str) -> bool:
    """Whether it is this password. Without a hash it takes as long and says no, so that nobody can tell which names exist."""
    known = password_hash if password_hash and password_hash.startswith(ARGON2) else None
    with _in_line():
        try:
            _hasher.verify(known or _nobodys_hash(), _composed(password))
        except (VerificationError, InvalidHashError):
            return False
    return known is not None


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker settings and should be made anew at the next sign-in."""
    return _hasher.check_needs_rehash(password_hash)


def weakness(password: str, *, about: Iterable[str] = ()) -> str:
    """Why this password is too easy, as a sentence for its owner, or nothing. ``about``: the owner's and the school's names."""
    if len(password) < SHORTEST:
        return _("Please use at least %(number)d characters. Three words in a row are a good start.", number=SHORTEST)
    if len(password) > LONGEST:
        return _("Please use at most %(number)d characters.", number=LONGEST)
    plain = _plain(password)
    if len(set(plain)) < FEWEST_DIFFERENT or _is_a_row(plain):
        return _("This repeats itself or follows the keyboard, so it is quickly guessed. Three unrelated words are better.")
    own_words = {word for text in about for word in re.findall(r"\w{3,}", _plain(text))}
    if _is_mostly(plain, own_words):
        return _("This is mostly your name or the school's name. Please add words that others cannot guess.")
    if _is_mostly(plain, well_known()):
        return _("This is one of the passwords that people try first. Three unrelated words are better.")
    return ""


@lru_cache(maxsize=1)
def well_known() -> frozenset[str]:
    """The words and rows of keys that most stolen passwords are made of."""
    lines = (Path(__file__).parent / "well_known_passwords.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _is_mostly(plain: str, words: Iterable[str]) -> bool:
    """Whether these words make up nearly all of it; digits and signs without any of them are another matter."""
    known = tuple(words)
    left = _rest(plain, known)
    return left < LEFT_AFTER_WELL_KNOWN and left < _rest(plain, ())


def _rest(plain: str, words: Iterable[str]) -> int:
    """How many letters remain when these words and all digits and signs are taken out; leet spelling is seen through."""
    least = len(plain)
    for spelled in (plain, plain.translate(LEET)):
        left = spelled
        for word in sorted(words, key=len, reverse=True):
            left = left.replace(word, " ")
        least = min(least, len(re.sub(r"[\W\d_]", "", left)))
    return least


def _is_a_row(plain: str) -> bool:
    if re.fullmatch(r"(.{1,4}?)\1+.{0,3}", plain):
        return True
    steps = sum(1 for a, b in pairwise(plain) if any(a + b in row or b + a in row for row in ROWS))
    return steps >= len(plain) - 3


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _composed(password: str) -> str:
    # Telephones and computers compose "é" differently; a lone surrogate cannot be encoded at all.
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode()


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _hasher.hash(secrets.token_urlsafe(24))


@contextmanager
def _in_line() -> Iterator[None]:
    if not _line.acquire(timeout=WAIT_SECONDS):
        raise TooMany(_("Many people are signing in at this moment. Please try again in a minute."))
    try:
        yield
    finally:
        _line.release()

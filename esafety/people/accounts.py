"""Adults' own sign-ins: making one, changing it, and ending what is signed in with it."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import datetime

from sqlalchemy import select, update

from esafety.access import sessions
from esafety.access.sessions import WebSession
from esafety.core.errors import NotFound, Refused
from esafety.core.i18n import gettext as _
from esafety.core.sealing import seal, unseal
from esafety.core.tenancy import SchoolSession
from esafety.people import second_factor, throttle
from esafety.people.models import Account
from esafety.settings import Settings

SHORTEST_NAME, LONGEST_NAME = 3, 60
SIGNS = frozenset(".-_@+'")


def folded(sign_in_name: str) -> str:
    """A sign-in name as it is stored and looked for: small letters, one way of writing, no spaces."""
    return "".join(unicodedata.normalize("NFKC", sign_in_name).casefold().split())


def is_sign_in_name(name: str) -> bool:
    """Whether a folded name may be one: 3 to 60 letters of any script, digits, or . - _ @ + '."""
    fits = SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return fits and all(sign.isalnum() or sign in SIGNS or unicodedata.category(sign) in {"Mn", "Mc"} for sign in name)


def suggested_name(full_name: str, *, digits: int = 2) -> str:
    """A sign-in name to start from, such as mary.smith48. Always with a number, so that it tells nothing about others."""
    plain = unicodedata.normalize("NFKD", full_name.casefold()).encode("ascii", "ignore").decode()
    words = ["".join(filter(str.isalnum, word)) for word in plain.split()]
    words = [word for word in words if word]
    joined = ".".join((words[0], words[-1]) if len(words) > 1 else words)[: LONGEST_NAME - digits - 2]
    return f"{joined or 'family'}{secrets.randbelow(9 * 10 ** (digits - 1)) + 10 ** (digits - 1)}"


def find_by_name(db: SchoolSession, sign_in_name: str) -> Account | None:
    """The open account of a sign-in name; None when there is none or it was closed."""
    found = db.scalar(select(Account).where(Account.sign_in_name == folded(sign_in_name)))
    return found if found is not None and found.closed_at is None else None


def get_by_name(db: SchoolSession, sign_in_name: str) -> Account:
    """The open account of a sign-in name. Raises NotFound."""
    found = find_by_name(db, sign_in_name)
    if found is None:
        raise NotFound
    return found


def is_taken(db: SchoolSession, sign_in_name: str) -> bool:
    """Whether somebody has this name, or had it."""
    return db.scalar(select(Account.id).where(Account.sign_in_name == folded(sign_in_name))) is not None


def create_account(
    db: SchoolSession,
    *,
    sign_in_name: str,
    display_name: str,
    password_hash: str,
    now: datetime,
    email: str | None = None,
    language: str | None = None,
    sealed_totp_secret: str | None = None,
) -> Account:
    """Make an adult's sign-in; works across schools. Hash the password before, because that is slow. Raises Refused."""
    name = folded(sign_in_name)
    if not is_sign_in_name(name):
        raise Refused(_("A sign-in name has 3 to 60 letters, digits, full stops or hyphens."))
    if is_taken(db, name):
        raise Refused(_("Somebody uses this sign-in name already. Please choose another."))
    account = Account(
        sign_in_name=name,
        display_name=display_name,
        email=email or None,
        password_hash=password_hash,
        totp_secret=sealed_totp_secret,
        language=language,
        created_at=now,
    )
    db.add(account)
    db.flush()
    return account


def change_password(db: SchoolSession, *, account_id: int, password_hash: str, now: datetime, but_for: str | None = None) -> None:
    """Set a new password and end every other session of the account; ``but_for`` is the session that stays."""
    db.execute(update(Account).where(Account.id == account_id).values(password_hash=password_hash))
    throttle.forget_devices(db, account_id=account_id)
    end_sessions(db, account_id=account_id, now=now, but_for=but_for)


def end_sessions(db: SchoolSession, *, account_id: int, now: datetime, but_for: str | None = None) -> None:
    """End the account's sessions on all devices, at once; ``but_for`` is the session that stays."""
    theirs = [WebSession.account_id == account_id]
    if but_for is not None:
        theirs.append(WebSession.token_hash != but_for)
    sessions.end(db, *theirs, now=now)


def close(db: SchoolSession, *, account_id: int, now: datetime) -> None:
    """End an account: its sessions end at once, its name is not given to anybody else."""
    db.execute(update(Account).where(Account.id == account_id).values(closed_at=now))
    end_sessions(db, account_id=account_id, now=now)


def new_second_factor(db: SchoolSession, settings: Settings, *, account_id: int) -> str:
    """Give an account a new second factor and return its secret, which is shown once and kept sealed."""
    secret = second_factor.new_secret()
    sealed = seal(settings, secret)
    db.execute(update(Account).where(Account.id == account_id).values(totp_secret=sealed, totp_last_step=None))
    return secret


def accept_code(db: SchoolSession, settings: Settings, *, account_id: int, typed: str, now: datetime) -> bool:
    """Whether this is the telephone's code of the moment; the same code never works twice."""
    account = db.execute(select(Account.totp_secret, Account.totp_last_step).where(Account.id == account_id)).one()
    if account.totp_secret is None:
        return False
    secret = unseal(settings, account.totp_secret)
    step = second_factor.matching_step(secret, typed, now=now, after=account.totp_last_step)
    if step is None:
        return False
    # The condition decides between two requests that bring the same code at the same moment.
    unused = (Account.totp_last_step.is_(None)) | (Account.totp_last_step < step)
    taken = db.execute(update(Account).where(Account.id == account_id, unused).values(totp_last_step=step))
    return bool(taken.rowcount)  # type: ignore[attr-defined]

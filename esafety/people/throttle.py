"""Counting wrong sign-ins per name and per device, never per address: thirty children and a whole street share one.

Ten wrong tries in fifteen minutes pause a name for devices that never signed in to it. Its owner's own device has a
count of its own, so that an attack on the name does not lock the owner out. A try is counted before the password is
looked at and taken back when it was right: a hundred tries at the same moment are ten tries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from esafety.core.base import new_id
from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession, insert_if_absent
from esafety.people.keyed import keyed_hash
from esafety.people.models import KnownDevice, SignInFailure

WINDOW = timedelta(minutes=15)
MOST_PER_NAME = 10
MOST_PER_DEVICE = 30
MOST_CODES_PER_DEVICE = 10


@dataclass(frozen=True, slots=True)
class Try:
    """One try, counted until it is taken back."""

    rows: tuple[int, ...]
    own_key: str


def begin(database: Database, *, pepper: str, what: str, name: str, device: str, now: datetime) -> Try | None:
    """Count one try of a name on a device; None when it has to wait. Unknown names are counted like known ones."""
    own = _key(pepper, what, f"{name}\n{device}")
    with database.across_schools("a sign-in is counted before anybody knows whose it is") as db:
        is_known = db.get(KnownDevice, known_key(pepper, name=name, device=device)) is not None
        limits = {_key(pepper, what, f"device\n{device}"): MOST_PER_DEVICE}
        limits[own if is_known else _key(pepper, what, f"name\n{name}")] = MOST_PER_NAME
        return _counted(db, limits, own, now)


def begin_code(database: Database, *, pepper: str, device: str, now: datetime) -> Try | None:
    """Count one try of a letter's code on a device; None when it has to wait."""
    key = _key(pepper, "letter", f"device\n{device}")
    with database.across_schools("a letter's code is counted before anybody knows whose it is") as db:
        return _counted(db, {key: MOST_CODES_PER_DEVICE}, key, now)


def take_back(db: SchoolSession, tried: Try) -> None:
    """It was right: neither this try nor the owner's own slips on this device count any longer."""
    db.execute(delete(SignInFailure).where(SignInFailure.id.in_(tried.rows)))
    db.execute(delete(SignInFailure).where(SignInFailure.key == tried.own_key))


def remember_device(db: SchoolSession, *, pepper: str, name: str, account_id: int, device: str, now: datetime) -> None:
    """This device has signed in to this name: an attack on the name from elsewhere will not pause it."""
    key = known_key(pepper, name=name, device=device)
    insert_if_absent(db, KnownDevice, key=key, account_id=account_id, at=now)


def forget_devices(db: SchoolSession, *, account_id: int) -> None:
    """After a new password no device is known any longer."""
    db.execute(delete(KnownDevice).where(KnownDevice.account_id == account_id))


def known_key(pepper: str, *, name: str, device: str) -> str:
    """What is kept of a device that signed in to a name."""
    return keyed_hash(pepper, "known device", f"{name}\n{device}")


def _counted(db: SchoolSession, limits: dict[str, int], own_key: str, now: datetime) -> Try | None:
    since = now - WINDOW
    if db.connection().dialect.name == "postgresql":
        # SQLite has one writer at a time anyway; here two tries of one name must not count past each other.
        for key in sorted(limits):
            db.execute(select(func.pg_advisory_xact_lock(int(key[:15], 16))))
    for key, most in limits.items():
        wrong = db.scalar(
            select(func.count()).select_from(SignInFailure).where(SignInFailure.key == key, SignInFailure.at > since)
        )
        if (wrong or 0) >= most:
            return None
    rows = {new_id(): key for key in limits}
    db.add_all(SignInFailure(id=number, key=key, at=now) for number, key in rows.items())
    return Try(tuple(rows), own_key)


def _key(pepper: str, what: str, value: str) -> str:
    return keyed_hash(pepper, f"wrong {what}", value)

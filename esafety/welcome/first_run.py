"""Setting up an empty installation: whoever holds the server's set-up code enters the first school and its first lead."""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from esafety.access.viewer import Role
from esafety.core.clock import school_day
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.people import schools
from esafety.people.models import School
from esafety.policies import actions as policies
from esafety.settings import Settings

FIRST_HATS = (Role.LEAD, Role.OFFICE)
MODEL_POLICY = "model-social-media"


@dataclass(frozen=True, slots=True)
class FirstSchool:
    """What the person who sets up the installation says. The password comes as its hash."""

    key: str
    name: str
    lead_name: str
    sign_in_name: str
    password_hash: str
    totp_secret: str


def is_empty(db: SchoolSession) -> bool:
    """Whether there is no school yet."""
    return db.scalar(select(School.id).limit(1)) is None


def set_up_code(settings: Settings) -> str:
    """The code that proves access to the server: kept in a file that only the server's user can read."""
    path = _code_file(settings)
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(8))
    return path.read_text(encoding="ascii").strip()


def is_set_up_code(settings: Settings, typed: str) -> bool:
    """Whether this is the set-up code, in constant time; spaces and capitals do not matter."""
    return hmac.compare_digest("".join(typed.lower().split()).encode(), set_up_code(settings).encode())


def forget_code(settings: Settings) -> None:
    """The first school stands: the code has done its work."""
    _code_file(settings).unlink(missing_ok=True)


def set_up(db: SchoolSession, settings: Settings, *, first: FirstSchool, now: datetime) -> School:
    """Enter the first school and its lead. Raises Refused."""
    school = schools.create_school(db, key=first.key, name=first.name, now=now)
    schools.add_staff(
        db,
        settings,
        school=school,
        sign_in_name=first.sign_in_name,
        display_name=first.lead_name,
        password_hash=first.password_hash,
        roles=FIRST_HATS,
        job_title="E-safety lead",
        now=now,
        totp_secret=first.totp_secret,
    )
    return school


def begin_with_model_policy(db: SchoolSession, library: Library, *, now: datetime) -> None:
    """Take over the model policy, so that lessons can say why the school teaches them from the first day."""
    policies.adopt(db, model=library.policy(MODEL_POLICY).item, approved_on=school_day(now), at=now)


def _code_file(settings: Settings) -> Path:
    return settings.data_directory / "set-up-code"

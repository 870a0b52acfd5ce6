"""Who can sign in to the demo and what they type: read at every start, so it loads as little as it can."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pyotp

from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession
from esafety.people import openings
from esafety.people.models import SchoolClass
from esafety.settings import Settings

FILE = "demo.json"


def read_accounts(database: Database, settings: Settings, *, now: datetime) -> list[dict[str, Any]]:
    """The list as it is useful now: with today's class codes and this moment's second factor. Raises FileNotFoundError."""
    listed: list[dict[str, Any]] = json.loads((settings.data_directory / FILE).read_text(encoding="utf-8"))
    with database.unit(write=False) as unit:
        for one in listed:
            one["where"] = settings.public_url + one["where"]
            if "class_id" in one:
                _tell_class_code(unit.inside(one.pop("school_id")), one, now)
            if secret := one["type"].get("totp_secret"):
                one["type"]["totp_code_now"] = pyotp.TOTP(secret).now()
    return listed


def open_doors(database: Database, settings: Settings, *, now: datetime) -> None:
    """Open the classes of the pupils on the list, so that the class door can be tried at once."""
    listed = json.loads((settings.data_directory / FILE).read_text(encoding="utf-8"))
    wanted = {(one["school_id"], one["class_id"]) for one in listed if "class_id" in one}
    with database.together() as unit:
        across = unit.across("class codes are unlike each other in all schools")
        for school_id, class_id in sorted(wanted):
            db = unit.inside(school_id)
            school_class = db.get(SchoolClass, (school_id, class_id))
            if school_class is not None:
                openings.open_class(db, school_class, across=across, by=None, actor="demo", now=now, settings=settings)


def _tell_class_code(db: SchoolSession, one: dict[str, Any], now: datetime) -> None:
    opening = openings.find_opening(db, class_id=one.pop("class_id"), now=now)
    one["type"]["class_code"] = opening.code if opening else "the teacher opens the class first"

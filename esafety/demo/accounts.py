"""Choosing who can be tried in the demo, and keeping what they type beside its database."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.demo.fill import PASSWORD, Federation, Filled
from esafety.demo.listing import FILE
from esafety.demo.staff import TRUST_LEAD
from esafety.people import invitations
from esafety.people.codes import new_code
from esafety.people.models import GuardianLink, Pupil
from esafety.people.pupil_secrets import CARD_LENGTH, card_hash
from esafety.settings import Settings

PUPILS_WHO_CAN_TRY = ((0, 3), (1, 4), (3, 4), (4, 2), (5, 6), (6, 1))
"""Year group and place in it: at least one pupil of each age band, and the one with the long name."""
ROLES_OF_NOTES = {
    "two households": "parent-of-two-households",
    "foster": "restricted-adult",
    "barred": "barred-adult",
    "urdu": "parent-reads-urdu",
    "welsh": "parent-reads-welsh",
    "declines": "parent-who-declines",
}
STAFF_ROLES = (("head", "head"), ("dsl", "dsl"), ("lead", "esafety-lead"), ("office", "office"), ("governor", "governor"))


def note_accounts(database: Database, settings: Settings, *, made: Federation, shelf: Library, now: datetime) -> None:
    """Choose who can be tried, give them what they need, and keep the list beside the demo's database."""
    listed: list[dict[str, Any]] = []
    with database.together() as unit:
        for filled in made.schools:
            db = unit.inside(filled.school_id)
            listed += _pupils(db, settings, filled, shelf)
            listed += _parents(filled)
            listed += _staff(filled)
            listed.append(_new_parent(db, settings, filled, now))
    name, sign_in_name = TRUST_LEAD
    listed.append(_adult("trust-lead", "", name, sign_in_name, where="/staff/sign-in", secret=made.trust_lead_secret))
    _keep(settings.data_directory / FILE, listed)


def _pupils(db: SchoolSession, settings: Settings, filled: Filled, shelf: Library) -> list[dict[str, Any]]:
    listed = []
    for year_group, place in PUPILS_WHO_CAN_TRY:
        of_year = [one for one in filled.pupils if one[0].year_group == year_group and not one[0].left]
        child, pupil, pictures = of_year[min(place, len(of_year) - 1)]
        kept = db.get(Pupil, (filled.school_id, pupil.id))
        assert kept is not None
        code = new_code(CARD_LENGTH)
        kept.card_code_hash = card_hash(settings.pepper, school_id=filled.school_id, pupil_id=pupil.id, code=code)
        listed.append(
            {
                "role": f"pupil-{shelf.band_of(year_group)}",
                "school": filled.school,
                "name": f"{child.first_name} {child.initial}".strip(),
                "where": "/class",
                "type": {"class_code": "", "tile": child.first_name, "pictures": list(pictures), "card_code": code},
                "school_id": filled.school_id,
                "class_id": pupil.class_id,
            }
        )
    return listed


def _parents(filled: Filled) -> list[dict[str, Any]]:
    listed = []
    shown: set[str] = set()
    for adult, _guardian, name in filled.guardians:
        role = "parent-with-children-in-both-schools" if adult.both_schools else ROLES_OF_NOTES.get(adult.note, "parent")
        wanted = (
            role not in shown or role == "parent-of-two-households" or (role == "barred-adult" and adult.restriction == "barred")
        )
        if role == "barred-adult" and adult.restriction != "barred":
            continue
        if role == "restricted-adult" and adult.restriction != "limited":
            continue
        if name and wanted:
            shown.add(role)
            listed.append(_adult(role, filled.school, adult.name, name, where="/family/sign-in", secret=""))
    return listed


def _staff(filled: Filled) -> list[dict[str, Any]]:
    listed = []
    for worker, secret, _member in filled.staff:
        hats = [str(role) for role in worker.roles]
        role = next((shown for hat, shown in STAFF_ROLES if hat in hats), "teacher")
        if worker.sign_in_name == "teacher.kestrels":
            role = "teacher-who-is-a-parent"
        listed.append(_adult(role, filled.school, worker.name, worker.sign_in_name, where="/staff/sign-in", secret=secret))
    return listed


def _new_parent(db: SchoolSession, settings: Settings, filled: Filled, now: datetime) -> dict[str, Any]:
    bond = next(
        one for one in filled.bonds if not one.adult.has_account and not one.adult.by_paper and one.adult.restriction == "none"
    )
    link = db.get(GuardianLink, (filled.school_id, bond.link.id))
    assert link is not None
    code = invitations.invite(db, link, now, settings)
    return {
        "role": "new-parent",
        "school": filled.school,
        "name": bond.adult.name,
        "where": "/family/code",
        "type": {"letter_code": code},
    }


def _adult(role: str, school: str, name: str, sign_in_name: str, *, where: str, secret: str) -> dict[str, Any]:
    typed = {"sign_in_name": sign_in_name, "password": PASSWORD}
    if secret:
        typed["totp_secret"] = secret
    return {"role": role, "school": school, "name": name, "where": where, "type": typed}


def _keep(path: Path, listed: list[dict[str, Any]]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(listed, file, ensure_ascii=False, indent=1)

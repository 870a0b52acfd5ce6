"""A copy of the demo federation behind a real server, and its people at the door."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page
from sqlalchemy import select

from esafety.access import sessions
from esafety.access.viewer import Viewer
from esafety.agreements.models import Signature
from esafety.cli.demo import DATABASE
from esafety.core import clock
from esafety.core.db import Database
from esafety.demo.listing import FILE, read_accounts
from esafety.people.identification import identify
from esafety.people.models import Account, Guardian, GuardianLink, Membership, Pupil, School
from esafety.settings import Settings, from_mapping
from tests.harness.server import Server

SIGNED_IN_FOR = timedelta(hours=8)
PUPILS = ("pupil-ks1", "pupil-lks2", "pupil-uks2")
STAFF = ("teacher", "esafety-lead", "dsl", "head", "governor", "office")


@dataclass(frozen=True)
class Person:
    """Somebody of the demo: what they type at the door, and which rows they are."""

    role: str
    name: str
    where: str
    types: dict[str, Any]
    school_id: int | None = None
    account_id: int | None = None
    pupil_id: int | None = None

    @property
    def is_staff(self) -> bool:
        return self.where == "/staff/sign-in"


class House:
    """One running copy of the demo. What a journey changes here, other modules never see."""

    def __init__(self, server: Server, listed: list[dict[str, Any]] | None = None) -> None:
        self.server = server
        self.settings = server.settings
        self.database = Database(self.settings.database_url)
        self._listed = listed or []

    @classmethod
    def of_the_demo(cls, folder: Path) -> House:
        """The demo whose data is in the folder, on a server of its own."""
        server = Server(_settings(folder), folder / "server.log")
        return cls(server, json.loads((folder / FILE).read_text("utf-8")))

    def url(self, path: str) -> str:
        """The full address of a page."""
        return self.server.url(path)

    def person(self, role: str, place: int = 0) -> Person:
        """Somebody with this role in the demo's list; `place` chooses among several."""
        told = [one for one in read_accounts(self.database, self.settings, now=clock.now()) if one["role"] == role][place]
        kept = [one for one in self._listed if one["role"] == role][place]
        found = Person(role, told["name"], urlsplit(told["where"]).path, told["type"])
        return Person(**{**found.__dict__, **self._rows(kept)})

    def parent_to_ask(self) -> Person:
        """A parent with a sign-in who has not answered about the agreement and may."""
        with self.database.reading(across="a journey looks for its people") as db:
            answered = select(Signature.guardian_id)
            wanted = (
                select(Guardian.school_id, Guardian.account_id, Guardian.name)
                .join(GuardianLink, (GuardianLink.guardian_id == Guardian.id) & (GuardianLink.school_id == Guardian.school_id))
                .where(Guardian.account_id.is_not(None), GuardianLink.may_sign, Guardian.id.not_in(answered))
            )
            found = db.execute(wanted.order_by(Guardian.id).limit(1)).one()
        return Person("parent", found.name, "/family/sign-in", {}, found.school_id, found.account_id)

    def token(self, person: Person) -> str:
        """A new session of this person, as the doors begin it."""
        now = clock.now()
        facts: dict[str, Any] = {}
        if person.pupil_id is not None:
            facts = self._facts(person)
        with self.database.across_schools("a journey begins behind the door") as db:
            return sessions.begin(
                db,
                kind="pupil" if person.pupil_id else "adult",
                now=now,
                expires_at=now + SIGNED_IN_FOR,
                facts=facts,
                school_id=person.school_id,
                account_id=person.account_id,
                pupil_id=person.pupil_id,
                second_factor_at=now if person.is_staff else None,
            )

    def enter(self, tab: Page, person: Person) -> Viewer:
        """Sign this person in without the door, in the tab's browser; returns what the house knows of them."""
        token = self.token(person)
        tab.context.add_cookies([{"name": "session", "value": token, "url": self.server.origin}])
        return self.viewer(token)

    def viewer(self, token: str) -> Viewer:
        """Who a session belongs to, as the door sees it."""
        now = clock.now()
        with self.database.unit(write=False) as unit:
            signed_in = sessions.find(unit.across("a journey asks who it is"), token, now=now)
            assert signed_in is not None
            viewer = identify(unit, signed_in, now)
            assert viewer is not None
            return viewer

    def close(self) -> None:
        """Stop the server and give the database back."""
        self.server.stop()
        self.database.close()

    def _facts(self, person: Person) -> dict[str, Any]:
        with self.database.reading(across="a journey begins behind the door") as db:
            pupil = db.get_one(Pupil, (person.school_id, person.pupil_id))
            return {
                "name": pupil.first_name,
                "school": db.get_one(School, person.school_id).name,
                "class_id": pupil.class_id,
                "year_group": pupil.year_group,
                "animal": pupil.animal,
                "settings": pupil.settings.split() if pupil.settings else [],
                "language": None,
            }

    def _rows(self, kept: dict[str, Any]) -> dict[str, int | None]:
        with self.database.reading(across="a journey looks for its people") as db:
            if "class_id" in kept:
                wanted = select(Pupil.id).where(Pupil.class_id == kept["class_id"], Pupil.first_name == kept["type"]["tile"])
                return {"school_id": kept["school_id"], "pupil_id": db.scalars(wanted).first()}
            school_id = db.scalar(select(School.id).where(School.name == kept["school"]))
            signs_in_as = kept["type"].get("sign_in_name")
            account_id = db.scalar(select(Account.id).where(Account.sign_in_name == signs_in_as))
            return {"school_id": school_id, "account_id": account_id}

    def names_of_people(self) -> frozenset[str]:
        """Every name of a person in the house, as whole names and as children's first names."""
        with self.database.reading(across="a journey listens for names") as db:
            children = db.scalars(select(Pupil.first_name).distinct()).all()
            adults = db.scalars(select(Guardian.name)).all()
            staff = db.scalars(select(Account.display_name).join(Membership, Membership.account_id == Account.id)).all()
        return frozenset((*children, *adults, *staff))


def copy_of(demo: Path, folder: Path) -> Path:
    """Copy the demo's data: the database, its secrets and the list of people."""
    shutil.copytree(demo, folder)
    leftovers = [path for path in demo.glob(DATABASE + "-*") if path.stat().st_size]
    assert not leftovers, f"filling left {leftovers} open"
    return folder


def _settings(folder: Path) -> Settings:
    given = {"ESAFETY_DATA": str(folder), "ESAFETY_DEMO": "yes", "ESAFETY_OPENING_MINUTES": "600"}
    return from_mapping(given)

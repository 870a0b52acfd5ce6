"""A small school for the tests of class sign-in: two classes, a teacher in front of one, and devices."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from esafety.access import sessions
from esafety.core import clock
from esafety.core.db import Database
from esafety.core.tenancy import SchoolSession
from esafety.people import cards
from esafety.people.models import Account, ClassOpening, Membership, Pupil, School, SchoolClass, Seat, Teaching
from esafety.people.pupil_secrets import kind_for, set_pictures
from esafety.web.pictures import ANIMALS
from tests.harness.visitor import Visitor

PICTURES = ("moon", "apple", "key", "boat")


@dataclass
class Clock:
    """A clock that a test can put forward."""

    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        return _real_now() + self.ahead


_real_now = clock.now


@dataclass
class Classroom:
    """One school with its own class, a class next door, and a school elsewhere."""

    app: Flask
    clock: Clock
    school_id: int = 0
    class_id: int = 0
    next_door_id: int = 0
    pupils: dict[str, int] = field(default_factory=dict)
    stranger_id: int = 0
    teacher_account: int = 0

    @property
    def database(self) -> Database:
        found: Database = self.app.extensions["database"]
        return found

    def build(self, *, year_group: int = 1, names: tuple[str, ...] = ("Maya", "Tom", "Wen")) -> Classroom:
        """Fill the database: the class's pupils all have the first pictures of ``PICTURES``."""
        now = self.clock.now()
        with self.database.across_schools("a test builds its school") as db:
            for name in ("home", "elsewhere"):
                db.add(School(key=name, name=f"{name.title()} School", created_at=now))
            db.add(Account(sign_in_name="teacher", display_name="Teacher", password_hash="-", created_at=now))
        with self.database.reading(across="a test reads its school") as db:
            self.school_id = db.scalars(select(School.id).where(School.key == "home")).one()
            elsewhere = db.scalars(select(School.id).where(School.key == "elsewhere")).one()
            self.teacher_account = db.scalars(select(Account.id)).one()
        with self.database.transaction(school_id=self.school_id) as db:
            mine, other = (self._class(db, name, year_group) for name in ("Owls", "Foxes"))
            self.class_id, self.next_door_id = mine.id, other.id
            member = Membership(account_id=self.teacher_account, roles="teacher", from_on=now.date() - timedelta(days=9))
            db.add(member)
            db.flush()
            db.add(Teaching(class_id=mine.id, membership_id=member.id))
            for number, name in enumerate(names):
                self.pupils[name] = self.add_pupil(db, name, mine, number)
            self.pupils["Noor"] = self.add_pupil(db, "Noor", other, 40)
        with self.database.transaction(school_id=elsewhere) as db:
            self.stranger_id = self.add_pupil(db, "Sol", self._class(db, "Hares", year_group), 3)
        return self

    def _class(self, db: SchoolSession, name: str, year_group: int) -> SchoolClass:
        made = SchoolClass(name=name, year_group=year_group, school_year=clock.school_year(self.clock.now().date()))
        db.add(made)
        db.flush()
        return made

    def add_pupil(self, db: SchoolSession, name: str, school_class: SchoolClass, number: int) -> int:
        first, _, initial = name.partition(" ")
        pupil = Pupil(
            first_name=first,
            initial=initial,
            animal=ANIMALS[number % len(ANIMALS)][0],
            year_group=school_class.year_group,
            class_id=school_class.id,
            joined_on=self.clock.now().date() - timedelta(days=30),
        )
        db.add(pupil)
        pictures = PICTURES[: kind_for(school_class.year_group).length]
        set_pictures(db, pupil, pictures, self.app.extensions["settings"])
        return pupil.id

    def teacher(self) -> Visitor:
        """The teacher of the first class, signed in with the second factor."""
        now = self.clock.now()
        with self.database.across_schools("a test signs its teacher in") as db:
            token = sessions.begin(
                db,
                kind="adult",
                now=now,
                expires_at=now + timedelta(hours=8),
                facts={},
                school_id=self.school_id,
                account_id=self.teacher_account,
                second_factor_at=now,
            )
        visitor = Visitor(self.app)
        visitor.client.set_cookie("session", token)
        return visitor

    def open(self) -> str:
        """The teacher opens the class; returns the code on the board."""
        self.teacher().open("/teach").press("Open the class: Owls")
        return self.opening().code

    def opening(self) -> ClassOpening:
        with self.database.reading(school_id=self.school_id) as db:
            return db.scalars(select(ClassOpening).order_by(ClassOpening.opened_at.desc()).limit(1)).one()

    def seat(self, name: str) -> Seat:
        with self.database.reading(school_id=self.school_id) as db:
            return db.scalars(select(Seat).where(Seat.pupil_id == self.pupils[name], Seat.opening_id == self.opening().id)).one()

    def card_of(self, name: str) -> str:
        """A new card for one child."""
        with self.database.transaction(school_id=self.school_id) as db:
            settings = self.app.extensions["settings"]
            made = cards.issue(db, self.class_id, self.clock.now(), settings, actor="test", pupil_id=self.pupils[name])
        return made[0].code

    def device(self) -> Device:
        return Device(self)


class Device:
    """One tablet: a browser without JavaScript that answers in status codes, for quick tests of many tries."""

    def __init__(self, room: Classroom) -> None:
        self.room = room
        self.visitor = Visitor(room.app)
        self.client = self.visitor.client

    def post(self, address: str, shown_at: str = "", **fields: str | list[str]) -> TestResponse:
        """Send a form as the page at ``shown_at`` would."""
        page = self.client.get(shown_at or address).get_data(as_text=True)
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
        return self.client.post(address, data={"csrf": found[1] if found else "", **fields})

    def enter(self, code: str) -> TestResponse:
        return self.post("/class", code=code)

    def tap(self, name: str, *pictures: str) -> TestResponse:
        """Tap these pictures at a child's tile."""
        return self.post(self.tile(name), chosen=list(pictures))

    def sign_in(self, name: str, length: int = 3) -> TestResponse:
        return self.tap(name, *PICTURES[:length])

    def wrong(self, name: str, times: int = 1) -> TestResponse:
        """Tap wrong pictures, each time others."""
        for _time in range(times):
            answer = self.tap(name, "moon", "key", "apple", "boat")
        return answer

    def tile(self, name: str) -> str:
        return f"/class/who/{self.room.pupils[name]}"

    @property
    def session(self) -> str | None:
        """The token of the session on this device."""
        cookie = self.client.get_cookie("session")
        return cookie.value if cookie is not None else None

    def who(self) -> str | None:
        """Whose session this device has, by the name in the page; None without one."""
        answer = self.client.get("/class/still-you")
        found = re.search(r"Is it still you, ([^?]+)\?", answer.get_data(as_text=True))
        return found[1] if found else None

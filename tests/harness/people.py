"""People to test with: `make` enters them as the office would, `enter` signs them in through the real session table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.access import sessions
from esafety.access.viewer import Role
from esafety.core import clock
from esafety.core.db import Database
from esafety.people import accounts, hats, invitations, passwords, roster, schools
from esafety.people import classes as school_classes
from esafety.people.models import Account, Guardian, GuardianLink, Pupil, School, SchoolClass
from esafety.settings import Settings
from esafety.web.door import session_cookie
from tests.harness.visitor import Visitor

PASSWORD = "seven quiet lanterns"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@cache
def password_hash() -> str:
    """The hash of the one password that everybody here has; made once, because it is slow by design."""
    return passwords.hashed(PASSWORD)


@dataclass(frozen=True)
class Adult:
    """An adult who can sign in, with what their hat in the school needs."""

    account: Account
    school: School
    membership_id: int | None = None
    guardian: Guardian | None = None
    links: tuple[GuardianLink, ...] = ()

    @property
    def sign_in_name(self) -> str:
        return self.account.sign_in_name


@dataclass
class Make:
    """Enters people. Everybody belongs to the first school unless another is named."""

    database: Database
    settings: Settings
    _school: School | None = None
    _classes: dict[tuple[int, str], SchoolClass] = field(default_factory=dict)
    _made: int = 0

    def school(self, name: str = "Harbour Primary", **more: Any) -> School:
        """A school; the first one made is where everybody belongs."""
        with self.database.across_schools("a test enters a school") as db:
            made = schools.create_school(db, key=f"school-{self._next()}", name=name, now=clock.now(), **more)
        self._school = self._school or made
        return made

    def school_class(self, name: str = "3 Oak", *, year_group: int = 3, school: School | None = None) -> SchoolClass:
        """A class of this school year, made once for each name."""
        where = self._in(school)
        if (where.id, name) not in self._classes:
            year = clock.school_year(clock.school_day(clock.now()))
            with self.database.transaction(school_id=where.id) as db:
                self._classes[where.id, name] = school_classes.add_class(db, name=name, year_group=year_group, year=year)
        return self._classes[where.id, name]

    def pupil(
        self,
        first_name: str = "Ann",
        *,
        initial: str = "",
        school_class: SchoolClass | None = None,
        school: School | None = None,
        **more: Any,
    ) -> Pupil:
        """A child on roll."""
        where = self._in(school)
        school_class = school_class or self.school_class(school=where)
        with self.database.transaction(school_id=where.id) as db:
            pupil = roster.add_pupil(
                db, first_name=first_name, initial=initial, class_id=school_class.id, today=self._a_year_ago()
            )
            for name, value in more.items():
                setattr(pupil, name, value)
            return pupil

    def guardian(self, name: str = "Mary Smith", *, school: School | None = None, **more: Any) -> Guardian:
        """An adult without a sign-in and without a child."""
        with self.database.transaction(school_id=self._in(school).id) as db:
            return roster.add_guardian(db, name=name, now=clock.now(), **more)

    def link(self, guardian: Guardian, pupil: Pupil, **more: Any) -> GuardianLink:
        """A link; `more` may hold relationship, may_sign, restriction, until_on and so on."""
        with self.database.transaction(school_id=pupil.school_id) as db:
            made = roster.link(db, guardian_id=guardian.id, pupil_id=pupil.id, relationship="mother", today=self._a_year_ago())
            for name, value in more.items():
                setattr(made, name, value)
            return made

    def guardian_of(
        self, *pupils: Pupil, name: str = "Mary Smith", account: Account | None = None, language: str = "en", **link: Any
    ) -> Adult:
        """A parent with a sign-in, linked to these children; `link` changes every link."""
        school = self._school_of(pupils[0])
        guardian = self.guardian(name, school=school, language=language)
        links = tuple(self.link(guardian, pupil, **link) for pupil in pupils)
        account = account or self.account(name)
        with self.database.transaction(school_id=school.id) as db:
            db.get_one(Guardian, (school.id, guardian.id)).account_id = account.id
        guardian.account_id = account.id
        return Adult(account, school, guardian=guardian, links=links)

    def staff(
        self, *roles: str, name: str = "Sam Jones", school: School | None = None, classes: tuple[SchoolClass, ...] = ()
    ) -> Adult:
        """Somebody who works for the school, with a second factor."""
        where = self._in(school)
        with self.database.across_schools("a test enters staff") as db:
            new = schools.add_staff(
                db,
                self.settings,
                school=where,
                sign_in_name=f"staff{self._next()}",
                display_name=name,
                password_hash=password_hash(),
                roles=[Role(role) for role in roles],
                from_on=self._a_year_ago(),
                now=clock.now(),
                totp_secret=TOTP_SECRET,
            )
            assert new.membership_id is not None
            for school_class in classes:
                schools.teach(db, school_class=school_class, membership_id=new.membership_id)
        return Adult(new.account, where, membership_id=new.membership_id)

    def trust_lead(self, *led: School, name: str = "Robin Hill") -> Adult:
        """Somebody who leads a trust of these schools."""
        with self.database.across_schools("a test enters a trust") as db:
            trust = schools.create_trust(db, name="Coast Trust")
            for school in led:
                db.get_one(School, school.id).trust_id = trust.id
            new = schools.add_trust_lead(
                db,
                self.settings,
                trust=trust,
                sign_in_name=f"trust{self._next()}",
                display_name=name,
                password_hash=password_hash(),
                now=clock.now(),
                totp_secret=TOTP_SECRET,
            )
        return Adult(new.account, self._in(led[0] if led else None))

    def account(self, name: str = "Mary Smith") -> Account:
        """A sign-in with the one password of all tests."""
        with self.database.across_schools("a test makes a sign-in") as db:
            return accounts.create_account(
                db,
                sign_in_name=f"person{self._next()}",
                display_name=name,
                password_hash=password_hash(),
                now=clock.now(),
            )

    def code(self, link: GuardianLink, *, at: datetime | None = None) -> str:
        """The code of a new letter for a link."""
        with self.database.transaction(school_id=link.school_id) as db:
            return invitations.invite(db, link, at or clock.now(), self.settings)

    def _in(self, school: School | None) -> School:
        return school or self._school or self.school()

    def _school_of(self, row: Any) -> School:
        with self.database.reading(across="a test looks for a school") as db:
            return db.get_one(School, row.school_id)

    def _next(self) -> int:
        self._made += 1
        return self._made

    @staticmethod
    def _a_year_ago() -> Any:
        return clock.school_day(clock.now()) - timedelta(days=365)


@dataclass
class Enter:
    """Signs people in: a session row as the doors make it, and its cookie in a new browser."""

    app: Flask

    def as_guardian(self, adult: Adult) -> Visitor:
        """A browser in which a parent is signed in."""
        return self._adult(adult, second_factor=False)

    def as_staff(self, adult: Adult) -> Visitor:
        """A browser in which a member of staff has proved the second factor."""
        return self._adult(adult, second_factor=True)

    def as_trust_lead(self, adult: Adult) -> Visitor:
        """A browser in which a trust's lead has proved the second factor."""
        return self._adult(adult, second_factor=True, school_id=None)

    def as_pupil(self, pupil: Pupil, *, opening_id: int | None = None) -> Visitor:
        """A browser in which a child is signed in."""
        database: Database = self.app.extensions["database"]
        with database.reading(across="a test signs a child in") as db:
            school_name = db.scalar(select(School.name).where(School.id == pupil.school_id))
        facts = {
            "name": pupil.first_name,
            "school": school_name,
            "class_id": pupil.class_id,
            "year_group": pupil.year_group,
            "animal": pupil.animal,
            "settings": pupil.settings.split() if pupil.settings else [],
            "language": None,
        }
        return self._begin(kind="pupil", facts=facts, school_id=pupil.school_id, pupil_id=pupil.id, opening_id=opening_id)

    def _adult(self, adult: Adult, *, second_factor: bool, school_id: int | None = -1) -> Visitor:
        return self._begin(
            kind="adult",
            facts={},
            account_id=adult.account.id,
            school_id=adult.school.id if school_id == -1 else school_id,
            second_factor_at=clock.now() if second_factor else None,
        )

    def _begin(self, **whose: Any) -> Visitor:
        database: Database = self.app.extensions["database"]
        settings: Settings = self.app.extensions["settings"]
        now = clock.now()
        with database.across_schools("a test signs somebody in") as db:
            token = sessions.begin(db.connection(), now=now, expires_at=now + timedelta(hours=8), **whose)
        visitor = Visitor(self.app)
        visitor.client.set_cookie(session_cookie(settings), token, domain="localhost")
        return visitor


@pytest.fixture
def make(app: Flask) -> Make:
    """Enters schools, classes, pupils, parents and staff in the application's own database."""
    return Make(app.extensions["database"], app.extensions["settings"])


@pytest.fixture
def enter(app: Flask) -> Enter:
    """Signs them in."""
    return Enter(app)


def hats_of(make: Make, adult: Adult) -> tuple[hats.Hat, ...]:
    """The hats of an adult, as the doors see them."""
    with make.database.reading(across="a test looks at hats") as db:
        return hats.hats_of(db, account_id=adult.account.id, today=clock.school_day(clock.now()))

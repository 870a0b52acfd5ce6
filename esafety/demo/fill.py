"""Filling an empty database with the demo's federation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from esafety.access.viewer import Role
from esafety.core.clock import school_day, school_year
from esafety.core.db import Database, UnitOfWork
from esafety.core.tenancy import SchoolSession
from esafety.curriculum.library import Library
from esafety.demo.calendar import in_the_evening, school_day_before
from esafety.demo.lessons import Learner, teach_half_a_year
from esafety.demo.modules import learn_modules
from esafety.demo.policies import bring_policies
from esafety.demo.signing import Bond, sign_two_years
from esafety.demo.staff import FEDERATION, SCHOOLS, STAFF, TRUST_LEAD, Worker
from esafety.demo.together import mark_tasks, teach_at_the_board
from esafety.demo.town import CLASS_NAMES, SEED, Adult, Child, Town, town
from esafety.demo.worries import tell_worries
from esafety.demo.writing import write_lessons
from esafety.people import accounts, passwords, restrictions, roster, schools
from esafety.people import classes as people_classes
from esafety.people.models import Guardian, Pupil, School, SchoolClass
from esafety.people.pupil_secrets import kind_for, set_pictures
from esafety.policies import actions as policies
from esafety.settings import Settings

PASSWORD = "three-otters-and-a-lantern"
LONG_AGO = 800


@dataclass(slots=True)
class Filled:
    """What was made in one school, for listing who can sign in."""

    school_id: int
    school: str
    pupils: list[tuple[Child, Pupil, tuple[str, ...]]] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    guardians: list[tuple[Adult, Guardian, str]] = field(default_factory=list)
    staff: list[tuple[Worker, str, int]] = field(default_factory=list)
    classes: dict[tuple[int, int], int] = field(default_factory=dict)


@dataclass(slots=True)
class Federation:
    """Everything that was made."""

    schools: list[Filled] = field(default_factory=list)
    trust_lead_secret: str = ""


def fill(database: Database, settings: Settings, *, shelf: Library, now: datetime, step: Callable[[str], None]) -> Federation:
    """Fill the demo in one transaction: all of it or nothing. ``step`` hears what is being done."""
    made = Federation()
    hashed = passwords.hashed(PASSWORD)
    with database.together() as unit:
        across = unit.across("the demo enters a federation of two schools")
        trust = schools.create_trust(across, name=FEDERATION)
        name, sign_in_name = TRUST_LEAD
        lead = schools.add_trust_lead(
            across, settings, trust=trust, sign_in_name=sign_in_name, display_name=name, password_hash=hashed, now=now
        )
        made.trust_lead_secret = lead.totp_secret or ""
        for number, (key, school_name) in enumerate(SCHOOLS):
            school = schools.create_school(
                across,
                key=key,
                name=school_name,
                now=now - timedelta(days=LONG_AGO),
                trust_id=trust.id,
                contact="01632 960 100, office@" + key + ".example",
            )
            one = _Filling(unit, settings, shelf=shelf, now=now, hashed=hashed, number=number, school=school, step=step)
            made.schools.append(one.fill())
        step("one parent with children in both schools")
        _one_family_in_both_schools(unit, made, now)
    return made


class _Filling:
    """The filling of one school, step by step."""

    def __init__(
        self,
        unit: UnitOfWork,
        settings: Settings,
        *,
        shelf: Library,
        now: datetime,
        hashed: str,
        number: int,
        school: School,
        step: Callable[[str], None],
    ) -> None:
        self.across: SchoolSession = unit.across("accounts belong to no school")
        self.db: SchoolSession = unit.inside(school.id)
        self.settings, self.shelf, self.now, self.hashed, self.school = settings, shelf, now, hashed, school
        self.number = number
        self.today: date = school_day(now)
        self.year = school_year(self.today)
        self.random = Random(SEED * 10 + number)  # noqa: S311 - believable, not secret
        self.town: Town = town(number)
        self.made = Filled(school.id, school.name)
        self.taken: set[str] = set()
        self.step = step

    def say(self, what: str) -> None:
        """Tell the person who waits what was done."""
        self.step(f"{self.school.name}: {what}")

    def fill(self) -> Filled:
        """Everything of this school."""
        model = self.shelf.policy("model-social-media").item
        begun = date(self.year, 9, 1)
        policies.adopt(self.db, model=model, approved_on=begun - timedelta(days=310), at=in_the_evening(begun, minutes=0))
        bring_policies(self.db, today=self.today, at=self.now)
        self._classes()
        self._staff()
        self._children()
        self.say(f"{len(self.made.pupils)} pupils")
        self._adults()
        self.say(f"{len(self.town.adults)} adults")
        self._lessons()
        if self.number == 0:
            write_lessons(self.db, shelf=self.shelf, at=in_the_evening(school_day_before(self.today, weeks=2), minutes=0))
        self._answers()
        mark_tasks(self.db, bonds=self.made.bonds, today=self.today, random=self.random)
        this_year = {group: class_id for (group, year), class_id in self.made.classes.items() if year == self.year}
        teach_at_the_board(self.db, shelf=self.shelf, classes=this_year, today=self.today, random=self.random)
        learn_modules(self.db, shelf=self.shelf, made_accounts=self._module_accounts(), today=self.today, random=self.random)
        tell_worries(self.db, self.settings, pupils=[pupil for _c, pupil, _p in self.made.pupils], today=self.today)
        self._leavers()
        return self.made

    def _classes(self) -> None:
        for year in (self.year - 1, self.year):
            for year_group, name in enumerate(CLASS_NAMES[self.number]):
                entered = people_classes.add_class(self.db, name=name, year_group=year_group, year=year)
                self.made.classes[year_group, year] = entered.id

    def _staff(self) -> None:
        for worker in STAFF[self.number]:
            new = schools.add_staff(
                self.across,
                self.settings,
                school=self.school,
                sign_in_name=worker.sign_in_name,
                display_name=worker.name,
                password_hash=self.hashed,
                roles=worker.roles,
                job_title=worker.job_title,
                now=self.now,
                from_on=self.today - timedelta(days=LONG_AGO),
            )
            self.made.staff.append((worker, new.totp_secret or "", new.membership_id or 0))
            self.taken.add(worker.sign_in_name)
            if worker.teaches is not None:
                self._teach(worker.teaches, new.membership_id or 0)

    def _teach(self, year_group: int, membership_id: int) -> None:
        taught = self.db.get(SchoolClass, (self.school.id, self.made.classes[year_group, self.year]))
        if taught is not None:
            schools.teach(self.db, school_class=taught, membership_id=membership_id)

    def _children(self) -> None:
        for child in self.town.children:
            joined = min(date(self.year - child.year_group, 9, 4), self.today)
            if child.joined_weeks_ago < HALF_A_LIFE:
                joined = school_day_before(self.today, weeks=child.joined_weeks_ago)
            class_id = self.made.classes[child.year_group, self.year]
            pupil = roster.add_pupil(self.db, first_name=child.first_name, initial=child.initial, class_id=class_id, today=joined)
            kind = kind_for(child.year_group)
            pictures = tuple(self.random.sample(kind.keys, kind.length))
            set_pictures(self.db, pupil, pictures, self.settings)
            self.made.pupils.append((child, pupil, pictures))

    def _adults(self) -> None:
        pupils = [(child, pupil) for child, pupil, _pictures in self.made.pupils]
        for adult in self.town.adults:
            has_email = self.random.random() < 0.6 and not adult.by_paper
            email = f"{self._free_name(adult.name)}@families.example" if has_email else None
            guardian = roster.add_guardian(
                self.db, name=adult.name, now=self.now, language=adult.language, email=email, by_paper=adult.by_paper
            )
            sign_in_name = self._account(adult, guardian) if adult.has_account else ""
            self.made.guardians.append((adult, guardian, sign_in_name))
            for child, pupil in pupils:
                if child.family == adult.family:
                    self._link(adult, guardian, pupil)

    def _free_name(self, name: str) -> str:
        wanted = accounts.suggested_name(name)
        number = 1
        while (free := wanted if number == 1 else f"{wanted}{number}") in self.taken:
            number += 1
        self.taken.add(free)
        return free

    def _account(self, adult: Adult, guardian: Guardian) -> str:
        sign_in_name = f"{self._free_name(adult.name)}.{self.number + 1}"
        account = accounts.create_account(
            self.across,
            sign_in_name=sign_in_name,
            display_name=adult.name,
            password_hash=self.hashed,
            now=self.now,
            language=adult.language if adult.language != "en" else None,
        )
        guardian.account_id = account.id
        return sign_in_name

    def _link(self, adult: Adult, guardian: Guardian, pupil: Pupil) -> None:
        link = roster.link(
            self.db,
            guardian_id=guardian.id,
            pupil_id=pupil.id,
            relationship=adult.relationship,
            today=pupil.joined_on,
            may_sign=adult.restriction == "none",
        )
        if adult.restriction != "none":
            decision = restrictions.Decision(adult.restriction, may_sign=False, reference="Head's safe, folder 12")
            restrictions.restrict(self.db, link, decision, by="demo", now=self.now)
        self.made.bonds.append(Bond(adult, link, pupil))

    def _lessons(self) -> None:
        learners = [Learner(pupil, child.ability, child.year_group, pupil.joined_on) for child, pupil, _p in self.made.pupils]
        teach_half_a_year(
            self.db,
            shelf=self.shelf,
            learners=learners,
            class_of=lambda year_group, year: self.made.classes.get((max(year_group - (self.year - year), 0), year)),
            today=self.today,
            random=self.random,
            step=self.say,
        )

    def _answers(self) -> None:
        recorder = next(member for worker, _secret, member in self.made.staff if Role.OFFICE in worker.roles)
        sign_two_years(
            self.db,
            shelf=self.shelf,
            school=self.school.name,
            bonds=self.made.bonds,
            recorder=recorder,
            today=self.today,
            random=self.random,
            step=self.say,
        )

    def _module_accounts(self) -> list[tuple[int, str]]:
        parents: list[tuple[int, str]] = [
            (guardian.account_id, "parents") for _adult, guardian, _name in self.made.guardians if guardian.account_id
        ]
        staff = [
            (account.id, "staff")
            for worker, _secret, _member in self.made.staff
            if (account := accounts.find_by_name(self.across, worker.sign_in_name)) is not None
        ]
        return [*parents, *staff]

    def _leavers(self) -> None:
        for child, pupil, _pictures in self.made.pupils:
            if child.left:
                left_on = school_day_before(self.today, weeks=2)
                roster.mark_leaver(self.db, pupil, today=left_on, now=self.now)


HALF_A_LIFE = 100


def _one_family_in_both_schools(unit: UnitOfWork, made: Federation, now: datetime) -> None:
    """The same adult, one sign-in, a child in each school; and a teacher whose own child is at the school."""
    first, second = made.schools
    adult, guardian, _name = next(one for one in first.guardians if one[0].note == "" and one[2])
    adult.both_schools = True
    there = unit.inside(second.school_id)
    _child, pupil, _pictures = second.pupils[40]
    twin: Any = roster.add_guardian(there, name=adult.name, now=now, language=adult.language, email=guardian.email)
    twin.account_id = guardian.account_id
    roster.link(there, guardian_id=twin.id, pupil_id=pupil.id, relationship=adult.relationship, today=pupil.joined_on)
    here = unit.inside(first.school_id)
    worker = next(worker for worker, _s, _m in first.staff if worker.sign_in_name == "teacher.kestrels")
    account = accounts.get_by_name(unit.across("a member of staff is a parent, too"), worker.sign_in_name)
    parent = roster.add_guardian(here, name=worker.name, now=now)
    parent.account_id = account.id
    _child, own, _pictures = first.pupils[60]
    roster.link(here, guardian_id=parent.id, pupil_id=own.id, relationship="mother", today=own.joined_on)
    there.flush()
    here.flush()

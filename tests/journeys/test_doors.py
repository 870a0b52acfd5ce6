"""Doors that do not open at once: the wrong code, a used letter, a weak password, the wrong pictures; in every language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import delete

from esafety.core import clock
from esafety.people import openings
from esafety.people.models import ClassOpening, Pupil, SchoolClass, SignInFailure
from esafety.people.pupil_secrets import kind_for, set_pictures
from tests.harness.people import PASSWORD, Make
from tests.journeys.house import House
from tests.journeys.looking import BOTH_WAYS, DESK, LANGUAGES, Findings, look_in

pytestmark = [pytest.mark.journey, pytest.mark.expects_console("status of 4")]
UNKNOWN_CODE, UNKNOWN_CARD = "K7M2P9XR4T", "K7M2P9XR"


@pytest.fixture
def make(empty_house: House) -> Make:
    return Make(empty_house.database, empty_house.settings)


class Doors:
    """One device in front of the doors, and what is wrong with what they say."""

    def __init__(self, house: House, tab: Page) -> None:
        self.house, self.tab, self.findings = house, tab, Findings()

    def open(self, path: str) -> None:
        """Go to a door."""
        self.tab.goto(self.house.url(path))

    def type(self, **words: str) -> None:
        """Fill in a door's form and send it."""
        for name, value in words.items():
            self.tab.locator(f"main [name={name}]").fill(value)
        with self.tab.expect_navigation():
            self.tab.locator("main form[method=post] [type=submit]").first.click()

    def read(self, where: str, languages: tuple[str, ...] = LANGUAGES, *, dark: bool = True) -> None:
        """Look at what the door says, in every language. Sending it again for each language counts as a try: that is forgotten."""
        look_in(self.tab, languages, where, self.findings, dark=dark)
        with self.house.database.across_schools("a journey reads one page many times") as db:
            db.execute(delete(SignInFailure))


@pytest.fixture
def doors(empty_house: House, open_tab: Callable[..., Page]) -> Doors:
    return Doors(empty_house, open_tab(viewport=DESK))


def test_the_familys_door_says_what_is_wrong(doors: Doors, make: Make) -> None:
    ann, ben, cat = make.pupil("Ann"), make.pupil("Ben"), make.pupil("Cat")
    mary = make.guardian_of(ann, name="Mary Smith")
    joe = make.guardian("Joe Smith")
    over = make.code(make.link(joe, ann), at=clock.now() - timedelta(days=90))
    for words, code in (("an unknown code", UNKNOWN_CODE), ("an old code", over)):
        doors.open("/family/code")
        doors.type(code=code)
        doors.read(words)
    doors.open("/family/sign-in")
    doors.type(sign_in_name=mary.sign_in_name, password="not the right one")
    doors.read("a wrong password")
    for _try in range(11):
        doors.open("/family/code")
        doors.type(code=UNKNOWN_CODE)
    doors.read("too many codes")
    code = make.code(make.link(joe, ben))
    doors.open("/family/code")
    doors.type(code=code)
    doors.type(sign_in_name=mary.sign_in_name, password="password", email="nobody at home")
    doors.read("a sign-in that cannot be made")
    doors.open("/family/welcome/sign-in")
    doors.type(sign_in_name=mary.sign_in_name, password="not the right one")
    doors.read("a wrong password with a letter")
    doors.open("/family/welcome")
    doors.type(sign_in_name="joe.smith", password=PASSWORD)
    doors.tab.context.clear_cookies(name="session")
    doors.open("/family/code")
    doors.type(code=code)
    doors.read("a used code")
    doors.open("/family/code")
    doors.type(code=make.code(mary.links[0]))
    doors.read("a letter to somebody with a sign-in")
    doors.open("/family/welcome/password")
    doors.type(password="password")
    doors.read("a new password that is too easy")
    doors.open("/family/sign-in")
    doors.type(sign_in_name="joe.smith", password=PASSWORD)
    doors.open("/family/code")
    doors.type(code=make.code(make.link(make.guardian("Una Ahmed"), cat)))
    doors.read("a letter beside an open sign-in")
    doors.type()
    doors.read("somebody else's letter")
    doors.findings.none()


def test_the_staffs_door_says_what_is_wrong(doors: Doors, make: Make) -> None:
    teacher = make.staff("teacher", name="Sam Jones")
    both = make.guardian_of(make.pupil("Ann"), name="Sam Jones", account=teacher.account)
    doors.open("/staff/sign-in")
    doors.type(sign_in_name=teacher.sign_in_name, password="not the right one")
    doors.read("a wrong password of staff", BOTH_WAYS)
    doors.open("/staff/sign-in")
    doors.type(sign_in_name=teacher.sign_in_name, password=PASSWORD)
    doors.read("the code on the telephone", BOTH_WAYS)
    doors.type(code="000000")
    doors.read("a wrong code on the telephone", BOTH_WAYS)
    doors.tab.context.clear_cookies(name="session")
    doors.open("/family/code")
    doors.type(code=make.code(both.links[0]))
    doors.open("/family/welcome/password")
    doors.read("a letter that may not change a password")
    doors.findings.none()


def test_the_classs_door_says_what_is_wrong_kindly(doors: Doors, make: Make) -> None:
    ann, tom = make.pupil("Ann"), make.pupil("Tom")
    opening = _open_class(doors.house, ann, tom)
    doors.open("/class")
    doors.type(code="XXXXXX")
    doors.read("an unknown class", dark=False)
    doors.open("/class")
    doors.type(code=opening.code)
    doors.read("the names of the class", dark=False)
    doors.open("/class/card")
    doors.type(code="")
    doors.read("no card", dark=False)
    doors.type(code=UNKNOWN_CARD)
    doors.read("an unknown card", dark=False)
    doors.open(f"/class/who/{ann.id}")
    for tries in range(1, 8):
        if doors.tab.locator(".notice-wait").count():
            break
        _tap(doors, list(reversed(kind_for(3).keys)))
        if tries == 1:
            doors.read("the wrong pictures", dark=False)
    doors.read("a raised hand", dark=False)
    with doors.house.database.transaction(school_id=ann.school_id) as db:
        here = db.get_one(ClassOpening, (opening.school_id, opening.id))
        openings.let_in(db, here, pupil_id=ann.id, actor="test", now=clock.now())
    doors.tab.reload()
    doors.read("a child who is let in", dark=False)
    doors.type()
    doors.open("/class")
    doors.read("is it still you", dark=False)
    doors.findings.none()


def _open_class(house: House, *children: Pupil) -> ClassOpening:
    with house.database.together() as unit:
        db = unit.inside(children[0].school_id)
        for child in children:
            kind = kind_for(3)
            set_pictures(db, db.get_one(Pupil, (child.school_id, child.id)), kind.keys[: kind.length], house.settings)
        room = db.get_one(SchoolClass, (children[0].school_id, children[0].class_id))
        across = unit.across("class codes are unlike each other in all schools")
        return openings.open_class(db, room, across=across, by=None, actor="test", now=clock.now(), settings=house.settings)


def _tap(doors: Doors, keys: list[str]) -> None:
    length = doors.tab.locator(".picture-slot").count()
    for number, key in enumerate(keys[:length]):
        expect(doors.tab.locator("input[name=chosen]")).to_have_count(number)
        doors.tab.locator(f"button[name=picture][value={key}]").click()
    doors.tab.wait_for_url("**again=yes")

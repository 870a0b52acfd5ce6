"""What one adult sees of their own children, and that nothing tells of anybody else."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.learning.models import Assignment, Attempt, Badge, Standing
from esafety.people.models import Pupil
from tests.agreements.evening import Evening, counted
from tests.harness.people import Adult, Enter, Make
from tests.harness.visitor import Visitor


@pytest.fixture
def evening(make: Make) -> Evening:
    return Evening.begin(make)


def learn(evening: Evening, pupil: Pupil, key: str, *, days_ago: int = 1, outcome: str = "secure") -> None:
    """A child finished a lesson."""
    edition = library().lesson(key)
    at = clock.now() - timedelta(days=days_ago)
    with evening.database.transaction(school_id=evening.school.id) as db:
        db.add(
            Attempt(
                pupil_id=pupil.id, lesson_key=key, expectation=edition.item.expectation, version_id=edition.version_id, turn=1,
                seed=1, school_year=clock.school_year(evening.today), place=9, started_at=at, finished_at=at, outcome=outcome,
            )
        )  # fmt: skip
        db.add(Standing(pupil_id=pupil.id, expectation=edition.item.expectation, level=outcome, updated_at=at))
        if outcome != "misunderstood":
            db.add(Badge(pupil_id=pupil.id, lesson_key=key, earned_at=at))


def set_for_class(evening: Evening, pupil: Pupil, *keys: str) -> None:
    with evening.database.transaction(school_id=evening.school.id) as db:
        for days, key in enumerate(keys):
            opens = evening.today - timedelta(days=30 - days)
            db.add(Assignment(class_id=pupil.class_id, lesson_key=key, opens_on=opens, set_at=clock.now()))


def test_the_card_says_what_was_learned_what_is_next_and_what_to_do_tonight(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    ann = pupil_of(evening, mary)
    set_for_class(evening, ann, "age-limits/lks2", "images-of-others/lks2")
    learn(evening, ann, "age-limits/lks2")
    page = enter.as_guardian(mary).open("/family")
    lesson = library().lesson("age-limits/lks2").item
    assert lesson.family is not None
    assert lesson.family.learned in page.text
    assert lesson.family.together.split(".")[0] in page.text
    assert library().lesson("images-of-others/lks2").item.title in page.text
    assert "The school asks for your answer, if you like, by" in page.text
    more = page.follow("More about Ann")
    assert lesson.family.ask in more.text
    assert lesson.badge is not None
    assert lesson.badge.title in more.text


def test_after_the_hoped_for_day_an_answer_is_still_welcome(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    with time_machine.travel(clock.now() + timedelta(days=60), tick=False):
        page = enter.as_guardian(mary).open("/family")
    assert "Yours is still welcome" in page.text


@pytest.mark.parametrize("outcome", ["secure", "developing", "misunderstood"])
def test_no_page_tells_how_well(evening: Evening, enter: Enter, outcome: str) -> None:
    mary = evening.family()
    ann = pupil_of(evening, mary)
    learn(evening, ann, "age-limits/lks2", outcome=outcome)
    parent = enter.as_guardian(mary)
    for address in ("/family", f"/family/child/{ann.id}"):
        page = parent.open(address)
        told = page.text.lower()
        assert not re.search(r"secure|developing|misunderst|score|\d+ ?%|\d+ of \d+|average|class average", told), told


def test_where_the_answer_stands_is_this_adults_own(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    john = evening.make.guardian_of(pupil_of(evening, mary), name="John Smith")
    evening.sign(enter.as_guardian(john), john, name="John Smith")
    assert "You signed on" not in enter.as_guardian(mary).open("/family").text
    assert "You signed on" in enter.as_guardian(john).open("/family").text


def test_a_restricted_adult_sees_only_what_is_allowed(evening: Evening, enter: Enter) -> None:
    mary = evening.family(restriction="limited", may_see_progress=False, may_sign=False)
    ann = pupil_of(evening, mary)
    set_for_class(evening, ann, "images-of-others/lks2")
    learn(evening, ann, "age-limits/lks2")
    parent = enter.as_guardian(mary)
    page = parent.open("/family")
    assert "Ann" in page.text
    for word in ("Learned lately", "Next:", "agreement", "More about"):
        assert word not in page.text
    assert parent.open(f"/family/child/{ann.id}").status == 404


def test_a_barred_adult_sees_no_child(evening: Evening, enter: Enter) -> None:
    mary = evening.family(restriction="barred")
    page = enter.as_guardian(mary).open("/family")
    assert "Ann" not in page.text
    assert "No child yet" in page.text


def test_a_parent_signed_in_cannot_tell_that_another_adult_exists(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    ann = pupil_of(evening, mary)
    learn(evening, ann, "age-limits/lks2")
    parent = enter.as_guardian(mary)
    receipt = evening.sign(parent, mary)
    alone = {address: _bytes(parent, address) for address in _addresses(mary, ann, receipt)}
    for name, answer in (("John Smith", "sign"), ("Ola Nowak", "decline"), ("Iris Reid", "talk"), ("Tom Barred", "")):
        other = evening.make.guardian_of(ann, name=name, restriction="none" if answer else "barred")
        if answer == "sign":
            theirs = evening.sign(enter.as_guardian(other), other, name=name)
            enter.as_guardian(other).open(f"{theirs}/withdraw").press("Take it back")
        elif answer:
            page = enter.as_guardian(other).open(f"/agreement/{other.links[0].id}/{answer}")
            page.press("Say no" if answer == "decline" else "Ask to talk first")
        for address, before in alone.items():
            assert _bytes(parent, address) == before, f"{address} differs since {name} is there"


def test_the_page_asks_as_often_for_one_child_as_for_five(evening: Evening, enter: Enter) -> None:
    one = evening.family()
    five = evening.make.guardian_of(*(evening.make.pupil(name) for name in ("Al", "Bo", "Cy", "Di", "Ed")), name="Joan Reid")
    numbers = []
    for adult in (one, five):
        parent = enter.as_guardian(adult)
        with counted(evening.database) as statements:
            parent.open("/family")
        numbers.append(len(statements))
    assert numbers[0] == numbers[1] <= 12


def test_in_urdu_the_page_is_mirrored_and_names_stand_apart(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    ann = pupil_of(evening, mary)
    learn(evening, ann, "age-limits/lks2")
    parent = enter.as_guardian(mary)
    parent.client.set_cookie("language", "ur", domain="localhost")
    page = parent.open("/family")
    assert (page.language, page.direction) == ("ur", "rtl")
    assert page.find("//bdi[text()='Ann']")
    assert page.find("//main//p[@lang='ur'][@dir='rtl']")


def pupil_of(evening: Evening, adult: Adult) -> Pupil:
    with evening.database.reading(school_id=evening.school.id) as db:
        return db.get_one(Pupil, (evening.school.id, adult.links[0].pupil_id))


def _addresses(adult: Adult, child: Pupil, receipt: str) -> list[str]:
    link = adult.links[0].id
    signing = [f"/agreement/{link}{part}" for part in ("", "/promise/1", "/promise/8", "/answer", "/sign", "/decline")]
    return ["/family", f"/family/child/{child.id}", "/modules", receipt, f"{receipt}/withdraw", "/account", "/policy", *signing]


def _bytes(parent: Visitor, address: str) -> bytes:
    """What the browser gets, without the token that is new in every form."""
    answer = parent.client.get(address)
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers if name != "Date")
    return headers.encode() + re.sub(rb'name="once" value="[0-9a-f]+"', b"", answer.data)

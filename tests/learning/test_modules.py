"""Short modules for parents and staff: begun, answered, left, taken up again, and ended together."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.learning.models import ModuleAnswer, ModuleAttempt
from esafety.policies.actions import adopt
from tests.agreements.evening import Evening
from tests.harness.page import Page
from tests.harness.people import Enter, Make


@pytest.fixture
def evening(make: Make) -> Evening:
    return Evening.begin(make)


def begin(evening: Evening, enter: Enter) -> Page:
    parent = enter.as_guardian(evening.family())
    return parent.open("/modules").follow("Right for their age").press("Start")


def give_an_answer(page: Page) -> Page:
    """Answer whatever is asked: the first choice, or everything put somewhere."""
    names: dict[str, int] = {}
    for field in page.find("//form[@id='answer']//input[@type='radio'] | //form[@id='answer']//input[@type='checkbox']"):
        if field.get("name") not in names:
            names[field.get("name")] = 1
            field.set("checked", "")
    for number, field in enumerate(page.find("//form[@id='answer']//select"), 1):
        for option in field.iter("option"):
            option.attrib.pop("selected", None)
        offered = [option for option in field.iter("option") if option.get("value")]
        offered[(number - 1) % len(offered)].set("selected", "")
    return page.press("This is my answer")


def test_a_parent_walks_through_a_module_to_the_paired_task(evening: Evening, enter: Enter) -> None:
    with evening.database.transaction(school_id=evening.school.id) as db:
        adopt(db, model=library().policy("model-social-media").item, approved_on=evening.today, at=clock.now())
    parent = enter.as_guardian(evening.family())
    page = parent.open("/modules").follow("Right for their age")
    assert "Because our school's policy says" in page.text
    assert any(link.startswith("Clause") for link in page.links)
    page = page.press("Start")
    screens = 0
    while "This is my answer" in page.buttons or "On" in page.buttons:
        screens += 1
        if "This is my answer" in page.buttons:
            page = give_an_answer(page)
        page = page.press("On")
    assert screens == 10
    assert "Now together, five minutes" in page.text
    assert "Childline" in page.text
    assert "done" in parent.open("/modules").text
    with evening.database.reading(school_id=evening.school.id) as db:
        assert db.scalars(select(ModuleAttempt)).one().finished_at is not None
        assert len(db.scalars(select(ModuleAnswer)).all()) == 7


def test_the_first_answer_stays_and_the_module_is_taken_up_where_it_was_left(evening: Evening, enter: Enter) -> None:
    page = begin(evening, enter)
    for _ in range(3):
        page = page.press("On")
    waiting = page.url
    first = give_an_answer(page)
    again = page.choose("Say that a rule is a rule, and leave it there.").press("This is my answer")
    assert first.text == again.text
    with evening.database.reading(school_id=evening.school.id) as db:
        assert len(db.scalars(select(ModuleAnswer)).all()) == 1
    module = page._visitor.open("/modules").follow("Right for their age")
    assert module.press("Go on").url == waiting


def test_nothing_chosen_gets_a_kind_sentence(evening: Evening, enter: Enter) -> None:
    page = begin(evening, enter)
    for _ in range(3):
        page = page.press("On")
    page = page.press("This is my answer")
    assert page.status == 422
    assert "Choose your answer first." in page.text


def test_going_on_past_a_question_leads_back_to_it(evening: Evening, enter: Enter) -> None:
    page = begin(evening, enter)
    for _ in range(3):
        page = page.press("On")
    csrf = page.find("//input[@name='csrf']")[0].get("value")
    answer = page._visitor.client.post(f"{page.url}/on", data={"csrf": csrf})
    assert answer.location == page.url
    ahead = page.url.rpartition("/")[0]
    assert page._visitor.open(f"{ahead}/9").url == page.url


def test_each_hat_has_its_modules(evening: Evening, enter: Enter) -> None:
    teacher = evening.make.staff("teacher")
    staff = enter.as_staff(teacher)
    assert "For staff" in staff.open("/modules").text
    assert "For parents" not in staff.open("/modules").text
    assert staff.open("/modules/age-limits/parents").status == 404
    both = evening.make.guardian_of(evening.make.pupil("Bo"), name="Sam Jones", account=teacher.account)
    page = enter.as_staff(both).open("/modules")
    assert "For staff" in page.text
    assert "For parents" in page.text


@pytest.mark.parametrize("key", ["age-limits/ks1", "age-limits/staff", "no/such", "staff-boundaries/staff"])
def test_what_is_not_for_this_adult_is_not_there(evening: Evening, enter: Enter, key: str) -> None:
    assert enter.as_guardian(evening.family()).open(f"/modules/{key}").status == 404


def test_another_adults_module_is_not_there(evening: Evening, enter: Enter) -> None:
    page = begin(evening, enter)
    other = enter.as_guardian(evening.family("Joan Reid", evening.make.pupil("Zoe")))
    assert other.open(page.url).status == 404

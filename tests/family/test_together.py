"""A parent and a child do a lesson's task together; nobody else learns of it, and of a guess only who was right is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.learning import at_home
from esafety.learning.models import FamilyTask, GuessRound
from esafety.learning.rules.guessing import who_guessed
from tests.agreements.evening import Evening
from tests.family.test_family import evening, learn, pupil_of
from tests.harness.page import Page
from tests.harness.people import Adult, Enter

__all__ = ["evening"]
KEY = "age-limits/lks2"


@pytest.fixture
def mary(evening: Evening) -> Adult:
    """A mother whose child has finished a lesson."""
    found = evening.family()
    learn(evening, pupil_of(evening, found), KEY)
    return found


def page_of(evening: Evening, adult: Adult, enter: Enter) -> Page:
    return enter.as_guardian(adult).open(f"/family/child/{pupil_of(evening, adult).id}")


def rounds(evening: Evening) -> list[GuessRound]:
    with evening.database.reading(school_id=evening.school.id) as db:
        return list(db.scalars(select(GuessRound)))


def tasks(evening: Evening) -> list[FamilyTask]:
    with evening.database.reading(school_id=evening.school.id) as db:
        return list(db.scalars(select(FamilyTask)))


def title() -> str:
    return library().lesson(KEY).item.title


def options() -> tuple[str, str]:
    question = library().lesson(KEY).item.for_two
    assert question is not None
    return question.options[0].text, question.options[1].text


def test_a_task_is_marked_once_and_can_be_taken_back(evening: Evening, mary: Adult, enter: Enter) -> None:
    page = page_of(evening, mary, enter)
    for _press in range(2):
        after = page.press(f"We did it together: {title()}")
        assert "done together" in after.text
    assert len(tasks(evening)) == 1
    assert "done together" in enter.as_guardian(mary).open("/family").text
    assert "done together" not in after.press(f"Take it back: {title()}").text
    assert tasks(evening) == []


def test_the_other_parents_pages_stay_the_same(evening: Evening, mary: Adult, enter: Enter) -> None:
    ann = pupil_of(evening, mary)
    john = evening.family("John Smith", child=ann)
    visitor = enter.as_guardian(john)
    addresses = ("/family", f"/family/child/{ann.id}", f"/family/child/{ann.id}/guess/{KEY}")
    before = [visitor.open(address).text for address in addresses]
    page_of(evening, mary, enter).press(f"We did it together: {title()}")
    first, _second = options()
    half(page_of(evening, mary, enter).follow(f"Guess each other: {title()}"), own=first, guess=first, names=CHILD)
    assert [visitor.open(address).text for address in addresses] == before


CHILD = ("What would you do?", "What will your grown-up say?", "Done, now the grown-up")


def languages_of_options(page: Page) -> set[str | None]:
    options = page.find("//*[@class='option-text']/bdi")
    assert len(options) >= 4
    return {option.get("lang") for option in options}


def test_the_child_reads_the_words_of_the_lesson_and_the_adult_their_own(evening: Evening, mary: Adult, enter: Enter) -> None:
    mothers = enter.as_guardian(mary)
    mothers.client.set_cookie("language", "ur")
    address = f"/family/child/{pupil_of(evening, mary).id}/guess/{KEY}"
    page = mothers.open(address)
    assert page.direction == "rtl"
    assert languages_of_options(page) == {"en"}
    question = library().lesson(KEY).item.for_two
    assert question is not None
    chosen = question.options[0].id
    token = page.find("//form[@id='half']//input[@name='csrf']/@value")[0]
    mothers.client.post(address, data={"csrf": token, "half": "child", "own": chosen, "guess": chosen})
    page = mothers.open(address)
    assert languages_of_options(page) == {"ur"}
    assert page.find("//p[@class='lead']/@dir") == ["rtl"]


ADULT = ("What would you do?", "What did Ann say?", "Show who guessed right")


def half(page: Page, *, own: str, guess: str, names: tuple[str, str, str]) -> Page:
    return page.choose(own, within=names[0]).choose(guess, within=names[1]).press(names[2])


@pytest.mark.parametrize(
    ("child_guesses", "adult_guesses", "told"),
    [
        (True, True, "You each knew what the other would say."),
        (True, False, "Ann knew what you would say."),
        (False, True, "You knew what Ann would say."),
        (False, False, "That is a good start for a talk."),
    ],
)
def test_each_guesses_and_only_who_was_right_is_told(
    evening: Evening, mary: Adult, enter: Enter, *, child_guesses: bool, adult_guesses: bool, told: str
) -> None:
    first, second = options()
    page = page_of(evening, mary, enter).follow(f"Guess each other: {title()}")
    page = half(page, own=first, guess=second if child_guesses else first, names=CHILD)
    assert page.heading == "Now you"
    assert not page.find("//input[@checked]")
    page = half(page, own=second, guess=first if adult_guesses else second, names=ADULT)
    assert told in page.text
    assert "Now talk" in page.text
    assert not page.find("//main//input[@type='radio']")
    (kept,) = rounds(evening)
    assert (kept.own, kept.guess) == ("", "")


def test_a_round_is_forgotten_after_a_day(evening: Evening, mary: Adult, enter: Enter) -> None:
    first, _second = options()
    page = page_of(evening, mary, enter).follow(f"Guess each other: {title()}")
    half(page, own=first, guess=first, names=CHILD)
    later = clock.now() + timedelta(days=1, minutes=1)
    with time_machine.travel(later):
        again = page_of(evening, mary, enter).follow(f"Guess each other: {title()}")
        assert again.heading == "First Ann"
        with evening.database.across_schools("a test lets go") as db:
            at_home.let_go(db, later)
    assert rounds(evening) == []


def test_a_second_press_and_an_old_page_change_nothing(evening: Evening, mary: Adult, enter: Enter) -> None:
    first, second = options()
    start = page_of(evening, mary, enter).follow(f"Guess each other: {title()}")
    mine = half(start, own=first, guess=second, names=CHILD)
    assert half(start, own=second, guess=second, names=CHILD).heading == "Now you"
    told = half(mine, own=second, guess=first, names=ADULT).text
    assert half(mine, own=first, guess=second, names=ADULT).text == told
    assert "You each knew" in told


def test_nothing_chosen_is_told_kindly(evening: Evening, mary: Adult, enter: Enter) -> None:
    page = page_of(evening, mary, enter).follow(f"Guess each other: {title()}").press("Done, now the grown-up")
    assert page.status == 422
    assert "Choose one." in page.text
    assert rounds(evening) == []


def test_a_lesson_that_was_not_done_or_another_child_is_not_found(evening: Evening, mary: Adult, enter: Enter) -> None:
    ann, bo = pupil_of(evening, mary), evening.make.pupil("Bo")
    learn(evening, bo, KEY)
    visitor = enter.as_guardian(mary)
    for address in (f"/family/child/{ann.id}/guess/images-of-others/lks2", f"/family/child/{bo.id}/guess/{KEY}"):
        assert visitor.open(address).status == 404


def test_who_guessed_is_decided_without_the_answers() -> None:
    assert who_guessed(child="a", child_guess="b", adult="b", adult_guess="a") == "both"
    assert who_guessed(child="a", child_guess="a", adult="b", adult_guess="c") == "neither"


def test_the_class_page_counts_families_and_names_nobody(evening: Evening, mary: Adult, enter: Enter) -> None:
    ann = pupil_of(evening, mary)
    john = evening.family("John Smith", child=ann)
    for adult in (mary, john):
        page_of(evening, adult, enter).press(f"We did it together: {title()}")
    teacher = evening.make.staff("teacher", classes=(evening.make.school_class(),))
    page = enter.as_staff(teacher).open(f"/lead/classes/{ann.class_id}")
    assert f"At home: 1 family did the task of “{title()}” together." in page.text

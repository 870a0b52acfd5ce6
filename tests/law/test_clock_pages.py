"""What the lead sees of the law clock: what is coming, what was done, and everything that depends on a fact."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from esafety.curriculum.shelf import library
from esafety.law.dependents import dependents_of
from tests.harness.people import Enter
from tests.law.conftest import SOCIAL_MEDIA, Turning


def test_a_dated_change_is_announced_on_the_clock(turning: Turning, enter: Enter) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    lead = enter.as_staff(turning.evening.make.staff("lead"))
    page = lead.open("/lead/law")
    assert "Minimum age for social media services: 13 until then, 16 from 1 March 2027." in page.text
    assert "answer key" in page.text


def test_what_was_done_is_said_afterwards(turning: Turning, enter: Enter) -> None:
    turning.law(SOCIAL_MEDIA, "16")
    turning.evening.make.school_class("4 Elm", year_group=4)
    turning.move_to(datetime(2027, 3, 1, 9, tzinfo=UTC))
    turning.work()
    page = enter.as_staff(turning.evening.make.staff("lead")).open("/lead/law")
    assert "1 class was set a short lesson on it." in page.text
    assert "families are asked anew" in page.text


def test_a_fact_shows_every_kind_of_place_that_depends_on_it(turning: Turning, enter: Enter) -> None:
    page = enter.as_staff(turning.evening.make.staff("governor")).open(f"/lead/law/{SOCIAL_MEDIA}")
    for heading in ("Lessons", "Modules for adults", "Questions", "Answer keys that turn", "Promises", "Translations"):
        assert heading in page.text
    assert "announced, no date yet" in page.text


def test_words_on_a_change_to_come_are_shown_as_they_will_stand(turning: Turning, enter: Enter) -> None:
    page = enter.as_staff(turning.evening.make.staff("lead")).open(f"/lead/law/{SOCIAL_MEDIA}")
    assert "the value before" not in page.text
    assert "The minimum age for social media was 13, and now it is 16." in page.text
    assert "waits for the next value" in page.text
    assert "Most social media asks for an age of 13." in page.text


def test_the_clock_is_reached_from_the_register(turning: Turning, enter: Enter) -> None:
    lead = enter.as_staff(turning.evening.make.staff("lead"))
    lead.open("/lead/policies/enter").write("What you call it", "Phones").press("Save")
    clock = lead.open("/lead/policies").follow("The law clock: ages, numbers and names that can change")
    assert clock.heading == "The law clock"


def test_dependents_name_lessons_keys_clauses_promises_and_translations(turning: Turning) -> None:
    found = {(one.what, one.document) for one in dependents_of(library(), SOCIAL_MEDIA)}
    assert {
        ("lesson", "age-limits/lks2"),
        ("key", "age-limits/uks2"),
        ("clause", "model-social-media"),
        ("promise", "home-school"),
        ("change", "age-limits/parents-minimum-age-social-media"),
        ("translation", "age-limits/parents (ur)"),
    } <= found


@pytest.mark.parametrize("name", ["nothing", "minimum_age", "..", "a%00"])
def test_an_unknown_fact_is_not_there(turning: Turning, enter: Enter, name: str) -> None:
    lead = enter.as_staff(turning.evening.make.staff("lead"))
    assert lead.client.get(f"/lead/law/{name}").status_code in (400, 404)


def test_parents_and_teachers_do_not_see_the_clock(turning: Turning, enter: Enter) -> None:
    assert enter.as_guardian(turning.evening.family()).client.get("/lead/law").status_code == 404
    assert enter.as_staff(turning.evening.make.staff("teacher")).client.get("/lead/law").status_code == 404

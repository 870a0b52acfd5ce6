"""Whom a concern reaches: never the person it is about, and always somebody."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest

from esafety.concerns.rules import SUBJECTS, Recipient, is_conflicted, next_in_line, next_school_day, recipients
from esafety.core.clock import SCHOOL_TIME

DSL = Recipient(1, frozenset({"dsl"}))
HEAD = Recipient(2, frozenset({"head"}))
GOVERNOR = Recipient(3, frozenset({"governor"}))
LEAD = Recipient(4, frozenset({"lead", "teacher"}))
HEAD_AND_DSL = Recipient(5, frozenset({"head", "dsl"}))
EVERYBODY = (DSL, HEAD, GOVERNOR, LEAD)


@pytest.mark.parametrize(("subject", "reached"), [("child", (1,)), ("other", (1,)), ("staff", (2,)), ("head", (3,))])
def test_a_concern_goes_to_the_person_for_its_subject(subject: str, reached: tuple[int, ...]) -> None:
    assert recipients(subject, EVERYBODY) == reached


def test_a_head_who_is_the_safeguarding_lead_never_gets_a_concern_about_the_head() -> None:
    assert recipients("head", (HEAD_AND_DSL, GOVERNOR)) == (3,)
    assert recipients("child", (HEAD_AND_DSL, GOVERNOR)) == (5,)


def test_what_is_about_the_head_of_a_school_without_governors_reaches_a_safeguarding_lead_who_is_not_the_head() -> None:
    assert recipients("head", (DSL, HEAD, LEAD)) == (1,)
    assert recipients("head", (HEAD_AND_DSL, LEAD)) == ()
    assert next_in_line("head", EVERYBODY, already=frozenset({3})) == (), "with a governor it goes to governors alone"


def test_the_e_safety_lead_never_inherits_concerns() -> None:
    for subject in SUBJECTS:
        for number in range(5):
            for people in combinations((DSL, HEAD, GOVERNOR, HEAD_AND_DSL), number):
                assert LEAD.membership_id not in recipients(subject, (*people, LEAD))


def test_over_all_staffings_nobody_gets_what_is_about_them_and_with_a_governor_nothing_is_lost() -> None:
    for subject in SUBJECTS:
        for number in range(4):
            for people in combinations((DSL, HEAD, LEAD, HEAD_AND_DSL), number):
                staffing = (*people, GOVERNOR)
                found = recipients(subject, staffing)
                assert found
                assert not any(is_conflicted(subject, person) for person in staffing if person.membership_id in found)


def test_a_concern_that_nobody_opened_goes_to_the_next_in_line() -> None:
    assert next_in_line("child", EVERYBODY, already=frozenset({1})) == (2,)
    assert next_in_line("staff", EVERYBODY, already=frozenset({2})) == (3,)
    assert next_in_line("head", EVERYBODY, already=frozenset({3})) == ()


def test_a_weekend_does_not_count_as_a_school_day() -> None:
    friday = datetime(2026, 11, 20, 15, 0, tzinfo=SCHOOL_TIME)
    assert next_school_day(friday, SCHOOL_TIME) == datetime(2026, 11, 23, 15, 0, tzinfo=SCHOOL_TIME)

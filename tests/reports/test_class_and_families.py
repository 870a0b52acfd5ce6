"""A class for its teacher, and the families for the lead and the office."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from esafety.core.db import Database
from esafety.people.models import Guardian, GuardianLink
from tests.harness.crowd import Crowd
from tests.harness.visitor import Visitor

LEVELS = {"secure", "on the way", "to look at", "not yet"}
STATES = {"signed", "wants to talk first", "declined", "taken back", "not yet"}


def _adults(living: Flask, crowd: Crowd) -> list[Guardian]:
    database: Database = living.extensions["database"]
    with database.reading(school_id=crowd.school_id) as db:
        return list(db.scalars(select(Guardian)))


def test_every_cell_of_the_heat_map_is_told_in_words(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    page = as_("teacher").open(f"/lead/classes/{crowd.class_ids[0]}")
    rows = page.table("Pupils and what they can do")
    assert len(rows) == 28
    assert {cell for row in rows for cell in row[2:-1]} <= LEVELS
    assert {row[-1] for row in rows} <= STATES


def test_whom_to_tick_is_offered_and_ticked_at_once(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    page = as_("lead").open(f"/lead/classes/{crowd.class_ids[0]}")
    assert not page.find("//input[@name='pupil'][@checked]")
    link = next(one for one in page.links if one.startswith("those with no answer from home"))
    number = int(link.rpartition("(")[2].rstrip(")"))
    ticked = page.follow(link)
    assert 0 < number == len(ticked.find("//input[@name='pupil'][@checked]"))
    preview = ticked.press("Remind the families of the ticked")
    assert preview.heading == "Remind families"
    assert len(preview.find("//input[@type='hidden'][@name='pupil']")) == number


def test_with_nobody_ticked_nobody_is_reminded(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    lead = as_("lead")
    for page, button in (
        (f"/lead/classes/{crowd.class_ids[0]}", "Remind the families of the ticked"),
        ("/lead/families", "Remind the ticked ones"),
    ):
        assert "Nobody is ticked" in lead.open(page).press(button).text


def test_a_class_page_names_no_adult_of_a_child(as_: Callable[[str], Visitor], crowd: Crowd, living: Flask) -> None:
    page = as_("teacher").open(f"/lead/classes/{crowd.class_ids[0]}")
    assert not [adult.name for adult in _adults(living, crowd) if adult.name in page.text]


def test_a_teacher_finds_only_the_own_class(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    teacher = as_("teacher")
    for address in (f"/lead/classes/{crowd.class_ids[2]}", f"/lead/classes/{crowd.class_ids[2]}/csv", "/lead/classes/1"):
        assert teacher.client.get(address).status_code == 404


def test_a_class_says_what_it_still_gets_wrong(as_: Callable[[str], Visitor], crowd: Crowd) -> None:
    page = as_("lead").open(f"/lead/classes/{crowd.class_ids[1]}")
    assert "What they still get wrong" in page.text
    assert " think" in page.text


def test_families_are_shown_page_by_page(as_: Callable[[str], Visitor]) -> None:
    first = as_("lead").open("/lead/families")
    assert len(first.table("Adults and children")) == 50
    second = first.follow("Next")
    assert second.table("Adults and children")[0] != first.table("Adults and children")[0]


def test_numbers_that_no_row_can_have_choose_everybody(as_: Callable[[str], Visitor]) -> None:
    answer = as_("lead").client.get(f"/lead/families?class={2**63}&link={10**19 - 1}")
    assert answer.status_code == 200


@pytest.mark.parametrize(("field", "option", "column"), [("Agreement", "signed", 3), ("Language", "اردو", 4)])
def test_a_filter_shows_only_what_it_says(as_: Callable[[str], Visitor], field: str, option: str, column: int) -> None:
    page = as_("lead").open("/lead/families").select(field, option).press("Show")
    assert {row[column] for row in page.table("Adults and children")} == {option}


def test_barred_adults_are_on_no_list(as_: Callable[[str], Visitor], crowd: Crowd, living: Flask) -> None:
    database: Database = living.extensions["database"]
    with database.transaction(school_id=crowd.school_id) as db:
        link = db.scalars(select(GuardianLink).where(GuardianLink.restriction == "none")).first()
        assert link is not None
        link.restriction = "barred"
        db.get_one(Guardian, (crowd.school_id, link.guardian_id)).name = "Barred Person"
    assert "Barred Person" not in as_("lead").client.get("/lead/families/csv").get_data(as_text=True)


def test_the_file_holds_all_rows_of_the_filter(as_: Callable[[str], Visitor]) -> None:
    lead = as_("lead")
    page = lead.open("/lead/families?state=signed")
    lines = lead.client.get("/lead/families/csv?state=signed").get_data(as_text=True).splitlines()
    assert f"{len(lines) - 1} adults and children" in page.text


NONSENSE = ("state=nonsense", "class=x", "class=99999999999999999999999", "page=-1", "page=9999999", "language=%00")


@pytest.mark.parametrize("query", NONSENSE)
def test_a_filter_that_makes_no_sense_does_no_harm(as_: Callable[[str], Visitor], query: str) -> None:
    assert as_("lead").client.get(f"/lead/families?{query}").status_code == 200


def test_the_office_records_paper_from_the_list(as_: Callable[[str], Visitor]) -> None:
    page = as_("office").open("/lead/families?state=open")
    link = next(link for link in page.links if link.startswith("Record a sheet"))
    assert page.follow(link).status == 200


def test_an_expectation_shows_clauses_questions_and_what_was_picked(as_: Callable[[str], Visitor]) -> None:
    page = as_("lead").open("/lead/expectations/age-limits")
    assert page.heading == "Age limits"
    assert "What our policy says" in page.text
    assert "% secure:" in page.text
    assert page.find("//li[@class='pick']")


def test_picks_of_a_question_add_up_to_its_answers(as_: Callable[[str], Visitor]) -> None:
    body = as_("lead").client.get("/lead/expectations/age-limits/csv").get_data(as_text=True).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(body, newline="")))[1:]
    singles: dict[tuple[str, str], list[list[str]]] = {}
    for row in rows:
        singles.setdefault((row[0], row[1]), []).append(row)
    whole = [q for q in singles.values() if q[0][5] and sum(int(row[5]) for row in q) == int(q[0][2])]
    assert len(whole) > len(singles) / 2


@pytest.mark.parametrize("name", ["nothing", "none", "..", "age-limits%00"])
def test_an_unknown_expectation_is_not_there(as_: Callable[[str], Visitor], name: str) -> None:
    assert as_("lead").client.get(f"/lead/expectations/{name}").status_code == 404

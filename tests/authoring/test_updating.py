"""Ours has changed: shown part by part, and nothing of either side is lost."""

from __future__ import annotations

from typing import Any

import pytest

from esafety.curriculum.stored import to_json
from tests.authoring.conftest import KEY, LIST, Desk
from tests.harness.people import Enter


@pytest.fixture
def published(desk: Desk) -> Desk:
    """A school that published a title of its own."""
    desk.adapt()
    desk.visitor.open(desk.address("part", "about")).write("Title", "Lines in our park").press("Save")
    desk.visitor.open(desk.address("publish")).press("Publish")
    return desk


def _steps(desk: Desk, text: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = to_json(desk.lesson())["steps"]
    return [steps[0] | {"text": text}, *steps[1:]]


def test_nothing_changed_leads_back_to_the_lesson(published: Desk) -> None:
    assert published.visitor.client.get(f"{LIST}/changed/{KEY}").status_code == 303


@pytest.mark.both_databases
def test_what_only_one_side_changed_is_taken_from_it(published: Desk) -> None:
    published.ours_becomes(aim="Children can say why an age line is there.")
    assert "newer in the library" in published.visitor.open(LIST, query={"for": "lks2"}).text
    page = published.visitor.open(f"{LIST}/look/{KEY}").follow("See what changed")
    assert "Aim changed in the library: taken over" in page.text
    assert "Title you changed it: stays" in page.text
    draft = page.press("Make one of both")
    assert "The library’s changes are in your draft" in draft.html
    body = published.body()
    assert (body["title"], body["aim"]) == ("Lines in our park", "Children can say why an age line is there.")
    assert published.lesson().aim != body["aim"], "pupils get it once it is published"
    published.visitor.open(published.address("publish")).press("Publish")
    assert "newer in the library" not in published.visitor.open(LIST, query={"for": "lks2"}).text


@pytest.mark.parametrize(("side", "stays"), [("Yours", "A blue line."), ("The library’s", "A red line.")])
def test_what_both_changed_is_chosen(published: Desk, side: str, stays: str) -> None:
    steps = _steps(published, "A blue line.")
    published.adapt_again(steps=steps)
    published.ours_becomes(steps=_steps(published, "A red line."))
    page = published.visitor.open(f"{LIST}/changed/{KEY}")
    assert "A blue line." in page.text
    assert "A red line." in page.text
    undecided = page.press("Make one of both")
    assert undecided.status == 422
    assert "Step “A blue line.”" in undecided.errors
    undecided.choose(side).press("Make one of both")
    assert published.body()["steps"][0]["text"] == stays
    assert published.body()["title"] == "Lines in our park"


def test_what_changes_while_one_chooses_is_shown_anew(published: Desk) -> None:
    published.ours_becomes(aim="One.")
    page = published.visitor.open(f"{LIST}/changed/{KEY}")
    published.ours_becomes(aim="Two.")
    told = page.press("Make one of both")
    assert told.status == 422
    assert "nothing was taken over yet" in told.text
    assert published.draft() is None


def test_a_lesson_of_the_schools_own_has_no_ours(desk: Desk) -> None:
    desk.visitor.open(f"{LIST}/new").write("Title", "Own").choose("Years 3 and 4").select("What it is about", "Age limits").press(
        "Begin"
    )
    page = desk.visitor.open(LIST, query={"for": "lks2"})
    assert "newer" not in page.text


def test_another_school_hears_of_nothing(published: Desk, enter: Enter) -> None:
    published.ours_becomes(aim="Better.")
    lead = enter.as_staff(published.make.staff("lead", school=published.make.school("Hill Primary")))
    assert lead.client.get(f"{LIST}/changed/{KEY}").status_code == 404

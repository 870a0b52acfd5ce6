"""Every page comes in by the door, and who may enter it is agreed in a file that people read."""

from __future__ import annotations

import pytest
from flask import Flask

from esafety.access.policy import ANY_ROW, TABLE, Can
from esafety.access.viewer import Role
from esafety.assembly import known_pages
from esafety.core.tenancy import SchoolOwned
from esafety.web.pages import EXEMPT, REGISTRY, Page, Room, refuse_side_entrances
from tests.architecture import golden
from tests.architecture.source import told

PAGES = known_pages()
CHOOSES_ITS_ROWS = {
    "concerns.inbox": "lists what was sent to the viewer",
    "learning.assign": "offers the classes of policy.only",
    "learning.take_back": "takes back what stands in a class of policy.only",
}
"""Pages about several rows, which ask the table's second face themselves. Each has a test of its own that proves it."""


def test_who_may_enter_is_as_agreed() -> None:
    found = golden.changes()
    assert not found, (
        "Who may enter what has changed. If each line is meant, renew the file:\n"
        f"  .venv/bin/python -m tests.architecture.golden\n{found}"
    )


def test_every_address_of_the_application_leads_through_the_door(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        assert rule.endpoint in EXEMPT or rule.endpoint in REGISTRY, f"{rule.rule} was registered past the door"
    assert {"static_file"} == EXEMPT


def test_a_side_entrance_keeps_the_application_from_starting() -> None:
    app = Flask("side", static_folder=None)
    app.add_url_rule("/back-door", "back_door", lambda: "")
    with pytest.raises(RuntimeError, match="/back-door"):
        refuse_side_entrances(app)


def test_a_page_that_does_not_say_who_may_enter_cannot_be_declared() -> None:
    room = Room("forgetful", __name__)
    with pytest.raises(TypeError, match="allow"):
        room.page("/open-to-all")  # type: ignore[call-arg]


def test_every_page_says_in_a_sentence_what_it_is() -> None:
    problems = [f"{page.endpoint} ({page.rule})" for page in PAGES if len(page.summary.split()) < 2]
    assert not problems, told(problems, "Give the view a docstring; its first line is the page's name:")


def test_a_page_about_a_row_gets_it_from_the_door() -> None:
    problems = [f"{page.endpoint}: {page.rule}" for page in PAGES if (page.about is not None) != ("<int:id>" in page.rule)]
    problems += [page.endpoint for page in PAGES if page.about is not None and not issubclass(page.about, SchoolOwned)]
    assert not problems, told(problems, "about=Model and <int:id> go together, and the model belongs to a school:")


def test_a_rule_about_rows_is_asked_about_a_row() -> None:
    """A rule that tells rows apart decides nothing on a page that names none; such a page must choose rows itself."""
    about_rows = {action for action, rules in TABLE.items() if any(rule is not ANY_ROW for rule in rules.values())}
    chooses_itself = CHOOSES_ITS_ROWS
    problems = [
        f"{page.endpoint}: {page.allow.name}"
        for page in PAGES
        if page.allow in about_rows and page.about is None and page.endpoint not in chooses_itself
    ]
    assert not problems, told(problems, "Name the row with about=, or the rule is never asked:")


def test_the_table_has_a_line_for_everything_that_can_be_done() -> None:
    assert set(TABLE) == set(Can)


def test_only_doors_are_open_to_everybody() -> None:
    open_to_all = {action for action, rules in TABLE.items() if Role.ANYONE in rules}
    assert open_to_all == {Can.ENTER, Can.SET_UP, Can.SEE_GALLERY}


def test_looking_never_changes_and_changing_is_a_post() -> None:
    problems = [page.endpoint for page in PAGES if set(page.methods) - {"GET", "POST"} or not page.methods]
    assert not problems, told(problems, "Browsers send GET and POST:")


@pytest.mark.parametrize("page", [page for page in PAGES if page.navigation], ids=lambda page: page.endpoint)
def test_a_page_in_the_menu_needs_no_number(page: Page) -> None:
    assert "<" not in page.rule
    assert "GET" in page.methods

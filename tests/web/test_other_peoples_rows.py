"""What is not yours looks exactly like what is not there: every page with a number, every role, byte for byte."""

from __future__ import annotations

import re

import pytest
from werkzeug.test import TestResponse

from esafety.access.policy import ANY_ROW, TABLE
from esafety.access.viewer import Role
from esafety.assembly import known_pages
from esafety.web.pages import Page
from tests.web.house import House, same_for_everybody

ABOUT_A_ROW = [page for page in known_pages() if page.about is not None]
WITHOUT = [page for page in known_pages() if page.about is None]
WHO = ["nobody", *(role for role in Role if role is not Role.ANYONE)]
MISSING = 987654321
LARGE = (str(2**63 - 1), str(10**40))
STRANGE = ("0", "-1", str(2**63 - 1), str(2**63), str(10**40), "１２", "1e3", "%00", "null")
CHOICE = re.compile(r"<any\((\w+)[^>]*>")
SECOND = re.compile(r"<int:(\w+_id)>")
SECOND_NUMBER = [page for page in known_pages() if SECOND.search(page.rule)]
ANY_NUMBER = re.compile(r"<int:\w+>")
OTHER_PARTS = re.compile(r"<[\w:]+>")


def address_of(page: Page, row_id: object, *, keep: bool = False) -> str:
    """The page's address with this number; every other part is something ordinary, unless a second number is kept."""
    return (re.compile("<(?!int)[\\w:]+>") if keep else OTHER_PARTS).sub(
        "1", CHOICE.sub(r"\1", page.rule.replace("<int:id>", str(row_id)))
    )


def ask(built: House, who: str, page: Page, method: str, row_id: object) -> TestResponse:
    return ask_for(built, who, method, address_of(page, row_id))


def ask_for(built: House, who: str, method: str, address: str) -> TestResponse:
    visitor = built.visitors[who]
    return visitor.client.get(address) if method == "GET" else built.post(visitor, address)


@pytest.mark.parametrize("page", ABOUT_A_ROW, ids=lambda page: page.endpoint)
@pytest.mark.parametrize("who", WHO)
def test_what_is_not_yours_looks_like_what_is_not_there(built: House, who: str, page: Page) -> None:
    assert page.about is not None
    table = page.about.__tablename__
    others = {"of another school": built.their_rows[table]["id"]}
    if who == "nobody" or TABLE[page.allow].get(Role(who)) is not ANY_ROW:
        others["of somebody else"] = built.our_rows[table]["id"]
    for method in page.methods:
        missing = same_for_everybody(ask(built, who, page, method, MISSING))
        for whose, row_id in others.items():
            assert same_for_everybody(ask(built, who, page, method, row_id)) == missing, f"{method}: a row {whose} is told apart"
        assert missing[0] == (404 if who != "nobody" else 303 if method == "GET" else 401)


@pytest.mark.parametrize("page", SECOND_NUMBER, ids=lambda page: page.endpoint)
@pytest.mark.parametrize("who", WHO)
def test_a_second_number_of_another_school_looks_like_one_that_is_not_there(built: House, who: str, page: Page) -> None:
    (name,) = SECOND.findall(page.rule)
    for method in page.methods:
        for first in {MISSING, built.our_rows[page.about.__tablename__]["id"]} if page.about is not None else {MISSING}:
            said = [
                same_for_everybody(ask_for(built, who, method, SECOND.sub(str(number), address_of(page, first, keep=True))))
                for number in (MISSING, built.their_rows[name.removesuffix("_id")]["id"])
            ]
            assert said[0] == said[1], f"{method}: {name} of another school is told apart"


@pytest.mark.parametrize("who", WHO)
def test_strange_numbers_are_simply_not_there(built: House, who: str) -> None:
    for page in ABOUT_A_ROW:
        for row_id in STRANGE:
            answer = ask(built, who, page, page.methods[0], row_id)
            assert answer.status_code in (404, 401, 303, 405), f"{page.rule} with {row_id}: {answer.status_code}"


@pytest.mark.parametrize("who", WHO)
def test_strange_numbers_elsewhere_in_an_address_are_answered(built: House, who: str) -> None:
    for page in known_pages():
        for number in LARGE if ANY_NUMBER.search(page.rule) else ():
            for method in page.methods:
                answer = ask_for(built, who, method, OTHER_PARTS.sub("1", CHOICE.sub(r"\1", ANY_NUMBER.sub(number, page.rule))))
                assert answer.status_code < 500, f"{method} {page.rule} with {number}"


@pytest.mark.parametrize("who", WHO)
def test_a_page_that_is_not_for_a_role_looks_like_no_page(built: House, who: str) -> None:
    """Who is signed in cannot find out by asking which pages there are for others."""
    visitor = built.visitors[who]
    nowhere = same_for_everybody(visitor.client.get("/no/such/page"))
    for page in WITHOUT:
        roles = TABLE[page.allow]
        if "GET" not in page.methods or Role.ANYONE in roles or who in roles:
            continue
        answer = visitor.client.get(address_of(page, 1))
        if who == "nobody":
            assert answer.status_code == 303, page.rule
        else:
            assert same_for_everybody(answer) == nowhere, page.rule


@pytest.mark.parametrize("who", WHO)
def test_a_page_for_a_role_opens_for_it(built: House, who: str) -> None:
    """The other half: without it, a door that refuses everybody would pass."""
    visitor = built.visitors[who]
    opened = [
        visitor.client.get(page.rule).status_code
        for page in WITHOUT
        if "GET" in page.methods and "<" not in page.rule and (who in TABLE[page.allow] or Role.ANYONE in TABLE[page.allow])
    ]
    assert opened
    assert set(opened) <= {200, 302, 303, 403, 404, 503}, opened
    assert 200 in opened

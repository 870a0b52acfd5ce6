"""A parent reads the promises, answers, and gets a receipt."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from esafety.agreements.chain import verify
from esafety.agreements.models import AgreementVersion, Signature, Withdrawal
from esafety.agreements.wording import wording
from esafety.people.models import GuardianLink, Pupil
from tests.agreements.evening import Evening, counted
from tests.harness.page import Page
from tests.harness.people import Adult, Enter
from tests.harness.visitor import Visitor


def test_a_parent_reads_promise_by_promise_and_signs(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    page = parent.open(f"/agreement/{mary.links[0].id}")
    assert page.heading == "The agreement for Ann"
    page = page.follow("Read the promises")
    assert "Promise 1 of 8" in page.text
    page = page.choose("Let them play it, as it was a present.").press("See what we think")
    assert "Nobody likes to spoil a present" in page.text
    for _ in range(7):
        page = page.follow("Next promise")
    page = page.follow("Go to the answers")
    assert page.links.count("Sign") == page.links.count("Say no") == page.links.count("I want to talk first") == 1
    page = page.follow("Sign").tick("We will go by the minimum age").tick("We will bring worries")
    page = page.tick("I have read these promises").write("Your full name", "Mary Smith").press("Sign")
    assert page.heading == "You have signed for Ann"
    assert "What you left out" in page.text
    with evening.database.reading(school_id=evening.school.id) as db:
        kept = db.scalars(select(Signature)).one()
    assert kept.promises == "age-limits official-channels"
    assert kept.typed_name == "Mary Smith"
    assert kept.statement.startswith("I have read these promises")
    assert (kept.version_id, kept.language, kept.turn, kept.signed_in_by) == (evening.version_id, "en", 1, "password")
    assert kept.authority == "relationship=mother; may_sign=yes; restriction=none"


@pytest.mark.parametrize(
    ("way", "button", "heading"),
    [("decline", "Say no", "You have said no for Ann"), ("talk", "Ask to talk first", "You want to talk first")],
)
def test_saying_no_or_asking_to_talk_needs_no_reason(evening: Evening, enter: Enter, way: str, button: str, heading: str) -> None:
    mary = evening.family()
    page = enter.as_guardian(mary).open(f"/agreement/{mary.links[0].id}/{way}").press(button)
    assert page.heading == heading
    assert signatures(evening)[0].reason == ""


def test_a_reason_is_kept_and_shown_on_the_receipt(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    page = enter.as_guardian(mary).open(f"/agreement/{mary.links[0].id}/talk")
    page = page.write("Anything you want to tell us", "Is the chat of the\nfootball club meant, too?").press("Ask to talk first")
    assert "football club" in page.text


def test_a_no_can_become_a_signature_and_both_stay(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    parent.open(f"/agreement/{mary.links[0].id}/decline").press("Say no")
    assert "You said no on" in parent.open(f"/agreement/{mary.links[0].id}").text
    evening.sign(parent, mary)
    assert [(one.turn, one.answer) for one in signatures(evening)] == [(1, "declined"), (2, "signed")]


def test_pressing_twice_and_a_second_tab_lead_to_the_same_receipt(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    first, second = (filled(parent, mary) for _ in range(2))
    receipt = first.press("Sign").url
    assert first.press("Sign").url == receipt
    assert second.press("Sign").url == receipt
    assert parent.open(f"/agreement/{mary.links[0].id}").url == receipt
    assert parent.open(f"/agreement/{mary.links[0].id}/decline").url == receipt
    assert len(signatures(evening)) == 1


def test_a_wording_superseded_while_reading_is_told_and_nothing_is_saved(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    page = filled(enter.as_guardian(mary), mary)
    evening.publish(school_name="The New Harbour School")
    page = page.press("Sign")
    assert page.status == 409
    assert page.heading == "The wording changed while you were reading"
    assert signatures(evening) == []
    assert "The New Harbour School" in page.follow("Read the new wording").text


def test_a_new_wording_asks_again_and_the_old_receipt_stands(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    receipt = evening.sign(parent, mary)
    evening.publish(school_name="The New Harbour School")
    assert "The wording has changed since your answer" in parent.open(f"/agreement/{mary.links[0].id}").text
    assert "newer wording since" in parent.open(receipt).text
    assert evening.sign(parent, mary) != receipt


def test_another_familys_child_and_a_missing_one_look_the_same(evening: Evening, enter: Enter) -> None:
    mary, joan = evening.family(), evening.family("Joan Reid", evening.make.pupil("Zoe"))
    parent = enter.as_guardian(mary)
    receipt = evening.sign(enter.as_guardian(joan), joan, name="Joan Reid")
    theirs = [f"/agreement/{joan.links[0].id}{part}" for part in ("", "/promise/1", "/answer", "/sign", "/decline", "/talk")]
    for address in [*theirs, receipt, f"{receipt}/withdraw"]:
        page = parent.open(address)
        missing = parent.open(re.sub(r"\d{9,}", "7", address))
        assert page.status == missing.status == 404
        assert page.html.replace(address, "") == missing.html.replace(re.sub(r"\d{9,}", "7", address), "")


@pytest.mark.parametrize("link", [{"restriction": "barred"}, {"may_sign": False}, {"until_on": date(2020, 1, 1)}])
def test_an_adult_who_may_not_sign_finds_no_agreement(evening: Evening, enter: Enter, link: dict[str, Any]) -> None:
    mary = evening.family(**link)
    assert enter.as_guardian(mary).open(f"/agreement/{mary.links[0].id}/sign").status == 404


def test_nobody_signs_for_a_former_pupil(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    receipt = evening.sign(parent, mary)
    with evening.database.transaction(school_id=evening.school.id) as db:
        db.get_one(Pupil, (evening.school.id, mary.links[0].pupil_id)).left_on = evening.today
    assert parent.open(f"/agreement/{mary.links[0].id}").status == 404
    assert parent.open(receipt).status == 200, "what was signed can still be looked at"


def test_signing_after_a_bar_saves_nothing(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    page = filled(enter.as_guardian(mary), mary)
    with evening.database.transaction(school_id=evening.school.id) as db:
        db.get_one(GuardianLink, (evening.school.id, mary.links[0].id)).restriction = "barred"
    assert page.press("Sign").status == 404
    assert signatures(evening) == []


def test_a_signature_is_taken_back_once_and_can_be_given_again(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    receipt = evening.sign(parent, mary)
    page = parent.open(receipt).follow("Take your signature back")
    assert page.heading == "Take back your signature for Ann?"
    done = page.press("Take it back")
    assert done.heading == "You took your signature back"
    assert page.press("Take it back").heading == "You took your signature back"
    assert parent.open(f"{receipt}/withdraw").url == receipt
    assert evening.sign(parent, mary) != receipt
    assert [one.turn for one in signatures(evening)] == [1, 2]
    with evening.database.reading(school_id=evening.school.id) as db:
        assert [one.signature_id for one in db.scalars(select(Withdrawal))] == [int(receipt.rpartition("/")[2])]
        assert verify(db) == ()


def test_next_year_the_same_words_are_signed_again(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    evening.sign(enter.as_guardian(mary), mary)
    with time_machine.travel(datetime(evening.today.year + 1, 11, 2, 19, 30, tzinfo=UTC)):
        evening.ask(evening.version_id)
        receipt = evening.sign(enter.as_guardian(mary), mary)
        assert "You have signed for Ann" in enter.as_guardian(mary).open(receipt).heading
    assert [(one.turn, one.version_id) for one in signatures(evening)] == [(1, evening.version_id)] * 2
    assert len({one.school_year for one in signatures(evening)}) == 2


def test_nothing_is_asked_before_the_day(evening: Evening, enter: Enter) -> None:
    evening.ask(evening.version_id, opens_on=evening.today + timedelta(days=3))
    mary = evening.family()
    page = enter.as_guardian(mary).open(f"/agreement/{mary.links[0].id}/sign")
    assert "The school will ask families from" in page.text


def test_what_is_missing_is_said_and_what_was_typed_stays(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    page = enter.as_guardian(mary).open(f"/agreement/{mary.links[0].id}/sign")
    page = page.write("Your full name", "Mary O’Brien").tick("We will bring worries").press("Sign")
    assert page.status == 422
    assert len(page.errors) == 1
    assert page.find("//input[@name='full_name']")[0].get("value") == "Mary O’Brien"
    assert len(page.find("//input[@name='promises'][@checked]")) == 1
    assert signatures(evening) == []


def test_a_form_of_another_session_saves_nothing_and_keeps_what_was_typed(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    page = filled(enter.as_guardian(mary), mary)
    page.find("//input[@name='csrf']")[-1].set("value", "stale")
    page = page.press("Sign")
    assert page.status == 422
    assert page.find("//input[@name='full_name']")[0].get("value") == "Mary Smith"
    assert signatures(evening) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mary\tSmith ", "Mary Smith"),
        ("\u202eMary\u202c Smith\x00", "Mary Smith"),
        ("مریم\u200f خان", "مریم خان"),
        ("<b>Mary</b>", "<b>Mary</b>"),
    ],
)
def test_names_are_kept_as_they_were_meant(evening: Evening, enter: Enter, typed: str, kept: str) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    address = f"/agreement/{mary.links[0].id}/sign"
    page = parent.open(address)
    sent = {field.get("name"): field.get("value") for field in page.find("//form[@id='sign']//input[@type='hidden']")}
    sent |= {"promises": "age-limits", "full_name": typed, "statement": "y"}
    assert parent.client.post(address, data=sent).status_code == 303
    assert signatures(evening)[0].typed_name == kept


@pytest.mark.parametrize(
    "wrong", [{"full_name": "x" * 100_000}, {"promises": "no-such-promise"}, {"version": "7"}, {"version": "x"}]
)
def test_what_cannot_be_is_refused_and_changes_nothing(evening: Evening, enter: Enter, wrong: dict[str, str]) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    address = f"/agreement/{mary.links[0].id}/sign"
    page = parent.open(address)
    sent = {field.get("name"): field.get("value") for field in page.find("//form[@id='sign']//input[@type='hidden']")}
    sent |= {"promises": "age-limits", "full_name": "Mary Smith", "statement": "y"} | wrong
    assert parent.client.post(address, data=sent).status_code in {409, 413, 422}
    assert signatures(evening) == []


def test_in_urdu_the_draft_is_marked_the_page_is_mirrored_and_the_english_is_there(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    parent.client.set_cookie("language", "ur", domain="localhost")
    page = parent.open(f"/agreement/{mary.links[0].id}/promise/1")
    assert (page.language, page.direction) == ("ur", "rtl")
    assert page.find("//h1[@lang='ur'][@dir='rtl']")
    assert page.find("//details//*[@lang='en'][@dir='ltr']")
    sign = parent.open(f"/agreement/{mary.links[0].id}/sign")
    for promise in sign.find("//input[@name='promises'] | //input[@name='statement']"):
        promise.set("checked", "")
    sign.find("//input[@name='full_name']")[0].set("value", "مریم خان")
    sign.press(sign.buttons[-1])
    kept = signatures(evening)[0]
    assert kept.language == "ur"
    with evening.database.reading(school_id=evening.school.id) as db:
        texts = db.get_one(AgreementVersion, (evening.school.id, evening.version_id)).texts
    assert kept.text_digest == wording(texts, "ur").digest != wording(texts, "en").digest


def test_each_page_asks_the_database_a_fixed_small_number_of_times(evening: Evening, enter: Enter) -> None:
    mary = evening.family()
    parent = enter.as_guardian(mary)
    link = mary.links[0].id
    for address in (f"/agreement/{link}", f"/agreement/{link}/promise/3", f"/agreement/{link}/answer", f"/agreement/{link}/sign"):
        with counted(evening.database) as statements:
            parent.open(address)
        assert len(statements) <= 10, "\n".join(statements)


def filled(parent: Visitor, adult: Adult) -> Page:
    page = parent.open(f"/agreement/{adult.links[0].id}/sign")
    return page.tick("We will bring worries").tick("I have read these promises").write("Your full name", "Mary Smith")


def signatures(evening: Evening) -> list[Signature]:
    with evening.database.reading(school_id=evening.school.id) as db:
        return list(db.scalars(select(Signature).order_by(Signature.school_year, Signature.turn)))

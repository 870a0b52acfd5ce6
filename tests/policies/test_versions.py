"""Versions: a draft comes into force, is compared with the one before, and asks people to read again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from esafety.core import clock
from esafety.curriculum.shelf import library
from esafety.policies.actions import adopt
from esafety.policies.models import PolicyVersion
from esafety.policies.rules.comparing import Difference, Line, compare
from esafety.policies.telling import Depending, asked_for, summary, told, whom_to_tell
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

WORDS = (
    "Parents bring worries to school.",
    "Pupils are kind online.",
    "Staff keep passwords private.",
    "Phones stay in the office.",
)


def lines(*texts: str) -> list[Line]:
    return [Line(number, f"a{number}", str(number), text) for number, text in enumerate(texts, 1)]


def kinds(found: tuple[Difference, ...]) -> list[str]:
    return [one.kind for one in found]


def test_the_same_wording_has_no_difference() -> None:
    assert set(kinds(compare(lines(*WORDS), lines(*WORDS)))) == {"same"}
    assert not summary(compare(lines(*WORDS), lines(*WORDS)))


def test_a_clause_is_added_removed_changed_or_moved() -> None:
    before = lines(*WORDS)
    after = [before[2], before[0], Line(5, "b1", "3", "Pupils are kind and fair online."), Line(6, "b2", "4", "Guests sign in.")]
    found = compare(before, after)
    assert sorted(kinds(found)) == ["added", "changed", "moved", "removed", "same"]
    changed = next(one for one in found if one.kind == "changed")
    assert [(piece.kind, piece.text.strip()) for piece in changed.pieces] == [
        ("same", "Pupils are kind"), ("new", "and fair"), ("same", "online."),
    ]  # fmt: skip
    assert summary(found) == ("1 clause is new", "1 has other words", "1 is gone", "1 stands elsewhere")


def test_case_and_marks_alone_are_no_change() -> None:
    assert kinds(compare(lines("Parents’ pictures – ours"), lines("parents' pictures - ours"))) == ["same"]


def test_a_clause_keeps_its_name_when_all_its_words_change() -> None:
    found = compare([Line(1, "x", "1", "Old words here")], [Line(2, "x", "1", "Entirely new sentence")])
    assert kinds(found) == ["changed"]


TEXTS = st.lists(st.sampled_from([*WORDS, "Pupils are kind offline.", "Guests sign in.", ""]), max_size=7)


@given(before=TEXTS, after=TEXTS)
def test_every_clause_of_both_versions_is_told_of_once(before: list[str], after: list[str]) -> None:
    old = [Line(number, f"o{number}", str(number), text) for number, text in enumerate(before)]
    new = [Line(100 + number, f"n{number}", str(number), text) for number, text in enumerate(after)]
    found = compare(old, new)
    assert sorted(one.before.id for one in found if one.before) == [line.id for line in old]
    assert [one.after.id for one in found if one.after] == [line.id for line in new]


def test_it_is_said_what_depends_and_whom_to_tell() -> None:
    before = [Line(1, "a", "1", WORDS[0], ("official-channels",)), Line(2, "b", "2", WORDS[1], ("kind-communication",))]
    after = [Line(3, "a", "1", "Parents bring worries to school first.", ("official-channels",)), before[1]]
    found = compare(before, after)
    assert asked_for(found) == {"official-channels"}
    depends = {"official-channels": Depending(("A module",), ("We bring worries to school.",), 0, 12)}
    assert [one.difference.kind for one in told(found, depends)] == ["changed"]
    sentences = whom_to_tell(found, {1: "parents", 2: "pupils", 3: "parents"}, depends)
    assert sentences[0].startswith("Parents and carers: 1 clause")
    assert "12 signatures" in sentences[1]


@pytest.fixture
def adopted(school: Make, school_id: int) -> int:
    """The model policy, in force; returns its version."""
    with school.database.transaction(school_id=school_id) as db:
        model = library().policy("model-social-media").item
        return adopt(db, model=model, approved_on=clock.school_day(clock.now()), at=clock.now()).id


def begin(lead: Visitor) -> Page:
    return lead.open("/lead/policies").follow("Social media and life online").press("Begin a draft from it")


def publish(page: Page, *, again: bool = False) -> Page:
    page = page.follow("Look at it and publish")
    if page.find("//*[@id='change']"):
        page = page.choose("People should read it again" if again else "A small one: nobody has to read it again")
        page = page.write("What has changed, in a sentence for everybody", "We say more.")
    if page.find("//*[@id='gaps_reason']"):
        page = page.write("Why publish it although something is missing?", "The lessons come in spring.")
    return page.press("Put it into force")


def test_a_draft_begins_with_all_that_was_decided(lead: Visitor, adopted: int) -> None:
    page = begin(lead)
    done, all_of_them = re.findall(r"(\d+) of (\d+) clauses confirmed", page.text)[0]
    assert done == all_of_them
    again = lead.open("/lead/policies").follow("Social media and life online")
    assert "Begin a draft from it" not in again.buttons
    assert again.follow("Go on with the draft").url == page.url


def test_publishing_with_gaps_needs_a_reason(lead: Visitor, adopted: int) -> None:
    page = begin(lead).follow("Look at it and publish").choose("A small one: nobody has to read it again")
    assert page.find("//*[@id='gaps_reason']"), "the model policy has clauses that nothing teaches yet"
    back = page.press("Put it into force")
    assert back.status == 422
    assert any("Please say why" in error for error in back.errors)


def test_reading_again_needs_a_word_about_what_changed(lead: Visitor, adopted: int) -> None:
    page = begin(lead).follow("Look at it and publish").choose("People should read it again").press("Put it into force")
    assert page.status == 422
    assert any("Say what has changed" in error for error in page.errors)


@pytest.mark.both_databases
def test_a_new_version_takes_the_place_of_the_old_one(lead: Visitor, school: Make, adopted: int) -> None:
    page = begin(lead).follow("Mend line 2").write("What it says", "Other words stand here now.").press("Save")
    page = publish(page, again=True)
    assert page.heading == "Social media and life online"
    rows = page.table("Versions of this policy")
    assert [row[1] for row in rows] == ["in force", "archive"]
    changes = page.follow("Compare version 2 with the one before")
    assert "1 has other words" in changes.text
    with school.database.reading(across="a test looks at what was kept") as db:
        versions = db.scalars(select(PolicyVersion).order_by(PolicyVersion.number)).all()
    assert [(one.state, one.change) for one in versions] == [("archived", "first"), ("published", "read-again")]
    assert versions[0].archived_at is not None


def test_a_published_version_stays_as_it_is(lead: Visitor, adopted: int, school: Make) -> None:
    page = begin(lead)
    mend = page.find("//a[contains(@href, '/mend')]/@href")[0]
    opened = lead.open(mend)
    draft = page.url
    publish(page)
    assert lead.open(mend).heading == "Social media and life online, version 2"
    assert opened.press("Save").status == 403
    assert opened.press("Leave this clause out").status == 403
    assert lead.open(draft).heading == "Social media and life online, version 2"
    assert lead.open(f"{draft}/publish").heading == "Social media and life online"


def test_adults_are_asked_to_read_again_once(lead: Visitor, adopted: int, school: Make, enter: Enter) -> None:
    parent = enter.as_guardian(school.guardian_of(school.pupil("Ann")))
    assert "read it again" not in parent.open("/policy").text
    publish(begin(lead), again=True)
    page = parent.open("/policy")
    assert "We say more." in page.text
    page = page.press("I have read it")
    assert "We say more." not in page.text
    assert "We say more." not in parent.open("/policy").text
    register = lead.open("/lead/policies").follow("Social media and life online")
    assert re.search(r"Say that they have read it 1\b", register.text)


def test_a_new_file_keeps_what_stayed_the_same(bring: Callable[..., Page], lead: Visitor) -> None:
    first = "1. Parents must not post pictures of other people's children.\n2. Parents bring a complaint to the school.\n"
    page = bring(text=first, title="Parents online")
    page = page.press(next(words for words in page.buttons if words.startswith("Take over")))
    page = publish(page)
    second = (
        "1. Parents must not post pictures of other people's children.\n2. Parents bring a complaint to the office by letter.\n"
    )
    page = page.follow("Bring a new wording").write("Or paste the text", second).press("Read it")
    confirmed = page.find("//ol[@data-clause-desk]/li[.//form[@data-state='done']]")
    assert len(confirmed) == 1
    assert "pictures of other people" in " ".join(confirmed[0].itertext())


def test_governors_look_and_change_nothing(adopted: int, school: Make, enter: Enter) -> None:
    governor = enter.as_staff(school.staff("governor"))
    page = governor.open("/lead/policies")
    assert "Bring a policy" not in page.text
    page = page.follow("Social media and life online")
    assert "Begin a draft from it" not in page.buttons
    assert page.follow("What serves each clause").status == 200


def test_governors_look_at_what_is_in_force_and_not_at_drafts(lead: Visitor, school: Make, adopted: int, enter: Enter) -> None:
    number = re.findall(r"drafts/(\d+)", begin(lead).url)[0]
    governor = enter.as_staff(school.staff("governor"))
    policy = governor.open("/lead/policies").follow("Social media and life online")
    assert [row[1] for row in policy.table("Versions of this policy")] == ["in force"]
    for address in ("", "/changes", "/coverage", "/coverage/csv"):
        assert governor.client.get(f"/lead/policies/versions/{number}{address}").status_code == 404
        assert lead.client.get(f"/lead/policies/versions/{number}{address}").status_code == 200


def test_numbers_that_no_row_can_have_lead_nowhere(lead: Visitor, adopted: int) -> None:
    page = begin(lead)
    assert lead.client.get(f"{page.url.partition('?')[0]}?page=000001{'0' * 5000}").status_code == 200
    number = lead.open("/lead/policies").follow("Social media and life online").url.rpartition("/")[2]
    token = page.find("//input[@name='csrf']")[0].get("value")
    sent = lead.client.post(f"/lead/policies/{number}/links", data={"csrf": token, "linked": str(2**63)})
    assert sent.status_code == 303


def test_dated_facts_are_read_with_the_value_of_the_day_on_every_page(lead: Visitor, adopted: int) -> None:
    draft = begin(lead)
    assert "asks for an age of 13" in draft.text
    number = re.findall(r"drafts/(\d+)", draft.url)[0]
    changed = (
        draft.follow("Mend line 7").write("What it says", "Nobody under {fact:minimum_age.social_media} posts.").press("Save")
    )
    publish(changed)
    for address in ("", "/changes", "/coverage", "/coverage/csv"):
        page = lead.client.get(f"/lead/policies/versions/{number}{address}").get_data(as_text=True)
        assert "{fact:" not in page
        assert "Nobody under 13 posts." in page


def test_publishing_begins_with_the_days_that_the_document_states(bring: Callable[..., Page]) -> None:
    page = bring(text="Phone policy\n\nDate approved: March 2024\n\n1. Pupils hand in phones.\n\nNext review: 12 May 2027\n")
    page = page.follow("Look at it and publish")
    assert "As the document says. Please check the day." in page.text
    days = {name: page.find(f"//input[@name='{name}']")[0].get("value") for name in ("approved_on", "review_on")}
    assert days == {"approved_on": "2024-03-31", "review_on": "2027-05-12"}


def test_days_that_stood_in_the_version_before_are_not_stated_anew(bring: Callable[..., Page], lead: Visitor) -> None:
    publish(bring(text="Phone policy\n\nDate approved: March 2024\n\n1. Pupils hand in phones.\n\nNext review: May 2025\n"))
    page = lead.open("/lead/policies").follow("Phone policy").press("Begin a draft from it").follow("Look at it and publish")
    assert "As the document says" not in page.text
    assert page.find("//input[@name='approved_on']")[0].get("value") == f"{clock.school_day(clock.now())}"


def test_a_gap_names_a_clause_without_a_number_by_its_first_words(bring: Callable[..., Page]) -> None:
    page = bring(text="Phone policy\n\nStaff must keep their own phones in the locker room all day.\n").follow(
        "Look at it and publish"
    )
    assert "Clause “Staff must keep their own phones …”: nobody has said yet what it asks for." in page.text


def test_a_new_file_keeps_the_dated_facts_that_it_has_in_numbers(bring: Callable[..., Page], lead: Visitor) -> None:
    text = "Phone policy\n\n1. Pupils under 13 must not open accounts on social media.\n2. Pupils hand in phones.\n"
    page = bring(text=text).press("Put in the dated fact (13 today)").press("Take over the 2 that are sure")
    publish(page)
    draft = bring(text=text.replace("hand in phones", "hand in phones and watches"), title="Phone policy")
    assert "dated fact" in draft.text
    assert "1 of 2 clauses confirmed" in draft.text
    changes = draft.follow("Look at it and publish").follow("See every change, and what depends on it")
    assert "1 has other words" in changes.text
    assert "is now ¶" not in changes.text

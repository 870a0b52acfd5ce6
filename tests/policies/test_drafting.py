"""A lead brings a policy and says what each clause asks for, without JavaScript."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import func, select

from esafety.core.audit import AuditEntry
from esafety.policies.linting.stale import with_dated_age
from esafety.policies.models import Clause, ClauseExpectation, Policy, PolicyVersion
from esafety.policies.noticing import document_of, frame_of
from esafety.policies.queries import ClauseRow, confirmed_choices
from esafety.policies.reading.reader import read_file, read_pasted
from esafety.policies.rules.drafting import SPACE
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor
from tests.policies.conftest import DOCUMENTS

RULES = """Social media policy

Parents

1. Parents must not post pictures of other people's children.
2. Parents should bring a complaint to the school and not to social media.
3. The school was founded in 1902.
"""


def ids(page: Page) -> list[str]:
    return [one.get("id") for one in page.find("//ol[@data-clause-desk]/li")]


def press(page: Page, place: int, *ticked: str, other: str = "") -> Page:
    """Send the form of one clause with these expectations ticked and no others."""
    clause = page.find("//ol[@data-clause-desk]/li")[place]
    form = clause.xpath(".//form")[0]
    fields = [(one.get("name"), one.get("value")) for one in form.xpath(".//input[@type='hidden']")]
    fields += [("expectation", name) for name in ticked] + [("other", other)]
    answer = page._visitor.client.post(form.get("action"), data=_multi(fields), follow_redirects=True)
    return Page(page._visitor, answer)


def _multi(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in fields:
        found.setdefault(name, []).append(value)
    return found


def test_a_pasted_policy_becomes_clauses_with_proposals_and_reasons(bring: Callable[..., Page]) -> None:
    page = bring(text=RULES)
    assert page.heading == "Draft: Social media policy"
    assert "0 of 3 clauses confirmed" in page.text
    first = page.find("//ol[@data-clause-desk]/li")[0]
    ticked = first.xpath(".//input[@name='expectation'][@checked]/@value")
    assert ticked == ["images-of-others"]
    assert "shares: " in " ".join(first.itertext())
    assert len(first.xpath(".//input[@name='expectation']")) == 4


@pytest.mark.both_databases
def test_every_clause_is_confirmed_changed_or_has_nothing_to_teach(bring: Callable[..., Page], school: Make) -> None:
    page = bring(text=RULES)
    page = press(page, 0, "images-of-others")
    page = press(page, 1, "kind-communication", other="official-channels")
    page = press(page, 2, "none")
    assert "3 of 3 clauses confirmed" in page.text
    page = press(page, 2, "none")
    page = press(page, 1, "official-channels")
    with school.database.reading(across="a test looks at what was kept") as db:
        rows = db.execute(
            select(Clause.label, ClauseExpectation.expectation)
            .join(ClauseExpectation, ClauseExpectation.clause_id == Clause.id)
            .order_by(Clause.position, ClauseExpectation.rank)
        ).all()
        confirmed = db.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.action == "policy.clause.confirmed"))
    assert [tuple(row) for row in rows] == [("1", "images-of-others"), ("2", "official-channels"), ("3", "none")]
    assert confirmed == 4, "the same choice again changes nothing"


@pytest.mark.parametrize(
    ("ticked", "other"),
    [((), ""), (("none", "age-limits"), ""), (("none",), "age-limits"), (("nonsense",), ""),
     (("age-limits", "images-of-others", "kind-communication"), "passwords-accounts")],
)  # fmt: skip
def test_nonsense_is_not_kept(bring: Callable[..., Page], ticked: tuple[str, ...], other: str) -> None:
    page = press(bring(text=RULES), 0, *ticked, other=other)
    assert "0 of 3 clauses confirmed" in page.text
    assert "Choose up to three" in page.text


def test_a_page_that_does_not_reload_gets_the_one_form_anew(bring: Callable[..., Page]) -> None:
    page = bring(text=RULES)
    form = page.find("//ol[@data-clause-desk]/li[1]//form")[0]
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input[@type='hidden']")}
    answer = page._visitor.client.post(form.get("action"), data={**fields, "expectation": "age-limits", "part": "yes"})
    assert answer.status_code == 200
    told = answer.get_data(as_text=True)
    assert told.lstrip().startswith("<form")
    assert "1 of 3 clauses confirmed" in told
    wrong = page._visitor.client.post(form.get("action"), data={**fields, "part": "yes"})
    assert wrong.status_code == 422


def test_the_sure_ones_are_taken_over_at_once(bring: Callable[..., Page]) -> None:
    page = bring("harbour-lane.txt")
    before = len(ids(page))
    button = next(words for words in page.buttons if words.startswith("Take over the"))
    number = int(button.split()[3])
    page = page.press(button)
    assert f"{number} of {before} clauses confirmed" in page.text
    assert not [words for words in page.buttons if words.startswith("Take over the")]


def test_later_proposals_learn_from_what_the_school_confirmed(bring: Callable[..., Page], school: Make) -> None:
    odd = "1. The lantern book is filled in by the duty person at the end of each session.\n2. Children bring a cup.\n"
    page = bring(text=odd, title="Lanterns")
    page = press(page, 0, "incident-response")
    with school.database.reading(across="a test looks at what was learnt") as db:
        assert [one.ids for one in confirmed_choices(db)] == [("incident-response",)]
    again = "1. The duty person fills in the lantern book at the end of a session.\n2. Children bring a cup.\n"
    page = bring(text=again, title="Lanterns, juniors")
    assert page.find("//ol[@data-clause-desk]/li[1]//input[@checked]/@value") == ["incident-response"]


def test_a_clause_is_mended_split_joined_and_left_out(bring: Callable[..., Page], lead: Visitor) -> None:
    page = bring(text=RULES)
    page = page.follow("Mend line 2")
    page = page.write("What it says", "Parents bring a complaint to the school.\n\nThey do not take it to social media.")
    page = page.select("Whom it binds", "Parents and carers").press("Save")
    assert "0 of 4 clauses confirmed" in page.text
    page = page.follow("Mend line 2").press("Join it with the next clause")
    assert "complaint to the school. They do not take it to social media." in page.text
    page = page.follow("Mend line 3").press("Leave this clause out")
    assert "0 of 2 clauses confirmed" in page.text
    assert "1902" not in page.text
    page = page.follow("Mend line 2").press("Join it with the next clause")
    assert page.status == 403
    assert "last clause" in page.text


def test_words_that_change_have_to_be_confirmed_anew(bring: Callable[..., Page]) -> None:
    page = press(bring(text=RULES), 0, "images-of-others")
    same = page.follow("Mend line 1").press("Save")
    assert "1 of 3 clauses confirmed" in same.text
    other = same.follow("Mend line 1").write("What it says", "Parents ask before they post pictures.").press("Save")
    assert "0 of 3 clauses confirmed" in other.text


def test_a_clause_without_words_comes_back(bring: Callable[..., Page]) -> None:
    page = bring(text=RULES).follow("Mend line 1").write("What it says", " \n \n ").press("Save")
    assert page.status == 422
    assert page.errors == ("What it says: A clause needs words.",)


def test_what_the_linter_notices_stands_beside_the_clause(bring: Callable[..., Page]) -> None:
    page = bring("harbour-lane.txt")
    beside = page.find("//ol[@data-clause-desk]/li[.//div[@class='desk-remark']]")
    assert beside
    assert len(beside) == len(ids(page.follow("With a remark")))
    assert "The review was due" in page.text or "review" in page.text


@pytest.mark.parametrize("name", ["harbour-lane.txt", "meadow-hill.md"])
def test_a_draft_can_be_looked_over_like_the_document_it_came_from(name: str) -> None:
    from datetime import date

    from esafety.policies.linting.lint import lint

    read = read_file((DOCUMENTS / name).read_bytes(), name)
    rows = tuple(
        ClauseRow(number, one.label, "" if one.context.endswith(":") else one.context, one.text, one.audience, one.strength, (),
                  position=number * SPACE, context=one.context if one.context.endswith(":") else "", anchor=one.id)
        for number, one in enumerate(read.clauses, 1)
    )  # fmt: skip
    again = document_of(rows, frame_of(read))
    today = date(2026, 11, 21)
    first = sorted((one.kind, one.label) for one in lint(read, today=today, edition=2025))
    second = sorted((one.kind, one.label) for one in lint(again, today=today, edition=2025))
    assert second == first


def test_a_refused_file_leaves_nothing_behind(lead: Visitor, school: Make) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 30_000_000)
    cases = [
        ("bomb.docx", bomb.getvalue()), ("scan.pdf", b"%PDF-1.4 nothing of use"), ("picture.pdf", b"\x89PNG\r\n\x1a\n" + b"0" * 90),
        ("empty.txt", b"  "), ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 64), ("program.txt", b"MZ" + b"\x90" * 99),
    ]  # fmt: skip
    for name, data in cases:
        page = lead.open("/lead/policies/bring").attach("The file", name, data).press("Read it")
        assert page.status == 422, name
        assert page.errors, name
    with school.database.reading(across="a test looks for what was kept") as db:
        assert not db.scalars(select(Policy.id)).all()
        assert not db.scalars(select(PolicyVersion.id)).all()


def test_a_file_is_larger_than_a_form_and_a_stranger_may_not_send_one(lead: Visitor, app: Flask) -> None:
    large = "\n\n".join(f"- Pupils keep rule {number} of our long list kindly." for number in range(1, 400)) + " " * 900_000
    page = lead.open("/lead/policies/bring")
    fields = {one.get("name"): one.get("value") for one in page.find("//main//form//input[@type='hidden']")}
    parts = [(f'name="{name}"', value) for name, value in {**fields, "policy": "", "title": "", "pasted": ""}.items()]
    parts.append(('name="file"; filename="long.txt"\r\nContent-Type: text/plain', large))
    body = (
        "".join(f"--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n{value}\r\n" for head, value in parts) + "--edge--\r\n"
    )
    sending = {"data": body.encode(), "content_type": "multipart/form-data; boundary=edge"}
    answer = lead.client.post("/lead/policies/bring", **sending)
    assert answer.status_code == 303
    assert "of 399 clauses" in lead.open(answer.location).text
    assert Visitor(app).client.post("/lead/policies/bring", **sending).status_code == 413


def test_both_or_neither_is_asked_about(lead: Visitor) -> None:
    page = lead.open("/lead/policies/bring").press("Read it")
    assert page.errors == ("Or paste the text: Please choose a file, or paste the text.",)
    both = lead.open("/lead/policies/bring").attach("The file", "a.txt", RULES.encode()).write("Or paste the text", RULES)
    assert both.press("Read it").errors == ("Or paste the text: You chose a file and pasted a text. Please send one of them.",)


def test_the_same_file_twice_is_one_draft(bring: Callable[..., Page]) -> None:
    assert bring(text=RULES).url == bring(text=RULES).url


def test_a_policy_of_the_same_title_is_the_same_policy(bring: Callable[..., Page], lead: Visitor) -> None:
    bring(text=RULES)
    other = bring(text=RULES + "4. Pupils are kind online.\n", title="social media POLICY")
    assert other.status == 422
    assert "A draft of this policy has been begun." in other.errors[0]
    assert len(lead.open("/lead/policies").table("The register of policies")) == 1


def test_several_policies_in_one_file_are_told_of(bring: Callable[..., Page]) -> None:
    page = bring(text="Mobile Phone Policy\n\n1. Phones stay off.\n\nSocial Media Policy\n\n1. Parents are kind online.\n")
    assert "There seem to be several policies in this file" in page.text


def test_a_draft_can_be_let_go_of(bring: Callable[..., Page], school: Make) -> None:
    page = bring(text=RULES).press("Let go of it")
    assert page.heading == "Policy register"
    with school.database.reading(across="a test looks for what was kept") as db:
        assert not db.scalars(select(Clause.id)).all()
        assert not db.scalars(select(Policy.id)).all()


def test_another_schools_draft_is_not_there(bring: Callable[..., Page], school: Make, enter: Enter) -> None:
    page = bring(text=RULES)
    clause = page.find("//a[contains(@href, '/mend')]/@href")[0]
    stranger = enter.as_staff(school.staff("lead", school=school.school("Other School")))
    for address in (page.url, clause, f"{page.url}/publish"):
        assert stranger.open(address).status == 404
    governor = enter.as_staff(school.staff("governor"))
    assert governor.open(page.url).status == 404


def test_the_frame_of_a_document_keeps_its_dates() -> None:
    read = read_pasted("Our Policy\n\nNext review: March 2030\n\n1. Parents are kind online.\n")
    assert [one.text for one in frame_of(read)][:2] == ["Our Policy", "Next review: March 2030"]


def test_open_clauses_are_proposed_anew(bring: Callable[..., Page]) -> None:
    text = "1. The lantern book is filled in by the duty person at the end of each session.\n2. The duty person fills in the lantern book at the end of a session.\n"
    page = press(bring(text=text), 0, "incident-response")
    page = page.press("Propose anew for the rest")
    assert page.find("//ol[@data-clause-desk]/li[1]//input[@checked]/@value") == ["incident-response"]


def test_the_dated_fact_takes_the_place_of_an_age_in_numbers(bring: Callable[..., Page], school: Make) -> None:
    page = bring(text=RULES + "4. Pupils under 13 must not open accounts on social media sites.\n")
    assert "The age 13 is typed into the text" in page.text
    page = page.press("Put in the dated fact (13 today)")
    assert "The age 13 is typed into the text" not in page.text
    assert "Pupils under 13 must not open accounts" in page.text
    with school.database.reading(across="a test looks at what was kept") as db:
        texts = db.scalars(select(Clause.text)).all()
    assert "Pupils under {fact:minimum_age.social_media} must not open accounts on social media sites." in texts


def test_words_like_an_age_that_are_none_are_left_alone() -> None:
    assert with_dated_age("Pupils in Year 6 go home at 3.") == "Pupils in Year 6 go home at 3."
    assert with_dated_age("Members are thirteen years old.") == "Members are {fact:minimum_age.social_media} years old."

"""A parent reads the promises, answers, and gets a receipt."""

from __future__ import annotations

from sqlalchemy import select

from esafety.agreements.models import Signature
from tests.agreements.evening import Evening
from tests.harness.people import Enter


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

"""The lead reads a wording, puts it into force, and asks the families."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from esafety.agreements.models import AgreementVersion, Round
from esafety.agreements.wording import languages_of, wording
from esafety.core import clock
from esafety.core.audit import AuditEntry
from tests.agreements.evening import Evening
from tests.harness.curriculum import load_ours
from tests.harness.people import Enter, Make


def test_the_lead_publishes_and_asks(make: Make, enter: Enter) -> None:
    load_ours(make.database)
    lead = enter.as_staff(make.staff("lead"))
    page = lead.open("/lead/agreement")
    assert "Families are not asked this school year yet." in page.text
    assert lead.open("/lead/agreement/round").status == 403
    page = page.follow("Our home-school agreement about life online")
    assert page.follow("اردو").find("//main//*[@lang='ur'][@dir='rtl']")
    page = page.press("Publish these words")
    assert "Version 1" in page.text
    today = clock.school_day(clock.now())
    page = page.follow("Ask the families").write("Families can answer from", str(today))
    page = page.write("You hope for an answer by", str(today - timedelta(days=1))).press("Save")
    assert page.status == 422
    page = page.write("You hope for an answer by", str(today + timedelta(days=30))).press("Save")
    assert "They are asked version 1" in page.text
    with make.database.reading(across="a test looks at what was kept") as db:
        assert db.scalars(select(Round.version_id)).one() == db.scalars(select(AgreementVersion.id)).one()
        actions = set(db.scalars(select(AuditEntry.action)))
    assert {"agreement.published", "agreement.round.opened"} <= actions


def test_publishing_the_same_words_again_changes_nothing(evening: Evening) -> None:
    assert evening.publish().id == evening.version_id


def test_the_hash_covers_the_facts_of_the_day(evening: Evening) -> None:
    with evening.database.reading(school_id=evening.school.id) as db:
        version = db.get_one(AgreementVersion, (evening.school.id, evening.version_id))
    assert "{fact:" not in version.texts
    assert "{school}" not in version.texts
    assert evening.school.name in version.texts
    assert languages_of(version.texts) == ("en", "cy", "ur")
    assert wording(version.texts, "pl").language == "en"
    assert wording(version.texts, "cy").is_draft


def test_a_wording_that_changed_under_the_preview_is_not_published(evening: Evening, enter: Enter) -> None:
    lead = enter.as_staff(evening.make.staff("lead"))
    evening.publish(school_name="Another name")
    page = lead.open("/lead/agreement/home-school")
    page.find("//input[@name='digest']")[0].set("value", "0" * 64)
    page = page.press("Publish these words")
    assert page.status == 422
    assert "read it once more" in page.errors[0]


def test_only_those_who_lead_publish(evening: Evening, enter: Enter) -> None:
    for adult in (evening.make.staff("teacher"), evening.make.staff("office")):
        assert enter.as_staff(adult).open("/lead/agreement").status == 404
    assert enter.as_guardian(evening.family()).open("/lead/agreement/home-school").status == 404
    assert enter.as_staff(evening.make.staff("lead")).open("/lead/agreement/no-such").status == 404

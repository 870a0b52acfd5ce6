"""Certificates for a child, a class and the school; what a leaver takes along is the parent's alone."""

from __future__ import annotations

import json
from datetime import timedelta
from io import BytesIO

import pytest
from click.testing import CliRunner
from flask import Flask
from pypdf import PdfReader

from esafety.cli import main
from esafety.core import clock
from esafety.core.db import Database
from esafety.curriculum.shelf import library
from esafety.curriculum.telling import Teller
from esafety.learning.models import Badge
from esafety.notices.certificates import Winner, certificates, winners
from esafety.people.models import Pupil
from tests.harness.curriculum import load_ours
from tests.harness.people import Enter, Make

KEY = "age-limits/lks2"


@pytest.fixture
def ann(make: Make, app: Flask) -> Pupil:
    """A child who won a badge this year and one last year."""
    load_ours(make.database)
    pupil = make.pupil("Ann")
    make.pupil("Bo")
    win(make.database, pupil, KEY, days_ago=0)
    win(make.database, pupil, "kind-communication/ks1", days_ago=400)
    return pupil


def win(database: Database, pupil: Pupil, key: str, *, days_ago: int) -> None:
    with database.transaction(school_id=pupil.school_id) as db:
        db.add(Badge(pupil_id=pupil.id, lesson_key=key, earned_at=clock.now() - timedelta(days=days_ago)))


def test_only_winners_of_this_year_get_one_with_this_years_badges(ann: Pupil, make: Make) -> None:
    today = clock.school_day(clock.now())
    with make.database.reading(school_id=ann.school_id) as db:
        found = winners(db, year=clock.school_year(today), teller=Teller.of(school="Harbour", day=today))
    badge = library().lesson(KEY).item.badge
    assert badge is not None
    assert [(one.name, one.badges, one.pictures) for one in found] == [("Ann", (badge.title,), (badge.picture,))]


@pytest.mark.parametrize("number", [1, 5, 12, 13, 24])
def test_a_certificate_stays_on_one_sheet_however_many_badges_were_won(number: int) -> None:
    titles = tuple(f"A badge with a long title {one}" for one in range(number))
    winner = Winner(
        "Oluwadamilola-Wilhelmina Featherstonehaugh C", "3 Oak", titles, ("Feeling well",) * 4, ("tell-badge-ks1",) * number
    )
    printed = certificates([winner], school="Harbour Primary School", year=2026, at=clock.now())
    assert len(PdfReader(BytesIO(printed)).pages) == 1


def test_a_badge_whose_picture_is_gone_is_still_named() -> None:
    winner = Winner("Ann", "3 Oak", ("Good teller",), (), ("no-such-picture",))
    assert certificates([winner], school="Harbour", year=2026, at=clock.now()).startswith(b"%PDF")


def test_a_teacher_prints_for_the_own_class_and_the_lead_for_the_school(ann: Pupil, make: Make, enter: Enter) -> None:
    mine = enter.as_staff(make.staff("teacher", classes=(make.school_class(),)))
    other = enter.as_staff(make.staff("teacher", name="Kit Lowe"))
    lead = enter.as_staff(make.staff("lead", name="Lea Dale"))
    address = f"/teach/classes/{ann.class_id}/certificates"
    assert mine.client.get(address).data.startswith(b"%PDF")
    assert lead.client.get("/lead/certificates").data.startswith(b"%PDF")
    assert other.client.get(address).status_code == mine.client.get("/lead/certificates").status_code == 404


def test_a_class_without_badges_says_so(ann: Pupil, make: Make, enter: Enter) -> None:
    elm = make.school_class("4 Elm", year_group=4)
    make.pupil("Cy", school_class=elm)
    lead = enter.as_staff(make.staff("lead"))
    assert "Nobody in this class has won a badge" in lead.open(f"/teach/classes/{elm.id}/certificates").text


def test_a_parent_prints_the_own_childs_certificate_and_no_other(ann: Pupil, make: Make, enter: Enter) -> None:
    mary, john = make.guardian_of(ann), make.guardian_of(make.pupil("Di"), name="John Hill")
    assert enter.as_guardian(mary).client.get(f"/family/child/{ann.id}/certificate").data.startswith(b"%PDF")
    assert enter.as_guardian(john).client.get(f"/family/child/{ann.id}/certificate").status_code == 404
    assert "Certificate of this year (PDF)" in enter.as_guardian(mary).open(f"/family/child/{ann.id}").text


def test_only_the_parent_of_a_leaver_prints_what_is_taken_along(ann: Pupil, make: Make, enter: Enter) -> None:
    eve = make.pupil("Eve", school_class=make.school_class("6 Ash", year_group=6))
    win(make.database, eve, "age-limits/uks2", days_ago=0)
    mary = make.guardian_of(ann, eve)
    visitor = enter.as_guardian(mary)
    document = visitor.client.get(f"/family/child/{eve.id}/summary").data
    assert document.startswith(b"%PDF")
    about = PdfReader(BytesIO(document)).metadata
    assert about is not None
    assert "Eve" not in str(about.title), "a tab shows the title to whoever uses the device"
    assert visitor.client.get(f"/family/child/{ann.id}/summary").status_code == 404
    assert "What to take along to secondary school (PDF)" in visitor.open(f"/family/child/{eve.id}").text
    lead = enter.as_staff(make.staff("lead"))
    assert lead.client.get(f"/family/child/{eve.id}/summary").status_code == 404


@pytest.mark.parametrize("language", ["cy", "ur"])
def test_it_is_set_in_the_readers_language(ann: Pupil, make: Make, enter: Enter, language: str) -> None:
    visitor = enter.as_guardian(make.guardian_of(ann, language=language))
    visitor.client.set_cookie("language", language, domain="localhost")
    assert visitor.client.get(f"/family/child/{ann.id}/certificate").data.startswith(b"%PDF")


def test_the_command_measures_them() -> None:
    found = json.loads(CliRunner().invoke(main, ["learning", "certificates", "--pupils", "30", "--json"]).output)
    assert found["pupils"] == 30
    assert 0 < found["seconds"] < 10

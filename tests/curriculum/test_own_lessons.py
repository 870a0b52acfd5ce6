"""A school's own lessons: drafted, checked, published beside ours, brought up to date, switched off. No other school sees them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from esafety.core import clock
from esafety.core.db import Database
from esafety.core.tenancy import come_to
from esafety.curriculum.library import Library
from esafety.curriculum.load import load
from esafety.curriculum.models import ContentVersion, OwnLessonVersion
from esafety.curriculum.own import lessons
from esafety.curriculum.own.checking import findings_of
from esafety.curriculum.shapes import Lesson
from esafety.curriculum.shelf import edition, library, look_again
from esafety.curriculum.stored import from_json, to_json
from esafety.people.models import School
from tests.harness.curriculum import load_ours, our_content
from tests.harness.people import Make

KEY = "age-limits/lks2"
pytestmark = pytest.mark.both_databases


@pytest.fixture
def school(make: Make) -> Iterator[School]:
    """A school with our content on the shelf, where the request is."""
    load_ours(make.database)
    made = make.school()
    come_to(made.id)
    yield made
    come_to(None)


def _adapt(database: Database, school: School, **changes: object) -> str:
    """Adapt a lesson and publish it."""
    with database.transaction(school_id=school.id) as db:
        ours = library().lesson(KEY)
        draft = lessons.adapt(db, edition=ours, ours=ours, by="account:1", at=clock.now())
        body = lessons.body_of(draft) | changes
        lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="account:1", at=clock.now())
        key = lessons.publish(db, draft=draft, library=library(), by="account:1", at=clock.now())
    look_again(school.id)
    return key


def test_an_adapted_lesson_takes_the_place_of_ours_in_this_school_only(make: Make, school: School) -> None:
    ours = library().lesson(KEY)
    assert _adapt(make.database, school, title="Lines in our park") == KEY
    theirs = library().lesson(KEY)
    assert (theirs.item.title, ours.item.title) == ("Lines in our park", ours.item.title)
    assert theirs.version_id != ours.version_id
    come_to(make.school("Another Primary").id)
    assert library().lesson(KEY).version_id == ours.version_id
    come_to(None)
    assert library().lesson(KEY).version_id == ours.version_id


def test_an_attempt_finds_the_wording_that_it_was_begun_with(make: Make, school: School) -> None:
    _adapt(make.database, school, title="First")
    first = library().lesson(KEY).version_id
    _adapt(make.database, school, title="Second")
    with make.database.reading(school_id=school.id) as db:
        assert edition(db, first).item.title == "First"
        assert edition(db, first).key == KEY, "it is known by the lesson's own name"
    assert library().lesson(KEY).item.title == "Second"


def test_a_draft_reaches_nobody(make: Make, school: School) -> None:
    with make.database.transaction(school_id=school.id) as db:
        ours = library().lesson(KEY)
        lessons.adapt(db, edition=ours, ours=ours, by="account:1", at=clock.now())
    look_again(school.id)
    assert library().lesson(KEY).version_id == ours.version_id


def test_a_draft_with_errors_is_not_published(make: Make, school: School) -> None:
    with pytest.raises(lessons.NotReady) as refused:
        _adapt(make.database, school, title="", steps=[])
    assert {one.place.partition(".")[0] for one in refused.value.findings} >= {"title", "steps"}
    assert library().lesson(KEY).item.title != ""


def test_two_writers_do_not_overwrite_each_other(make: Make, school: School) -> None:
    with make.database.transaction(school_id=school.id) as db:
        ours = library().lesson(KEY)
        draft = lessons.adapt(db, edition=ours, ours=ours, by="account:1", at=clock.now())
        opened = lessons.seen(draft)
        body = lessons.body_of(draft)
        lessons.save(db, draft=draft, body=body | {"title": "Mine"}, opened=opened, by="account:1", at=clock.now())
        with pytest.raises(lessons.ChangedMeanwhile):
            lessons.save(db, draft=draft, body=body | {"title": "Yours"}, opened=opened, by="account:2", at=clock.now())
        assert lessons.body_of(draft)["title"] == "Mine"


def test_going_back_to_ours_and_adapting_again(make: Make, school: School) -> None:
    ours = library().lesson(KEY).version_id
    _adapt(make.database, school, title="First")
    with make.database.transaction(school_id=school.id) as db:
        lessons.back_to_ours(db, key=KEY, by="account:1", at=clock.now())
    look_again(school.id)
    assert library().lesson(KEY).version_id == ours
    _adapt(make.database, school, title="Second")
    assert library().lesson(KEY).item.title == "Second"


def test_a_lesson_of_the_schools_own_stands_beside_ours(make: Make, school: School) -> None:
    with make.database.transaction(school_id=school.id) as db:
        draft = lessons.begin_own(db, expectation="age-limits", readers="lks2", title="Our app", by="account:1", at=clock.now())
        start = lessons.body_of(draft)
        body = to_json(library().lesson(KEY).item) | {"own": start["own"], "title": "Our app"}
        lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="account:1", at=clock.now())
        key = lessons.publish(db, draft=draft, library=library(), by="account:1", at=clock.now())
    look_again(school.id)
    assert key == f"age-limits/lks2-own-{start['own']}"
    assert [one.key for one in library().own_lessons()] == [key]
    assert key in {one.key for one in library().lessons_for("lks2")}
    assert library().has_lesson(KEY)


def test_a_lesson_that_is_switched_off_is_not_offered(make: Make, school: School) -> None:
    for _press in range(2):
        with make.database.transaction(school_id=school.id) as db:
            lessons.switch_off(db, key=KEY, by="account:1", at=clock.now())
    look_again(school.id)
    assert not library().has_lesson(KEY)
    assert KEY not in {one.key for one in library().lessons_for("lks2")}
    assert library().lesson(KEY).key == KEY, "what was done stays readable"
    with make.database.transaction(school_id=school.id) as db:
        lessons.switch_on(db, key=KEY, by="account:1", at=clock.now())
    look_again(school.id)
    assert library().has_lesson(KEY)


def test_a_translation_stays_only_where_the_words_are_still_ours(make: Make, school: School) -> None:
    before = library().in_language(library().lesson(KEY), "cy")
    _adapt(make.database, school, title="Lines in our park")
    after = library().in_language(library().lesson(KEY), "cy")
    assert after.title == "Lines in our park"
    assert before.family
    assert after.family
    assert after.family.ask == before.family.ask


def test_our_newer_version_is_taken_in_without_losing_the_schools(make: Make, school: School) -> None:
    base = library().lesson(KEY)
    newer = to_json(base.item) | {"aim": "A better aim."}
    with make.database.transaction(school_id=school.id) as db:
        draft = lessons.adapt(db, edition=base, ours=base, by="account:1", at=clock.now())
        body = lessons.body_of(draft) | {"title": "Our title"}
        lessons.save(db, draft=draft, body=body, opened=lessons.seen(draft), by="account:1", at=clock.now())
        ours = type(base)(base.version_id, base.kind, base.key, base.number + 1, from_json(Lesson, newer))
        lessons.take_ours_in(db, draft=draft, before=base.item, ours=ours, choices={}, by="account:1", at=clock.now())
        both = json.loads(db.get_one(OwnLessonVersion, (school.id, draft.id)).body)
    assert (both["title"], both["aim"]) == ("Our title", "A better aim.")


def test_findings_name_the_place_and_what_to_do(school: School) -> None:
    lesson = to_json(library().lesson(KEY).item)
    lesson["quiz"]["questions"][0]["stem"] = ""
    lesson["steps"][0]["picture"] = "no-such-picture"
    found = {one.place: one for one in findings_of(lesson, library()) if one.severity == "error"}
    assert "There is no picture" in found[f"steps.{lesson['steps'][0]['id']}.picture"].message
    assert any(place.startswith("quiz.q1") for place in found)


def test_our_own_lessons_pass_the_check_that_schools_meet(school: School) -> None:
    for key in (KEY, "tell-an-adult/ks1", "images-of-others/uks2"):
        assert [one for one in findings_of(to_json(library().lesson(key).item), library()) if one.severity == "error"] == []


def test_an_empty_library_has_no_school() -> None:
    assert Library().own_lessons() == ()


def test_loading_content_anew_touches_no_schools_own_lesson(make: Make, school: School) -> None:
    _adapt(make.database, school, title="Lines in our park")
    with make.database.across_schools("a test loads content") as db:
        done = load(db, our_content(), clock.now())
        retired = db.scalars(select(ContentVersion.key).where(ContentVersion.retired_at.is_not(None))).all()
    assert (done.retired, list(retired)) == ((), [])

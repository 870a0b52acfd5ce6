"""The loaded curriculum answers from memory: by key, by band, by day, by language."""

import json
from datetime import date

import pytest

from esafety.curriculum.content import Content
from esafety.curriculum.dates import as_shown
from esafety.curriculum.kinds import SHAPE_OF, Kind
from esafety.curriculum.library import Edition, Library, say
from esafety.curriculum.plan import wordings_of
from esafety.curriculum.stored import from_json

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def library(small: Content) -> Library:
    return Library.of(
        Edition(number, wording.kind, wording.key, 1, from_json(SHAPE_OF[wording.kind], json.loads(wording.body)))
        for number, wording in enumerate(wordings_of(small))
    )


def test_lessons_are_found_by_key_and_by_readers(library: Library) -> None:
    assert library.lesson("age-limits/ks1").item.title == "Is this game for me?"
    assert [edition.key for edition in library.lessons_for("ks1")] == ["age-limits/ks1"]
    assert [edition.key for edition in library.modules_for("parents")] == ["age-limits/parents"]
    assert library.lessons_for("uks2") == ()
    with pytest.raises(KeyError):
        library.lesson("age-limits/uks2")


def test_an_announced_value_is_never_shown(library: Library) -> None:
    assert library.facts_on(TODAY)["minimum_age.social_media"] == "13"
    assert library.facts_on(date(2040, 1, 1))["minimum_age.social_media"] == "13"


def test_a_fact_has_the_value_of_the_day(library: Library) -> None:
    assert library.facts_on(date(2026, 1, 1))["day.safer_internet"] == "10 February 2026"
    assert library.facts_on(TODAY)["day.safer_internet"] == "9 February 2027"
    assert library.facts_on(TODAY, "cy")["day.safer_internet"] == "9 Chwefror 2027"
    assert "day.safer_internet" not in library.facts_on(date(2025, 1, 1))


def test_a_month_is_written_out() -> None:
    assert as_shown("2016-01", "month", "en") == "January 2016"


def test_a_document_is_shown_in_a_language_with_what_it_lacks(library: Library) -> None:
    module = library.lesson("age-limits/parents")
    assert library.in_language(module, "cy").title == "Rhodd yw aros"
    assert library.is_draft(module, "cy")
    assert library.in_language(module, "ur").title == "Waiting is a gift"
    assert not library.is_draft(module, "ur")
    assert not library.is_translated(module, "ur")


def test_an_older_version_is_not_shown_with_the_words_of_the_new_one(library: Library) -> None:
    current = library.lesson("age-limits/parents")
    older = Edition(999, current.kind, current.key, 1, current.item)
    assert library.in_language(older, "cy") is older.item


def test_a_translation_of_an_older_wording_is_a_draft_again(library: Library) -> None:
    module, welsh = library.lesson("age-limits/parents"), library.get(Kind.TRANSLATION, "lesson:age-limits/parents:cy")
    approved = type(welsh.item)(
        language="cy", scope="family", drafted_by="x", approved_by="y", source_version="0" * 12, texts=welsh.item.texts
    )
    changed = Library.of([module, Edition(5, welsh.kind, welsh.key, 1, approved)])
    assert changed.is_draft(module, "cy")


def test_a_picture_is_told_in_words(library: Library) -> None:
    assert library.alt("badge") == "A badge with a star."
    assert library.alt("nothing") == ""


@pytest.mark.parametrize(("year", "band"), [(0, "ks1"), (2, "ks1"), (3, "lks2"), (4, "lks2"), (5, "uks2"), (6, "uks2")])
def test_each_year_has_its_band(year: int, band: str) -> None:
    assert Library.band_of(year) == band


def test_places_in_a_text_are_filled() -> None:
    text = "At {school}, tell {trusted_adult} or call {fact:phone.childline}. {fact:phone.other} {name}"
    said = say(text, facts={"phone.childline": "0800 1111"}, school="Bryn Primary")
    assert said == "At Bryn Primary, tell a grown-up you trust or call 0800 1111. phone.other {name}"


def test_expectations_keep_the_catalogues_order(library: Library) -> None:
    assert [expectation.id for expectation in library.expectations] == ["age-limits"]
    assert library.misconception("friends-have-it").expectation == "age-limits"
    assert library.agreement("home-school").item.promises[0].id == "age-limits"
    assert library.policy("model").item.sections[0].number == "1"
    assert Library().is_empty

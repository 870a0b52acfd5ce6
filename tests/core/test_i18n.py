"""The reader's language: known ones only, right values, whole plural forms, dates as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from esafety.core import i18n
from esafety.core.i18n import gettext, lazy_gettext, ngettext


@pytest.mark.parametrize("given", ["xx", "", "../../etc", "en\x00", "EN", "ur; rm", "🦊"])
def test_an_unknown_language_falls_back_to_english(given: str) -> None:
    i18n.use("ur")
    i18n.use(given)
    assert i18n.language() == "en"
    assert i18n.direction() == "ltr"


def test_urdu_runs_from_right_to_left() -> None:
    i18n.use("ur")
    assert i18n.direction() == "rtl"
    i18n.use("cy")
    assert i18n.direction() == "ltr"


def test_every_language_names_itself() -> None:
    assert dict(i18n.languages()) == {"en": "English", "cy": "Cymraeg", "ur": "اردو"}


def test_values_are_put_in_as_they_are() -> None:
    assert gettext("Hello %(name)s", name="O'Brien %s {x}") == "Hello O'Brien %s {x}"
    assert gettext("100 % of %(one)s") == "100 % of %(one)s"  # without values, a per cent sign is a per cent sign


def test_counting_uses_the_right_form() -> None:
    assert [ngettext("one child", "%(num)s children", number) for number in (0, 1, 2)] == [
        "0 children",
        "one child",
        "2 children",
    ]


@pytest.mark.parametrize("code", ["cy", "ur"])
def test_counting_works_in_every_language_also_without_a_translation(code: str) -> None:
    i18n.use(code)
    assert "7" in ngettext("one odd thing", "%(num)s odd things", 7)


def test_a_lazy_message_speaks_the_language_of_its_reader() -> None:
    said = lazy_gettext("No such message in any catalogue")
    for code in i18n.OWN_NAMES:
        i18n.use(code)
        assert str(said) == gettext("No such message in any catalogue")


def test_two_requests_at_once_keep_their_own_language() -> None:
    heard = []
    i18n.use("ur")
    other = Thread(target=lambda: heard.append(i18n.language()))
    other.start()
    other.join()
    assert heard == ["en"]
    assert i18n.language() == "ur"


def test_dates_are_written_as_people_write_them() -> None:
    moment = datetime(2026, 9, 3, 18, 42, tzinfo=UTC)
    assert i18n.day(date(2026, 9, 3)) == "3 September 2026"
    assert i18n.moment(moment) == "3 September 2026, 19:42"
    i18n.use("cy")
    assert i18n.day(date(2026, 9, 3)) == "3 Medi 2026"
    i18n.use("ur")
    assert "2026" in i18n.day(date(2026, 9, 3))


def test_a_name_stands_by_itself_among_words_that_run_the_other_way() -> None:
    i18n.use("ur")
    assert gettext("Hello %(name)s!", name="Zoë (Year 2)") == "Hello \u2068Zoë (Year 2)\u2069!"
    assert gettext("Page %(at)d", at=2) == "Page 2"
    i18n.use("cy")
    assert gettext("Hello %(name)s!", name="Zoë (Year 2)") == "Hello Zoë (Year 2)!"


def test_no_words_stay_no_words_instead_of_the_head_of_the_catalogue() -> None:
    i18n.use("cy")
    assert gettext("") == ""


def test_an_interface_is_a_draft_until_its_catalogue_names_a_speaker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = tmp_path / "cy" / "LC_MESSAGES" / "messages.po"
    catalogue.parent.mkdir(parents=True)
    monkeypatch.setattr(i18n, "translations_directory", lambda: tmp_path)
    draft = i18n.is_draft.__wrapped__
    catalogue.write_text("# X-Drafted-By: machine draft\n# X-Approved-By:\n#\n", encoding="utf-8")
    assert draft("cy")
    catalogue.write_text("# X-Approved-By: Non Example\n", encoding="utf-8")
    assert not draft("cy")
    assert not draft("en")

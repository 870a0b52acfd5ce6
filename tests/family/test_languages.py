"""Everything that a parent sees comes in their language: nothing English is left, Urdu is mirrored, drafts say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from esafety.core import i18n
from tests.agreements.evening import Evening
from tests.family.test_family import learn, pupil_of, set_for_class
from tests.harness.page import Page
from tests.harness.people import Enter, Make
from tests.harness.visitor import Visitor

DRAFT = "This translation is a draft. A speaker has not approved it yet."
LATIN = re.compile(r"(?:\b[A-Za-z][a-z']+\b[\s,.]*){3,}")
ISOLATED = re.compile(f"{i18n.FIRST_STRONG_ISOLATE}[^{i18n.POP_ISOLATE}]*{i18n.POP_ISOLATE}")
ENGLISH = re.compile(r"\b(?:the|you|your|and|with|what|this|from|has|have)\b", re.IGNORECASE)


@pytest.fixture
def parent(make: Make, enter: Enter) -> Visitor:
    evening = Evening.begin(make)
    mary = evening.family("Mary Smith")
    child = pupil_of(evening, mary)
    set_for_class(evening, child, "age-limits/lks2", "images-of-others/lks2")
    learn(evening, child, "age-limits/lks2")
    return enter.as_guardian(mary)


@pytest.mark.parametrize("language", [code for code in i18n.OWN_NAMES if code != i18n.SOURCE])
def test_a_parents_evening_speaks_their_language(parent: Visitor, language: str) -> None:
    english = parent.open("/family")
    link = next(href for href in _addresses(english) if href.startswith("/agreement/"))
    child = next(href for href in _addresses(english) if href.startswith("/family/child/"))
    parent.client.set_cookie("language", language)
    for address in (
        "/family", child, link, f"{link}/promise/1", f"{link}/promise/1?choice=a", f"{link}/answer", f"{link}/sign",
        f"{link}/decline", f"{link}/talk", "/modules", "/modules/age-limits/parents", "/concern", "/concern/raised", "/account",
        "/account/password", "/switch", "/policy?for=parents", "/privacy", "/nowhere",
    ):  # fmt: skip
        page = parent.open(address)
        assert (page.language, page.direction) == (language, "rtl" if language == "ur" else "ltr"), address
        assert [words for words in _told(page) if _is_english(words, language)] == [], address
        i18n.use(language)
        assert i18n.gettext(DRAFT) in _told(page), address
        i18n.use(i18n.SOURCE)


@pytest.mark.parametrize("address", ["/", "/class", "/tell", "/family/sign-in", "/family/code", "/privacy", "/nowhere"])
@pytest.mark.parametrize("language", [code for code in i18n.OWN_NAMES if code != i18n.SOURCE])
def test_the_doors_speak_every_language(parent: Visitor, address: str, language: str) -> None:
    stranger = Visitor(parent.client.application)
    stranger.client.set_cookie("language", language)
    assert [words for words in _told(stranger.open(address)) if _is_english(words, language)] == []


def test_an_english_page_is_nobodys_draft(parent: Visitor) -> None:
    assert DRAFT not in _told(parent.open("/family"))


def _addresses(page: Page) -> list[str]:
    return [str(href) for href in page.find("//main//a/@href")]


def _told(page: Page) -> Iterator[str]:
    """What stands on a page in its own language, names and words marked as English left out."""
    apart = "ancestor::*[self::bdi or self::code or self::script or self::style or self::title or @lang='en']"
    for words in page.find(f"//body//text()[not({apart})] | //body//@aria-label[not({apart})]"):
        yield ISOLATED.sub("", str(words)).strip()


def _is_english(words: str, language: str) -> bool:
    return bool(LATIN.search(words)) if language == "ur" else len(ENGLISH.findall(words)) > 1

"""The exact words that a school publishes: every language at once, with the day's facts put in, and a hash of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from esafety.core.i18n import OWN_NAMES, SOURCE, direction_of
from esafety.curriculum.library import Library, say
from esafety.curriculum.shapes import Agreement, Promise
from esafety.curriculum.stored import digest_of, from_json, to_json
from esafety.curriculum.texts import with_texts


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Words ready to be published: the JSON that is stored, and its SHA-256."""

    texts: str
    digest: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A published agreement in one language, as somebody reads it."""

    language: str
    is_draft: bool
    digest: str
    agreement: Agreement

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, whatever the page around it is in."""
        return direction_of(self.language)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises in order."""
        return self.agreement.promises


def snapshot(library: Library, key: str, *, day: date, school: str) -> Snapshot:
    """The current wording of an agreement with facts and the school's name put in. Raises KeyError when there is none.

    Facts are put in here and not when the page is shown: the hash then covers the very sentence that somebody signed,
    and a changed fact makes a new wording that has to be published.
    """
    edition = library.agreement(key)
    spoken = [code for code in OWN_NAMES if code == SOURCE or library.is_translated(edition, code)]
    stored = {}
    for code in spoken:
        shown = library.shown(edition, code)
        filled = _filled(shown.item, facts=library.facts_on(day, code), school=school)
        stored[code] = {"draft": shown.is_draft, "agreement": to_json(filled)}
    return Snapshot(json.dumps(stored, ensure_ascii=False, sort_keys=True), digest_of(stored))


def promises_that_differ(before: str, now: str) -> tuple[str, ...]:
    """The ids of the promises that mean something else in a later wording: added, gone, or other words in promise or reason."""
    earlier, later = ({one.id: (one.text, one.why) for one in wording(texts, SOURCE).promises} for texts in (before, now))
    names = dict.fromkeys((*earlier, *later))
    return tuple(name for name in names if earlier.get(name) != later.get(name))


def wording(texts: str, language: str) -> Wording:
    """A published agreement in a language; English where it was not published in that one."""
    spoken = _read(texts)
    return spoken.get(language) or spoken[SOURCE]


def languages_of(texts: str) -> tuple[str, ...]:
    """The languages that an agreement was published in, English first."""
    return tuple(_read(texts))


def _filled(agreement: Agreement, *, facts: Mapping[str, str], school: str) -> Agreement:
    return with_texts(agreement, lambda _place, text: say(text, facts=facts, school=school))


@lru_cache(maxsize=64)
def _read(texts: str) -> dict[str, Wording]:
    stored: dict[str, Any] = json.loads(texts)
    return {
        code: Wording(code, stored[code]["draft"], digest_of(stored[code]), from_json(Agreement, stored[code]["agreement"]))
        for code in OWN_NAMES
        if code in stored
    }

"""The reader's language: catalogues compiled at start, one language per request, dates as people write them."""

from __future__ import annotations

import io
import re
from contextvars import ContextVar
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import LazyProxy, NullTranslations, Translations

from esafety.core.clock import SCHOOL_TIME
from esafety.places import translations_directory

SOURCE = "en"
OWN_NAMES = {"en": "English", "cy": "Cymraeg", "ur": "اردو"}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
APPROVED = re.compile(r"^# X-Approved-By: *\S", re.MULTILINE)
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_language: ContextVar[str] = ContextVar("language", default=SOURCE)


def languages() -> tuple[tuple[str, str], ...]:
    """The languages of the interface with the names their speakers use."""
    return tuple(OWN_NAMES.items())


def use(language: str) -> None:
    """Speak this language from here on, for this request; an unknown one falls back to English."""
    _language.set(language if language in OWN_NAMES else SOURCE)


def language() -> str:
    """The code of the language in use."""
    return _language.get()


def direction() -> str:
    """The direction of the language in use."""
    return direction_of(language())


def direction_of(code: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


@lru_cache
def catalogue(code: str) -> NullTranslations:
    """The compiled catalogue of one language; English is the source and needs none."""
    path = _file(code)
    if code == SOURCE or not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled)


@lru_cache
def is_draft(code: str) -> bool:
    """Whether no speaker has approved the interface in this language yet; the catalogue's first lines say who did."""
    path = _file(code)
    return path.exists() and not APPROVED.search(path.read_text(encoding="utf-8"))


def gettext(message: str, /, **values: object) -> str:
    """The message in the reader's language, with its values put in; no words stay no words."""
    translated = str(catalogue(language()).gettext(message)) if message else ""
    return translated % _isolated(values) if values else translated


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """The message in the right plural form; ``%(num)s`` is the number."""
    translated = str(catalogue(language()).ngettext(singular, plural, number))
    return translated % {"num": number, **_isolated(values)}


def N_(message: str) -> str:  # noqa: N802 - the name that the tool collecting texts looks for
    """Mark a message for the translators and leave it as it is; whoever shows it passes it to gettext."""
    return message


def lazy_gettext(message: str) -> str:
    """A message that is translated when it is shown, for labels made at import."""
    return LazyProxy(gettext, message, enable_cache=False)  # type: ignore[return-value]


def day(value: date) -> str:
    """A day as people write it: 3 September 2026."""
    return format_date(value, format="long", locale=_locale(language()))


def short_day(value: date) -> str:
    """A day without its year: 3 Sept."""
    return format_date(value, format="d MMM", locale=_locale(language()))


def moment(value: datetime) -> str:
    """A moment in school time: 3 September 2026, 19:42."""
    return format_datetime(value, format="d MMMM y, HH:mm", tzinfo=SCHOOL_TIME, locale=_locale(language()))


def _file(code: str) -> Path:
    return translations_directory() / code / "LC_MESSAGES" / "messages.po"


def _isolated(values: dict[str, object]) -> dict[str, object]:
    # A name in another script must not pull the stops and numbers beside it to its own side.
    if direction() == "ltr":
        return values
    return {name: _isolate(value) if isinstance(value, str) else value for name, value in values.items()}


def _isolate(value: str) -> str:
    # Joining keeps words that are markup already as they are.
    return type(value)(FIRST_STRONG_ISOLATE) + value + type(value)(POP_ISOLATE)


@lru_cache
def _locale(code: str) -> Locale:
    # Plain "en" writes days the American way.
    return Locale.parse("en_GB" if code == SOURCE else code)

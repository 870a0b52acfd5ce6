"""Content as one reader gets it: facts of the day, the school's name, the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from esafety.core import i18n, markup
from esafety.core.i18n import gettext as _
from esafety.curriculum.library import say
from esafety.curriculum.shelf import library


@dataclass(frozen=True, slots=True)
class Teller:
    """Puts a day's facts and a school's words into texts."""

    facts: Mapping[str, str]
    school: str
    language: str = "en"
    words: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *, school: str, day: date) -> Teller:
        """The teller of one visit, in the language in use."""
        words = {
            "true": _("True"),
            "not": _("Not true"),
            "school": school or _("our school"),
            "trusted_adult": _("a grown-up you trust"),
        }
        return cls(library().facts_on(day, i18n.language()), school, i18n.language(), words)

    def say(self, text: str) -> str:
        """A text with its places filled."""
        return say(text, facts=self.facts, school=self.words["school"], trusted_adult=self.words["trusted_adult"])

    def html(self, text: str) -> Markup:
        """A text with its places filled, as safe HTML."""
        return markup.to_html(self.say(text))

    def alt(self, picture: str) -> str:
        """What a picture shows, in a child's words."""
        return library().alt(picture)

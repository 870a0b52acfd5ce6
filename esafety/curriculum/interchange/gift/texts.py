"""The texts of one GIFT question in the format that it names: "[html]", "[markdown]", "[plain]" or Moodle's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from esafety.curriculum.interchange.gift.escapes import shown
from esafety.curriculum.interchange.hypertext import LOOKS_LIKE_HTML, from_html, from_plain

FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
WRAPPED = re.compile(r"[ \t]*\n[ \t]*")


@dataclass(slots=True)
class Texts:
    """Reads texts as our Markdown and remembers what could not be taken over."""

    format: str = "moodle"
    lost: list[str] = field(default_factory=list)

    def read_stem(self, text: str) -> str:
        """The question's own text; its format holds for all other texts that name none."""
        if found := FORMAT.match(text):
            self.format = found[1]
        return self.read(text)

    def read(self, text: str) -> str:
        """Any other text."""
        found = FORMAT.match(text)
        form, text = (found[1], text[found.end() :]) if found else (self.format, text)
        # A line break in the file only keeps its lines short; one that is meant is escaped.
        text = shown(text if form == "markdown" else WRAPPED.sub(" ", text.strip())).strip()
        if form == "markdown":
            return text
        if form == "html" or (form == "moodle" and LOOKS_LIKE_HTML.search(text)):
            text, lost = from_html(text)
            self.lost += lost
            return text
        return from_plain(text)

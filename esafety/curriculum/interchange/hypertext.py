"""Between our small Markdown and the HTML or plain text of others.

Our Markdown has no escapes: an asterisk that would be taken for a mark becomes its look-alike U+2217.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

LOOKS_LIKE_HTML = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#\d{1,6});")
SPACES = re.compile(r"[ \t\n\r\f]+")
BLOCKS = frozenset("p div section article blockquote h1 h2 h3 h4 h5 h6 pre table tr ul ol dl dd dt figure center".split())
BOLD, LEANING = frozenset(("b", "strong")), frozenset(("i", "em"))
UNSEEN = frozenset(("script", "style", "head", "title", "template", "object", "svg", "math", "audio", "video", "iframe"))
SIMPLE = frozenset("br li span a font u sub sup small code html body tbody thead td th".split())
KEPT = (BLOCKS | BOLD | LEANING | SIMPLE) - {"table", "pre"}
_reader = MarkdownIt("zero", {"xhtmlOut": True}).enable(["emphasis", "list", "newline", "paragraph"])
_without_emphasis = MarkdownIt("zero", {"xhtmlOut": True}).enable(["list", "newline", "paragraph"])


def to_html(text: str) -> str:
    """Our Markdown as XHTML; brackets and ampersands are escaped."""
    html: str = _reader.render(text)
    return html.strip()


def from_plain(text: str) -> str:
    """Plain text as our Markdown: what would be taken for emphasis is shown as it was typed."""
    return _calm(text.strip())


def _calm(text: str) -> str:
    is_taken_for_marks = "*" in text and _reader.render(text) != _without_emphasis.render(text)
    return text.replace("*", "∗") if is_taken_for_marks else text


def from_html(html: str) -> tuple[str, tuple[str, ...]]:
    """HTML as our Markdown, and what could not be taken over ("img", "table"); a picture leaves its words."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.text(), tuple(dict.fromkeys(writer.lost))


class _Writer(HTMLParser):
    """Writes Markdown while HTML is read. It never nests, so no file can be too deep for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lost: list[str] = []
        self._pieces: list[str] = []
        self._lists: list[int | None] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KEPT or (tag == "a" and dict(attrs).get("href")):
            self.lost.append(tag)
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "img" and not self._unseen:
            self._pieces.append(from_plain(dict(attrs).get("alt") or ""))
        elif tag == "br":
            self._pieces.append("\n")
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._pieces.append(f"\n{self._list_mark()} ")
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN and self._unseen:
            self._unseen -= 1
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in ("td", "th"):
            self._pieces.append(" ")
        self._mark(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._pieces.append(_calm(SPACES.sub(" ", data)))

    def _list_mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "-"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."

    def _mark(self, tag: str) -> None:
        if tag in BOLD:
            self._pieces.append("**")
        elif tag in LEANING:
            self._pieces.append("*")
        elif tag in BLOCKS:
            self._pieces.append("\n\n")

    def text(self) -> str:
        """What was written, with spaces and empty lines in order and marks close to their words."""
        joined = "".join(self._pieces).replace("\xa0", " ")
        joined = re.sub(r"(\*{1,2})( *)([^*\n]*?)( *)\1", r"\2\1\3\1\4", joined)
        joined = re.sub(r"\*{4}|\*\*(?: *)\*\*", "", joined)
        lines = [re.sub(r" {2,}", " ", line).strip() for line in joined.split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

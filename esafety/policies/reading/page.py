"""HTML files: headings, paragraphs, lists and tables. Scripts, styles and frames are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from esafety.policies.reading.blocks import Block, BlockKind
from esafety.policies.reading.characters import clean
from esafety.policies.reading.limits import BLOCKS
from esafety.policies.reading.paragraphs import Paragraph, blocks_of_paragraphs
from esafety.policies.reading.plain import labelled

_LEFT_OUT = ("script", "style", "head", "template", "iframe", "object", "svg", "math", "noscript", "form", "select")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BREAKS = ("p", "div", "section", "article", "blockquote", "br", "hr", "ul", "ol", "table", "dd", "dt", "pre", *_HEADINGS)
_VOID = ("br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr")
_UNSEEN = re.compile(r"display:none|visibility:hidden|font-size:0(?![.\d]*[1-9])|opacity:0(?![.\d]*[1-9])")
_WHITE = re.compile(r"(?<!-)color:(?:#f{3}(?:f{3})?\b|white\b|transparent\b|rgba?\(255,255,255)")
_BOLD = ("b", "strong")
_FURNITURE = ("nav", "header", "footer", "aside")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self.bold = 0
        self.plain = False
        """Whether the paragraph has words that are not bold."""
        self.text: list[str] = []
        self.kind: BlockKind = "paragraph"
        self.left_out: list[str] = []
        self.furniture = 0
        self.lists = 0
        self.in_row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT or (tag not in _VOID and _hidden(dict(attrs))):
            self.left_out.append(tag)
        if self.left_out:
            return
        if tag in _BOLD:
            self.bold += 1
        elif tag in _FURNITURE:
            self.flush()
            self.furniture += 1
        elif tag in ("ul", "ol"):
            self.flush()
            self.lists += 1
        elif tag == "li":
            self.flush()
            self.kind = "item"
        elif tag == "tr":
            self.flush()
            self.in_row, self.kind = True, "row"
        elif tag in ("td", "th"):
            self.text.append(" | " if "".join(self.text).strip() else "")
        elif tag in _BREAKS and not self.in_row:
            self.flush()
            if tag in _HEADINGS:
                self.kind = "heading"
        else:
            self.text.append(" " if tag in _BREAKS else "")

    def handle_endtag(self, tag: str) -> None:
        if self.left_out:
            if tag == self.left_out[-1]:
                self.left_out.pop()
            return
        if tag in _BOLD:
            self.bold = max(self.bold - 1, 0)
        elif tag in _FURNITURE:
            self.flush()
            self.furniture = max(self.furniture - 1, 0)
        elif tag in ("ul", "ol"):
            self.flush()
            self.lists = max(self.lists - 1, 0)
        elif tag == "tr":
            self.flush()
            self.in_row = False
        elif (tag in _BREAKS or tag == "li") and not self.in_row:
            self.flush()

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            self.text.append(data.replace("\n", " "))
            self.plain = self.plain or (not self.bold and bool(data.strip()))

    def flush(self) -> None:
        text = clean("".join(self.text))
        kind, self.text, self.kind = self.kind, [], "paragraph"
        strong, self.plain = not self.plain, False
        if text and len(self.paragraphs) < BLOCKS:
            label, rest = ("", text) if kind == "paragraph" else labelled(text)
            line = self.getpos()[0]
            kind = "furniture" if self.furniture else kind
            block = Block(kind=kind, text=rest, label=label, depth=max(self.lists - 1, 0), line=line)
            self.paragraphs.append(Paragraph(block, strong))


def _hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or bool(_UNSEEN.search(style)) or (bool(_WHITE.search(style)) and "background" not in style)


def read_page(text: str) -> list[Block]:
    """The blocks of an HTML file, as a reader sees them."""
    page = _Page()
    page.feed(text)
    page.close()
    page.flush()
    return blocks_of_paragraphs(page.paragraphs)

"""Our content's small Markdown, made into safe HTML."""

from __future__ import annotations

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

ALLOWED = {"p", "strong", "em", "ul", "ol", "li", "br"}
_reader = MarkdownIt("zero").enable(["emphasis", "list", "newline", "paragraph"])


@lru_cache(maxsize=4096)
def to_html(text: str) -> Markup:
    """Paragraphs, lists and emphasis; everything else is shown as it was typed."""
    return Markup(nh3.clean(_reader.render(text), tags=ALLOWED, attributes={}))  # noqa: S704 - cleaned here


@lru_cache(maxsize=4096)
def to_inline(text: str) -> Markup:
    """Emphasis only, for a sentence inside a heading or a label."""
    return Markup(nh3.clean(_reader.renderInline(text), tags={"strong", "em"}, attributes={}))  # noqa: S704

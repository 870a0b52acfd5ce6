"""What is wrong with a page's HTML, judged without a browser."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import html5lib
from lxml import etree

from tests.harness.names import accessible_name

_FIELDS = "//input[not(@type='hidden')] | //select | //textarea | //button"
_REFERENCES = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-errormessage",
    "list",
)
_LOADED = (
    "//script/@src | //img/@src | //link/@href | //iframe/@src | //source/@src | //audio/@src | //video/@src"
    " | //*[local-name()='use']/@href"
)


def parse(html: str) -> tuple[Any, tuple[str, ...]]:
    """The page as an lxml tree, and what the HTML standard's parser complained about."""
    parser = _parser()
    tree = parser.parse(html)
    lines = html.splitlines()
    return tree.getroot(), tuple(_complaint(error, lines) for error in parser.errors)


def problems_of(root: Any) -> Iterator[str]:
    """Every broken promise: names, identifiers, references, language, nothing inline, no other host."""
    yield from _frame(root)
    yield from _identifiers(root)
    yield from _names(root)
    yield from _nothing_inline(root)
    yield from _no_other_host(root)


@cache
def _parser() -> Any:
    return html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)


def _complaint(error: tuple[tuple[int, int], str, dict[str, Any]], lines: list[str]) -> str:
    (line, _column), code, details = error
    return f"line {line}: {code} {details or ''} in {lines[line - 1].strip()[:120]!r}"


def _frame(root: Any) -> Iterator[str]:
    if not (root.get("lang") or "").strip():
        yield "<html> says no lang"
    if not "".join(root.xpath("//head/title//text()")).strip():
        yield "no <title>"
    for tag in ("h1", "main"):
        if len(root.xpath(f"//{tag}")) != 1:
            yield f"{len(root.xpath(f'//{tag}'))} <{tag}> instead of one"


def _identifiers(root: Any) -> Iterator[str]:
    counted = Counter(root.xpath("//@id"))
    yield from (f"id {name!r} is used {times} times" for name, times in counted.items() if times > 1)
    for attribute in _REFERENCES:
        for element in root.xpath(f"//*[@{attribute}]"):
            for name in element.get(attribute).split():
                if name not in counted:
                    yield f"{attribute}={name!r} points nowhere"
    for address in root.xpath("//a/@href[starts-with(., '#')]"):
        if len(address) > 1 and address[1:] not in counted:
            yield f"the link {address!r} points nowhere"


def _names(root: Any) -> Iterator[str]:
    for element in root.xpath(f"{_FIELDS} | //a[@href]"):
        if not accessible_name(element):
            yield f"no name: {_shown(element)}"
    for picture in root.xpath("//img[not(@alt)]"):
        yield f"no alt: {_shown(picture)}"


def _nothing_inline(root: Any) -> Iterator[str]:
    for element in root.xpath("//*[@style] | //style | //script[not(@src)][not(@type='application/json')]"):
        yield f"inline style or script: {_shown(element)}"
    for element in root.xpath("//*[@*[starts-with(name(), 'on')]]"):
        yield f"inline handler: {_shown(element)}"


def _no_other_host(root: Any) -> Iterator[str]:
    for address in root.xpath(_LOADED):
        if urlsplit(address).netloc or address.startswith("data:"):
            yield f"loads from elsewhere: {address}"


def _shown(element: Any) -> str:
    shown: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return " ".join(shown.split())[:160]

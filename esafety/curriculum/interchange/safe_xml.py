"""XML that somebody brought, read without entities, document types or anything from elsewhere; all faults at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from esafety.curriculum.interchange.decoding import NotText, decoded

PROLOGUE = re.compile(r"(?:\s+|<\?(?:[^?]|\?(?!>))*\?>|<!--(?:[^-]|-(?!->))*-->)*")
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
MOST_FAULTS = 50
ONLY_A_CONSEQUENCE = ("Extra content at the end",)

Element = Any
"""An element of lxml, which has no types of its own."""

Fault = tuple[int, int, str, str]
"""Line, column, what is wrong and what to do."""


def read_xml(data: bytes) -> tuple[Element | None, tuple[Fault, ...]]:
    """The root of an XML file, or None with all that keeps it from being read."""
    try:
        text = decoded(data, is_xml=True)
    except NotText as reason:
        return None, ((reason.line, reason.column, reason.reason, reason.advice),)
    if fault := _document_type(text):
        return None, (fault,)
    return _parsed(text)


def _document_type(text: str) -> Fault | None:
    """A document type can hold entities, which can fetch files or grow without end; none of our formats needs one."""
    found = PROLOGUE.match(text)
    at = found.end() if found else 0
    if not text.startswith("<!", at):
        return None
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return line, column, "A document type with entities stands here.", "Take <!DOCTYPE ...> away; nothing of it is read."


def _parsed(text: str) -> tuple[Element | None, tuple[Fault, ...]]:
    # The text was decoded here, so the encoding that the file names must not be believed again.
    data = DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text, count=1).encode()
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, recover=True, remove_comments=True, remove_pis=True, strip_cdata=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return None, ((error.lineno or 1, error.offset or 1, f"Not well-formed XML: {error.msg}.", "Mend it."),)
    faults = tuple(_faults(parser.error_log))
    if root is None and not faults:
        faults = ((1, 1, "The file is empty.", "Export it again."),)
    return (None if faults else root), faults


def _faults(log: Any) -> Iterator[Fault]:
    # What is only said about namespaces does not keep the file from being read.
    errors = [error for error in log if error.level_name != "WARNING" and error.domain_name != "NAMESPACE"]
    for error in errors[:MOST_FAULTS]:
        if not error.message.startswith(ONLY_A_CONSEQUENCE) or len(errors) == 1:
            yield error.line, max(error.column, 1), f"Not well-formed XML: {error.message.strip()}.", "Mend it."


def name_of(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(etree.QName(element).localname)


def line_of(element: Element) -> int:
    """The line on which an element begins."""
    return int(element.sourceline or 1)


def children(element: Element, name: str = "") -> Iterator[Element]:
    """The child elements, or those of one name."""
    return (child for child in element if isinstance(child.tag, str) and (not name or name_of(child) == name))


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next(children(element, name), None)


def text_of(element: Element | None) -> str:
    """All text inside an element."""
    return "" if element is None else "".join(element.itertext())

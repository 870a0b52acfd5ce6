"""XHTML inside QTI, to and from our Markdown."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from esafety.curriculum.interchange.hypertext import from_html, to_html
from esafety.curriculum.interchange.qti.names import ITEM, name_of
from esafety.curriculum.interchange.safe_xml import Element

HOLDERS = frozenset(
    "item-body prompt content-body simple-choice simple-associable-choice modal-feedback feedback-inline feedback-block".split()
)


@dataclass(slots=True)
class Texts:
    """Reads the text inside elements and remembers what could not be taken over."""

    lost: list[str] = field(default_factory=list)

    def read(self, element: Element, *without: str) -> str:
        """The text of an element, leaving out what is inside elements of some plain names."""
        copied = deepcopy(element)
        copied.tail = None
        for one in list(copied.iterdescendants(etree.Element)):
            name = name_of(one)
            if name in without or name.endswith("-interaction"):
                _take_out(one)
            else:
                one.tag = "div" if name in HOLDERS else name
        copied.tag = "div"
        text, lost = from_html(etree.tostring(copied, encoding="unicode"))
        self.lost += [f"<{name}>" for name in lost]
        return text


def as_read(text: str) -> str:
    """What is left of a text of ours once it was XHTML."""
    return from_html(to_html(text))[0]


def put_into(element: Element, text: str) -> None:
    """Write a text of ours into an element; a single paragraph stands there without its own element."""
    html = to_html(text)
    if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
        html = html[3:-4]
    holder = etree.fromstring(f'<div xmlns="{ITEM}">{html}</div>')
    element.text = holder.text
    element.extend(list(holder))


def _take_out(element: Element) -> None:
    """Take an element away and keep the words after it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)

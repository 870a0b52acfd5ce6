"""The texts of one Moodle question, each in the format that it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from esafety.curriculum.interchange.hypertext import LOOKS_LIKE_HTML, from_html, from_plain
from esafety.curriculum.interchange.safe_xml import Element, child, children, text_of


@dataclass(slots=True)
class Texts:
    """Reads texts as our Markdown and remembers what could not be taken over."""

    lost: list[str] = field(default_factory=list)

    def read(self, element: Element | None) -> str:
        """The text of an element such as <questiontext>; empty where there is none."""
        if element is None:
            return ""
        self.lost += [f'the file "{one.get("name", "")}"' for one in children(element, "file")]
        inner = child(element, "text")
        text = text_of(inner) if inner is not None else (element.text or "")
        return self._converted(text, element.get("format", "moodle_auto_format"))

    def read_child(self, element: Element, name: str) -> str:
        """The text of a child element."""
        return self.read(child(element, name))

    def read_plain(self, element: Element | None) -> str:
        """The text of an element that Moodle shows without any format, such as the right side of a pair.

        The drag-and-drop kind names a format there too; then it is read in that.
        """
        if element is None:
            return ""
        return self.read(element) if element.get("format") else from_plain(text_of(child(element, "text")))

    def _converted(self, text: str, form: str) -> str:
        if form == "markdown":
            return text.strip()
        if form == "html" or (form == "moodle_auto_format" and LOOKS_LIKE_HTML.search(text)):
            text, lost = from_html(text)
            self.lost += [f"<{name}>" for name in lost]
            return text
        return from_plain(text)


def plain_child(element: Element, name: str) -> str:
    """The text of a child element that has no format, such as a name."""
    found = child(element, name)
    inner = found if found is None else child(found, "text")
    return " ".join(text_of(found if inner is None else inner).split())

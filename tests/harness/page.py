"""A page as a person without JavaScript meets it: read it, fill it in, press a button, follow a link.

page = visitor.open("/sign")
page = page.tick("I agree").write("Your full name", "Mary Smith").press("Sign")
assert page.heading == "You have signed for Ann"
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin, urlsplit

from tests.harness.filling import Filling
from tests.harness.markup import parse, problems_of
from tests.harness.names import accessible_name, text_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.harness.visitor import Visitor


class Page:
    """One answer of the server. Every HTML page is checked while it is read; see markup.py."""

    def __init__(self, visitor: Visitor, response: TestResponse) -> None:
        self._visitor = visitor
        self.response = response
        self.status = response.status_code
        self.url = response.request.path
        self.html = response.get_data(as_text=True) if response.mimetype == "text/html" else ""
        assert self.html, f"{self.url} answered {self.status} {response.mimetype}, not a page"
        self.root, complaints = parse(self.html)
        problems = [*complaints, *problems_of(self.root)]
        assert not problems, f"{self.url} ({self.status}) is not sound:\n  " + "\n  ".join(problems)
        self._filling = Filling(self.root)

    @property
    def heading(self) -> str:
        """The text of the one h1."""
        return text_of(self.root.xpath("//h1")[0])

    @property
    def title(self) -> str:
        """The title in the browser's tab."""
        return text_of(self.root.xpath("//head/title")[0])

    @property
    def language(self) -> str:
        return str(self.root.get("lang"))

    @property
    def direction(self) -> str:
        return str(self.root.get("dir") or "ltr")

    @property
    def text(self) -> str:
        """All that is told in the main part, in one line."""
        return text_of(self.root.xpath("//main")[0])

    @property
    def errors(self) -> tuple[str, ...]:
        """The lines of the error summary."""
        return tuple(text_of(line) for line in self.root.xpath("//*[@role='alert']//li"))

    @property
    def buttons(self) -> tuple[str, ...]:
        return tuple(accessible_name(button) for button in self._filling.buttons)

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(accessible_name(link) for link in self.root.xpath("//a[@href]"))

    def find(self, xpath: str) -> list[Any]:
        """The elements that an XPath finds, for what has no word of its own here."""
        found: list[Any] = self.root.xpath(xpath)
        return found

    def table(self, caption: str) -> list[list[str]]:
        """The body rows of the table with this caption, as told."""
        tables = [t for t in self.find("//table") if caption in text_of(t.find("caption"))]
        assert tables, f"no table {caption!r}"
        return [[text_of(cell) for cell in row.xpath("./th | ./td")] for row in tables[0].xpath(".//tbody/tr")]

    def write(self, label: str, text: str) -> Self:
        self._filling.write(label, text)
        return self

    def tick(self, label: str) -> Self:
        self._filling.tick(label, on=True)
        return self

    def untick(self, label: str) -> Self:
        self._filling.tick(label, on=False)
        return self

    def choose(self, label: str, *, within: str | None = None) -> Self:
        """Choose one of several; `within` names the group when the same words stand in two."""
        self._filling.choose(label, within)
        return self

    def select(self, label: str, option: str) -> Self:
        self._filling.select(label, option)
        return self

    def attach(self, label: str, filename: str, content: bytes) -> Self:
        self._filling.attach(label, filename, content)
        return self

    def press(self, button: str) -> Page:
        """Send the form that the button belongs to and read the page that follows."""
        sending = self._filling.press(button)
        address = urljoin(self.url, sending.action) if sending.action else self.response.request.full_path
        if sending.method == "GET":
            return self._visitor.open(urlsplit(address).path, query=sending.fields)
        return self._visitor.send(address, sending)

    def follow(self, link: str) -> Page:
        """Follow the link with these words."""
        named = [a for a in self.root.xpath("//a[@href]") if accessible_name(a) == link]
        named = named or [a for a in self.root.xpath("//a[@href]") if link in accessible_name(a)]
        assert named, f"no link {link!r}; there are {self.links}"
        addresses = {a.get("href") for a in named}
        assert len(addresses) == 1, f"{link!r} leads to {sorted(addresses)}"
        return self._visitor.open(urljoin(self.url, addresses.pop()))

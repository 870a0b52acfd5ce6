"""Filling in the forms of a page, and what a browser would send."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from tests.harness.names import accessible_name, text_of

_CHOICES = ("radio", "checkbox")


@dataclass(frozen=True)
class Sending:
    """What a pressed button sends, as a browser would."""

    method: str
    action: str
    multipart: bool
    fields: list[tuple[str, Any]]


class Filling:
    """The fields of one page; what is filled in is kept in the tree itself."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._files: dict[str, tuple[BytesIO, str]] = {}

    @property
    def buttons(self) -> list[Any]:
        found: list[Any] = self._root.xpath("//button[not(@type='button')] | //input[@type='submit']")
        return found

    def write(self, label: str, text: str) -> None:
        field = self._field(label, "//input[not(@type='radio' or @type='checkbox' or @type='hidden')] | //textarea")
        if field.tag == "textarea":
            field.text = text
        else:
            field.set("value", text)

    def tick(self, label: str, *, on: bool) -> None:
        _switch(self._field(label, "//input[@type='checkbox']"), on=on)

    def choose(self, label: str, within: str | None) -> None:
        fields = "//input[@type='radio']"
        if within is not None:
            groups = [g for g in self._root.xpath("//fieldset") if within in text_of(g.find("legend"))]
            assert len(groups) == 1, f"{len(groups)} groups named {within!r}"
            chosen = _only(groups[0].xpath(f".{fields}"), label)
        else:
            chosen = self._field(label, fields)
        for other in _form_of(chosen).xpath(".//input[@type='radio'][@name=$name]", name=chosen.get("name")):
            _switch(other, on=other is chosen)

    def select(self, label: str, option: str) -> None:
        field = self._field(label, "//select")
        offered = {text_of(one): one for one in field.iter("option")}
        assert option in offered, f"{label!r} offers {list(offered)}, not {option!r}"
        for one in offered.values():
            one.attrib.pop("selected", None)
        offered[option].set("selected", "")

    def attach(self, label: str, filename: str, content: bytes) -> None:
        field = self._field(label, "//input[@type='file']")
        self._files[field.get("name")] = (BytesIO(content), filename)

    def press(self, name: str) -> Sending:
        button = _only(self.buttons, name)
        assert button.get("disabled") is None, f"{name!r} is disabled"
        form = _form_of(button)
        fields = [pair for field in self._fields_of(form) for pair in self._sent(field)]
        if button.get("name"):
            fields.append((button.get("name"), button.get("value") or ""))
        return Sending(
            method=(button.get("formmethod") or form.get("method") or "get").upper(),
            action=button.get("formaction") or form.get("action") or "",
            multipart=form.get("enctype") == "multipart/form-data",
            fields=fields,
        )

    def _field(self, label: str, xpath: str) -> Any:
        return _only(self._root.xpath(xpath), label)

    def _fields_of(self, form: Any) -> list[Any]:
        fields = "//*[self::input or self::select or self::textarea][@name]"
        return [field for field in self._root.xpath(fields) if _form_of(field) is form]

    def _sent(self, field: Any) -> list[tuple[str, Any]]:
        name, kind = field.get("name"), field.get("type")
        if field.get("disabled") is not None or kind in ("submit", "button", "reset", "image"):
            return []
        if kind in _CHOICES:
            return [(name, field.get("value") or "on")] if field.get("checked") is not None else []
        if kind == "file":
            return [(name, self._files.get(name, (BytesIO(), "")))]
        if field.tag == "textarea":
            return [(name, (field.text or "").removeprefix("\n").replace("\r\n", "\n").replace("\n", "\r\n"))]
        if field.tag == "select":
            return [(name, text_of(one) if one.get("value") is None else one.get("value")) for one in _selected(field)]
        return [(name, field.get("value") or "")]


def _only(fields: list[Any], name: str) -> Any:
    """The one with exactly this name, else the one whose name contains it."""
    names = [accessible_name(field) for field in fields]
    exact = [field for field, own in zip(fields, names, strict=True) if own == name]
    found = exact or [field for field, own in zip(fields, names, strict=True) if name in own]
    assert len(found) == 1, f"{len(found)} named {name!r}; there are {names}"
    return found[0]


def _switch(field: Any, *, on: bool) -> None:
    field.attrib.pop("checked", None)
    if on:
        field.set("checked", "")


def _form_of(field: Any) -> Any:
    if named := field.get("form"):
        return field.getroottree().getroot().xpath("//form[@id=$name]", name=named)[0]
    return next(field.iterancestors("form"), field.getroottree().getroot())


def _selected(field: Any) -> list[Any]:
    options = list(field.iter("option"))
    selected = [one for one in options if one.get("selected") is not None]
    if selected or field.get("multiple") is not None:
        return selected
    return options[:1]

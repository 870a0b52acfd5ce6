"""What a field, button or link is called for those who cannot see it (the accessible name, shortened)."""

from typing import Any

_BUTTONS = ("submit", "button", "reset")


def text_of(element: Any) -> str:
    """All text that is told, in one line; hidden parts are left out, pictures speak by their alternative."""
    return " ".join(" ".join(_pieces(element)).split())


def accessible_name(element: Any) -> str:
    """By aria-labelledby, aria-label, label, own text, in the order of the standard."""
    root = element.getroottree().getroot()
    if pointed := element.get("aria-labelledby"):
        named = [found for name in pointed.split() for found in root.xpath("//*[@id=$name]", name=name)]
        return " ".join(text_of(one) for one in named)
    if spoken := (element.get("aria-label") or "").strip():
        return str(spoken)
    if element.tag in ("input", "select", "textarea") and element.get("type") not in _BUTTONS:
        return " ".join(text_of(label) for label in _labels(element, root))
    if element.tag == "input":
        return str(element.get("value") or "").strip()
    return text_of(element) or str(element.get("title") or "").strip()


def _labels(field: Any, root: Any) -> list[Any]:
    around = list(field.iterancestors("label"))
    return around + (root.xpath("//label[@for=$name]", name=field.get("id")) if field.get("id") else [])


def _pieces(element: Any) -> list[str]:
    if not isinstance(element.tag, str) or element.get("aria-hidden") == "true" or element.get("hidden") is not None:
        return []
    if element.tag in ("script", "style", "template", "select", "textarea"):
        return []
    if element.tag == "img":
        return [element.get("alt") or ""]
    if element.get("role") == "img" and element.get("aria-label"):
        return [element.get("aria-label")]
    pieces = [element.text or ""]
    for child in element:
        pieces += _pieces(child)
        pieces.append(child.tail or "")
    # Inline parts join their neighbours; everything else stands apart.
    return ["".join(pieces)] if element.tag in _INLINE else [" ", "".join(pieces), " "]


_INLINE = frozenset("a abbr b bdi bdo cite code em i kbd mark q s samp small span strong sub sup time u var tspan".split())

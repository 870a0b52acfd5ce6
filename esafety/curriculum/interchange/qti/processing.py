"""How a QTI system marks one of our questions: the same rules as here, as far as the format can say them."""

from __future__ import annotations

from lxml import etree

from esafety.curriculum.interchange.draft import Draft
from esafety.curriculum.interchange.qti.names import FEEDBACK, ITEM, RESPONSE, SCORE, WHOLE
from esafety.curriculum.interchange.safe_xml import Element


def processing_of(draft: Draft, names: list[str]) -> Element:
    """The response processing of an item."""
    root = etree.Element(f"{{{ITEM}}}qti-response-processing")
    if draft.kind == "order":
        condition = _add(root, "response-condition")
        _set(_is_right(_add(condition, "response-if")), SCORE, "float", "1")
    else:
        _add(_add(root, "set-outcome-value", identifier=SCORE), "map-response", identifier=RESPONSE)
    if any(part.feedback for part in draft.parts) and draft.kind != "match":
        _add(_add(root, "set-outcome-value", identifier=FEEDBACK), "variable", identifier=RESPONSE)
    if draft.whole:
        _by_grade(root, draft, names)
    return root


def _by_grade(root: Element, draft: Draft, names: list[str]) -> None:
    condition = _add(root, "response-condition")
    _set(_is_right(_add(condition, "response-if")), WHOLE, "identifier", "secure")
    nearly = _add(condition, "response-else-if")
    if draft.kind == "order":
        _is_nearly_in_order(nearly, names)
    else:
        test = _add(nearly, "gt" if draft.kind == "several" else "gte")
        _add(test, "variable", identifier=SCORE)
        _add(test, "base-value", base_type="float").text = "0" if draft.kind == "several" else _enough(draft)
    _set(nearly, WHOLE, "identifier", "developing")
    _set(_add(condition, "response-else"), WHOLE, "identifier", "misunderstood")


def _enough(draft: Draft) -> str:
    """Half of the pairs; all but one of the things to sort."""
    pairs = [part for part in draft.parts if part.text]
    is_sorting = len({part.other for part in pairs}) < len(pairs)
    return str(len(pairs) - 1 if is_sorting else len(pairs) / 2)


def _is_right(branch: Element) -> Element:
    test = _add(branch, "match")
    _add(test, "variable", identifier=RESPONSE)
    _add(test, "correct", identifier=RESPONSE)
    return branch


def _is_nearly_in_order(branch: Element, names: list[str]) -> None:
    """Two neighbours swapped."""
    either = _add(branch, "or")
    for at in range(len(names) - 1):
        swapped = [*names[:at], names[at + 1], names[at], *names[at + 2 :]]
        test = _add(either, "match")
        _add(test, "variable", identifier=RESPONSE)
        ordered = _add(test, "ordered")
        for name in swapped:
            _add(ordered, "base-value", base_type="identifier").text = name


def _set(branch: Element, outcome: str, base: str, text: str) -> None:
    _add(_add(branch, "set-outcome-value", identifier=outcome), "base-value", base_type=base).text = text


def _add(parent: Element, name: str, **about: str) -> Element:
    return etree.SubElement(parent, f"{{{ITEM}}}qti-{name}", {key.replace("_", "-"): text for key, text in about.items()})

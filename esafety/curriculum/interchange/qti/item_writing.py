"""One QTI 3.0 item from one question: what is asked, what is right, and what is said to which answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from esafety.curriculum.interchange.carried import packed
from esafety.curriculum.interchange.draft import Draft
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.qti.names import CARRIED, FEEDBACK, INSTANCE, ITEM, ITEM_SCHEMA, RESPONSE, SCORE, WHOLE
from esafety.curriculum.interchange.qti.processing import processing_of
from esafety.curriculum.interchange.qti.texts import put_into
from esafety.curriculum.interchange.safe_xml import Element
from esafety.curriculum.interchange.writing import weight_text

CARDINALITY = {"choice": "single", "true-or-not": "single", "several": "multiple", "order": "ordered", "match": "multiple"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def item_of(entry: Entry, draft: Draft, identifier: str, said: Mapping[str, str]) -> Element:
    """The item of a question."""
    names = _names(draft)
    about = {"identifier": identifier, "title": entry.name, "adaptive": "false", "time-dependent": "false"}
    item = etree.Element(f"{{{ITEM}}}qti-assessment-item", about, nsmap={None: ITEM, "xsi": INSTANCE})
    item.set(f"{{{INSTANCE}}}schemaLocation", f"{ITEM} {ITEM_SCHEMA}")
    item.set(XML_LANGUAGE, "en")
    _response(item, draft, names)
    _outcomes(item, draft)
    _body(item, draft, names, packed(entry, said))
    item.append(processing_of(draft, names))
    _feedback(item, draft, names)
    return item


def add(parent: Element, name: str, **about: str) -> Element:
    """A child in QTI's namespace; underscores of attributes become hyphens."""
    return etree.SubElement(parent, f"{{{ITEM}}}qti-{name}", {key.replace("_", "-"): text for key, text in about.items()})


def _names(draft: Draft) -> list[str]:
    """The identifier of each part; statements are called by what they say."""
    if draft.kind == "true-or-not":
        return ["true" if part.text == "true" else "false" for part in draft.parts]
    return [f"choice-{at}" for at, _ in enumerate(draft.parts, 1)]


def _rights(draft: Draft) -> dict[str, str]:
    """The identifiers of the right sides by their text."""
    return {text: f"right-{at}" for at, text in enumerate(dict.fromkeys(part.other for part in draft.parts), 1)}


def _response(item: Element, draft: Draft, names: list[str]) -> None:
    base = "directedPair" if draft.kind == "match" else "identifier"
    declared = add(item, "response-declaration", identifier=RESPONSE, cardinality=CARDINALITY[draft.kind], base_type=base)
    worth = _worth(draft, names)
    right = names if draft.kind == "order" else [name for name, value in worth.items() if value > 0]
    if draft.kind in ("choice", "true-or-not"):
        right = sorted(right, key=lambda name: -worth[name])[:1]
    correct = add(declared, "correct-response") if right else None
    for name in right:
        add(correct, "value").text = name
    if worth:
        bounds: dict[str, Any] = {"upper_bound": "1"} if draft.kind != "match" else {}
        mapping = add(declared, "mapping", default_value="0", **bounds)
        for name, value in worth.items():
            add(mapping, "map-entry", map_key=name, mapped_value=weight_text(value))


def _worth(draft: Draft, names: list[str]) -> dict[str, float]:
    if draft.kind == "order":
        return {}
    if draft.kind == "match":
        rights = _rights(draft)
        return {f"{name} {rights[part.other]}": 1.0 for name, part in zip(names, draft.parts, strict=True) if part.text}
    return {name: part.weight / 100 for name, part in zip(names, draft.parts, strict=True)}


def _outcomes(item: Element, draft: Draft) -> None:
    default = add(add(item, "outcome-declaration", identifier=SCORE, cardinality="single", base_type="float"), "default-value")
    add(default, "value").text = "0"
    if any(part.feedback for part in draft.parts) and draft.kind != "match":
        add(item, "outcome-declaration", identifier=FEEDBACK, cardinality=CARDINALITY[draft.kind], base_type="identifier")
    if draft.whole:
        add(item, "outcome-declaration", identifier=WHOLE, cardinality="single", base_type="identifier")


def _body(item: Element, draft: Draft, names: list[str], carried: str) -> None:
    kind = {"order": "order", "match": "match"}.get(draft.kind, "choice")
    most = {"choice": "1", "true-or-not": "1"}.get(draft.kind, "0")
    limit = {"max_associations": "0"} if kind == "match" else {} if kind == "order" else {"max_choices": most}
    shuffle = "false" if draft.kind == "true-or-not" else "true"
    body = add(item, "item-body")
    interaction = add(body, f"{kind}-interaction", response_identifier=RESPONSE, shuffle=shuffle, **limit)
    interaction.set(CARRIED, carried)
    put_into(add(interaction, "prompt"), draft.stem)
    if kind == "match":
        _match_sets(interaction, draft, names)
        return
    for name, part in zip(names, draft.parts, strict=True):
        text = name.capitalize() if draft.kind == "true-or-not" else part.text
        put_into(add(interaction, "simple-choice", identifier=name), text)


def _match_sets(interaction: Element, draft: Draft, names: list[str]) -> None:
    left, right = add(interaction, "simple-match-set"), add(interaction, "simple-match-set")
    for name, part in zip(names, draft.parts, strict=True):
        if part.text:
            put_into(add(left, "simple-associable-choice", identifier=name, match_max="1"), part.text)
    for text, name in _rights(draft).items():
        put_into(add(right, "simple-associable-choice", identifier=name, match_max=str(len(draft.parts))), text)


def _feedback(item: Element, draft: Draft, names: list[str]) -> None:
    said = [(FEEDBACK, name, part.feedback) for name, part in zip(names, draft.parts, strict=True) if draft.kind != "match"]
    said += [(WHOLE, grade, text) for grade, text in draft.whole.items()]
    for outcome, name, text in said:
        if text:
            shown = add(item, "modal-feedback", outcome_identifier=outcome, show_hide="show", identifier=name)
            put_into(add(shown, "content-body"), text)

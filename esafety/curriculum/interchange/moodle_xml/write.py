"""Write questions as Moodle XML. What Moodle has no place for stands in an element of ours, which it passes over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from esafety.curriculum.interchange.carried import packed
from esafety.curriculum.interchange.draft import Draft, NotShown
from esafety.curriculum.interchange.entry import Entry
from esafety.curriculum.interchange.moodle_xml.names import CARRIED, COMBINED, NAMESPACE
from esafety.curriculum.interchange.safe_xml import Element
from esafety.curriculum.interchange.writing import Written, cannot_hold, drafted, weight_text

TYPES = {"choice": "multichoice", "several": "multichoice", "true-or-not": "truefalse", "order": "ordering", "match": "matching"}
LONGEST_NUMBER = 100
"""Moodle's own limit for an idnumber."""

SETTINGS = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0"}
OF_CHOICES = {"shuffleanswers": "true", "answernumbering": "none", "showstandardinstruction": "0"}
OF_ORDERING = {
    "layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": "ALL_OR_NOTHING", "showgrading": "SHOW",
    "numberingstyle": "none",
}  # fmt: skip


def write(entries: Iterable[Entry], said: Mapping[str, str]) -> Written:
    """A whole file of questions by category."""
    root = etree.Element("quiz", nsmap={"esafety": NAMESPACE})
    findings, category, number = [], "", 0
    for entry in entries:
        try:
            draft = drafted(entry, said)
        except NotShown as reason:
            findings.append(cannot_hold(entry, reason))
            continue
        if entry.category != category:
            category = entry.category
            holder = etree.SubElement(etree.SubElement(root, "question", type="category"), "category")
            etree.SubElement(holder, "text").text = f"$course$/top/{category}"
        _question(root, entry, draft, said)
        number += 1
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return Written(data, number, tuple(findings))


def _question(root: Element, entry: Entry, draft: Draft, said: Mapping[str, str]) -> None:
    question = etree.SubElement(root, "question", type=TYPES[draft.kind])
    etree.SubElement(etree.SubElement(question, "name"), "text").text = entry.name
    _text(question, "questiontext", draft.stem)
    _text(question, "generalfeedback", draft.general)
    _settings(question, {**SETTINGS, "idnumber": entry.key[:LONGEST_NUMBER]})
    match draft.kind:
        case "choice" | "several":
            _settings(question, {"single": str(draft.kind == "choice").lower(), **OF_CHOICES})
        case "order":
            _settings(question, OF_ORDERING)
        case "match":
            _settings(question, {"shuffleanswers": "true"})
    for grade, tag in COMBINED.items():
        if grade in draft.whole:
            _text(question, tag, draft.whole[grade])
    _parts(question, draft)
    if entry.tags:
        tags = etree.SubElement(question, "tags")
        for tag in entry.tags:
            etree.SubElement(etree.SubElement(tags, "tag"), "text").text = tag
    etree.SubElement(question, CARRIED).text = packed(entry, said)


def _parts(question: Element, draft: Draft) -> None:
    for place, part in enumerate(draft.parts, 1):
        if draft.kind == "match":
            pair = _text(question, "subquestion", part.text)
            etree.SubElement(etree.SubElement(pair, "answer"), "text").text = part.other
            continue
        weight = str(place) if draft.kind == "order" else weight_text(part.weight)
        if draft.kind == "true-or-not":
            answer = _text(question, "answer", "true" if part.text == "true" else "false", form="moodle_auto_format")
        else:
            answer = _text(question, "answer", part.text)
        answer.set("fraction", weight)
        if draft.kind != "order":
            _text(answer, "feedback", part.feedback)


def _text(parent: Element, name: str, text: str, *, form: str = "markdown") -> Element:
    element = etree.SubElement(parent, name, format=form)
    etree.SubElement(element, "text").text = text
    return element


def _settings(question: Element, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        etree.SubElement(question, name).text = value

"""Read a Moodle XML file: every question that we have a kind for, everything else with its line and the reason."""

from __future__ import annotations

from dataclasses import replace

from esafety.curriculum.interchange.carried import Carried, unpacked
from esafety.curriculum.interchange.collecting import About, Collector
from esafety.curriculum.interchange.draft import Draft, Part, with_texts
from esafety.curriculum.interchange.entry import Imported
from esafety.curriculum.interchange.gift.blocks import category_path
from esafety.curriculum.interchange.hypertext import from_plain
from esafety.curriculum.interchange.moodle_xml.names import COMBINED, MATCHING, SAYS_NOTHING, SEVERAL, UNKNOWN
from esafety.curriculum.interchange.moodle_xml.texts import Texts, plain_child
from esafety.curriculum.interchange.safe_xml import Element, child, children, line_of, name_of, read_xml, text_of


class Unfit(Exception):
    """A question whose numbers or parts cannot be understood."""


def read(file: str, data: bytes) -> Imported:
    """The questions of a Moodle XML file."""
    collector = Collector(file, held)
    root, faults = read_xml(data)
    for line, column, reason, advice in faults:
        collector.broken(line, column, reason, advice)
    if root is None:
        return collector.result()
    if name_of(root) != "quiz":
        collector.broken(line_of(root), 1, f"The file begins with <{name_of(root)}>, not with <quiz>.", "Is it another format?")
        return collector.result()
    category = ""
    for element in children(root, "question"):
        if collector.is_full(line_of(element)):
            break
        if element.get("type") == "category":
            category = category_path(plain_child(element, "category"))
        else:
            _read_question(element, category, collector)
    if not collector.entries and not collector.findings:
        collector.broken(line_of(root), 1, "The file holds no question.", "Export it again.")
    return collector.result()


def held(draft: Draft) -> Draft:
    """What Moodle gives back: a pair has no explanation, and its right side is plain text."""
    draft = replace(draft, whole={grade: said for grade, said in draft.whole.items() if said not in SAYS_NOTHING})
    if draft.kind == "match":
        pairs = tuple(replace(part, feedback="", other=from_plain(part.other)) for part in draft.parts)
        draft = replace(draft, parts=pairs)
    return with_texts(draft, str.strip)


def _read_question(element: Element, category: str, collector: Collector) -> None:
    kind = element.get("type", "")
    tags = tuple(" ".join(text_of(tag).split()) for tags in children(element, "tags") for tag in children(tags, "tag"))
    name = plain_child(element, "name") or plain_child(element, "idnumber")
    about = About(name=name, line=line_of(element), category=category, tags=tags)
    texts = Texts()
    try:
        seen = _draft(kind, element, texts)
    except Unfit as fault:
        collector.broken(about.line, 1, str(fault), "Mend it, or export it again.", name=name)
        return
    if seen is None:
        reason, advice = UNKNOWN.get(kind, (f'The type "{kind}" is not known here.', "Ask it as a choice."))
        collector.leave_out(about, reason, advice)
        return
    if texts.lost:
        collector.warn(about, f"Not taken over: {', '.join(dict.fromkeys(texts.lost))}.", "Look at the question again.")
    collector.take_in(seen, about, _carried(element))


def _carried(element: Element) -> Carried | None:
    found = child(element, "carried")
    return None if found is None else unpacked(text_of(found))


def _draft(kind: str, element: Element, texts: Texts) -> Draft | None:
    stem, general = texts.read_child(element, "questiontext"), texts.read_child(element, "generalfeedback")
    if kind == "truefalse":
        return Draft("true-or-not", stem, tuple(_statements(element, texts)), general)
    whole = {grade: said for grade, tag in COMBINED.items() if (said := texts.read_child(element, tag))}
    whole = {grade: said for grade, said in whole.items() if said not in SAYS_NOTHING}
    if kind == "multichoice" or kind in SEVERAL:
        several = kind in SEVERAL or plain_child(element, "single").lower() in ("false", "0", "no")
        parts = tuple(_answer(answer, texts) for answer in children(element, "answer"))
        return Draft("several" if several else "choice", stem, parts, general, whole)
    if kind in MATCHING:
        return Draft("match", stem, tuple(_pair(pair, texts) for pair in children(element, "subquestion")), general, whole)
    if kind == "ordering":
        placed = sorted((_answer(answer, texts) for answer in children(element, "answer")), key=lambda part: part.weight)
        return Draft("order", stem, tuple(replace(part, weight=0.0, feedback="") for part in placed), general, whole)
    return None


def _answer(element: Element, texts: Texts) -> Part:
    written = element.get("fraction", "0")
    try:
        weight = float(written)
    except ValueError:
        raise Unfit(f'The fraction "{written}" on line {line_of(element)} is no number.') from None
    return Part(texts.read(element), weight, texts.read_child(element, "feedback"))


def _statements(element: Element, texts: Texts) -> list[Part]:
    """True first, whatever the file's order."""
    answers = {part.text.lower(): part for part in (_answer(answer, texts) for answer in children(element, "answer"))}
    if set(answers) != {"true", "false"}:
        raise Unfit("A true-or-false question needs the answers true and false.")
    return [replace(answers["true"], text="true"), replace(answers["false"], text="not")]


def _pair(element: Element, texts: Texts) -> Part:
    return Part(texts.read(element), other=texts.read_plain(child(element, "answer")))

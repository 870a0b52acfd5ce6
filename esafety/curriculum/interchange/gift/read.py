"""Read a GIFT file: every question that we have a kind for, and everything else with its line and the reason."""

from __future__ import annotations

import re
from dataclasses import replace

from esafety.curriculum.interchange.carried import unpacked
from esafety.curriculum.interchange.collecting import About, Collector
from esafety.curriculum.interchange.decoding import NotText, decoded
from esafety.curriculum.interchange.draft import Draft, with_texts
from esafety.curriculum.interchange.entry import Imported
from esafety.curriculum.interchange.gift.answers import Unknown, answers_of
from esafety.curriculum.interchange.gift.blocks import Block, Source
from esafety.curriculum.interchange.gift.braces import Fault, braces_of
from esafety.curriculum.interchange.gift.escapes import shown
from esafety.curriculum.interchange.gift.texts import Texts

BLANK = "_____"
LIKE_XML = re.compile(r"\s*<(\?xml|quiz|!DOCTYPE)\b")


def read(file: str, data: bytes) -> Imported:
    """The questions of a GIFT file."""
    collector = Collector(file, held)
    try:
        source = Source(decoded(data))
    except NotText as reason:
        collector.broken(reason.line, reason.column, reason.reason, reason.advice)
        return collector.result()
    if LIKE_XML.match(source.text):
        collector.broken(1, 1, "This is XML, not GIFT.", "Import it as moodle-xml or qti.")
        return collector.result()
    for block in source.blocks():
        if collector.is_full(source.place(block.start)[0]):
            break
        _read_block(block, source, collector)
    if not collector.entries and not collector.findings:
        collector.broken(1, 1, "The file holds no question.", "Compare docs/sharing-questions.md.")
    return collector.result()


def held(draft: Draft) -> Draft:
    """What GIFT gives back: one word for all instead of one for each grade, none for pairs."""
    said = draft.general or draft.whole.get("secure", "")
    parts = draft.parts
    if draft.kind == "match":
        parts = tuple(replace(part, feedback="") for part in parts)
    return with_texts(replace(draft, general=said, whole={}, parts=parts), str.strip)


def _read_block(block: Block, source: Source, collector: Collector) -> None:
    first = block.start + len(block.text) - len(block.text.lstrip())
    line, column = source.place(first)
    name, text, at = _name(block)
    about = About(name=name, line=line, column=column, category=block.category, tags=block.tags)
    if at < 0:
        collector.broken(line, column, "The name that begins with :: has no second ::.", "Close it.")
        return
    braces = braces_of(text)
    if isinstance(braces, Fault):
        collector.broken(*source.place(block.start + at + braces.at), braces.reason, braces.advice, name=name)
    elif braces is None:
        collector.leave_out(about, "A description asks nothing.", "Put it into a step of a lesson.")
    else:
        _read_question(text, braces, about, block, collector)


def _read_question(text: str, braces: tuple[int, int], about: About, block: Block, collector: Collector) -> None:
    start, end = braces
    before, after = text[:start], text[end + 1 :]
    texts = Texts()
    stem = texts.read_stem(before + (BLANK + after if after.strip() else ""))
    if not about.name:
        about = replace(about, name=" ".join(stem.split()[:8]))
    found = answers_of(text[start + 1 : end], stem, texts)
    if isinstance(found, Unknown):
        collector.leave_out(about, found.reason, found.advice)
        return
    if texts.lost:
        collector.warn(about, f"Not taken over: {', '.join(dict.fromkeys(texts.lost))}.", "Look at the text again.")
    collector.take_in(found, about, unpacked(block.carried) if block.carried else None)


def _name(block: Block) -> tuple[str, str, int]:
    """The name, the text after it, and where that begins; -1 when the name has no end."""
    lead = len(block.text) - len(block.text.lstrip())
    if not block.text.startswith("::", lead):
        return "", block.text, 0
    end = block.text.find("::", lead + 2)
    if end < 0:
        return "", block.text, -1
    return " ".join(shown(block.text[lead + 2 : end]).split()), block.text[end + 2 :], end + 2
